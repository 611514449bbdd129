// SPDX-License-Identifier: GPL-3.0-or-later
// The same picture at the sizes that finding a page needs.
#pragma once

#include "client/scan/photo.h"

namespace escale::scan {

/// One size: three planes of the same size, 8 bits.
struct Level {
    cv::Mat y, cb, cr;
    double scale = 1; // points of the photo for one point here
};

/// `small`: at most kSmallSide points on its long side, for finding; `fine`: twice or four times
/// finer, for placing the sides. Sizes are halvings, so that averaging costs next to nothing.
struct Levels {
    Level small;
    Level fine;
};

inline constexpr int kSmallSide = 640;

Levels levelsOf(const Photo& photo);

/// Where a point of `level` is in the photo that it comes from, and back (centres of points).
inline double toPhoto(double at, double scale) {
    return (at + 0.5) * scale - 0.5;
}
inline double fromPhoto(double at, double scale) {
    return (at + 0.5) / scale - 0.5;
}

} // namespace escale::scan
