// SPDX-License-Identifier: GPL-3.0-or-later
// The documents of scan_scenes.h, flat: invented pages and cards.
#pragma once

#include <opencv2/core.hpp>

namespace escale::tests {

struct Sheet {
    cv::Mat picture; // float, R, G, B
    cv::Mat mask;    // float, 1 on the sheet
    int margin = 0;  // empty points around it, where folds may push its edge
};

/// 210 x 297 mm; 85.6 x 53.98 mm with round corners.
Sheet pageSheet(cv::RNG& rng);
Sheet cardSheet(cv::RNG& rng);

/// Folds: `height` mm of relief move and shade the sheet.
void crumple(Sheet* sheet, cv::RNG& rng, double height);
/// A lamp's reflection, `width` of the sheet's width.
void glare(Sheet* sheet, cv::RNG& rng, double width);

} // namespace escale::tests
