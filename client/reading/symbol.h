// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this room: the DataMatrix of a region of a page.
#pragma once

#include <opencv2/core.hpp>

#include <optional>
#include <string>

namespace escale::reading {

struct Symbol {
    std::string bytes;
    int turn = 0; // quarter turns clockwise that put it upright, 0 to 3
};

/// The symbol in `box` of `page`, tried as it is, larger, made square again, with its
/// light evened. At most some tens of milliseconds.
std::optional<Symbol> readSymbol(const cv::Mat& page, const cv::Rect& box, double dpi);

} // namespace escale::reading
