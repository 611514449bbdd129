// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this room: where a 2D-Doc may stand on a page.
#pragma once

#include <opencv2/core.hpp>

#include <vector>

namespace escale::reading {

/// Squares of 8 to 45 mm whose grey changes all the time in every direction, the densest first, at
/// most `most`. `page`: 8-bit grey, `dpi` points an inch.
std::vector<cv::Rect> symbolRegions(const cv::Mat& page, double dpi, std::size_t most);

} // namespace escale::reading
