// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/score.h"

#include "shared/cotation/calendar.h"

#include <algorithm>
#include <array>

namespace escale::cotation {
namespace {

/// Among alternatives the best counts, and one that was refused says more than one never given.
int rankAmongAlternatives(PieceState state) {
    return static_cast<int>(state); // absent, refused, expired, present, validated
}

/// Among pieces asked for together the worst counts: a refusal, then an expiry, then an absence.
int rankTogether(PieceState state) {
    constexpr std::array<int, 5> kRank{2, 0, 1, 3, 4};
    return kRank[static_cast<std::size_t>(state)];
}

PieceState stateOf(const LineDef& line, const std::vector<PieceState>& requirements) {
    std::array<PieceState, kMaxPieceNodes> stack{};
    std::size_t top = 0;
    for (const PieceNode& node : line.pieces) {
        if (node.kind == PieceNode::Kind::leaf) {
            stack[top++] = requirements[node.value];
            continue;
        }
        const bool all = node.kind == PieceNode::Kind::all;
        for (std::uint16_t i = 1; i < node.value; ++i) {
            const PieceState right = stack[--top];
            PieceState& left = stack[top - 1];
            if (all ? rankTogether(right) < rankTogether(left)
                    : rankAmongAlternatives(right) > rankAmongAlternatives(left))
                left = right;
        }
    }
    return stack[0];
}

/// Points of `rule`; unknown when its value is, absent when no bracket holds it.
struct Worth {
    bool known = true;
    bool applies = true;
    int points = 0;
};

Worth worthOf(const PointRule& rule, const std::vector<Cell>& cells) {
    if (rule.kind == PointRule::Kind::fixed)
        return {true, true, rule.points};
    const Cell& of = cells[rule.of];
    if (!of.known)
        return {false, false, 0};
    if (rule.kind == PointRule::Kind::perPeriod) {
        if (of.value < rule.period)
            return {true, false, 0};
        const std::int64_t periods = std::min<std::int64_t>(of.value / rule.period, rule.cap);
        return {true, true,
                static_cast<int>(std::min<std::int64_t>(periods * rule.points, rule.cap))};
    }
    for (const Bracket& bracket : rule.brackets)
        if (of.value >= bracket.from && of.value < bracket.below)
            return {true, true, bracket.points};
    return {true, false, 0};
}

void setState(LineResult& result, State state, Reason reason) {
    result.state = state;
    result.reason = reason;
    if (state == State::piecePresent || state == State::validated)
        result.retained = result.points;
}

void applyPieces(const LineDef& line, const std::vector<PieceState>& requirements,
                 LineResult& result) {
    if (line.pieces.empty())
        return setState(result,
                        line.mode == Mode::declared ? State::piecePresent : State::validated,
                        Reason::none);
    switch (stateOf(line, requirements)) {
    case PieceState::absent:
        return setState(result, State::declared, Reason::pieceMissing);
    case PieceState::refused:
        return setState(result, State::withdrawnRefused, Reason::pieceRefused);
    case PieceState::expired:
        return setState(result, State::withdrawnExpired, Reason::pieceExpired);
    case PieceState::present:
        return setState(result, State::piecePresent, Reason::none);
    case PieceState::validated:
        return setState(result, State::validated, Reason::none);
    }
}

LineResult scoreLine(const LineDef& line, const PointRule& rule, const Score& score) {
    LineResult result;
    result.code = line.code;
    result.label = line.label;
    const Cell& condition = score.cells[line.condition];
    const Worth worth = worthOf(rule, score.cells);
    result.points = worth.points;
    const bool holds = condition.known && condition.value != 0;
    if (condition.known && !holds)
        setState(result, line.mode == Mode::manual ? State::manual : State::notApplicable,
                 line.mode == Mode::manual ? Reason::notTicked : Reason::conditionFalse);
    else if (!holds || !worth.known)
        setState(result, State::unknown, Reason::factUnknown);
    else if (!worth.applies)
        setState(result, State::notApplicable, Reason::conditionFalse);
    else if (line.mode == Mode::external &&
             !(score.cells[line.confirmation].known && score.cells[line.confirmation].value != 0))
        setState(result, State::declared, Reason::notConfirmed);
    else
        applyPieces(line, score.requirements, result);
    return result;
}

/// How far the points of a line count: 0 not at all, 1 once proved, 2 provisionally, 3 for good.
int levelOf(State state) {
    switch (state) {
    case State::validated:
        return 3;
    case State::piecePresent:
        return 2;
    case State::declared:
    case State::withdrawnExpired:
        return 1;
    default:
        return 0;
    }
}

/// Adds a line to its group.
void count(const GroupDef& group, const LineResult& line, Sums& sums) {
    const int level = levelOf(line.state);
    const auto add = [&](int& total) {
        total = group.best ? std::max(total, line.points) : total + line.points;
    };
    if (level >= 1)
        add(sums.potentiel);
    if (level >= 2)
        add(sums.retenu);
    if (level >= 3)
        add(sums.valide);
}

void addCapped(const GroupDef& group, const Sums& sums, Sums& totals) {
    const auto capped = [&](int total) {
        return group.cap >= 0 ? std::min(total, group.cap) : total;
    };
    totals.retenu += capped(sums.retenu);
    totals.valide += capped(sums.valide);
    totals.potentiel += capped(sums.potentiel);
}

/// A group of which one line counts keeps the best.
void keepBest(const Program& program, std::size_t group, std::vector<LineResult>& lines) {
    const auto inGroup = [&](const LineResult& line) {
        const LineDef& def = program.lines[line.line];
        return !def.malus && def.groupIndex == group && line.retained > 0;
    };
    LineResult* best = nullptr;
    for (LineResult& line : lines)
        if (inGroup(line) && (!best || line.retained > best->retained ||
                              (line.retained == best->retained && line.code < best->code)))
            best = &line;
    for (LineResult& line : lines)
        if (inGroup(line) && &line != best) {
            line.retained = 0;
            line.reason = Reason::outweighed;
        }
}

int bounded(const Program& program, int total) {
    if (program.totalCap >= 0)
        total = std::min(total, program.totalCap);
    return std::max(total, program.totalFloor);
}

/// The grids that the facts do not rule out, the sure one last.
std::vector<std::size_t> possibleGrids(const Program& program, const std::vector<Cell>& cells) {
    std::vector<std::size_t> possible;
    for (std::size_t i = 0; i < program.grids.size(); ++i) {
        const Cell& cell = cells[program.grids[i].condition];
        if (!cell.known || cell.value != 0)
            possible.push_back(i);
        if (cell.known && cell.value != 0)
            break;
    }
    return possible;
}

int exclusionOf(const Program& program, const std::vector<Cell>& cells) {
    for (std::size_t i = 0; i < program.exclusions.size(); ++i) {
        const Cell& cell = cells[program.exclusions[i].condition];
        if (cell.known && cell.value != 0)
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace

void scoreGrid(const Program& program, Score& score) {
    score.lines.clear();
    score.groups.assign(program.groups.size(), Sums{});
    Sums totals;
    for (const std::uint16_t index : program.grids[score.grid].lines) {
        const LineDef& line = program.lines[index];
        LineResult& result =
            score.lines.emplace_back(scoreLine(line, line.points[score.grid], score));
        result.line = index;
        if (!line.malus) {
            count(program.groups[line.groupIndex], result, score.groups[line.groupIndex]);
            continue;
        }
        totals.retenu += result.retained;
        totals.valide += result.retained;
        totals.potentiel += result.retained;
    }
    for (std::size_t g = 0; g < program.groups.size(); ++g) {
        addCapped(program.groups[g], score.groups[g], totals);
        if (program.groups[g].best)
            keepBest(program, g, score.lines);
    }
    score.retenu = bounded(program, totals.retenu);
    score.valide = bounded(program, totals.valide);
    score.potentiel = bounded(program, totals.potentiel);
}

void fillScore(const Inputs& in, const Date& today, Score& score) {
    const Program& program = in.program;
    fillCells(in, today, score.cells);
    fillRequirements(in, today, score.requirements);
    score.exclusion = exclusionOf(program, score.cells);
    score.retenu = score.valide = score.potentiel = 0;
    score.lines.clear();
    const auto grids = possibleGrids(program, score.cells);
    score.gridKnown = grids.size() == 1;
    score.grid = grids.front();
    if (score.exclusion >= 0)
        return;
    scoreGrid(program, score);
    // A home nobody named leaves several grids: the one that gives the least is sure.
    std::size_t least = score.grid;
    int leastTotal = score.retenu;
    for (std::size_t i = 1; i < grids.size(); ++i) {
        score.grid = grids[i];
        scoreGrid(program, score);
        if (score.retenu < leastTotal) {
            least = score.grid;
            leastTotal = score.retenu;
        }
    }
    if (score.grid != least) {
        score.grid = least;
        scoreGrid(program, score);
    }
}

} // namespace escale::cotation
