// SPDX-License-Identifier: GPL-3.0-or-later
// What the identifiers of a 2D-Doc mean: shared/data/deuxddoc.json (perimeter 01 of the technical
// specification of France Titres, V3.3.x).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace escale::deuxddoc {

/// How the value of a field is written.
enum class FieldKind {
    text,
    name,       // of a person: upper case, « QUALITÉ/NOM/PRÉNOM » or free
    address,    // one line of an address
    town,       // name of a commune
    postcode,   // five digits, or spaces when unknown
    country,    // ISO 3166-1, two letters
    date,       // DDMMYYYY
    days,       // four hexadecimal digits: days since 2000-01-01
    amount,     // euros, comma for the cents, may be negative
    number,     // comma for the decimals
    yesNo,      // 1 or 0
    machineZone // the lines of a machine readable zone, put end to end
};

struct FieldShape {
    FieldKind kind = FieldKind::text;
    std::size_t min = 0;
    std::optional<std::size_t> max; // none: only GS ends it
    std::string label;              // French, for an operator or an adviser
    /// A field of fixed length has no terminator.
    [[nodiscard]] bool fixed() const { return max && *max == min; }
};

struct TypeShape {
    std::string nature; // "avis_imposition", "identite"…: several types may share one
    std::string label;  // French
};

/// nullptr for an identifier that the table does not have.
const FieldShape* fieldShape(std::string_view id);
const TypeShape* typeShape(std::string_view type);

} // namespace escale::deuxddoc
