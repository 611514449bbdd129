// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/position/rank.h"

#include <array>
#include <vector>

namespace escale::position {
namespace {

constexpr std::size_t kNotes = 256;

} // namespace

Rank rankOf(std::span<const int> notes, int mine) {
    Rank rank;
    for (const int note : notes) {
        rank.above += note > mine ? 1 : 0;
        rank.ties += note == mine ? 1 : 0;
        rank.below += note < mine ? 1 : 0;
    }
    rank.rank = 1 + rank.above;
    rank.of = static_cast<int>(notes.size());
    return rank;
}

void rankAll(std::span<const std::uint32_t> cells, std::span<const std::uint8_t> notes,
             std::uint32_t cellCount, std::span<std::uint32_t> ranks) {
    // Grouped by cell first, so that the 256 counters of a cell stay in the nearest cache.
    std::vector<std::uint32_t> ends(std::size_t{cellCount} + 1, 0);
    for (const std::uint32_t cell : cells)
        ++ends[cell + 1];
    for (std::size_t cell = 1; cell < ends.size(); ++cell)
        ends[cell] += ends[cell - 1];
    std::vector<std::uint32_t> order(cells.size());
    std::vector<std::uint32_t> at(ends.begin(), ends.end() - 1);
    for (std::uint32_t i = 0; i < cells.size(); ++i)
        order[at[cells[i]]++] = i;
    for (std::uint32_t cell = 0; cell < cellCount; ++cell) {
        std::array<std::uint32_t, kNotes> counts{};
        for (std::uint32_t i = ends[cell]; i < ends[cell + 1]; ++i)
            ++counts[notes[order[i]]];
        std::uint32_t above = 0;
        for (std::size_t note = kNotes; note-- > 0;) {
            const std::uint32_t here = counts[note];
            counts[note] = above + 1;
            above += here;
        }
        for (std::uint32_t i = ends[cell]; i < ends[cell + 1]; ++i)
            ranks[order[i]] = counts[notes[order[i]]];
    }
}

} // namespace escale::position
