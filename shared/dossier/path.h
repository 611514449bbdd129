// SPDX-License-Identifier: GPL-3.0-or-later
// Names of fields: French nouns of the form, dotted, without accents.
#pragma once

#include "shared/base/ids.h"

#include <string>
#include <string_view>

namespace escale {

/// "demandeur.nom", "localisations[ID].commune", or "localisations[ID]" (the item itself: true =
/// there, false = removed). Parts are [a-z0-9_]+; ID is a UUID.
struct FieldPath {
    std::string collection; // empty for a field outside collections
    ItemId item;            // empty for a field outside collections
    std::string field;      // "demandeur.nom", "commune"; empty for the item itself

    bool operator==(const FieldPath&) const = default;
    [[nodiscard]] bool isItem() const { return !item.empty() && field.empty(); }
    /// Canonical text.
    [[nodiscard]] std::string str() const;
    /// Text with the ID taken out, as the catalogue writes it: "localisations[].commune".
    [[nodiscard]] std::string pattern() const;
};

/// Errc::unknownField when `text` has not the form above (≤ 200 characters).
Result<FieldPath> parsePath(std::string_view text);

} // namespace escale
