// SPDX-License-Identifier: GPL-3.0-or-later
// Straight lines among the edges, and where along each of them there really is an edge.
#pragma once

#include "client/scan/edges.h"
#include "client/scan/geometry.h"

#include <optional>
#include <vector>

namespace escale::scan {

/// The points p with nx·x + ny·y = rho, (nx, ny) being a unit vector.
struct Line {
    double nx = 1, ny = 0, rho = 0;
    double angle = 0;    // of the normal, 0 to 180 degrees
    bool border = false; // a side of the picture itself, not an edge in it

    /// Place along the line, in points.
    [[nodiscard]] double along(const Point& p) const { return ny * p.x - nx * p.y; }
    [[nodiscard]] Point at(double t) const { return {nx * rho + ny * t, ny * rho - nx * t}; }
    /// Share of the places from `from` to `to` that have an edge; places outside the picture, or
    /// hidden, are left out; `visible` says how many remain.
    [[nodiscard]] double support(double from, double to, double* visible = nullptr) const;
    /// Hides the places inside `quad`, `margin` points around it included.
    void hide(const Quad& quad, double margin);

    double first = 0;               // place of sums[0]
    std::vector<std::int32_t> sums; // edges before each place
    std::vector<std::int32_t> seen; // places before each place that are not hidden
};

/// The strongest lines first, then the four sides of the picture.
std::vector<Line> linesOf(const EdgeMap& edges);

std::optional<Point> crossing(const Line& a, const Line& b);
/// Between the normals, 0 to 90 degrees.
double angleBetween(const Line& a, const Line& b);

} // namespace escale::scan
