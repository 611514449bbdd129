// SPDX-License-Identifier: GPL-3.0-or-later
// A line of a bareme once compiled: its condition, its points by grid, its pieces.
#pragma once

#include "shared/cotation/bareme.h"
#include "shared/cotation/nodes.h"

#include <cstdint>
#include <string>
#include <vector>

namespace escale::cotation {

struct Requirement { // one piece as one line asks for it
    std::uint16_t piece = 0;
    std::uint16_t freshMonths = 0; // 0: no rule of its own
    bool operator==(const Requirement&) const = default;
};

/// Postfix tree of pieces: leaf pushes, all and anyOf take `count` results.
struct PieceNode {
    enum class Kind : std::uint8_t { leaf, all, anyOf } kind = Kind::leaf;
    std::uint16_t value = 0; // leaf: requirement; else number of operands
};

struct Bracket {
    std::int64_t from = 0;
    std::int64_t below = 0; // INT64_MAX: no upper bound
    int points = 0;
};

struct PointRule {
    enum class Kind : std::uint8_t { absent, fixed, brackets, perPeriod } kind = Kind::absent;
    int points = 0; // fixed; perPeriod: points of one period
    NodeId of = 0;  // brackets, perPeriod
    std::vector<Bracket> brackets;
    std::int64_t period = kOne;
    int cap = 0; // perPeriod: the most it gives
    /// The most it can give.
    [[nodiscard]] int most() const;
};

struct LineDef {
    std::string code, label, hint, source, group;
    Mode mode = Mode::automatic;
    bool malus = false;
    bool first = false; // must weigh more than every other (DALO)
    std::uint16_t groupIndex = 0;
    NodeId condition = 0;
    NodeId confirmation = 0;                         // external only
    std::vector<PointRule> points;                   // per grid
    std::vector<PieceNode> pieces;                   // empty: none asked for
    std::vector<std::vector<std::uint16_t>> clauses; // requirements: one of each is needed
    std::vector<std::uint16_t> reads;                // indices in Program::named
};

} // namespace escale::cotation
