// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/codec.h"

#include <limits>

namespace escale::protocol {
namespace {

json::object changeToJson(const Change& change) {
    return {
        {"chemin", change.path}, {"valeur", escale::toJson(change.value)}, {"base", change.base}};
}

Result<Change> changeFromJson(const json::value& value) {
    ESCALE_TRY_ASSIGN(object, strictObject(value, {"chemin", "valeur", "base"}));
    Change change;
    ESCALE_TRY_ASSIGN(path, jsonString(*object, "chemin"));
    change.path = std::move(path);
    ESCALE_TRY_ASSIGN(answer, readValue(*object, "valeur"));
    change.value = std::move(answer);
    ESCALE_TRY_ASSIGN(base, readCount(*object, "base"));
    change.base = base;
    return change;
}

Result<void> readAuthorship(const json::object& object, Edit& edit) {
    ESCALE_TRY_ASSIGN(dossier, readId<DossierId>(object, "dossier"));
    edit.dossier = std::move(dossier);
    ESCALE_TRY_ASSIGN(device, readId<DeviceId>(object, "appareil"));
    edit.device = std::move(device);
    ESCALE_TRY_ASSIGN(seq, readCount(object, "seq"));
    edit.seq = seq;
    ESCALE_TRY_ASSIGN(author, jsonString(object, "auteur"));
    edit.author = std::move(author);
    ESCALE_TRY_ASSIGN(at, stampFromJson(object, "le"));
    edit.at = at;
    ESCALE_TRY_ASSIGN(schema, readCount(object, "schema"));
    if (schema > std::numeric_limits<int>::max())
        return fail(Errc::malformed, "numéro de schéma");
    edit.schema = static_cast<int>(schema);
    return {};
}

} // namespace

json::value toJson(const Edit& edit) {
    json::object object{
        {"dossier", edit.dossier.str()}, {"appareil", edit.device.str()}, {"seq", edit.seq},
        {"auteur", edit.author},         {"le", stampToJson(edit.at)},    {"schema", edit.schema}};
    object["changes"] = writeList(edit.changes, changeToJson);
    if (edit.seen != 0)
        object["vu"] = edit.seen;
    if (!edit.closes.empty())
        object["ferme"] = edit.closes;
    return object;
}

Result<Edit> editFromJson(const json::value& value) {
    ESCALE_TRY_ASSIGN(object, strictObject(value, {"dossier", "appareil", "seq", "auteur", "le",
                                                   "schema", "changes", "vu", "ferme"}));
    Edit edit;
    ESCALE_TRY(readAuthorship(*object, edit));
    ESCALE_TRY_ASSIGN(raw, jsonArray(*object, "changes"));
    if (raw->size() > kMaxChangesPerEdit)
        return fail(Errc::tooLarge, "trop de changements dans une saisie");
    ESCALE_TRY_ASSIGN(changes, readList<Change>(*object, "changes", changeFromJson));
    edit.changes = std::move(changes);
    if (object->contains("vu")) {
        ESCALE_TRY_ASSIGN(seen, readCount(*object, "vu"));
        edit.seen = seen;
    }
    if (object->contains("ferme")) {
        ESCALE_TRY_ASSIGN(closes, jsonString(*object, "ferme"));
        if (closes.size() > kMaxTextBytes)
            return fail(Errc::tooLarge, "motif trop long");
        edit.closes = std::move(closes);
    }
    return edit;
}

} // namespace escale::protocol
