// SPDX-License-Identifier: GPL-3.0-or-later
// A Program at one date, laid out for blocks of demandes: steps over lanes instead of nodes.
//
// Truths are bytes: no 0, unknown 1, yes 2, so that Kleene's and is a minimum and his or a maximum.
// Numbers are doubles that hold whole numbers: each lane has its own count of decimals, unknown is
// NaN, and no value may reach 2^52, so that every operation is exact and agrees with the scalar
// path to the last unit. What does not fit is scored by the scalar path.
#pragma once

#include "shared/base/date.h"
#include "shared/cotation/line.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace escale::cotation {

struct Program; // program.h, for this room only

inline constexpr std::size_t kBlockRows = 1024;
/// How far a line goes; 0 when its condition does not hold. From kLevelExpired on its points are
/// potential, from kLevelPresent on they are retained.
inline constexpr std::uint8_t kLevelRefused = 1, kLevelExpired = 2, kLevelDeclared = 3,
                              kLevelPresent = 4, kLevelValidated = 5;
inline constexpr std::uint8_t kTruthNo = 0, kTruthUnknown = 1, kTruthYes = 2;

enum class StepKind : std::uint8_t {
    // to a lane of numbers
    loadNumber, // column `a`
    add,
    subtract,
    multiply,
    least,
    greatest,
    truncate, // a ÷ 10^b, towards zero
    // to a lane of truths
    loadTruth, // column `a`
    homeIn,    // column `a`, bit mask in `mask`
    always,    // `mask` is the truth
    both,
    either,
    negation,
    less,
    lessOrEqual,
    equal,
};

struct Operand {
    bool constant = false;
    std::uint16_t lane = 0;
    double value = 0; // of a constant; NaN when it is unknown
};

struct Step {
    StepKind kind = StepKind::always;
    std::uint16_t to = 0;
    std::uint16_t column = 0;
    std::uint16_t a = 0, b = 0; // lanes of truths
    std::int64_t mask = 0;
    Operand left, right; // numbers
};

/// Points of one line in one grid.
struct BlockPoints {
    PointRule::Kind kind = PointRule::Kind::absent;
    int points = 0;
    int cap = 0;
    Operand of; // brackets, perPeriod
    double period = 1;
    struct Row {
        double from = 0, below = 0;
        int points = 0;
    };
    std::vector<Row> rows;
};

struct BlockLine {
    std::uint16_t condition = 0; // lane of truths
    std::optional<std::uint16_t> confirmation;
    std::uint8_t levelWithoutPiece = 0;
    bool malus = false;
    std::uint16_t group = 0;
    std::vector<PieceNode> pieces;   // leaves are requirements
    std::vector<BlockPoints> points; // per grid
};

struct BlockPlan {
    /// What each column holds: an index of Program::slots.
    std::vector<std::uint16_t> numberColumns, truthColumns;
    std::vector<int> numberDecimals; // of each number column, 0 or 2
    std::vector<Step> steps;
    std::uint16_t numberLanes = 0, truthLanes = 0;
    std::vector<std::uint16_t> grids, exclusions; // lanes of truths
    std::vector<BlockLine> lines;
    /// False when some value could reach 2^52: every row then takes the scalar path.
    bool exact = true;
};

BlockPlan planOf(const Program& program, const Date& today);

} // namespace escale::cotation
