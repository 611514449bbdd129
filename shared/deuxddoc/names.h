// SPDX-License-Identifier: GPL-3.0-or-later
// Are two writings of a name the same person's? Documents shorten, join, turn round and lose
// accents: names are compared word by word, whatever their order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace escale::deuxddoc {

/// Words of a name without case, accents, hyphens nor titles ("M", "MME", "MLLE", "MONSIEUR",
/// "MADAME").
std::vector<std::string> nameWords(std::string_view name);

/// Edits (a letter added, removed, changed, or two neighbours swapped) from one word to the other;
/// at most 1 + `limit` is counted.
int distance(std::string_view one, std::string_view other, int limit);

enum class NameMatch {
    same,      // every word of the shorter one is in the longer one, spelt the same
    close,     // so, but for a letter in a word (two in a word of eight letters or more)
    different, // a word of the shorter one is nowhere in the other
    unknown,   // one of them has no word in Latin letters
};

NameMatch matchNames(std::string_view one, std::string_view other);

} // namespace escale::deuxddoc
