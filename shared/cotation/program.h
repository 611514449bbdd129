// SPDX-License-Identifier: GPL-3.0-or-later
// A bareme once compiled: flat tables that one pass reads from first to last. Nodes only point
// backwards, so that the same tables can be run over a block of demandes as over one.
#pragma once

#include "shared/cotation/bareme.h"
#include "shared/cotation/facts.h"
#include "shared/cotation/line.h"
#include "shared/cotation/nodes.h"

#include <cstdint>
#include <string>
#include <vector>

namespace escale::cotation {

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
    bool expiryWithdraws = true;     // once expired, a piece no longer counts though validated
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
    std::vector<std::uint16_t> lines; // those that it has, as in the file
};

struct ExclusionDef {
    std::string code, label;
    NodeId condition = 0;
};

struct PieceDef {
    std::string code, label;
    std::vector<std::uint16_t> requirements; // those that it may satisfy
};

struct CommuneDef {
    Commune commune;
    std::string name;
};

inline constexpr std::size_t kMaxLines = 64;      // a mask of lines stays one word
inline constexpr std::size_t kMaxPieceNodes = 32; // of one line

struct Program {
    std::string id, label;
    std::string siren;
    std::string partial; // why it is not whole; empty when it is
    std::string hash;    // SHA-256 of the file, hexadecimal
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
