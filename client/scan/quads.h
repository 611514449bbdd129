// SPDX-License-Identifier: GPL-3.0-or-later
// Four lines that may be the sides of a page, the likeliest first.
#pragma once

#include "client/scan/lines.h"

#include <vector>

namespace escale::scan {

struct Candidate {
    static constexpr double kUnseen = -1;

    Quad corners{};                // clockwise, in points of the level
    std::array<int, 4> sides{};    // places among the lines; side i goes from corner i to i + 1
    std::array<double, 4> cover{}; // share of the visible part of each side that has an edge
    std::array<double, 4>
        before{}; // the same just before each side starts: a table's line goes on;
    // kUnseen when that is outside the picture or hidden
    std::array<double, 4> after{}; // and just after it ends
    double seen = 1;               // share of the outline that is in the picture and not hidden
    int borders = 0;               // sides that are the picture's own
    double score = 0;

    /// The worst of: both neighbours of a side go on past it, so that the page goes on too.
    [[nodiscard]] double passed() const;
};

/// At most `most` candidates.
std::vector<Candidate> candidatesOf(const std::vector<Line>& lines, const cv::Size& size,
                                    std::size_t most);

} // namespace escale::scan
