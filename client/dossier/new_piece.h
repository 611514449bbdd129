// SPDX-License-Identifier: GPL-3.0-or-later
// A pièce about to be kept, besides its pages.
#pragma once

#include "shared/pieces/given.h"

#include <string>

namespace escale::client {

/// A pièce to keep: what it is, whose, and what is known of it.
struct NewPiece {
    std::string type;   // code of the list "piece"
    std::string person; // pieces[].pour: "demandeur", "codemandeurs[ID]"; empty: the household
    pieces::PieceDates dates;
    bool doubtful = false; // kept after a photo that could be better: an adviser looks at it
};

} // namespace escale::client
