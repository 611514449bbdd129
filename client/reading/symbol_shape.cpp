// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/reading/symbol_shape.h"

namespace escale::reading {

int regionsOf(int size) {
    return size < 32 ? 1 : size < 64 ? 2 : size < 120 ? 4 : 6;
}

void drawSides(cv::Mat& modules, int regions) {
    const int region = modules.rows / regions;
    for (int row = 0; row < modules.rows; ++row) {
        for (int column = 0; column < modules.cols; ++column) {
            const int down = row % region;
            const int right = column % region;
            std::uint8_t& module = modules.at<std::uint8_t>(row, column);
            if (right == 0 || down == region - 1)
                module = 0;
            else if (down == 0)
                module = right % 2 == 0 ? 0 : 255;
            else if (right == region - 1)
                module = down % 2 == 1 ? 0 : 255;
        }
    }
}

} // namespace escale::reading
