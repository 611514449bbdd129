// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/geometry.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace escale::scan {
namespace {

using Polygon = std::vector<Point>;

double signedArea(std::span<const Point> points) {
    double twice = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point& a = points[i];
        const Point& b = points[(i + 1) % points.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return twice / 2;
}

double sideOf(const Point& from, const Point& to, const Point& p) {
    return (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x);
}

/// The part of `polygon` on the inner side of the line from `from` to `to` (Sutherland-Hodgman).
Polygon cut(const Polygon& polygon, const Point& from, const Point& to, double sign) {
    Polygon kept;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Point& a = polygon[i];
        const Point& b = polygon[(i + 1) % polygon.size()];
        const double da = sign * sideOf(from, to, a);
        const double db = sign * sideOf(from, to, b);
        if (da >= 0)
            kept.push_back(a);
        if ((da >= 0) != (db >= 0)) {
            const double t = da / (da - db);
            kept.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
        }
    }
    return kept;
}

} // namespace

double area(const Quad& quad) {
    return std::abs(signedArea(quad));
}

bool isOutline(const Quad& quad) {
    constexpr double kLeast = 32, kMost = 100'000; // points
    for (std::size_t i = 0; i < 4; ++i) {
        const Point& a = quad[i];
        const Point& b = quad[(i + 1) % 4];
        // Written so that what is not a number is refused.
        if (!(std::abs(a.x) < kMost && std::abs(a.y) < kMost) ||
            !(sideOf(a, b, quad[(i + 2) % 4]) > kLeast * kLeast / 4))
            return false;
    }
    return signedArea(quad) > kLeast * kLeast;
}

double overlap(const Quad& left, const Quad& right) {
    Polygon common(left.begin(), left.end());
    const double sign = signedArea(right) >= 0 ? 1 : -1;
    for (std::size_t i = 0; i < right.size(); ++i)
        common = cut(common, right[i], right[(i + 1) % right.size()], sign);
    const double both = std::abs(signedArea(common));
    const double either = area(left) + area(right) - both;
    return either > 0 ? both / either : 0;
}

double depth(const Quad& quad, const Point& p) {
    const double sign = signedArea(quad) >= 0 ? 1 : -1;
    double least = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < quad.size(); ++i) {
        const Point& a = quad[i];
        const Point& b = quad[(i + 1) % quad.size()];
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        if (length > 0)
            least = std::min(least, sign * sideOf(a, b, p) / length);
    }
    return least;
}

} // namespace escale::scan
