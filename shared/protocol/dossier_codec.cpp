// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/codec.h"

namespace escale::protocol {
namespace {

void writeOrigin(const Origin& origin, json::object& object) {
    object["appareil"] = origin.device.str();
    object["seq"] = origin.seq;
    object["auteur"] = origin.author;
    object["le"] = stampToJson(origin.at);
}

Result<Origin> readOrigin(const json::object& object) {
    Origin origin;
    ESCALE_TRY_ASSIGN(device, readOptionalId<DeviceId>(object, "appareil"));
    origin.device = std::move(device);
    ESCALE_TRY_ASSIGN(seq, readCount(object, "seq"));
    origin.seq = seq;
    ESCALE_TRY_ASSIGN(author, jsonString(object, "auteur"));
    origin.author = std::move(author);
    ESCALE_TRY_ASSIGN(at, stampFromJson(object, "le"));
    origin.at = at;
    return origin;
}

/// FieldState and Candidate have the same three members.
template <class T>
json::object heldToJson(const T& held) {
    json::object object{{"v", escale::toJson(held.value)}, {"rev", held.revision}};
    writeOrigin(held.origin, object);
    return object;
}

template <class T>
Result<T> heldFromJson(const json::value& value) {
    ESCALE_TRY_ASSIGN(object, strictObject(value, {"v", "rev", "appareil", "seq", "auteur", "le"}));
    T held;
    ESCALE_TRY_ASSIGN(answer, readValue(*object, "v"));
    held.value = std::move(answer);
    ESCALE_TRY_ASSIGN(revision, readCount(*object, "rev"));
    held.revision = revision;
    ESCALE_TRY_ASSIGN(origin, readOrigin(*object));
    held.origin = std::move(origin);
    return held;
}

json::object conflictToJson(const Conflict& conflict) {
    return {{"chemin", conflict.path},
            {"base", escale::toJson(conflict.baseValue)},
            {"base_rev", conflict.baseRevision},
            {"gagnant", static_cast<std::int64_t>(conflict.winner)},
            {"valeurs", writeList(conflict.candidates, heldToJson<Candidate>)}};
}

Result<std::string> readPath(const json::object& object, std::string_view member) {
    ESCALE_TRY_ASSIGN(text, jsonString(object, member));
    if (!parsePath(text))
        return fail(Errc::malformed, "chemin illisible");
    return text;
}

Result<Conflict> conflictFromJson(const json::value& value) {
    ESCALE_TRY_ASSIGN(object,
                      strictObject(value, {"chemin", "base", "base_rev", "gagnant", "valeurs"}));
    Conflict conflict;
    ESCALE_TRY_ASSIGN(path, readPath(*object, "chemin"));
    conflict.path = std::move(path);
    ESCALE_TRY_ASSIGN(base, readValue(*object, "base"));
    conflict.baseValue = std::move(base);
    ESCALE_TRY_ASSIGN(revision, readCount(*object, "base_rev"));
    conflict.baseRevision = revision;
    ESCALE_TRY_ASSIGN(candidates, readList<Candidate>(*object, "valeurs", heldFromJson<Candidate>));
    conflict.candidates = std::move(candidates);
    ESCALE_TRY_ASSIGN(winner, readCount(*object, "gagnant"));
    conflict.winner = static_cast<std::size_t>(winner);
    if (conflict.candidates.size() < 2 || conflict.winner >= conflict.candidates.size())
        return fail(Errc::malformed, "valeurs d’un conflit");
    return conflict;
}

json::object placeToJson(const DevicePlace& place) {
    return {{"appareil", place.device.str()}, {"role", place.role}, {"lieu", place.site}};
}

Result<DevicePlace> placeFromJson(const json::value& value) {
    ESCALE_TRY_ASSIGN(object, strictObject(value, {"appareil", "role", "lieu"}));
    DevicePlace place;
    ESCALE_TRY_ASSIGN(device, readId<DeviceId>(*object, "appareil"));
    place.device = std::move(device);
    ESCALE_TRY_ASSIGN(role, jsonString(*object, "role"));
    place.role = std::move(role);
    ESCALE_TRY_ASSIGN(site, jsonString(*object, "lieu"));
    place.site = std::move(site);
    return place;
}

Result<void> readFields(const json::object& object, Dossier& dossier) {
    ESCALE_TRY_ASSIGN(fields, jsonObject(object, "champs"));
    for (const auto& [path, json] : *fields) {
        if (!parsePath(path))
            return fail(Errc::malformed, "chemin illisible");
        ESCALE_TRY_ASSIGN(state, heldFromJson<FieldState>(json));
        dossier.fields.emplace(path, std::move(state));
    }
    return {};
}

Result<void> readWhereabouts(const json::object& object, Dossier& dossier) {
    ESCALE_TRY_ASSIGN(id, readId<DossierId>(object, "dossier"));
    dossier.id = std::move(id);
    ESCALE_TRY_ASSIGN(revision, readCount(object, "revision"));
    dossier.revision = revision;
    ESCALE_TRY_ASSIGN(parallel, jsonBool(object, "parallele"));
    dossier.parallel = parallel;
    ESCALE_TRY_ASSIGN(word, jsonString(object, "etape"));
    ESCALE_TRY_ASSIGN(stage, stageFromName(word));
    dossier.stage = stage;
    ESCALE_TRY_ASSIGN(number, jsonString(object, "numero_unique"));
    dossier.numeroUnique = std::move(number);
    ESCALE_TRY_ASSIGN(received, jsonString(object, "recu_le"));
    dossier.receivedOn = std::move(received);
    return {};
}

} // namespace

json::value toJson(const Dossier& dossier) {
    json::object fields;
    fields.reserve(dossier.fields.size());
    for (const auto& [path, state] : dossier.fields)
        fields.emplace(path, heldToJson(state));
    json::object object{
        {"dossier", dossier.id.str()},           {"revision", dossier.revision},
        {"parallele", dossier.parallel},         {"etape", stageName(dossier.stage)},
        {"numero_unique", dossier.numeroUnique}, {"recu_le", dossier.receivedOn}};
    object.emplace("champs", std::move(fields));
    object.emplace("conflits", writeList(dossier.conflicts, conflictToJson));
    object.emplace("taches", writeList(dossier.tasks, taskToJson));
    object.emplace("pieces", writeList(dossier.pieces, pieceToJson));
    if (!dossier.places.empty())
        object.emplace("appareils", writeList(dossier.places, placeToJson));
    return object;
}

Result<Dossier> dossierFromJson(const json::value& value) {
    ESCALE_TRY_ASSIGN(object, strictObject(value, {"dossier", "revision", "parallele", "etape",
                                                   "numero_unique", "recu_le", "champs", "conflits",
                                                   "taches", "pieces", "appareils"}));
    Dossier dossier;
    ESCALE_TRY(readWhereabouts(*object, dossier));
    ESCALE_TRY(readFields(*object, dossier));
    ESCALE_TRY_ASSIGN(conflicts, readList<Conflict>(*object, "conflits", conflictFromJson));
    dossier.conflicts = std::move(conflicts);
    ESCALE_TRY_ASSIGN(tasks, readList<Task>(*object, "taches", taskFromJson));
    dossier.tasks = std::move(tasks);
    ESCALE_TRY_ASSIGN(pieces, readList<PieceStatus>(*object, "pieces", pieceFromJson));
    dossier.pieces = std::move(pieces);
    if (object->contains("appareils")) {
        ESCALE_TRY_ASSIGN(places, readList<DevicePlace>(*object, "appareils", placeFromJson));
        dossier.places = std::move(places);
    }
    return dossier;
}

} // namespace escale::protocol
