// SPDX-License-Identifier: GPL-3.0-or-later
// What the rules need to know about UTF-8 text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace escale {

/// Code points of `text`; nothing when it is not UTF-8 (overlong forms and surrogates refused).
std::optional<std::u32string> decodeUtf8(std::string_view text);

/// C0, DEL, C1, line and paragraph separators, bidirectional overrides, noncharacters.
bool isControl(char32_t c);
/// A letter or a mark of some script. Approximate: outside Latin it refuses what is known not to
/// be a letter (punctuation, symbols, digits, emoji, private use).
bool isLetter(char32_t c);

/// Without spaces of any kind at both ends.
std::string trimmed(std::string_view text);

/// For comparing names: lower case, without accents; everything that is not a letter or a digit
/// becomes one space; "st" and "ste" become "saint" and "sainte". "SAINT-Étienne" → "saint
/// etienne".
std::string foldName(std::string_view text);

} // namespace escale
