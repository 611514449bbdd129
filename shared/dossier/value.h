// SPDX-License-Identifier: GPL-3.0-or-later
// The value of one field of a demande, and its JSON and text forms.
#pragma once

#include "shared/base/date.h"
#include "shared/base/json.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace escale {

/// An answer that is not a value, yet is an answer: it is kept, shown and listed at the end.
enum class Marker {
    doNotKnow, // « je ne sais pas »
    none,      // « je n’en ai pas »
};

using TextList = std::vector<std::string>;

/// monostate: nothing answered (or the answer was cleared). Dates are ISO texts, codes are texts,
/// amounts are whole euros, surfaces whole square metres. A TextList is sorted and without doubles
/// for a field of type `codes`, in its own order for a field of type `liste`.
using Value = std::variant<std::monostate, bool, std::int64_t, std::string, TextList, Marker>;

inline bool isEmpty(const Value& value) {
    return std::holds_alternative<std::monostate>(value);
}

/// null, true, 12, "texte", ["a","b"], {"etat":"ne_sait_pas"} or {"etat":"n_en_a_pas"}.
json::value toJson(const Value& value);
/// Errc::malformed for any other JSON (a number with a fraction, an object, a nested list…).
Result<Value> valueFromJson(const json::value& value);

/// For command lines and logs of tests: "oui"/"non", digits, the text, "a,b", "ne_sait_pas",
/// "n_en_a_pas", "" when empty.
std::string toText(const Value& value);

/// The text, or "" when the value is not a text.
const std::string& textOf(const Value& value);
/// The date, or an empty one when the value is not an ISO date.
Date dateOf(const Value& value);

} // namespace escale
