// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/codec.h"
#include "shared/protocol/history.h"

namespace escale::protocol {
namespace {

Result<bool> readFlag(const json::object& object, std::string_view member) {
    const json::value* value = object.if_contains(member);
    if (!value || !value->is_bool())
        return fail(Errc::malformed, std::string(member) + " : vrai ou faux attendu");
    return value->as_bool();
}

Result<Origin> readOrigin(const json::object& object) {
    ESCALE_TRY_ASSIGN(device, readId<DeviceId>(object, "appareil"));
    ESCALE_TRY_ASSIGN(seq, readCount(object, "seq"));
    ESCALE_TRY_ASSIGN(author, jsonString(object, "auteur"));
    ESCALE_TRY_ASSIGN(at, stampFromJson(object, "le"));
    return Origin{std::move(device), seq, std::move(author), at};
}

Result<HistoryStep> readStep(const json::value& value) {
    ESCALE_TRY_ASSIGN(object, strictObject(value, {"revision", "appareil", "seq", "auteur", "le",
                                                   "recu_le", "chemin", "valeur", "base", "ferme",
                                                   "effet", "montre", "conflit"}));
    ESCALE_TRY_ASSIGN(revision, readCount(*object, "revision"));
    ESCALE_TRY_ASSIGN(origin, readOrigin(*object));
    ESCALE_TRY_ASSIGN(received, readCount(*object, "recu_le"));
    ESCALE_TRY_ASSIGN(path, jsonString(*object, "chemin"));
    ESCALE_TRY_ASSIGN(given, readValue(*object, "valeur"));
    ESCALE_TRY_ASSIGN(base, readCount(*object, "base"));
    ESCALE_TRY_ASSIGN(closes, jsonString(*object, "ferme"));
    ESCALE_TRY_ASSIGN(name, jsonString(*object, "effet"));
    ESCALE_TRY_ASSIGN(result, changeResultFromName(name));
    ESCALE_TRY_ASSIGN(shown, readValue(*object, "montre"));
    ESCALE_TRY_ASSIGN(disputed, readFlag(*object, "conflit"));
    return HistoryStep{revision, std::move(origin), received, std::move(path),  std::move(given),
                       base,     std::move(closes), result,   std::move(shown), disputed};
}

} // namespace

json::object toJson(const HistoryStep& step) {
    return {{"revision", step.revision},
            {"appareil", step.origin.device.str()},
            {"seq", step.origin.seq},
            {"auteur", step.origin.author},
            {"le", stampToJson(step.origin.at)},
            {"recu_le", step.receivedMs},
            {"chemin", step.path},
            {"valeur", escale::toJson(step.value)},
            {"base", step.base},
            {"ferme", step.closes},
            {"effet", changeResultName(step.result)},
            {"montre", escale::toJson(step.shown)},
            {"conflit", step.disputed}};
}

std::string encode(const HistoryResponse& message) {
    return json::serialize(json::object{
        {"version", kVersion},
        {"dossier", message.dossier.str()},
        {"etapes", writeList(message.steps, [](const HistoryStep& step) { return toJson(step); })},
        {"encore", message.more}});
}

Result<HistoryResponse> decodeHistoryResponse(std::string_view text) {
    ESCALE_TRY_ASSIGN(
        object, readMessage(text, 4 * kMaxSyncBytes, {"version", "dossier", "etapes", "encore"}));
    ESCALE_TRY_ASSIGN(dossier, readId<DossierId>(object, "dossier"));
    ESCALE_TRY_ASSIGN(steps, readList<HistoryStep>(object, "etapes", readStep));
    ESCALE_TRY_ASSIGN(more, readFlag(object, "encore"));
    return HistoryResponse{std::move(dossier), std::move(steps), more};
}

} // namespace escale::protocol
