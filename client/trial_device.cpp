// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/trial_device.h"

#include "client/platform/atomic_file.h"
#include "client/platform/key_vault.h"
#include "client/store/device_profile.h"
#include "shared/crypto/pki.h"
#include "shared/crypto/secret.h"

#include <filesystem>

namespace escale {

namespace {

// The discard port: nobody answers there.
constexpr const char* kNobody = "https://127.0.0.1:9";

Result<std::string> sealingCertificate(const crypto::Authority& authority, const Clock& clock,
                                       Random& random) {
    ESCALE_TRY_ASSIGN(key, crypto::newP256KeyPem());
    crypto::LeafRequest request;
    request.keyPem = key;
    request.commonName = "essai, pages";
    request.usage = crypto::CertUsage::sealing;
    auto certificate = crypto::issue(authority, request, clock, random);
    crypto::wipe(key);
    crypto::wipe(request.keyPem);
    return certificate;
}

} // namespace

Result<void> makeTrialDevice(const std::string& root, const Clock& clock, Random& random,
                             protocol::Role role) {
    if (std::filesystem::exists(client::DataDir{root}.profile()))
        return fail(Errc::alreadyExists, "ce dossier est celui d’un appareil");
    ESCALE_TRY_ASSIGN(dir, client::prepareDataDir(root));
    ESCALE_TRY_ASSIGN(authority, crypto::makeAuthority("essai", 1, clock, random));
    ESCALE_TRY_ASSIGN(key, crypto::newP256KeyPem());
    crypto::SecretBytes deviceKey;
    if (role != protocol::Role::borne) {
        ESCALE_TRY_ASSIGN(made, client::createDeviceKey(dir, kTrialPin, random));
        deviceKey = std::move(made);
    }
    ESCALE_TRY(client::saveTlsKey(dir, key, deviceKey.empty() ? nullptr : &deviceKey, random));
    crypto::LeafRequest request;
    request.keyPem = key;
    request.commonName = "essai";
    auto certificate = crypto::issue(authority, request, clock, random);
    crypto::wipe(key);
    crypto::wipe(request.keyPem);
    if (!certificate)
        return certificate.error();
    ESCALE_TRY_ASSIGN(sealing, sealingCertificate(authority, clock, random));
    client::DeviceProfile profile;
    profile.server = kNobody;
    profile.device = newId<DeviceId>(clock, random);
    profile.role = role;
    profile.site = "Essai";
    profile.caPem = authority.certPem;
    profile.certificatePem = *certificate;
    profile.sealingPems = {sealing};
    crypto::wipe(authority.keyPem);
    return client::writeFileAtomic(dir.profile(), asBytes(client::encodeProfile(profile)));
}

} // namespace escale
