// SPDX-License-Identifier: GPL-3.0-or-later
// Where the pièces stand, and what an agent says of them.
#include "client/dossier/dossier_session.h"

#include "shared/dossier/judgement.h"

#include <algorithm>

namespace escale::client {

Result<pieces::PageStates> DossierSession::pageStates() {
    ESCALE_TRY_ASSIGN(rows, m_workspace.store().pagesOf(m_dossier.id));
    pieces::PageStates states;
    for (const KeptPage& row : rows)
        states[row.sha256Hex] = row.step == PageStep::sent      ? pieces::PageState::sent
                                : row.step == PageStep::refused ? pieces::PageState::refused
                                                                : pieces::PageState::waiting;
    return states;
}

Result<void> DossierSession::judgePiece(const PieceId& piece, pieces::State judgement,
                                        const std::string& refusal) {
    if (profile().isBorne())
        return fail(Errc::forbidden, "une borne ne juge pas un document");
    ESCALE_TRY_ASSIGN(queue, pageStates());
    const auto given = pieces::givenPieces(m_dossier, queue);
    const auto one = std::find_if(given.begin(), given.end(),
                                  [&](const auto& known) { return known.id == piece; });
    if (one == given.end())
        return fail(Errc::notFound, "ce document n’est pas là");
    const pieces::State now = one->state({}, today());
    if (!pieces::canMove(now, judgement, pieces::Actor::agent))
        return fail(Errc::forbidden, std::string(pieces::stateName(now)) + " ne devient pas " +
                                         std::string(pieces::stateName(judgement)));
    const bool refused = judgement == pieces::State::refused;
    if (refused && refusal.empty())
        return fail(Errc::invalidArgument, "il faut dire pourquoi le document est refusé");
    const std::string base = FieldPath{"pieces", ItemId(piece.str()), {}}.str();
    return apply({{base + ".avis", std::string(pieces::stateName(judgement)), 0},
                  {base + ".refus", refused ? Value(refusal) : Value(), 0},
                  {base + ".avis_sur", judgedFacts(m_dossier, piece.str()), 0}});
}

} // namespace escale::client
