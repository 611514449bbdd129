// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/reading/turned.h"

#include <algorithm>

namespace escale::reading {
namespace {

scan::Plane quarter(const scan::Plane& page) {
    scan::Plane turned{page.height, page.width, {}};
    turned.pixels.reserve(page.pixels.size());
    const auto width = static_cast<std::size_t>(page.width);
    for (std::size_t column = 0; column < width; ++column) {
        for (auto row = static_cast<std::size_t>(page.height); row-- > 0;)
            turned.pixels.push_back(page.pixels[row * width + column]);
    }
    return turned;
}

} // namespace

scan::Plane turned(const scan::Plane& page, int turns) {
    if (turns == 2) {
        scan::Plane half = page;
        std::reverse(half.pixels.begin(), half.pixels.end());
        return half;
    }
    scan::Plane result = page;
    for (int turn = 0; turn < turns; ++turn)
        result = quarter(result);
    return result;
}

Box turnedBack(const Box& box, const scan::Plane& page, int turns) {
    switch (turns) {
    case 1:
        return {box.y, page.height - box.x - box.width, box.height, box.width};
    case 2:
        return {page.width - box.x - box.width, page.height - box.y - box.height, box.width,
                box.height};
    case 3:
        return {page.width - box.y - box.height, box.x, box.height, box.width};
    default:
        return box;
    }
}

} // namespace escale::reading
