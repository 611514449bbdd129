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

/// A place of the photo (geometry.h) for a point of a level, counted from the middle of its first
/// point, and back.
inline double toPhoto(double at, double scale) {
    return (at + 0.5) * scale;
}
inline double fromPhoto(double at, double scale) {
    return at / scale - 0.5;
}

} // namespace escale::scan
