// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/levels.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace escale::scan {
namespace {

cv::Mat halved(const cv::Mat& plane) {
    cv::Mat half;
    cv::resize(plane, half, {std::max(1, plane.cols / 2), std::max(1, plane.rows / 2)}, 0, 0,
               cv::INTER_AREA);
    return half;
}

void halve(Level* level) {
    level->y = halved(level->y);
    level->cb = halved(level->cb);
    level->cr = halved(level->cr);
    level->scale *= 2;
}

} // namespace

Levels levelsOf(const Photo& photo) {
    Levels levels;
    Level level{halved(photo.y), photo.cb, photo.cr, 2 * photo.scale};
    // An odd row or column of chroma has no whole pair of luma.
    level.cb = level.cb(cv::Rect(0, 0, level.y.cols, level.y.rows));
    level.cr = level.cr(cv::Rect(0, 0, level.y.cols, level.y.rows));
    levels.fine = level;
    while (std::max(level.y.cols, level.y.rows) > kSmallSide) {
        if (std::max(level.y.cols, level.y.rows) > 4 * kSmallSide)
            levels.fine = level;
        halve(&level);
    }
    levels.small = level;
    return levels;
}

} // namespace escale::scan
