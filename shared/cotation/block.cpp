// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/block.h"

#include "shared/cotation/block_kernels.h"
#include "shared/cotation/score.h"

#include <algorithm>
#include <cstdlib>

namespace escale::cotation {

Columns::Columns(const Bareme& bareme, const Date& today)
    : m_bareme(bareme)
    , m_today(today)
    , m_plan(std::make_shared<const BlockPlan>(planOf(*bareme.program(), today)))
    , m_numbers(m_plan->numberColumns.size())
    , m_truths(m_plan->truthColumns.size())
    , m_requirements(bareme.program()->requirements.size()) {}

std::size_t Columns::width() const {
    return m_numbers.size() * sizeof(std::int32_t) + m_truths.size() + m_requirements.size();
}

bool Columns::isHome(std::size_t truthColumn) const {
    const std::uint16_t slot = m_plan->truthColumns[truthColumn];
    return m_bareme.program()->slots[slot].kind == SlotKind::home;
}

void Columns::grow() {
    if (m_rows % kBlockRows != 0)
        return;
    const std::size_t rows = m_rows + kBlockRows;
    for (auto& column : m_numbers)
        column.resize(rows, kernels::kNoNumber);
    for (auto& column : m_truths)
        column.resize(rows, kTruthUnknown);
    for (auto& column : m_requirements)
        column.resize(rows, 0);
}

bool Columns::store(const Facts& facts, Commune asked) {
    const Program& program = *m_bareme.program();
    const Inputs in{program, facts, asked};
    bool fits = m_plan->exact;
    for (std::size_t i = 0; i < m_numbers.size(); ++i) {
        const Cell cell = slotCell(program.slots[m_plan->numberColumns[i]], in, m_today);
        const std::int64_t value =
            cell.value / (m_plan->numberDecimals[i] == 2 ? kOne / 100 : kOne);
        fits = fits && std::abs(value) < INT32_MAX;
        m_numbers[i][m_rows] = cell.known ? static_cast<std::int32_t>(value) : kernels::kNoNumber;
    }
    for (std::size_t i = 0; i < m_truths.size(); ++i) {
        const Slot& slot = program.slots[m_plan->truthColumns[i]];
        const Cell cell = slotCell(slot, in, m_today);
        const auto known =
            static_cast<std::uint8_t>(slot.kind == SlotKind::home ? cell.value : cell.value * 2);
        const std::uint8_t unknown = slot.kind == SlotKind::home ? 0 : kTruthUnknown;
        m_truths[i][m_rows] = cell.known ? known : unknown;
    }
    fillRequirements(in, m_today, m_states);
    for (std::size_t i = 0; i < m_requirements.size(); ++i)
        m_requirements[i][m_rows] = static_cast<std::uint8_t>(m_states[i]);
    return fits;
}

namespace {

Marks marksOf(const Score& score) {
    Marks marks;
    for (const LineResult& line : score.lines) {
        const std::uint64_t bit = line.points != 0 ? std::uint64_t{1} << line.line : 0;
        marks.declared |= line.state == State::declared ? bit : 0;
        marks.present |= line.state == State::piecePresent ? bit : 0;
        marks.validated |= line.state == State::validated ? bit : 0;
        marks.refused |= line.state == State::withdrawnRefused ? bit : 0;
        marks.expired |= line.state == State::withdrawnExpired ? bit : 0;
    }
    return marks;
}

} // namespace

void Columns::add(const Facts& facts, Commune asked) {
    grow();
    if (!store(facts, asked)) {
        Score score;
        fillScore({*m_bareme.program(), facts, asked}, m_today, score);
        const bool out = score.exclusion >= 0;
        m_apart.push_back({m_rows, static_cast<std::int16_t>(score.retenu),
                           static_cast<std::int16_t>(score.valide),
                           static_cast<std::int16_t>(score.potentiel),
                           out ? kNoGrid : static_cast<std::uint8_t>(score.grid), marksOf(score)});
    }
    ++m_rows;
}

} // namespace escale::cotation
