// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/codec.h"

#include <algorithm>
#include <limits>

namespace escale::protocol {
namespace {

Result<void> checkMembers(const json::object& object,
                          std::initializer_list<std::string_view> members) {
    for (const auto& member : object)
        if (std::find(members.begin(), members.end(), std::string_view(member.key())) ==
            members.end())
            return fail(Errc::malformed, "membre inconnu dans un message");
    return {};
}

bool isTooLong(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value))
        return text->size() > kMaxTextBytes;
    const auto* list = std::get_if<TextList>(&value);
    if (!list)
        return false;
    std::size_t bytes = 0;
    for (const std::string& text : *list)
        bytes += text.size();
    return bytes > kMaxTextBytes;
}

} // namespace

Result<const json::object*> strictObject(const json::value& value,
                                         std::initializer_list<std::string_view> members) {
    const auto* object = value.if_object();
    if (!object)
        return fail(Errc::malformed, "objet attendu dans un message");
    ESCALE_TRY(checkMembers(*object, members));
    return object;
}

Result<json::object> readMessage(std::string_view text, std::size_t maxBytes,
                                 std::initializer_list<std::string_view> members) {
    ESCALE_TRY_ASSIGN(json, parseJson(text, maxBytes));
    auto* object = json.if_object();
    if (!object)
        return fail(Errc::malformed, "un message est un objet");
    ESCALE_TRY_ASSIGN(version, jsonInt(*object, "version"));
    if (version != kVersion)
        return fail(Errc::unsupportedVersion,
                    "version de message inconnue : " + std::to_string(version));
    ESCALE_TRY(checkMembers(*object, members));
    return std::move(*object);
}

Result<std::int64_t> readCount(const json::object& object, std::string_view member) {
    ESCALE_TRY_ASSIGN(number, jsonInt(object, member));
    if (number < 0)
        return fail(Errc::malformed, "nombre négatif : " + std::string(member));
    return number;
}

json::array stampToJson(const Stamp& stamp) {
    return {stamp.ms, stamp.counter};
}

Result<Stamp> stampFromJson(const json::object& object, std::string_view member) {
    ESCALE_TRY_ASSIGN(array, jsonArray(object, member));
    if (array->size() != 2 || !(*array)[0].is_int64() || !(*array)[1].is_int64())
        return fail(Errc::malformed, "date et compteur attendus");
    return Stamp{(*array)[0].get_int64(), (*array)[1].get_int64()};
}

Result<Value> readValue(const json::object& object, std::string_view member) {
    const json::value* json = object.if_contains(member);
    if (!json)
        return fail(Errc::malformed, "valeur absente");
    ESCALE_TRY_ASSIGN(value, valueFromJson(*json));
    if (isTooLong(value))
        return fail(Errc::tooLarge,
                    "texte de plus de " + std::to_string(kMaxTextBytes) + " octets");
    return value;
}

json::object taskToJson(const Task& task) {
    return {{"code", task.code}, {"chemin", task.path}, {"message", task.message}};
}

Result<Task> taskFromJson(const json::value& value) {
    ESCALE_TRY_ASSIGN(object, strictObject(value, {"code", "chemin", "message"}));
    Task task;
    ESCALE_TRY_ASSIGN(code, jsonString(*object, "code"));
    task.code = std::move(code);
    ESCALE_TRY_ASSIGN(path, jsonString(*object, "chemin"));
    task.path = std::move(path);
    ESCALE_TRY_ASSIGN(message, jsonString(*object, "message"));
    task.message = std::move(message);
    return task;
}

json::object pieceToJson(const PieceStatus& piece) {
    return {{"piece", piece.piece.str()},
            {"attendues", piece.pagesExpected},
            {"recues", piece.pagesReceived}};
}

Result<PieceStatus> pieceFromJson(const json::value& value) {
    ESCALE_TRY_ASSIGN(object, strictObject(value, {"piece", "attendues", "recues"}));
    PieceStatus status;
    ESCALE_TRY_ASSIGN(piece, readId<PieceId>(*object, "piece"));
    status.piece = std::move(piece);
    ESCALE_TRY_ASSIGN(expected, readCount(*object, "attendues"));
    ESCALE_TRY_ASSIGN(received, readCount(*object, "recues"));
    if (std::max(expected, received) > std::numeric_limits<int>::max())
        return fail(Errc::malformed, "nombre de pages");
    status.pagesExpected = static_cast<int>(expected);
    status.pagesReceived = static_cast<int>(received);
    return status;
}

} // namespace escale::protocol
