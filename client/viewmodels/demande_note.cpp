// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/demande_note.h"

#include "shared/cotation/publications.h"

#include <utility>

namespace escale {

int DemandeNote::retained(const cotation::Facts& other) const {
    return cotation::evaluate(*bareme, other, sought.town, today).totalRetenu;
}

int DemandeNote::retainedFor(cotation::Commune town) const {
    return cotation::evaluate(*bareme, facts, town, today).totalRetenu;
}

cotation::Facts DemandeNote::with(std::string_view piece) const {
    cotation::Facts more = facts;
    more.pieces.push_back({std::string(piece), cotation::PieceState::present, {}, {}});
    return more;
}

std::optional<DemandeNote> demandeNoteOf(const Dossier& dossier, const Date& today) {
    cotation::Sought sought = cotation::soughtBy(dossier);
    const cotation::Bareme* bareme = cotation::baremeCovering(sought.town);
    if (!bareme)
        return std::nullopt;
    cotation::Facts facts = cotation::factsFromDossier(dossier, today);
    cotation::Note note = cotation::evaluate(*bareme, facts, sought.town, today);
    return DemandeNote{bareme, std::move(sought), std::move(facts), std::move(note), today};
}

} // namespace escale
