// SPDX-License-Identifier: GPL-3.0-or-later
// Points and outlines in a photo, and pictures of one value a point. No OpenCV here.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace escale::scan {

/// A place in the photo as it is shown (its EXIF orientation applied): (0, 0) is its upper left
/// corner, (width, height) its lower right one. May lie outside the photo.
struct Point {
    double x = 0;
    double y = 0;

    bool operator==(const Point&) const = default;
};

/// Corners clockwise as one looks at the photo. The first is the upper left one of the page held
/// upright: an A4 has its short side up, an ID-1 card its long side. Upside down is not told.
using Quad = std::array<Point, 4>;

double area(const Quad& quad);
/// Area of both over area of either, of two convex outlines: 1 when they are the same.
double overlap(const Quad& left, const Quad& right);

/// Four corners clockwise, none of which is flat or turned in, of an area that can hold a page.
bool isOutline(const Quad& quad);

/// How far inside a convex outline a point is; negative outside of it.
double depth(const Quad& quad, const Point& p);

/// A grey picture, rows one after another without padding.
struct Plane {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;
};

} // namespace escale::scan
