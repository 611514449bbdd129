// SPDX-License-Identifier: GPL-3.0-or-later
// The list of what is published, and its key.
#include "shared/protocol/territories.h"

#include "shared/protocol/codec.h"

#include <utility>

namespace escale::protocol {
namespace {

constexpr std::size_t kMaxListBytes = 1U << 20;

Result<TerritoryEntry> readEntry(const json::value& value) {
    ESCALE_TRY_ASSIGN(object, strictObject(value, {"siren", "bareme", "au", "etag"}));
    TerritoryEntry entry;
    ESCALE_TRY_ASSIGN(siren, jsonString(*object, "siren"));
    ESCALE_TRY_ASSIGN(bareme, jsonString(*object, "bareme"));
    ESCALE_TRY_ASSIGN(asOf, jsonString(*object, "au"));
    ESCALE_TRY_ASSIGN(mark, jsonString(*object, "etag"));
    return TerritoryEntry{std::move(siren), std::move(bareme), std::move(asOf), std::move(mark)};
}

} // namespace

std::string encode(const std::vector<TerritoryEntry>& message) {
    json::object object{{"version", kVersion}};
    object["territoires"] = writeList(message, [](const TerritoryEntry& entry) {
        return json::value{{"siren", entry.siren},
                           {"bareme", entry.bareme},
                           {"au", entry.asOf},
                           {"etag", entry.mark}};
    });
    return json::serialize(object);
}

Result<std::vector<TerritoryEntry>> decodeTerritories(std::string_view text) {
    ESCALE_TRY_ASSIGN(object, readMessage(text, kMaxListBytes, {"version", "territoires"}));
    ESCALE_TRY_ASSIGN(list, readList<TerritoryEntry>(object, "territoires", readEntry));
    if (list.size() > kMaxTerritories)
        return fail(Errc::tooLarge, "trop de territoires dans la liste");
    return list;
}

std::string withPublicationKey(std::string_view enrolAnswer, std::string_view publicPem) {
    auto value = parseJson(enrolAnswer);
    if (!value || !value->is_object() || publicPem.empty())
        return std::string(enrolAnswer);
    value->get_object()["publication"] = publicPem;
    return json::serialize(*value);
}

std::string publicationKeyOf(std::string_view enrolAnswer) {
    const auto value = parseJson(enrolAnswer);
    return value && value->is_object() ? jsonStringOr(value->get_object(), "publication")
                                       : std::string();
}

} // namespace escale::protocol
