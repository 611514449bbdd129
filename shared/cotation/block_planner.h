// SPDX-License-Identifier: GPL-3.0-or-later
// Nodes of a Program to the steps of a BlockPlan.
#pragma once

#include "shared/cotation/block_plan.h"
#include "shared/cotation/program.h"

#include <vector>

namespace escale::cotation {

class BlockPlanner {
public:
    BlockPlanner(const Program& program, const Date& today)
        : m_program(program)
        , m_today(today) {}

    BlockPlan plan();

private:
    /// A number that a node gives: value × 10^decimals, whole, at most `bound` in size.
    struct Number {
        Operand operand;
        int decimals = 0;
        double bound = 0;
    };

    void node(const Node& node);
    void slotNode(const Node& node);
    void numberNode(const Node& node);
    void truthNode(const Node& node);
    Number combined(Op op, Number left, Number right);
    Number withDecimals(Number number, int decimals);
    Number constant(std::int64_t fixedPoint) const;
    Number step(StepKind kind, const Number& left, const Number& right, int decimals, double bound);
    std::uint16_t truthStep(Step step);
    std::uint16_t column(std::vector<std::uint16_t>& columns, std::size_t slot);
    BlockLine line(const LineDef& line);
    BlockPoints points(const PointRule& rule);
    void checkBound(double bound);

    const Program& m_program;
    const Date& m_today;
    BlockPlan m_plan;
    std::vector<Number> m_numbers;       // by node
    std::vector<std::uint16_t> m_truths; // by node
};

/// Numbers the lanes of numbers anew, so that one serves again once nobody reads it.
void reuseLanes(BlockPlan& plan);

} // namespace escale::cotation
