// SPDX-License-Identifier: GPL-3.0-or-later
// Notes of millions of demandes at one date: the barème interpreted over blocks of 1,024 rows, with
// no code generated. The same totals as evaluate(), to the point (a property test says so).
#pragma once

#include "shared/cotation/bareme.h"
#include "shared/cotation/block_plan.h"
#include "shared/cotation/facts.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace escale::cotation {

/// Why a note is what it is, one bit a line (its index in Bareme::lines()): the lines of the grid
/// that give or could give points, and how far each goes. All false: the line does not apply, or a
/// fact is missing.
struct Marks {
    std::uint64_t declared = 0; // a proof is missing
    std::uint64_t present = 0, validated = 0;
    std::uint64_t refused = 0, expired = 0;
    bool operator==(const Marks&) const = default;
};

/// What a barème reads of many demandes, one column a fact. Facts that depend on the day (ages,
/// seniority, expiries) are those of the date given: another date is another set of columns.
class Columns {
public:
    Columns(const Bareme& bareme, const Date& today);

    void add(const Facts& facts, Commune asked);
    [[nodiscard]] std::size_t size() const { return m_rows; }
    /// Bytes of one row.
    [[nodiscard]] std::size_t width() const;

    // For the interpreter and for benchmarks. Columns are padded to whole blocks.
    [[nodiscard]] const BlockPlan& plan() const { return *m_plan; }
    [[nodiscard]] const Bareme& bareme() const { return m_bareme; }
    [[nodiscard]] const std::vector<std::vector<std::int32_t>>& numbers() const {
        return m_numbers;
    }
    [[nodiscard]] const std::vector<std::vector<std::uint8_t>>& truths() const { return m_truths; }
    [[nodiscard]] const std::vector<std::vector<std::uint8_t>>& requirements() const {
        return m_requirements;
    }
    /// This truth column holds a home (its code) and not a truth.
    [[nodiscard]] bool isHome(std::size_t truthColumn) const;
    /// A row that no column can hold (a rent of a thousand millions): scored when it was added.
    struct Apart {
        std::size_t row = 0;
        std::int16_t retained = 0, validated = 0, potential = 0;
        std::uint8_t grid = 0;
        Marks marks;
    };
    [[nodiscard]] const std::vector<Apart>& apart() const { return m_apart; }

private:
    void grow();
    bool store(const Facts& facts, Commune asked);

    Bareme m_bareme;
    Date m_today;
    std::shared_ptr<const BlockPlan> m_plan;
    std::size_t m_rows = 0;
    std::vector<std::vector<std::int32_t>> m_numbers;
    std::vector<std::vector<std::uint8_t>> m_truths, m_requirements;
    std::vector<Apart> m_apart;
    std::vector<PieceState> m_states; // kept for its memory
};

/// Grid of a demande that an exclusion keeps out of the notes and of the ranks (its totals are 0).
inline constexpr std::uint8_t kNoGrid = 255;

enum class Wanted : std::uint8_t { retained, all, explained };

/// One entry a row; what was not wanted stays empty.
struct Totals {
    std::vector<std::int16_t> retained;
    /// Index in Bareme::grids(), or kNoGrid.
    std::vector<std::uint8_t> grid;
    std::vector<std::int16_t> validated, potential; // all, explained
    std::vector<Marks> marks;                       // explained
};

/// Pure; one thread at a time for each `columns`, or several over different ones.
Totals scoreAll(const Columns& columns, Wanted wanted);

} // namespace escale::cotation
