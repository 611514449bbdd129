// SPDX-License-Identifier: GPL-3.0-or-later
// What people type to find a commune, and the rows of the table that it finds.
#pragma once

#include "shared/dossier/commune_table.h"

#include <string>
#include <string_view>
#include <vector>

namespace escale {

/// "02190 gui" has the name "gui" and the digits "02190"; "paris 12" may be a name, or the name
/// "paris" and the digits "12".
class CommuneQuery {
public:
    explicit CommuneQuery(std::string_view typed);

    [[nodiscard]] bool empty() const { return m_whole.empty(); }
    /// All of it as a name, folded as names are.
    [[nodiscard]] const std::string& whole() const { return m_whole; }
    /// The name without the digits; both are empty when there is nothing to tell apart.
    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] const std::string& digits() const { return m_digits; }

private:
    std::string m_whole;
    std::string m_name;
    std::string m_digits; // start of a postcode, 1–5 digits
};

/// Rows for searchCommunes() and communesNamed() (communes.h), in their order.
std::vector<std::size_t> searchRows(const CommuneTable& table, std::string_view typed,
                                    std::size_t limit);
std::vector<std::size_t> rowsNamed(const CommuneTable& table, std::string_view typed);

} // namespace escale
