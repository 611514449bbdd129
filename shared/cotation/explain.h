// SPDX-License-Identifier: GPL-3.0-or-later
// Why a line gives what it gives: the facts it read, what decided, the pieces that would help.
#pragma once

#include "shared/base/json.h"
#include "shared/cotation/engine.h"

#include <string>
#include <string_view>
#include <vector>

namespace escale::cotation {

/// One value that was read. Views live as long as the Note.
struct FactUsed {
    std::string_view name;  // "logement.surface", "notion.taux_effort", "parametre.seuil_effort"
    std::string_view label; // French, for people
    std::string value;      // "34", "oui", "95585", "locataire_hlm"; empty when unknown
    std::string_view unit;  // "m2", "eur", "ans", "personnes"… may be empty
    bool known = false;
};

struct Explanation {
    LineResult line;
    std::string labelKey;  // "cotation.dalo"
    std::string_view hint; // French: when this line counts, from the bareme; may be empty
    std::string_view source;
    std::vector<FactUsed> facts;
    /// Names of the facts that kept the condition from being true (false or unknown).
    std::vector<std::string_view> deciding;
    /// Pieces that would give the points: one of each inner list. Empty when none is needed, or
    /// when the condition itself does not hold.
    std::vector<std::vector<std::string_view>> piecesToUnlock;
    /// Pieces, present or validated, that hold the points; empty when they need none.
    std::vector<std::string_view> piecesCounted;
};

/// `index` in note.lines.
Explanation explain(const Note& note, std::size_t index);

/// The whole note as one canonical record (fixed order of members, no clock), to show or to
/// archive: bareme id and version, engine version, date, commune, grid, totals, lines with facts.
json::object noteToJson(const Note& note);

} // namespace escale::cotation
