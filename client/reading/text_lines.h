// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this room: words of a page put back in lines and columns, and words looked for in
// them.
#pragma once

#include "client/reading/text_reader.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace escale::reading {

/// Words that stand close together on a line: two columns are two segments.
struct Segment {
    std::vector<Word> words;
    Box box;
    [[nodiscard]] std::string text() const; // words with a space between
};

/// From top to bottom. Words that are only dots or strokes are left out.
std::vector<Segment> segmentsOf(const std::vector<Word>& words);

/// Index of the word after the first place where the words of `segment` are those of `label`
/// (folded: "revenu fiscal de reference"). A word that folds to nothing (":") is passed over.
std::optional<std::size_t> after(const Segment& segment, std::string_view label);

Box around(const Box& one, const Box& other);

} // namespace escale::reading
