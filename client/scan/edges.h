// SPDX-License-Identifier: GPL-3.0-or-later
// Where light or colour changes, thinned to one point across.
#pragma once

#include "client/scan/levels.h"

#include <vector>

namespace escale::scan {

struct EdgePoint {
    float x = 0; // placed between points of the picture
    float y = 0;
    float angle = 0; // of the gradient's line, 0 to 180 degrees: which side is lighter is not told
    float strength = 0;
};

struct EdgeMap {
    std::vector<EdgePoint> points;
    cv::Mat index; // 32 bits, place in `points` or -1
    /// Luma on a scale where noise weighs the same in the dark and in the light, and chroma.
    cv::Mat tone, cb, cr; // float
    float threshold = 0;
};

EdgeMap edgesOf(const Level& level);

} // namespace escale::scan
