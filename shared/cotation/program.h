// SPDX-License-Identifier: GPL-3.0-or-later
// A bareme once compiled: flat tables that one pass reads from first to last. Nodes only point
// backwards, so that the same tables can be run over a block of demandes as over one.
#pragma once

#include "shared/cotation/bareme.h"
#include "shared/cotation/facts.h"

#include <array>
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
    workInEpci,
    workInAsked,
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

struct ParameterValue {
    std::int64_t value = 0; // fixed point
    Date validFrom;
    Date publishedOn; // empty when not known: then valid at once
};

struct Parameter {
    std::string code, label, unit;
    std::vector<ParameterValue> values; // by validFrom
};

/// What a person may be shown of a node: a fact, a notion or a parameter.
struct NamedNode {
    NodeId node = 0;
    std::string name;
    std::string label;
    std::string unit;
};

/// Rules of dates, all fields of the bareme (A02, A20).
struct DateRules {
    bool anniversaryIncluded = true; // the day itself counts
    bool lastDayOfMonth = true;      // a day that the month lacks: its last day, else the next day
    bool expiryIncluded = true;      // a piece is valid on its expiry day
};

struct Requirement { // one piece as one line asks for it
    std::uint16_t piece = 0;
    std::uint16_t freshMonths = 0; // 0: no rule of its own
    bool operator==(const Requirement&) const = default;
};

/// Postfix tree of pieces: leaf pushes, all and anyOf take `count` results.
struct PieceNode {
    enum class Kind : std::uint8_t { leaf, all, anyOf } kind = Kind::leaf;
    std::uint16_t value = 0; // leaf: requirement; else number of operands
};

struct Bracket {
    std::int64_t from = 0;
    std::int64_t below = 0; // INT64_MAX: no upper bound
    int points = 0;
};

struct PointRule {
    enum class Kind : std::uint8_t { absent, fixed, brackets, perPeriod } kind = Kind::absent;
    int points = 0; // fixed; perPeriod: points of one period
    NodeId of = 0;  // brackets, perPeriod
    std::vector<Bracket> brackets;
    std::int64_t period = kOne;
    int cap = 0; // perPeriod: the most it gives
    [[nodiscard]] int most() const;
};

struct LineDef {
    std::string code, label, hint, source, group;
    Mode mode = Mode::automatic;
    bool malus = false;
    bool first = false; // must weigh more than every other (DALO)
    std::uint16_t groupIndex = 0;
    NodeId condition = 0;
    NodeId confirmation = 0;                         // external only
    std::vector<PointRule> points;                   // per grid
    std::vector<PieceNode> pieces;                   // empty: none asked for
    std::vector<std::vector<std::uint16_t>> clauses; // requirements: one of each is needed
    std::vector<std::uint16_t> reads;                // indices in Program::named
};

struct GroupDef {
    std::string code, label;
    bool best = false; // only its best line counts
    int cap = -1;      // -1: none
};

struct GridDef {
    std::string code, label;
    NodeId condition = 0;
    int maxTotal = 0;
};

struct ExclusionDef {
    std::string code, label;
    NodeId condition = 0;
};

struct PieceDef {
    std::string code, label;
};

struct CommuneDef {
    Commune commune;
    std::string name;
};

inline constexpr std::size_t kMaxLines = 64;      // a mask of lines stays one word
inline constexpr std::size_t kMaxPieceNodes = 32; // of one line

struct Program {
    std::string id, label;
    int version = 0;
    Date validFrom;
    DateRules dates;
    std::vector<CommuneDef> communes;    // as in the file
    std::vector<std::int64_t> territory; // packed, sorted
    std::vector<Slot> slots;
    std::vector<Parameter> parameters;
    std::vector<Node> nodes;
    std::vector<NodeId> operands;
    std::vector<NamedNode> named;
    std::vector<PieceDef> pieces;
    std::vector<Requirement> requirements;
    std::vector<GridDef> grids; // the last one takes what the others leave
    std::vector<ExclusionDef> exclusions;
    std::vector<GroupDef> groups;
    std::vector<LineDef> lines;
    int totalCap = -1; // -1: none
    int totalFloor = 0;
    std::vector<Remark> warnings;
};

} // namespace escale::cotation
