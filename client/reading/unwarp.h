// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this room: a symbol on crumpled paper made square again.
#pragma once

#include <opencv2/core.hpp>

#include <optional>

namespace escale::reading {

/// Follows the four curved sides of the dark square in `region` (8-bit grey, white around it) and
/// draws what is inside as a square that it fills, `dpi` being that of `region`. Nothing when
/// there is no such square.
std::optional<cv::Mat> unwarped(const cv::Mat& region, double dpi);

} // namespace escale::reading
