// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/device_profile.h"

namespace escale::client {
namespace {

Result<std::vector<std::string>> textsOf(const json::object& object, std::string_view member) {
    ESCALE_TRY_ASSIGN(array, jsonArray(object, member));
    std::vector<std::string> texts;
    for (const json::value& item : *array) {
        if (!item.is_string())
            return fail(Errc::malformed, std::string(member) + " : texte attendu");
        texts.emplace_back(item.get_string());
    }
    return texts;
}

} // namespace

std::string DeviceProfile::defaultAuthor() const {
    return isBorne() ? "demandeur" : std::string(protocol::roleName(role));
}

std::string encodeProfile(const DeviceProfile& profile) {
    json::array sealing;
    for (const std::string& pem : profile.sealingPems)
        sealing.emplace_back(pem);
    const json::object object{{"version", 1},
                              {"serveur", profile.server},
                              {"appareil", profile.device.str()},
                              {"role", protocol::roleName(profile.role)},
                              {"site", profile.site},
                              {"ca", profile.caPem},
                              {"certificat", profile.certificatePem},
                              {"scellement", sealing}};
    return json::serialize(object);
}

Result<DeviceProfile> decodeProfile(std::string_view text) {
    ESCALE_TRY_ASSIGN(value, parseJson(text));
    if (!value.is_object())
        return fail(Errc::malformed, "appareil.json : objet attendu");
    const json::object& object = value.get_object();
    ESCALE_TRY_ASSIGN(version, jsonInt(object, "version"));
    if (version != 1)
        return fail(Errc::unsupportedVersion, "appareil.json d’une autre version");
    DeviceProfile profile;
    ESCALE_TRY_ASSIGN(server, jsonString(object, "serveur"));
    ESCALE_TRY_ASSIGN(device, jsonString(object, "appareil"));
    ESCALE_TRY_ASSIGN(role, jsonString(object, "role"));
    ESCALE_TRY_ASSIGN(site, jsonString(object, "site"));
    ESCALE_TRY_ASSIGN(ca, jsonString(object, "ca"));
    ESCALE_TRY_ASSIGN(certificate, jsonString(object, "certificat"));
    ESCALE_TRY_ASSIGN(deviceId, parseId<DeviceId>(device));
    ESCALE_TRY_ASSIGN(roleValue, protocol::roleFromName(role));
    ESCALE_TRY_ASSIGN(sealing, textsOf(object, "scellement"));
    return DeviceProfile{server, deviceId, roleValue, site, ca, certificate, sealing};
}

} // namespace escale::client
