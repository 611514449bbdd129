// SPDX-License-Identifier: GPL-3.0-or-later
// Files of demandes to score (format cotation-cases/1): what a person or a test wrote by hand.
// What cannot be believed (a rent below zero, a birth to come) is left unknown, and said.
#pragma once

#include "shared/base/result.h"
#include "shared/cotation/bareme.h"
#include "shared/cotation/facts.h"

#include <string>
#include <string_view>
#include <vector>

namespace escale::cotation {

struct Case {
    std::string id;
    /// Why it cannot be scored (no date), French; empty when it can.
    std::string refusal;
    Date date;     // of the calculation
    Commune asked; // empty when unknown
    Facts facts;
    std::vector<std::string> warnings; // French: what was left unknown, and why
};

/// Notes of one cell (commune and typology), and one of them.
struct RankCase {
    std::string id;
    std::vector<int> notes;
    int mine = 0;
};

struct CaseFile {
    std::vector<Case> cases;
    std::vector<RankCase> ranks;
};

/// Names of communes are those of the territory of `bareme`, else of any commune of France; INSEE
/// codes do as well. A name nobody knows is somewhere outside the territory, with a warning.
/// Errc::malformed when it is not such a file, Errc::tooLarge over kMaxJsonBytes.
Result<CaseFile> readCases(std::string_view json, const Bareme& bareme);

} // namespace escale::cotation
