// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/return.h"

#include "shared/protocol/codec.h"

#include <algorithm>

namespace escale::protocol {
namespace {

constexpr std::size_t kMaxRequestBytes = 1024;
constexpr std::size_t kCodeDigits = 12;

} // namespace

std::string encode(const ReturnRequest& message) {
    return json::serialize(json::object{{"version", kVersion}, {"code", message.code}});
}

std::string encode(const ReturnResponse& message) {
    return json::serialize(
        json::object{{"version", kVersion}, {"dossier", toJson(message.dossier)}});
}

Result<ReturnRequest> decodeReturnRequest(std::string_view text) {
    ESCALE_TRY_ASSIGN(object, readMessage(text, kMaxRequestBytes, {"version", "code"}));
    ESCALE_TRY_ASSIGN(code, jsonString(object, "code"));
    if (code.size() != kCodeDigits ||
        !std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return fail(Errc::malformed, "un code de reprise a 12 chiffres");
    return ReturnRequest{std::move(code)};
}

Result<ReturnResponse> decodeReturnResponse(std::string_view text) {
    ESCALE_TRY_ASSIGN(object, readMessage(text, kMaxSyncBytes, {"version", "dossier"}));
    const auto* member = object.if_contains("dossier");
    if (!member)
        return fail(Errc::malformed, "dossier attendu");
    ESCALE_TRY_ASSIGN(dossier, dossierFromJson(*member));
    return ReturnResponse{std::move(dossier)};
}

} // namespace escale::protocol
