// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/block.h"
#include "shared/cotation/block_kernels.h"
#include "shared/cotation/program.h"

#include <algorithm>
#include <array>

namespace escale::cotation {
namespace {

using Bytes1024 = std::array<std::uint8_t, kBlockRows>;
using Sums1024 = std::array<std::int16_t, kBlockRows>;

/// How far points must count for a total to take them.
constexpr std::uint8_t kPotential = kLevelExpired, kRetained = kLevelPresent,
                       kValidated = kLevelValidated;

bool dependsOnNumber(const BlockPoints& rule) {
    return rule.kind == PointRule::Kind::brackets || rule.kind == PointRule::Kind::perPeriod;
}

class BlockRunner {
public:
    BlockRunner(const Columns& columns, Totals& totals)
        : m_columns(columns)
        , m_plan(columns.plan())
        , m_program(*columns.bareme().program())
        , m_totals(totals)
        , m_numbers(m_plan.numberLanes)
        , m_truths(m_plan.truthLanes)
        , m_levels(m_plan.lines.size())
        , m_worth(m_plan.lines.size()) {
        for (const Bytes1024& lane : m_truths)
            m_seen.push_back(lane.data());
    }

    void run(std::size_t first, Wanted wanted) {
        m_first = first;
        for (const Step& step : m_plan.steps)
            runStep(step);
        for (std::size_t i = 0; i < m_plan.lines.size(); ++i)
            runLevels(m_plan.lines[i], m_levels[i]);
        runGrids(wanted);
    }

private:
    kernels::Source source(const Operand& operand) const {
        return {operand.constant ? nullptr : m_numbers[operand.lane].data(), operand.value};
    }

    void runStep(const Step& step);
    void runLevels(const BlockLine& line, Bytes1024& level);
    const std::uint8_t* pieceState(const BlockLine& line);
    void runGrids(Wanted wanted);
    /// Points of the lines of a grid that depend on a number.
    void runPoints(std::size_t grid);
    void sum(std::size_t grid, std::uint8_t least, Sums1024& total);
    void keepWorth(std::size_t grid, const Bytes1024& taken);
    void clearExcluded(Wanted wanted);
    void runMarks();

    const Columns& m_columns;
    const BlockPlan& m_plan;
    const Program& m_program;
    Totals& m_totals;
    std::size_t m_first = 0;
    std::vector<std::array<double, kBlockRows>> m_numbers;
    std::vector<Bytes1024> m_truths, m_levels;
    std::vector<const std::uint8_t*> m_seen; // where each truth stands: its lane, or its column
    std::array<Bytes1024, kMaxPieceNodes> m_stack{};
    std::vector<Bytes1024> m_points; // by line, for the grid at hand
    std::vector<Bytes1024> m_worth;  // the same, for the grid that each row takes
    std::array<std::array<std::uint64_t, kBlockRows>, 5> m_masks{};
    Sums1024 m_group{};
};

void BlockRunner::runStep(const Step& step) {
    switch (step.kind) {
    case StepKind::loadNumber:
        return kernels::loadNumbers(m_columns.numbers()[step.column].data() + m_first,
                                    m_numbers[step.to].data());
    case StepKind::loadTruth:
        m_seen[step.to] = m_columns.truths()[step.column].data() + m_first;
        return;
    case StepKind::homeIn:
        return kernels::homeIn(m_columns.truths()[step.column].data() + m_first, step.mask,
                               m_truths[step.to].data());
    case StepKind::always:
        return kernels::fill(static_cast<std::uint8_t>(step.mask), m_truths[step.to].data());
    case StepKind::both:
        return kernels::lower(m_seen[step.a], m_seen[step.b], m_truths[step.to].data());
    case StepKind::either:
        return kernels::higher(m_seen[step.a], m_seen[step.b], m_truths[step.to].data());
    case StepKind::negation:
        return kernels::opposite(m_seen[step.a], m_truths[step.to].data());
    case StepKind::less:
    case StepKind::lessOrEqual:
    case StepKind::equal:
        return kernels::compare(step.kind, source(step.left), source(step.right),
                                m_truths[step.to].data());
    default:
        return kernels::numbers(step.kind, source(step.left), source(step.right),
                                m_numbers[step.to].data());
    }
}

const std::uint8_t* BlockRunner::pieceState(const BlockLine& line) {
    const auto column = [&](const PieceNode& node) {
        return m_columns.requirements()[node.value].data() + m_first;
    };
    if (line.pieces.size() == 1)
        return column(line.pieces.front());
    std::size_t top = 0;
    for (const PieceNode& node : line.pieces) {
        if (node.kind == PieceNode::Kind::leaf) {
            std::copy(column(node), column(node) + kBlockRows, m_stack[top++].data());
            continue;
        }
        for (std::uint16_t i = 1; i < node.value; ++i) {
            const std::uint8_t* right = m_stack[--top].data();
            std::uint8_t* left = m_stack[top - 1].data();
            if (node.kind == PieceNode::Kind::all)
                kernels::together(right, left);
            else
                kernels::higher(left, right, left);
        }
    }
    return m_stack[0].data();
}

void BlockRunner::runLevels(const BlockLine& line, Bytes1024& level) {
    const std::uint8_t* state = line.pieces.empty() ? nullptr : pieceState(line);
    const std::uint8_t* confirmation = line.confirmation ? m_seen[*line.confirmation] : nullptr;
    kernels::levels(m_seen[line.condition], confirmation, state, line.levelWithoutPiece,
                    level.data());
}

void BlockRunner::runPoints(std::size_t grid) {
    m_points.resize(m_plan.lines.size());
    for (std::size_t i = 0; i < m_plan.lines.size(); ++i) {
        const BlockPoints& rule = m_plan.lines[i].points[grid];
        if (dependsOnNumber(rule))
            kernels::points(rule, source(rule.of), m_points[i].data());
    }
}

void BlockRunner::sum(std::size_t grid, std::uint8_t least, Sums1024& total) {
    total.fill(0);
    for (std::size_t g = 0; g < m_program.groups.size(); ++g) {
        const GroupDef& group = m_program.groups[g];
        const bool plain = !group.best && group.cap < 0;
        std::int16_t* into = plain ? total.data() : m_group.data();
        for (std::size_t i = 0; i < m_plan.lines.size(); ++i) {
            const BlockLine& line = m_plan.lines[i];
            const BlockPoints& rule = line.points[grid];
            if (line.malus || line.group != g || rule.kind == PointRule::Kind::absent)
                continue;
            const std::uint8_t* lane =
                rule.kind == PointRule::Kind::fixed ? nullptr : m_points[i].data();
            if (group.best)
                kernels::bestPoints(m_levels[i].data(), least, lane, rule.points, into);
            else
                kernels::addPoints(m_levels[i].data(), least, lane, rule.points, into);
        }
        if (!plain)
            kernels::closeGroup(group.cap, m_group.data(), total.data());
    }
    for (std::size_t i = 0; i < m_plan.lines.size(); ++i)
        if (m_plan.lines[i].malus && m_plan.lines[i].points[grid].kind == PointRule::Kind::fixed)
            kernels::addPoints(m_levels[i].data(), kRetained, nullptr,
                               m_plan.lines[i].points[grid].points, total.data());
    kernels::bound(m_program.totalCap, m_program.totalFloor, total.data());
}

void BlockRunner::runGrids(Wanted wanted) {
    Bytes1024 open, taken;
    open.fill(1);
    Sums1024 total;
    std::uint8_t* chosen = m_totals.grid.data() + m_first;
    std::fill(chosen, chosen + kBlockRows, UINT8_MAX);
    for (std::size_t grid = 0; grid < m_plan.grids.size(); ++grid) {
        runPoints(grid);
        sum(grid, kRetained, total);
        kernels::chooseGrid(m_seen[m_plan.grids[grid]], static_cast<std::uint8_t>(grid),
                            total.data(), open.data(), chosen, m_totals.retained.data() + m_first,
                            taken.data());
        if (wanted == Wanted::retained)
            continue;
        sum(grid, kValidated, total);
        kernels::copyTaken(taken.data(), total.data(), m_totals.validated.data() + m_first);
        sum(grid, kPotential, total);
        kernels::copyTaken(taken.data(), total.data(), m_totals.potential.data() + m_first);
        if (wanted == Wanted::explained)
            keepWorth(grid, taken);
    }
    clearExcluded(wanted);
    if (wanted == Wanted::explained)
        runMarks();
}

void BlockRunner::keepWorth(std::size_t grid, const Bytes1024& taken) {
    for (std::size_t i = 0; i < m_plan.lines.size(); ++i)
        if (dependsOnNumber(m_plan.lines[i].points[grid]))
            kernels::copyBytes(taken.data(), m_points[i].data(), m_worth[i].data());
        else // fixed points are never 0
            kernels::copyBytes(taken.data(), taken.data(), m_worth[i].data());
}

void BlockRunner::runMarks() {
    constexpr std::array<std::uint8_t, 5> kLevels{kLevelDeclared, kLevelPresent, kLevelValidated,
                                                  kLevelRefused, kLevelExpired};
    for (auto& masks : m_masks)
        masks.fill(0);
    Bytes1024 level;
    for (std::size_t i = 0; i < m_plan.lines.size(); ++i) {
        kernels::keepWhere(m_worth[i].data(), m_levels[i].data(), level.data());
        for (std::size_t mask = 0; mask < kLevels.size(); ++mask)
            kernels::mark(level.data(), kLevels[mask], kLevels[mask], static_cast<unsigned>(i),
                          m_masks[mask].data());
    }
    std::array<std::uint64_t, 256> lines{}; // those that each grid has; none when excluded
    for (std::size_t grid = 0; grid < m_program.grids.size(); ++grid)
        for (const std::uint16_t line : m_program.grids[grid].lines)
            lines[grid] |= std::uint64_t{1} << line;
    for (std::size_t row = 0; row < kBlockRows; ++row) {
        const std::uint64_t has = lines[m_totals.grid[m_first + row]];
        m_totals.marks[m_first + row] = {m_masks[0][row] & has, m_masks[1][row] & has,
                                         m_masks[2][row] & has, m_masks[3][row] & has,
                                         m_masks[4][row] & has};
    }
}

void BlockRunner::clearExcluded(Wanted wanted) {
    for (const std::uint16_t lane : m_plan.exclusions) {
        kernels::noteWhere(m_seen[lane], kNoGrid, m_totals.grid.data() + m_first);
        kernels::clearWhere(m_seen[lane], m_totals.retained.data() + m_first);
        if (wanted == Wanted::retained)
            continue;
        kernels::clearWhere(m_seen[lane], m_totals.validated.data() + m_first);
        kernels::clearWhere(m_seen[lane], m_totals.potential.data() + m_first);
    }
}

} // namespace

Totals scoreAll(const Columns& columns, Wanted wanted) {
    const std::size_t rows = (columns.size() + kBlockRows - 1) / kBlockRows * kBlockRows;
    Totals totals;
    const auto resize = [&](std::size_t size) {
        totals.retained.resize(size);
        totals.grid.resize(size);
        totals.validated.resize(wanted == Wanted::retained ? 0 : size);
        totals.potential.resize(wanted == Wanted::retained ? 0 : size);
        totals.marks.resize(wanted == Wanted::explained ? size : 0);
    };
    resize(rows);
    BlockRunner runner(columns, totals);
    for (std::size_t first = 0; first < columns.size(); first += kBlockRows)
        runner.run(first, wanted);
    for (const Columns::Apart& row : columns.apart()) {
        totals.retained[row.row] = row.retained;
        totals.grid[row.row] = row.grid;
        if (wanted == Wanted::retained)
            continue;
        totals.validated[row.row] = row.validated;
        totals.potential[row.row] = row.potential;
        if (wanted == Wanted::explained)
            totals.marks[row.row] = row.marks;
    }
    resize(columns.size());
    return totals;
}

} // namespace escale::cotation
