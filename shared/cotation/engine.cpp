// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/engine.h"

#include "shared/cotation/score.h"

#include <array>

namespace escale::cotation {

std::string_view name(State state) {
    constexpr std::array<std::string_view, 8> kNames{"non_applicable", "inconnu",          "manuel",
                                                     "declare",        "piece_presente",   "valide",
                                                     "retire:refus",   "retire:expiration"};
    return kNames[static_cast<std::size_t>(state)];
}

std::string_view textKey(Reason reason) {
    constexpr std::array<std::string_view, 9> kKeys{"",
                                                    "cotation.raison.condition_fausse",
                                                    "cotation.raison.fait_inconnu",
                                                    "cotation.raison.non_coche",
                                                    "cotation.raison.non_confirme",
                                                    "cotation.raison.piece_manquante",
                                                    "cotation.raison.piece_refusee",
                                                    "cotation.raison.piece_expiree",
                                                    "cotation.raison.autre_ligne"};
    return kKeys[static_cast<std::size_t>(reason)];
}

Note evaluate(const Bareme& bareme, const Facts& facts, Commune asked, Date today) {
    const Program& program = *bareme.program();
    const Inputs in{program, facts, asked};
    Score score;
    fillScore(in, today, score);
    Note note{bareme, today, asked, {}, false, {}, 0, 0, 0, {}, {}, {}, {}};
    note.grid = program.grids[score.grid].code;
    note.gridKnown = score.gridKnown;
    if (score.exclusion >= 0)
        note.exclusion = program.exclusions[static_cast<std::size_t>(score.exclusion)].code;
    note.totalRetenu = score.retenu;
    note.totalValide = score.valide;
    note.totalPotentiel = score.potentiel;
    note.nextChangeOn = nextChange(in, today, score);
    note.lines = std::move(score.lines);
    note.cells = std::move(score.cells);
    note.requirements = std::move(score.requirements);
    return note;
}

} // namespace escale::cotation
