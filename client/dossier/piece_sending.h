// SPDX-License-Identifier: GPL-3.0-or-later
// Where the pièces of a dossier stand on their way, apart from the dossier itself: its answers may
// be with the server while pages still wait here. Pure: from the dossier and the rows of its pages.
#pragma once

#include "client/store/page_store.h"
#include "shared/dossier/dossier.h"
#include "shared/sync/edit.h"

#include <string>
#include <vector>

namespace escale::client {

enum class PieceStand {
    kept,      // pages of it wait on this device
    sent,      // the server has every page
    refused,   // the server did not take a page: it has to be given again
    elsewhere, // given on another device, from which pages have not come yet
};

struct PieceSending {
    PieceId piece;
    std::string type; // code of the list "piece"
    int pages = 0;    // of which it is made
    int waiting = 0;  // here, still to be sent
    int sent = 0;     // that the server has
    int refused = 0;  // that the server did not take
    [[nodiscard]] PieceStand stand() const;
};

/// « 3 pièces sur 5 envoyées »: `sent` of `total`. The four stands add up to `total`.
struct SendingCounts {
    int total = 0;
    int kept = 0;
    int sent = 0;
    int refused = 0;
    int elsewhere = 0;
};

/// One entry for each pièce of the dossier, in its order. `rows`: PageStore::pagesOf(dossier.id).
/// What the server said last of a pièce counts when it says more than this device knows.
std::vector<PieceSending> pieceSendings(const Dossier& dossier, const std::vector<KeptPage>& rows);
SendingCounts countSendings(const std::vector<PieceSending>& pieces);

/// Names of pages that `changes` take out of `dossier`: of a pièce removed, or out of its list.
std::vector<std::string> pagesDropped(const Dossier& dossier, const std::vector<Change>& changes);

} // namespace escale::client
