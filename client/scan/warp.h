// SPDX-License-Identifier: GPL-3.0-or-later
// Perspective, taken out of one or two planes at a time.
#pragma once

#include <opencv2/core.hpp>

#include <vector>

namespace escale::scan {

/// Planes of `size`: point p of the result is what stands at `map`·p in the planes of `from` (all
/// of one size, 8 bits), between its four nearest points. `outside` is put where there is none.
std::vector<cv::Mat> warp(const std::vector<cv::Mat>& from, const cv::Matx33d& map,
                          const cv::Size& size, int outside);

} // namespace escale::scan
