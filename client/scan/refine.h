// SPDX-License-Identifier: GPL-3.0-or-later
// The sides of a page placed to a fraction of a point, and how firmly they hold.
#pragma once

#include "client/scan/geometry.h"
#include "client/scan/levels.h"

#include <array>

namespace escale::scan {

struct Refined {
    Quad corners{};               // in points of the level
    std::array<double, 4> firm{}; // share of the visible part of each side with an edge on the line
    std::array<bool, 4> seen{};   // enough of the side to say the rest
    std::array<double, 4> step{}; // how much light or colour changes there, median
    /// Of the differences between outside and inside: how large their mean is, and its share of
    /// what it would be if all had the same direction.
    std::array<double, 4> contrast{};
    std::array<double, 4> steady{};
};

/// `start` may be `reach` points off. Sides outside the picture stay where they are, with `firm` 0.
/// What is inside `hidden` (another page that lies on this one) is not looked at.
Refined refine(const Level& level, const Quad& start, double reach, const Quad* hidden = nullptr);

} // namespace escale::scan
