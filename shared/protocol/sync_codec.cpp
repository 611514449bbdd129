// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/codec.h"

namespace escale::protocol {
namespace {

json::object sealedToJson(const SealedEdit& sealed) {
    return {{"seq", sealed.seq}, {"cms", toBase64(sealed.cms)}};
}

Result<SealedEdit> sealedFromJson(const json::value& value) {
    ESCALE_TRY_ASSIGN(object, strictObject(value, {"seq", "cms"}));
    SealedEdit sealed;
    ESCALE_TRY_ASSIGN(seq, readCount(*object, "seq"));
    sealed.seq = seq;
    ESCALE_TRY_ASSIGN(text, jsonString(*object, "cms"));
    ESCALE_TRY_ASSIGN(cms, fromBase64(text));
    sealed.cms = std::move(cms);
    return sealed;
}

json::object refusedToJson(const RefusedEdit& refused) {
    return {{"seq", refused.seq},
            {"dossier", refused.dossier.str()},
            {"erreur", errcName(refused.code)},
            {"detail", refused.detail}};
}

Result<RefusedEdit> refusedFromJson(const json::value& value) {
    ESCALE_TRY_ASSIGN(object, strictObject(value, {"seq", "dossier", "erreur", "detail"}));
    RefusedEdit refused;
    ESCALE_TRY_ASSIGN(seq, readCount(*object, "seq"));
    refused.seq = seq;
    ESCALE_TRY_ASSIGN(dossier, readOptionalId<DossierId>(*object, "dossier"));
    refused.dossier = std::move(dossier);
    ESCALE_TRY_ASSIGN(word, jsonString(*object, "erreur"));
    refused.code = errcFromName(word);
    ESCALE_TRY_ASSIGN(detail, jsonString(*object, "detail"));
    refused.detail = std::move(detail);
    return refused;
}

json::object statusToJson(const DossierStatus& status) {
    return {{"dossier", status.dossier.str()},
            {"etape", stageName(status.stage)},
            {"numero_unique", status.numeroUnique},
            {"recu_le", status.receivedOn},
            {"taches", writeList(status.tasks, taskToJson)},
            {"pieces", writeList(status.pieces, pieceToJson)}};
}

Result<DossierStatus> statusFromJson(const json::value& value) {
    ESCALE_TRY_ASSIGN(object, strictObject(value, {"dossier", "etape", "numero_unique", "recu_le",
                                                   "taches", "pieces"}));
    DossierStatus status;
    ESCALE_TRY_ASSIGN(dossier, readId<DossierId>(*object, "dossier"));
    status.dossier = std::move(dossier);
    ESCALE_TRY_ASSIGN(word, jsonString(*object, "etape"));
    ESCALE_TRY_ASSIGN(stage, stageFromName(word));
    status.stage = stage;
    ESCALE_TRY_ASSIGN(number, jsonString(*object, "numero_unique"));
    status.numeroUnique = std::move(number);
    ESCALE_TRY_ASSIGN(received, jsonString(*object, "recu_le"));
    status.receivedOn = std::move(received);
    ESCALE_TRY_ASSIGN(tasks, readList<Task>(*object, "taches", taskFromJson));
    status.tasks = std::move(tasks);
    ESCALE_TRY_ASSIGN(pieces, readList<PieceStatus>(*object, "pieces", pieceFromJson));
    status.pieces = std::move(pieces);
    return status;
}

Result<void> checkArraySize(const json::object& object, std::string_view member,
                            std::size_t& remaining) {
    ESCALE_TRY_ASSIGN(array, jsonArray(object, member));
    if (array->size() > remaining)
        return fail(Errc::tooLarge, "trop d’éléments : " + std::string(member));
    remaining -= array->size();
    return {};
}

} // namespace

std::string encode(const SyncRequest& message) {
    json::object object{{"version", kVersion}, {"curseur", message.cursor}};
    object["edits"] = writeList(message.edits, [](const Edit& edit) { return toJson(edit); });
    object["scelles"] = writeList(message.sealed, sealedToJson);
    return json::serialize(object);
}

Result<SyncRequest> decodeSyncRequest(std::string_view text) {
    ESCALE_TRY_ASSIGN(object,
                      readMessage(text, kMaxSyncBytes, {"version", "curseur", "edits", "scelles"}));
    SyncRequest message;
    ESCALE_TRY_ASSIGN(cursor, readCount(object, "curseur"));
    message.cursor = cursor;
    std::size_t remaining = kMaxEditsPerSync;
    ESCALE_TRY(checkArraySize(object, "edits", remaining));
    ESCALE_TRY(checkArraySize(object, "scelles", remaining));
    ESCALE_TRY_ASSIGN(edits, readList<Edit>(object, "edits", editFromJson));
    message.edits = std::move(edits);
    ESCALE_TRY_ASSIGN(sealed, readList<SealedEdit>(object, "scelles", sealedFromJson));
    message.sealed = std::move(sealed);
    return message;
}

std::string encode(const SyncResponse& message) {
    json::object object{{"version", kVersion},
                        {"acquitte", message.acknowledged},
                        {"curseur", message.cursor},
                        {"encore", message.more}};
    object["refus"] = writeList(message.refused, refusedToJson);
    object["dossiers"] =
        writeList(message.dossiers, [](const Dossier& dossier) { return toJson(dossier); });
    object["statuts"] = writeList(message.statuses, statusToJson);
    return json::serialize(object);
}

Result<SyncResponse> decodeSyncResponse(std::string_view text) {
    ESCALE_TRY_ASSIGN(object, readMessage(text, kMaxJsonBytes,
                                          {"version", "acquitte", "curseur", "encore", "refus",
                                           "dossiers", "statuts"}));
    SyncResponse message;
    ESCALE_TRY_ASSIGN(acknowledged, readCount(object, "acquitte"));
    message.acknowledged = acknowledged;
    ESCALE_TRY_ASSIGN(cursor, readCount(object, "curseur"));
    message.cursor = cursor;
    ESCALE_TRY_ASSIGN(more, jsonBool(object, "encore"));
    message.more = more;
    std::size_t remaining = kMaxSnapshotsPerSync;
    ESCALE_TRY(checkArraySize(object, "dossiers", remaining));
    ESCALE_TRY_ASSIGN(refused, readList<RefusedEdit>(object, "refus", refusedFromJson));
    message.refused = std::move(refused);
    ESCALE_TRY_ASSIGN(dossiers, readList<Dossier>(object, "dossiers", dossierFromJson));
    message.dossiers = std::move(dossiers);
    ESCALE_TRY_ASSIGN(statuses, readList<DossierStatus>(object, "statuts", statusFromJson));
    message.statuses = std::move(statuses);
    return message;
}

} // namespace escale::protocol
