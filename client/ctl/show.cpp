// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/ctl/show.h"

#include "client/sync/sync_status.h"

namespace escale::client::ctl {
namespace {

bool isConfirmed(const Dossier& dossier) {
    const Value answer = dossier.answer("depot.confirme");
    const bool* confirmed = std::get_if<bool>(&answer);
    return confirmed != nullptr && *confirmed;
}

json::object showOrigin(const Value& value, const Origin& origin) {
    return {{"valeur", toJson(value)},
            {"auteur", origin.author},
            {"appareil", origin.device.str()},
            {"seq", origin.seq},
            {"le", isoInstant(origin.at.ms)}};
}

json::object showFields(const Dossier& dossier) {
    json::object fields;
    for (const auto& [path, state] : dossier.fields) {
        json::object field = showOrigin(state.value, state.origin);
        field["revision"] = state.revision;
        fields[path] = std::move(field);
    }
    return fields;
}

} // namespace

json::array showConflicts(const Dossier& dossier) {
    json::array conflicts;
    for (const Conflict& conflict : dossier.conflicts) {
        json::array values;
        for (const Candidate& candidate : conflict.candidates) {
            const DevicePlace* place = dossier.placeOf(candidate.origin.device);
            json::object value = showOrigin(candidate.value, candidate.origin);
            value["role"] = place ? place->role : std::string();
            value["lieu"] = place ? place->site : std::string();
            values.push_back(std::move(value));
        }
        conflicts.push_back(json::object{{"chemin", conflict.path},
                                         {"base", toJson(conflict.baseValue)},
                                         {"gagnant", conflict.winner},
                                         {"valeurs", std::move(values)}});
    }
    return conflicts;
}

namespace {

json::array showPieces(const Dossier& dossier) {
    json::array pieces;
    for (const std::string& id : dossier.items("pieces")) {
        const std::string base = "pieces[" + id + "]";
        json::object piece{{"piece", id},
                           {"type", toJson(dossier.answer(base + ".type"))},
                           {"pages", toJson(dossier.answer(base + ".pages"))},
                           {"recues", 0}};
        for (const PieceStatus& status : dossier.pieces) {
            if (status.piece.str() == id)
                piece["recues"] = status.pagesReceived;
        }
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

json::array showTasks(const Dossier& dossier) {
    json::array tasks;
    for (const Task& task : dossier.tasks)
        tasks.push_back(
            json::object{{"code", task.code}, {"chemin", task.path}, {"message", task.message}});
    return tasks;
}

json::array showRefusals(const std::vector<Refusal>& refusals) {
    json::array list;
    for (const Refusal& refusal : refusals)
        list.push_back(json::object{{"seq", refusal.seq},
                                    {"page", refusal.page},
                                    {"erreur", errcName(refusal.code)},
                                    {"detail", refusal.detail}});
    return list;
}

json::array showMissing(const std::vector<Missing>& missing) {
    json::array list;
    for (const Missing& item : missing)
        list.push_back(
            json::object{{"chemin", item.path}, {"raison", item.reason}, {"source", item.source}});
    return list;
}

} // namespace

json::object showDossier(const Shown& shown) {
    const Dossier& dossier = shown.dossier;
    const DossierSummary& summary = shown.summary;
    const SendState state =
        sendStateOf(isConfirmed(dossier), summary.waitingEdits, summary.waitingPages);
    return {{"dossier", dossier.id.str()},
            {"reference", referenceOf(dossier)},
            {"etat", sendStateName(state)},
            {"etape", stageName(dossier.stage)},
            {"numero_unique", dossier.numeroUnique},
            {"recu_le", dossier.receivedOn},
            {"revision", dossier.revision},
            {"parallele", dossier.parallel},
            {"en_attente",
             json::object{{"editions", summary.waitingEdits}, {"pages", summary.waitingPages}}},
            {"champs", showFields(dossier)},
            {"conflits", showConflicts(dossier)},
            {"pieces", showPieces(dossier)},
            {"taches", showTasks(dossier)},
            {"refus", showRefusals(shown.refusals)},
            {"manque", showMissing(shown.missing)}};
}

} // namespace escale::client::ctl
