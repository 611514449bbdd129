// SPDX-License-Identifier: GPL-3.0-or-later
// Enrolment, roles and refusals.
#include "shared/protocol/codec.h"

#include <array>
#include <utility>

namespace escale::protocol {
namespace {

constexpr std::size_t kMaxEnrolBytes = 64U << 10;

constexpr std::array<std::pair<Role, std::string_view>, 3> kRoles{{
    {Role::borne, "borne"},
    {Role::mediateur, "mediateur"},
    {Role::permanence, "permanence"},
}};

Result<std::string> readPem(const json::value& value) {
    if (!value.is_string())
        return fail(Errc::malformed, "certificat attendu");
    return std::string(value.get_string());
}

} // namespace

std::string_view roleName(Role role) {
    for (const auto& [known, name] : kRoles)
        if (known == role)
            return name;
    return kRoles.front().second;
}

Result<Role> roleFromName(std::string_view name) {
    for (const auto& [role, known] : kRoles)
        if (known == name)
            return role;
    return fail(Errc::malformed, "rôle inconnu");
}

std::string encode(const EnrolRequest& message) {
    return json::serialize(
        json::object{{"version", kVersion}, {"code", message.code}, {"csr", message.csrPem}});
}

Result<EnrolRequest> decodeEnrolRequest(std::string_view text) {
    ESCALE_TRY_ASSIGN(object, readMessage(text, kMaxEnrolBytes, {"version", "code", "csr"}));
    ESCALE_TRY_ASSIGN(code, jsonString(object, "code"));
    ESCALE_TRY_ASSIGN(csr, jsonString(object, "csr"));
    return EnrolRequest{std::move(code), std::move(csr)};
}

std::string encode(const EnrolResponse& message) {
    json::object object{{"version", kVersion},
                        {"appareil", message.device.str()},
                        {"role", roleName(message.role)},
                        {"site", message.site},
                        {"certificat", message.certificatePem},
                        {"ca", message.caPem}};
    object["scellement"] =
        writeList(message.sealingPems, [](const std::string& pem) { return json::value(pem); });
    return json::serialize(object);
}

Result<EnrolResponse> decodeEnrolResponse(std::string_view text) {
    // "publication" is read apart (territories.h).
    ESCALE_TRY_ASSIGN(object, readMessage(text, kMaxEnrolBytes,
                                          {"version", "appareil", "role", "site", "certificat",
                                           "ca", "scellement", "publication"}));
    EnrolResponse message;
    ESCALE_TRY_ASSIGN(device, readId<DeviceId>(object, "appareil"));
    message.device = std::move(device);
    ESCALE_TRY_ASSIGN(word, jsonString(object, "role"));
    ESCALE_TRY_ASSIGN(role, roleFromName(word));
    message.role = role;
    ESCALE_TRY_ASSIGN(site, jsonString(object, "site"));
    message.site = std::move(site);
    ESCALE_TRY_ASSIGN(certificate, jsonString(object, "certificat"));
    message.certificatePem = std::move(certificate);
    ESCALE_TRY_ASSIGN(ca, jsonString(object, "ca"));
    message.caPem = std::move(ca);
    ESCALE_TRY_ASSIGN(sealing, readList<std::string>(object, "scellement", readPem));
    message.sealingPems = std::move(sealing);
    return message;
}

std::string encodeError(const Error& error) {
    return json::serialize(
        json::object{{"erreur", errcName(error.code)}, {"message", userMessage(error.code)}});
}

Error decodeError(std::string_view body) {
    const Error unknown = fail(Errc::peerRefused, "refus qui ne dit pas pourquoi");
    const auto json = parseJson(body, kMaxEnrolBytes);
    const auto* object = json ? json->if_object() : nullptr;
    if (!object)
        return unknown;
    const auto word = jsonString(*object, "erreur");
    const auto message = jsonString(*object, "message");
    if (!word || !message || errcName(errcFromName(*word)) != *word)
        return unknown;
    return fail(errcFromName(*word), *message);
}

} // namespace escale::protocol
