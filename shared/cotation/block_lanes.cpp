// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/block_planner.h"

#include <algorithm>

namespace escale::cotation {
namespace {

bool makesNumber(const Step& step) {
    return step.kind <= StepKind::truncate;
}

bool readsNumbers(const Step& step) {
    return (makesNumber(step) && step.kind != StepKind::loadNumber) || step.kind >= StepKind::less;
}

/// Lanes of numbers are large: one is used again once nobody reads it, so that all stay in the
/// nearest cache.
class LaneReuse {
public:
    explicit LaneReuse(BlockPlan& plan)
        : m_plan(plan)
        , m_lastRead(plan.numberLanes, 0)
        , m_now(plan.numberLanes, 0) {}

    void run() {
        for (std::size_t i = 0; i < m_plan.steps.size(); ++i)
            forOperands(m_plan.steps[i], [&](Operand& operand) { m_lastRead[operand.lane] = i; });
        for (BlockLine& line : m_plan.lines)
            for (BlockPoints& points : line.points)
                if (!points.of.constant)
                    m_lastRead[points.of.lane] = m_plan.steps.size();
        for (std::size_t i = 0; i < m_plan.steps.size(); ++i)
            moveStep(m_plan.steps[i], i);
        for (BlockLine& line : m_plan.lines)
            for (BlockPoints& points : line.points)
                points.of.lane = m_now[points.of.lane];
        m_plan.numberLanes = m_lanes;
    }

private:
    template <class Use>
    static void forOperands(Step& step, const Use& use) {
        if (!readsNumbers(step))
            return;
        for (Operand* operand : {&step.left, &step.right})
            if (!operand->constant)
                use(*operand);
    }

    void moveStep(Step& step, std::size_t position) {
        std::vector<std::uint16_t> done;
        forOperands(step, [&](Operand& operand) {
            const std::uint16_t before = operand.lane;
            operand.lane = m_now[before];
            if (m_lastRead[before] == position &&
                std::find(done.begin(), done.end(), operand.lane) == done.end())
                done.push_back(operand.lane);
        });
        // The result takes a lane of its own: loops do not write where they read.
        if (makesNumber(step)) {
            const std::uint16_t before = step.to;
            if (m_free.empty())
                m_free.push_back(m_lanes++);
            step.to = m_now[before] = m_free.back();
            m_free.pop_back();
            if (m_lastRead[before] == 0) // nobody reads it
                done.push_back(step.to);
        }
        m_free.insert(m_free.end(), done.begin(), done.end());
    }

    BlockPlan& m_plan;
    std::vector<std::size_t> m_lastRead;
    std::vector<std::uint16_t> m_now, m_free;
    std::uint16_t m_lanes = 0;
};

} // namespace

void reuseLanes(BlockPlan& plan) {
    LaneReuse(plan).run();
}

} // namespace escale::cotation
