// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this room: the modules of a DataMatrix read one by one, on a grid that gives way where
// the paper does.
#pragma once

#include <opencv2/core.hpp>

#include <vector>

namespace escale::reading {

// `square`: 8-bit grey from black to white, nothing but a symbol (ECC 200, square) that fills it,
// its finder on the left and at the bottom, straight but for two modules.

/// How many modules its side may have, the likeliest first; empty when its four sides are not those
/// of a symbol.
std::vector<int> likelySizes(const cv::Mat& square);

/// Its modules as clean squares with a quiet zone: the error correction of the symbol tells whether
/// `size` was right.
cv::Mat redrawn(const cv::Mat& square, int size);

} // namespace escale::reading
