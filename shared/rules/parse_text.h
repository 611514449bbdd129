// SPDX-License-Identifier: GPL-3.0-or-later
// From what a person types to the canonical text of a telephone number, a NIR, an amount…
// Errors are Errc::invalidArgument with the key of a message. Inside of the room.
#pragma once

#include "shared/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace escale {

Result<std::string> parsePhone(std::string_view typed);
Result<std::string> parseNir(std::string_view typed);
/// Whole euros, cents dropped: "1 250,90 €" → 1250. A dot before exactly three digits separates
/// thousands.
Result<std::int64_t> parseAmount(std::string_view typed);
Result<std::int64_t> parseNumber(std::string_view typed);
Result<std::string> parsePostcode(std::string_view typed);
/// INSEE code of a code or of the exact name of a commune in the table.
Result<std::string> parseCommune(std::string_view typed);
/// Groups of digits joined: "552 100.554" → 552100554. What is not a digit stays, to be refused.
std::string parseGroups(std::string_view typed);
/// "a, b" → a and b; empty parts dropped.
std::vector<std::string> parseParts(std::string_view typed);

} // namespace escale
