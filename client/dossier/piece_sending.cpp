// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/dossier/piece_sending.h"

#include <algorithm>

namespace escale::client {
namespace {

TextList pagesNamed(const Dossier& dossier, const std::string& item) {
    const Value pages = dossier.answer("pieces[" + item + "].pages");
    const auto* names = std::get_if<TextList>(&pages);
    return names == nullptr ? TextList() : *names;
}

int knownToTheServer(const Dossier& dossier, const PieceSending& piece) {
    for (const PieceStatus& status : dossier.pieces)
        if (status.piece == piece.piece)
            return std::min(status.pagesReceived, piece.pages - piece.waiting - piece.refused);
    return 0;
}

} // namespace

PieceStand PieceSending::stand() const {
    if (refused > 0)
        return PieceStand::refused;
    if (waiting > 0)
        return PieceStand::kept;
    return pages > 0 && sent >= pages ? PieceStand::sent : PieceStand::elsewhere;
}

std::vector<PieceSending> pieceSendings(const Dossier& dossier, const std::vector<KeptPage>& rows) {
    std::vector<PieceSending> pieces;
    for (const std::string& item : dossier.items("pieces")) {
        PieceSending piece;
        piece.piece = PieceId(item);
        piece.type = textOf(dossier.answer("pieces[" + item + "].type"));
        const TextList names = pagesNamed(dossier, item);
        piece.pages = static_cast<int>(names.size());
        for (const KeptPage& row : rows) {
            if (std::find(names.begin(), names.end(), row.sha256Hex) == names.end())
                continue;
            ++(row.step == PageStep::waiting ? piece.waiting
               : row.step == PageStep::sent  ? piece.sent
                                             : piece.refused);
        }
        piece.sent = std::max(piece.sent, knownToTheServer(dossier, piece));
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

SendingCounts countSendings(const std::vector<PieceSending>& pieces) {
    SendingCounts counts;
    for (const PieceSending& piece : pieces) {
        ++counts.total;
        switch (piece.stand()) {
        case PieceStand::kept:
            ++counts.kept;
            break;
        case PieceStand::sent:
            ++counts.sent;
            break;
        case PieceStand::refused:
            ++counts.refused;
            break;
        case PieceStand::elsewhere:
            ++counts.elsewhere;
            break;
        }
    }
    return counts;
}

std::vector<std::string> pagesDropped(const Dossier& dossier, const std::vector<Change>& changes) {
    std::vector<std::string> dropped;
    for (const Change& change : changes) {
        const auto path = parsePath(change.path);
        if (!path || path->collection != "pieces")
            continue;
        const bool removed = path->isItem() && change.value == Value(false);
        if (!removed && (path->isItem() || path->field != "pages"))
            continue;
        const auto* kept = std::get_if<TextList>(&change.value);
        for (const std::string& name : pagesNamed(dossier, path->item.str()))
            if (kept == nullptr || std::find(kept->begin(), kept->end(), name) == kept->end())
                dropped.push_back(name);
    }
    return dropped;
}

} // namespace escale::client
