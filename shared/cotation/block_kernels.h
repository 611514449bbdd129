// SPDX-License-Identifier: GPL-3.0-or-later
// Loops over one block of kBlockRows rows, for the widest registers of the machine. Lanes never
// overlap, but where `out` is named as the left one.
#pragma once

#include "shared/cotation/block_plan.h"

#include <cstdint>

namespace escale::cotation::kernels {

/// A lane of numbers, or one number for all rows (`lane` null).
struct Source {
    const double* lane = nullptr;
    double value = 0;
};

/// Whole numbers of a column; kNoNumber is unknown.
inline constexpr std::int32_t kNoNumber = INT32_MIN;
void loadNumbers(const std::int32_t* column, double* out);
void numbers(StepKind kind, Source left, Source right, double* out);
void compare(StepKind kind, Source left, Source right, std::uint8_t* out);

void fill(std::uint8_t value, std::uint8_t* out);
void lower(const std::uint8_t* a, const std::uint8_t* b, std::uint8_t* out);  // min
void higher(const std::uint8_t* a, const std::uint8_t* b, std::uint8_t* out); // max
void opposite(const std::uint8_t* a, std::uint8_t* out);                      // 2 − a
/// Truth of "the home is one of `mask`"; 0 is an unknown home.
void homeIn(const std::uint8_t* homes, std::int64_t mask, std::uint8_t* out);

/// State of pieces asked for together (the worst): out = worst of out and `state`.
void together(const std::uint8_t* state, std::uint8_t* out);

/// How far a line goes (kLevel…). `confirmation` and `state` (a PieceState) may be null; `alone` is
/// the level without piece.
void levels(const std::uint8_t* condition, const std::uint8_t* confirmation,
            const std::uint8_t* state, std::uint8_t alone, std::uint8_t* out);

/// Points of brackets or of periods, 0 to 255; 0 when the number is unknown or nothing holds it.
void points(const BlockPoints& rule, Source of, std::uint8_t* out);

/// total += points where the level is at least `least`. `lane` null: `points` for all rows.
void addPoints(const std::uint8_t* level, std::uint8_t least, const std::uint8_t* lane, int points,
               std::int16_t* total);
/// The same, keeping the best.
void bestPoints(const std::uint8_t* level, std::uint8_t least, const std::uint8_t* lane, int points,
                std::int16_t* best);
/// total += least(group, cap); `cap` below 0: none. The group is zeroed.
void closeGroup(int cap, std::int16_t* group, std::int16_t* total);
void bound(int cap, int floor, std::int16_t* total);

/// Rows that grid `grid` takes: still open, not ruled out, and giving less than what was taken.
void chooseGrid(const std::uint8_t* condition, std::uint8_t grid, const std::int16_t* retained,
                std::uint8_t* open, std::uint8_t* chosen, std::int16_t* best, std::uint8_t* taken);
void copyTaken(const std::uint8_t* taken, const std::int16_t* from, std::int16_t* to);
/// Zero where an exclusion holds.
void clearWhere(const std::uint8_t* truth, std::int16_t* total);

/// level where the points are not 0, else 0.
void keepWhere(const std::uint8_t* worth, const std::uint8_t* level, std::uint8_t* out);
void copyBytes(const std::uint8_t* taken, const std::uint8_t* from, std::uint8_t* to);
/// Sets a bit of the masks where the level is from `least` to `most`.
void mark(const std::uint8_t* level, std::uint8_t least, std::uint8_t most, unsigned bit,
          std::uint64_t* masks);

/// `value` where an exclusion holds.
void noteWhere(const std::uint8_t* truth, std::uint8_t value, std::uint8_t* out);

} // namespace escale::cotation::kernels
