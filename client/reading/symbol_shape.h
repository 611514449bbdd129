// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this room: what every symbol of a size looks like (ECC 200, ISO/IEC 16022 table 7).
#pragma once

#include <opencv2/core.hpp>

#include <array>

namespace escale::reading {

/// Modules of a side of the square symbols from 20 on: a 2D-Doc is never smaller.
inline constexpr std::array kSymbolSizes{20, 22, 24, 26, 32, 36,  40,  44,  48, 52,
                                         64, 72, 80, 88, 96, 104, 120, 132, 144};

/// Data regions along a side. Each has its own dark left and bottom sides: lines inside the symbol.
int regionsOf(int size);

/// Draws the sides of every region on `modules`, one point a module: they are known, whatever was
/// read of them.
void drawSides(cv::Mat& modules, int regions);

} // namespace escale::reading
