// SPDX-License-Identifier: GPL-3.0-or-later
// piece list, judge, remove: where the pièces stand on their way, apart from the dossier, and what
// an agent says of them.
#include "client/ctl/commands.h"
#include "shared/dossier/judgement.h"

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

/// What an agent said of it, who and when; null when nobody judged it as it is now.
json::value judgedAs(const Dossier& dossier, const std::string& piece) {
    const auto judgement = judgementOf(dossier, piece);
    if (!judgement)
        return nullptr;
    return json::object{{"avis", judgement->verdict},
                        {"refus", judgement->refusal.empty() ? json::value(nullptr)
                                                             : json::value(judgement->refusal)},
                        {"auteur", judgement->origin.author},
                        {"appareil", judgement->origin.device.str()},
                        {"le", isoInstant(judgement->origin.at.ms)}};
}

} // namespace

Result<Outcome> listPieces(const Arguments& arguments, Machine& machine) {
    ESCALE_TRY_ASSIGN(device, openDevice(arguments, machine));
    ESCALE_TRY(openDossier(arguments, device));
    ESCALE_TRY_ASSIGN(sendings, device.session->sendings(device.session->dossier().id));
    json::array pieces;
    for (const PieceSending& piece : sendings)
        pieces.push_back(
            json::object{{"piece", piece.piece.str()},
                         {"type", piece.type},
                         {"etat", standName(piece.stand())},
                         {"jugement", judgedAs(device.session->dossier(), piece.piece.str())},
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

Result<Outcome> judgePiece(const Arguments& arguments, Machine& machine) {
    ESCALE_TRY_ASSIGN(device, openDevice(arguments, machine));
    ESCALE_TRY(openDossier(arguments, device));
    const std::string word = arguments.option("avis");
    const auto verdict = pieces::stateFromName(word);
    if (!verdict)
        return fail(Errc::invalidArgument,
                    "--avis : validee, refusee, inexploitable ou hors_perimetre");
    const std::string piece = arguments.option("piece");
    ESCALE_TRY(device.session->judgePiece(PieceId(piece), *verdict, arguments.option("refus")));
    return Outcome{{{"piece", piece}, {"jugement", judgedAs(device.session->dossier(), piece)}},
                   {}};
}

Result<Outcome> removePiece(const Arguments& arguments, Machine& machine) {
    ESCALE_TRY_ASSIGN(device, openDevice(arguments, machine));
    ESCALE_TRY(openDossier(arguments, device));
    ESCALE_TRY(device.session->removeItem("pieces", ItemId(arguments.option("piece"))));
    return Outcome{{{"piece", arguments.option("piece")}, {"retiree", true}}, {}};
}

} // namespace escale::client::ctl
