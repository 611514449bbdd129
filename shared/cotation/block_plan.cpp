// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/block_plan.h"

#include "shared/cotation/block_planner.h"
#include "shared/cotation/score.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace escale::cotation {
namespace {

constexpr int kFullDecimals = 4;              // of fixed point
constexpr double kExact = 4503599627370496.0; // 2^52
constexpr double kMostColumn = std::numeric_limits<std::int32_t>::max();
constexpr std::array<double, 9> kTens{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};

double tens(int exponent) {
    return kTens[static_cast<std::size_t>(exponent)];
}

/// Of what people declare, two decimals; counts have none.
int decimalsOf(SlotKind kind) {
    return kind == SlotKind::surface || kind == SlotKind::rent || kind == SlotKind::aid ||
                   kind == SlotKind::resources
               ? 2
               : 0;
}

double folded(StepKind kind, double left, double right) {
    if (std::isnan(left) || std::isnan(right))
        return std::numeric_limits<double>::quiet_NaN();
    switch (kind) {
    case StepKind::add:
        return left + right;
    case StepKind::subtract:
        return left - right;
    case StepKind::multiply:
        return left * right;
    case StepKind::least:
        return std::min(left, right);
    case StepKind::greatest:
        return std::max(left, right);
    default:
        return std::trunc(left / right);
    }
}

StepKind stepOf(Op op) {
    switch (op) {
    case Op::sum:
        return StepKind::add;
    case Op::difference:
        return StepKind::subtract;
    case Op::product:
        return StepKind::multiply;
    case Op::least:
        return StepKind::least;
    default:
        return StepKind::greatest;
    }
}

} // namespace

void BlockPlanner::checkBound(double bound) {
    m_plan.exact = m_plan.exact && bound < kExact;
}

BlockPlanner::Number BlockPlanner::constant(std::int64_t fixedPoint) const {
    int decimals = kFullDecimals;
    while (decimals > 0 && fixedPoint % 10 == 0) {
        fixedPoint /= 10;
        --decimals;
    }
    const auto value = static_cast<double>(fixedPoint);
    return {{true, 0, value}, decimals, std::abs(value)};
}

BlockPlanner::Number BlockPlanner::step(StepKind kind, const Number& left, const Number& right,
                                        int decimals, double bound) {
    checkBound(bound);
    if (left.operand.constant && right.operand.constant)
        return {{true, 0, folded(kind, left.operand.value, right.operand.value)}, decimals, bound};
    Step step;
    step.kind = kind;
    step.to = m_plan.numberLanes++;
    step.left = left.operand;
    step.right = right.operand;
    m_plan.steps.push_back(step);
    return {{false, step.to, 0}, decimals, bound};
}

BlockPlanner::Number BlockPlanner::withDecimals(Number number, int decimals) {
    if (number.decimals == decimals)
        return number;
    const double factor = tens(decimals - number.decimals);
    return step(StepKind::multiply, number, {{true, 0, factor}, 0, factor}, decimals,
                number.bound * factor);
}

BlockPlanner::Number BlockPlanner::combined(Op op, Number left, Number right) {
    if (op == Op::product) {
        const int decimals = left.decimals + right.decimals;
        Number product = step(StepKind::multiply, left, right, decimals, left.bound * right.bound);
        if (decimals <= kFullDecimals)
            return product;
        // Fixed point keeps four decimals and drops the rest: so does the lane.
        const double factor = tens(decimals - kFullDecimals);
        return step(StepKind::truncate, product, {{true, 0, factor}, 0, factor}, kFullDecimals,
                    product.bound);
    }
    const int decimals = std::max(left.decimals, right.decimals);
    left = withDecimals(left, decimals);
    right = withDecimals(right, decimals);
    const bool adds = op == Op::sum || op == Op::difference;
    return step(stepOf(op), left, right, decimals,
                adds ? left.bound + right.bound : std::max(left.bound, right.bound));
}

std::uint16_t BlockPlanner::truthStep(Step step) {
    step.to = m_plan.truthLanes++;
    m_plan.steps.push_back(step);
    return step.to;
}

std::uint16_t BlockPlanner::column(std::vector<std::uint16_t>& columns, std::size_t slot) {
    columns.push_back(static_cast<std::uint16_t>(slot));
    return static_cast<std::uint16_t>(columns.size() - 1);
}

void BlockPlanner::slotNode(const Node& node) {
    const auto index = static_cast<std::size_t>(node.constant);
    Step step;
    if (node.boolean || m_program.slots[index].kind == SlotKind::home) {
        step.kind = StepKind::loadTruth; // of a home: its code, for homeIn alone
        step.column = column(m_plan.truthColumns, index);
        m_truths.back() = node.boolean ? truthStep(step) : step.column;
        return;
    }
    step.kind = StepKind::loadNumber;
    step.column = column(m_plan.numberColumns, index);
    step.to = m_plan.numberLanes++;
    m_plan.steps.push_back(step);
    const int decimals = decimalsOf(m_program.slots[index].kind);
    m_plan.numberDecimals.push_back(decimals);
    m_numbers.back() = {{false, step.to, 0}, decimals, kMostColumn};
}

void BlockPlanner::numberNode(const Node& node) {
    if (node.op == Op::constant) {
        m_numbers.back() = constant(node.constant);
        return;
    }
    if (node.op == Op::parameter) {
        const Cell cell =
            parameterCell(m_program.parameters[static_cast<std::size_t>(node.constant)], m_today);
        m_numbers.back() = constant(cell.value);
        if (!cell.known)
            m_numbers.back().operand.value = std::numeric_limits<double>::quiet_NaN();
        return;
    }
    Number result = m_numbers[m_program.operands[node.first]];
    for (std::uint16_t i = 1; i < node.count; ++i)
        result = combined(node.op, result, m_numbers[m_program.operands[node.first + i]]);
    m_numbers.back() = result;
}

void BlockPlanner::truthNode(const Node& node) {
    const NodeId* first = m_program.operands.data() + node.first;
    Step step;
    switch (node.op) {
    case Op::constant:
        step.kind = StepKind::always;
        step.mask = node.constant != 0 ? kTruthYes : kTruthNo;
        break;
    case Op::homeIn:
        step.kind = StepKind::homeIn;
        step.column = m_truths[*first];
        step.mask = node.constant;
        break;
    case Op::negation:
        step.kind = StepKind::negation;
        step.a = m_truths[*first];
        break;
    case Op::both:
    case Op::either:
        step.kind = node.op == Op::both ? StepKind::both : StepKind::either;
        step.a = m_truths[first[0]];
        for (std::uint16_t i = 1; i < node.count; ++i) {
            step.b = m_truths[first[i]];
            step.a = truthStep(step);
        }
        m_truths.back() = step.a;
        return;
    default: {
        const Number& left = m_numbers[first[0]];
        const Number& right = m_numbers[first[1]];
        const int decimals = std::max(left.decimals, right.decimals);
        step.left = withDecimals(left, decimals).operand;
        step.right = withDecimals(right, decimals).operand;
        step.kind = node.op == Op::less          ? StepKind::less
                    : node.op == Op::lessOrEqual ? StepKind::lessOrEqual
                                                 : StepKind::equal;
    }
    }
    m_truths.back() = truthStep(step);
}

void BlockPlanner::node(const Node& node) {
    m_numbers.emplace_back();
    m_truths.emplace_back();
    if (node.op == Op::slot)
        slotNode(node);
    else if (node.boolean)
        truthNode(node);
    else
        numberNode(node);
}

BlockPoints BlockPlanner::points(const PointRule& rule) {
    BlockPoints points;
    points.kind = rule.kind;
    points.points = rule.points;
    points.cap = rule.cap;
    if (rule.kind != PointRule::Kind::brackets && rule.kind != PointRule::Kind::perPeriod)
        return points;
    const Number& of = m_numbers[rule.of];
    points.of = of.operand;
    const auto scaled = [&](std::int64_t value) { // whole: bounds have no decimals
        return static_cast<double>(value) * tens(of.decimals) / static_cast<double>(kOne);
    };
    points.period = scaled(rule.period);
    for (const Bracket& bracket : rule.brackets) {
        const bool open = bracket.below == std::numeric_limits<std::int64_t>::max();
        points.rows.push_back(
            {scaled(bracket.from),
             open ? std::numeric_limits<double>::infinity() : scaled(bracket.below),
             bracket.points});
    }
    return points;
}

BlockLine BlockPlanner::line(const LineDef& def) {
    BlockLine line;
    line.condition = m_truths[def.condition];
    if (def.mode == Mode::external)
        line.confirmation = m_truths[def.confirmation];
    line.levelWithoutPiece = def.mode == Mode::declared ? kLevelPresent : kLevelValidated;
    line.malus = def.malus;
    line.group = def.groupIndex;
    line.pieces = def.pieces;
    for (const PointRule& rule : def.points)
        line.points.push_back(points(rule));
    return line;
}

BlockPlan BlockPlanner::plan() {
    for (const Node& each : m_program.nodes)
        node(each);
    for (const GridDef& grid : m_program.grids)
        m_plan.grids.push_back(m_truths[grid.condition]);
    for (const ExclusionDef& exclusion : m_program.exclusions)
        m_plan.exclusions.push_back(m_truths[exclusion.condition]);
    for (const LineDef& each : m_program.lines)
        m_plan.lines.push_back(line(each));
    reuseLanes(m_plan);
    return std::move(m_plan);
}

BlockPlan planOf(const Program& program, const Date& today) {
    return BlockPlanner(program, today).plan();
}

} // namespace escale::cotation
