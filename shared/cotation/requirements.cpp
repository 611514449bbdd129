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

namespace {

PieceState stateOf(const Piece& piece, const Requirement& wanted, const Date& today,
                   const DateRules& rules) {
    const bool mayExpire = piece.state == PieceState::present ||
                           (piece.state == PieceState::validated && rules.expiryWithdraws);
    if (!mayExpire)
        return piece.state;
    const Date end = endOf(piece, wanted, rules);
    return !end.empty() && end <= today ? PieceState::expired : piece.state;
}

} // namespace

void fillRequirements(const Inputs& in, const Date& today, std::vector<PieceState>& states) {
    const Program& program = in.program;
    states.assign(program.requirements.size(), PieceState::absent);
    for (const Piece& piece : in.facts.pieces) {
        const auto known =
            std::find_if(program.pieces.begin(), program.pieces.end(),
                         [&](const PieceDef& def) { return def.code == piece.type; });
        if (known == program.pieces.end())
            continue;
        for (const std::uint16_t i : known->requirements)
            states[i] =
                std::max(states[i], stateOf(piece, program.requirements[i], today, program.dates));
    }
}

} // namespace escale::cotation
