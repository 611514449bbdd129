// SPDX-License-Identifier: GPL-3.0-or-later
// piece list, remove: where the pièces stand on their way, apart from the dossier.
#include "client/ctl/commands.h"

namespace escale::client::ctl {
namespace {

std::string_view standName(PieceStand stand) {
    switch (stand) {
    case PieceStand::kept:
        return "gardee";
    case PieceStand::sent:
        return "envoyee";
    case PieceStand::refused:
        return "refusee";
    case PieceStand::elsewhere:
        break;
    }
    return "ailleurs";
}

} // namespace

Result<Outcome> listPieces(const Arguments& arguments, Machine& machine) {
    ESCALE_TRY_ASSIGN(device, openDevice(arguments, machine));
    ESCALE_TRY(openDossier(arguments, device));
    ESCALE_TRY_ASSIGN(sendings, device.session->sendings(device.session->dossier().id));
    json::array pieces;
    for (const PieceSending& piece : sendings)
        pieces.push_back(json::object{{"piece", piece.piece.str()},
                                      {"type", piece.type},
                                      {"etat", standName(piece.stand())},
                                      {"pages", piece.pages},
                                      {"en_attente", piece.waiting},
                                      {"envoyees", piece.sent},
                                      {"refusees", piece.refused}});
    const SendingCounts counts = countSendings(sendings);
    return Outcome{{{"pieces", std::move(pieces)},
                    {"total", counts.total},
                    {"gardees", counts.kept},
                    {"envoyees", counts.sent},
                    {"refusees", counts.refused},
                    {"ailleurs", counts.elsewhere}},
                   {}};
}

Result<Outcome> removePiece(const Arguments& arguments, Machine& machine) {
    ESCALE_TRY_ASSIGN(device, openDevice(arguments, machine));
    ESCALE_TRY(openDossier(arguments, device));
    ESCALE_TRY(device.session->removeItem("pieces", ItemId(arguments.option("piece"))));
    return Outcome{{{"piece", arguments.option("piece")}, {"retiree", true}}, {}};
}

} // namespace escale::client::ctl
