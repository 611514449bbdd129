// SPDX-License-Identifier: GPL-3.0-or-later
// The pièces that a dossier has, and where each stands: from its fields, from what the server said,
// and from the queue of the device.
#pragma once

#include "shared/dossier/dossier.h"
#include "shared/pieces/freshness.h"
#include "shared/pieces/states.h"

#include <map>
#include <string>
#include <vector>

namespace escale::pieces {

/// Where a page is, as the device that sealed it knows.
enum class PageState { waiting, sent, refused };
/// By the SHA-256 name of the page. Empty on a device that has none of them.
using PageStates = std::map<std::string, PageState>;

struct Given {
    PieceId id;
    std::string type;
    std::string person; // pieces[].pour
    PieceDates dates;
    bool doubtful = false; // kept though a photo could be better: an adviser looks at it
    std::vector<std::string> pages;
    int pagesSent = 0;                  // at the server, by its word or by the queue
    bool unopenable = false;            // the server did not take a page
    State judgement = State::toProvide; // of an agent: validated, refused…; toProvide: none
    std::string refusal;                // code of the list "refus_piece", for a refused one
    bool filed = false;                 // the register has the demande

    /// Where it stands for a need with this rule, on this day.
    [[nodiscard]] State state(const Freshness& rule, const Date& today) const;
};

/// In the order in which they were given.
std::vector<Given> givenPieces(const Dossier& dossier, const PageStates& queue = {});

} // namespace escale::pieces
