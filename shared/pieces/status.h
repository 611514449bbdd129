// SPDX-License-Identifier: GPL-3.0-or-later
// Where each need stands: what was given for it, and for whom something still lacks.
#pragma once

#include "shared/pieces/given.h"
#include "shared/pieces/needs.h"

#include <string>
#include <vector>

namespace escale::pieces {

struct Status {
    Need need;
    State state = State::toProvide;   // of the person for whom it is worst
    std::string type;                 // of the pièce that counts; empty when none
    std::string refusal;              // see Given
    bool doubtful = false;            // an adviser should look at it
    std::vector<PieceId> pieces;      // those that count, without doubles
    std::vector<std::string> lacking; // people for whom it has to be given
    Date goodUntil;                   // last good day of those that count; empty: no end known
};

/// One for each need, in their order. A pièce whose person is not known is the demandeur's, or one
/// of the children's.
std::vector<Status> statusesOf(const std::vector<Need>& needs, const std::vector<Given>& given,
                               const Date& today);

/// Pièces that no need calls for: kept all the same.
std::vector<Given> besides(const std::vector<Need>& needs, const std::vector<Given>& given);

} // namespace escale::pieces
