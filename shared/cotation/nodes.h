// SPDX-License-Identifier: GPL-3.0-or-later
// Expressions of a bareme once compiled: nodes over slots of facts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace escale::cotation {

/// Numbers are fixed point with four decimals: 34 m2 is 340 000. Products of amounts in cents and
/// rates in hundredths are exact, and there is no division on purpose.
inline constexpr std::int64_t kOne = 10'000;

using NodeId = std::uint16_t;

enum class Op : std::uint8_t {
    constant,  // `constant`
    slot,      // slots[constant]
    parameter, // parameters[constant] at the date
    homeIn,    // operand is the home; bit mask in `constant`
    both,      // and, by Kleene
    either,    // or, by Kleene
    negation,
    sum,
    difference,
    product,
    least,
    greatest,
    less,
    lessOrEqual,
    equal,
};

struct Node {
    Op op = Op::constant;
    bool boolean = false;
    std::uint16_t first = 0; // operands[first, first + count)
    std::uint16_t count = 0;
    std::int64_t constant = 0;
};

enum class SlotKind : std::uint8_t {
    seniorityYears,
    seniorityMonths,
    surface,
    rooms,
    rent,
    aid,
    resources,
    home,
    homeInEpci,
    homeInAsked,
    homeInFirst,
    workInEpci,
    workInAsked,
    workInFirst,
    declaration, // index
    guichet,     // text
    comDalo,
    countOf, // roles, ages
    exists,  // roles, ages
};

inline constexpr std::int16_t kAnyAge = -1;

struct Slot {
    SlotKind kind = SlotKind::home;
    std::uint8_t index = 0;
    std::uint8_t roles = 0;          // bit per Role
    std::int16_t ageFrom = kAnyAge;  // full years, included
    std::int16_t ageBelow = kAnyAge; // full years, excluded
    std::string text;
    /// Seniority only: values (full years or months) at which a line may change, ascending, and
    /// whether every step may matter.
    std::vector<std::int32_t> thresholds;
    bool everyStep = false;
};

} // namespace escale::cotation
