// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of a demande against the pieces that lines ask for.
#include "shared/cotation/calendar.h"
#include "shared/cotation/score.h"

#include <algorithm>

namespace escale::cotation {

Date endOf(const Piece& piece, const Requirement& wanted, const DateRules& rules) {
    Date end;
    if (!piece.expiresOn.empty())
        end = expiredOn(piece.expiresOn, rules);
    if (wanted.freshMonths != 0 && !piece.issuedOn.empty()) {
        const Date stale = expiredOn(addMonths(piece.issuedOn, wanted.freshMonths), rules);
        if (end.empty() || stale < end)
            end = stale;
    }
    return end;
}

void fillRequirements(const Inputs& in, const Date& today, std::vector<PieceState>& states) {
    const Program& program = in.program;
    states.assign(program.requirements.size(), PieceState::absent);
    for (const Piece& piece : in.facts.pieces)
        for (std::size_t i = 0; i < states.size(); ++i) {
            const Requirement& wanted = program.requirements[i];
            if (program.pieces[wanted.piece].code != piece.type)
                continue;
            PieceState state = piece.state;
            const bool given = state == PieceState::present ||
                               (state == PieceState::validated && program.dates.expiryWithdraws);
            if (given) {
                const Date end = endOf(piece, wanted, program.dates);
                if (!end.empty() && end <= today)
                    state = PieceState::expired;
            }
            states[i] = std::max(states[i], state);
        }
}

} // namespace escale::cotation
