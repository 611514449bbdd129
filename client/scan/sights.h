// SPDX-License-Identifier: GPL-3.0-or-later
// What stands across a side of a page, place after place along it.
#pragma once

#include "client/scan/geometry.h"
#include "client/scan/levels.h"

#include <array>
#include <vector>

namespace escale::scan {

using Colour = std::array<double, 3>; // Y, Cb, Cr

/// Places looked at along a side, and edges kept at each of them.
inline constexpr int kPlaces = 72;
inline constexpr int kPeaks = 3;

struct Sight {
    Point origin;
    double t = 0; // place along the side, 0 to 1
    int reach = 0;
    int peaks = 0;
    std::array<double, kPeaks> at{}, strength{}; // offsets from the side, outwards
    std::vector<Colour> across;                  // from inside to outside

    /// The edge nearest to the offset `at`, not farther than `within`; -1 when there is none.
    [[nodiscard]] int nearest(double offset, double within) const;
    /// Light and colour over three points around an offset.
    [[nodiscard]] Colour mean(double offset) const;
};

/// Along the side from `from` to `to` of a page that is on its right hand, `reach` points to each
/// side. Places outside the picture, or inside `hidden`, are left out.
std::vector<Sight> sightsOf(const Level& level, const Point& from, const Point& to, int reach,
                            const Quad* hidden);

} // namespace escale::scan
