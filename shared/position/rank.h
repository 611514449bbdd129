// SPDX-License-Identifier: GPL-3.0-or-later
// The place of a note among others, by counting: competition rank, ties share the best place.
#pragma once

#include <cstdint>
#include <span>

namespace escale::position {

/// Under this number of demandes nothing exact is shown. INSEE's rule for fiscal grids; a
/// parameter everywhere, since no text imposes it on notes.
inline constexpr int kLeastShown = 11;

struct Rank {
    int rank = 1; // 1 + how many are strictly above
    int ties = 0; // demandes with this very note, one's own included
    int of = 0;
    int above = 0;
    int below = 0;
    bool operator==(const Rank&) const = default;
};

/// `notes` are those of one cell (commune and typology), one's own included.
Rank rankOf(std::span<const int> notes, int mine);

/// Rank of every demande within its cell, from one pass of counting: `cells` below `cellCount`,
/// notes from 0 to 255 (others are taken as the nearest). All three have the same length.
void rankAll(std::span<const std::uint32_t> cells, std::span<const std::uint8_t> notes,
             std::uint32_t cellCount, std::span<std::uint32_t> ranks);

} // namespace escale::position
