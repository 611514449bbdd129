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

bool counts(const LineResult& result, State least) {
    switch (result.state) {
    case State::validated:
        return true;
    case State::piecePresent:
        return least != State::validated;
    case State::declared:
    case State::withdrawnExpired:
        return least == State::declared;
    default:
        return false;
    }
}

struct Totals {
    int retenu = 0, valide = 0, potentiel = 0;
};

/// A group of which one line counts keeps the best for each total; `lines` are those of the group.
void keepBest(std::vector<LineResult*>& lines) {
    LineResult* best = nullptr;
    for (LineResult* line : lines)
        if (line->retained > 0 && (!best || line->retained > best->retained ||
                                   (line->retained == best->retained && line->code < best->code)))
            best = line;
    for (LineResult* line : lines)
        if (line->retained > 0 && line != best) {
            line->retained = 0;
            line->reason = Reason::outweighed;
        }
}

int groupTotal(const GroupDef& group, const std::vector<LineResult*>& lines, State least) {
    int total = 0;
    for (const LineResult* line : lines)
        if (counts(*line, least))
            total = group.best ? std::max(total, line->points) : total + line->points;
    return group.cap >= 0 ? std::min(total, group.cap) : total;
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
    Totals totals;
    for (std::size_t i = 0; i < program.lines.size(); ++i) {
        const LineDef& line = program.lines[i];
        if (line.points[score.grid].kind == PointRule::Kind::absent)
            continue;
        score.lines.push_back(scoreLine(line, line.points[score.grid], score));
        LineResult& result = score.lines.back();
        result.line = static_cast<std::uint16_t>(i);
        const int malus = line.malus ? result.retained : 0;
        totals.retenu += malus;
        totals.valide += malus;
        totals.potentiel += malus;
    }
    std::vector<LineResult*> members;
    for (std::size_t g = 0; g < program.groups.size(); ++g) {
        members.clear();
        for (LineResult& result : score.lines)
            if (!program.lines[result.line].malus && program.lines[result.line].groupIndex == g)
                members.push_back(&result);
        const GroupDef& group = program.groups[g];
        totals.retenu += groupTotal(group, members, State::piecePresent);
        totals.valide += groupTotal(group, members, State::validated);
        totals.potentiel += groupTotal(group, members, State::declared);
        if (group.best)
            keepBest(members);
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
