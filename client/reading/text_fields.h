// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this room: what the words of a page say, without looking at the page again.
#pragma once

#include "client/reading/text_lines.h"

#include <optional>

namespace escale::reading {

/// An amount of money as it was read, with what stands beside it: evidence.h looks there.
struct AmountRead {
    std::string digits;
    Box label;                 // « Revenu fiscal de référence »
    Box box;                   // of the digits
    std::optional<int> before; // right side of the nearest word on its left, a colon too
    std::optional<int> next;   // left side of the nearest word on its right
    int confidence = 0;        // the least of its words
};

/// The amount on the line of « Revenu fiscal de référence », if there is one.
std::optional<AmountRead> taxIncomeIn(const std::vector<Word>& words,
                                      const std::vector<Segment>& segments);

/// Names of persons: over an address, or beside their label.
std::vector<Proposal> namesIn(const std::vector<Segment>& segments);
/// Postcode of the first address.
std::optional<Proposal> postcodeIn(const std::vector<Segment>& segments);
/// Birth, day of the document, end of validity: the first of each.
std::vector<Proposal> datesIn(const std::vector<Segment>& segments);

/// Which document the words look like: a code of the list "piece" or of shared/data/deuxddoc.json;
/// "" when nothing tells.
std::string kindOf(const std::vector<Segment>& segments);

} // namespace escale::reading
