// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over a Program for one demande at one date. The engine calls it once for the note, and
// again for each date on which time alone could change it.
#pragma once

#include "shared/cotation/engine.h"
#include "shared/cotation/program.h"

#include <vector>

namespace escale::cotation {

struct Inputs {
    const Program& program;
    const Facts& facts;
    Commune asked;
};

struct Sums {
    int retenu = 0, valide = 0, potentiel = 0;
};

/// The moving part of a Note; kept between passes for its memory.
struct Score {
    std::vector<Cell> cells;
    std::vector<PieceState> requirements;
    std::size_t grid = 0;
    bool gridKnown = false;
    int exclusion = -1; // index, or -1
    int retenu = 0;
    int valide = 0;
    int potentiel = 0;
    std::vector<LineResult> lines;
    std::vector<Sums> groups; // before their caps
};

/// Value of one slot for the demande of `in`.
Cell slotCell(const Slot& slot, const Inputs& in, const Date& today);
/// The value in force: the latest one that has begun and that people could know of.
Cell parameterCell(const Parameter& parameter, const Date& today);
/// Values of all nodes, in order.
void fillCells(const Inputs& in, const Date& today, std::vector<Cell>& cells);
/// State of each requirement: the best of the pieces of its type.
void fillRequirements(const Inputs& in, const Date& today, std::vector<PieceState>& states);
/// First day on which `piece` no longer satisfies `wanted`; empty when that never comes.
Date endOf(const Piece& piece, const Requirement& wanted, const DateRules& rules);

/// Lines and totals of score.grid, from cells and requirements.
void scoreGrid(const Program& program, Score& score);
/// Everything, the grid included.
void fillScore(const Inputs& in, const Date& today, Score& score);

/// Next date on which the score differs from `score`, which holds at `today`.
Date nextChange(const Inputs& in, const Date& today, const Score& score);

} // namespace escale::cotation
