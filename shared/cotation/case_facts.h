// SPDX-License-Identifier: GPL-3.0-or-later
// The facts and pieces of one case of a file, believed or left unknown.
#pragma once

#include "shared/base/json.h"
#include "shared/cotation/bareme.h"
#include "shared/cotation/facts.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace escale::cotation {

class CaseFacts {
public:
    /// Both must outlive the reader.
    CaseFacts(const Bareme& bareme, const Date& today, std::vector<std::string>& warnings)
        : m_bareme(bareme)
        , m_today(today)
        , m_warnings(warnings) {}

    Facts read(const json::object& facts, const json::array& pieces);

private:
    void readPersons(const json::object& facts);
    void addPerson(Role role, const json::value& person, const std::string& where);
    void readChildren(const json::object& facts);
    void readOthers(const json::object& facts);
    void readHome(const json::object& facts);
    void readWork(const json::object& facts);
    void readDeclarations(const json::object& facts);
    void readPieces(const json::array& pieces);

    Date date(const json::object& object, std::string_view member, const std::string& where);
    Commune commune(const json::object& object, std::string_view member, const std::string& where);
    /// Hundredths; nothing, with a warning, for what is below zero or beyond belief.
    std::optional<std::int64_t> amount(const json::object& object, std::string_view member,
                                       const std::string& where);
    void complete(Role role) { m_facts.rolesComplete[static_cast<std::size_t>(role)] = true; }
    void warn(std::string where, std::string_view reason);

    const Bareme& m_bareme;
    const Date& m_today;
    std::vector<std::string>& m_warnings;
    Facts m_facts;
};

} // namespace escale::cotation
