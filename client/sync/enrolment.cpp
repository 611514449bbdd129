// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/sync/enrolment.h"

#include "client/platform/atomic_file.h"
#include "client/platform/key_vault.h"
#include "client/sync/page_upload.h"
#include "client/territory/held_packs.h"
#include "shared/crypto/cms.h"
#include "shared/crypto/pki.h"
#include "shared/protocol/territories.h"

#include <filesystem>

namespace escale::client {
namespace {

struct Prepared {
    DataDir dir;
    protocol::Role role = protocol::Role::borne;
    std::string csrPem;
};

Result<void> forgetKeys(const DataDir& dir) {
    ESCALE_TRY(eraseFile(dir.pinKey()));
    return eraseFile(dir.tlsKey());
}

/// Keys are made and written before the code is spent.
Result<Prepared> prepare(const EnrolOptions& options, Random& random) {
    Prepared prepared;
    ESCALE_TRY_ASSIGN(role, roleOfCode(options.code));
    prepared.role = role;
    const bool needsPin = role != protocol::Role::borne;
    if (needsPin)
        ESCALE_TRY(checkPin(options.pin));
    ESCALE_TRY_ASSIGN(dir, prepareDataDir(options.root));
    prepared.dir = dir;
    if (std::filesystem::exists(dir.profile()))
        return fail(Errc::alreadyExists, "cet appareil est déjà enregistré");
    ESCALE_TRY(forgetKeys(dir)); // of an enrolment that was cut: nothing depends on them
    crypto::SecretBytes deviceKey;
    if (needsPin) {
        ESCALE_TRY_ASSIGN(key, createDeviceKey(dir, options.pin, random));
        deviceKey = std::move(key);
    }
    ESCALE_TRY_ASSIGN(pem, crypto::newP256KeyPem());
    const auto saved = saveTlsKey(dir, pem, needsPin ? &deviceKey : nullptr, random);
    auto csr = crypto::makeCsr(pem, "escale");
    crypto::wipe(pem);
    ESCALE_TRY(saved);
    if (!csr)
        return csr.error();
    prepared.csrPem = std::move(*csr);
    return prepared;
}

Result<DeviceProfile> finish(const EnrolOptions& options, const Prepared& prepared,
                             const Result<HttpAnswer>& answer) {
    if (!answer || answer->status / 100 != 2)
        return errorOf(answer);
    ESCALE_TRY_ASSIGN(message, protocol::decodeEnrolResponse(asString(answer->body)));
    if (message.role != prepared.role)
        return fail(Errc::peerRefused, "le serveur donne un autre rôle que celui du code");
    // A certificate that cannot seal must be known now, not when somebody's answers wait.
    const Bytes probe{0};
    ESCALE_TRY(crypto::sealCms(probe, message.sealingPems));
    ESCALE_TRY(crypto::readCert(message.certificatePem));
    DeviceProfile profile{options.server, message.device,         message.role,       message.site,
                          options.caPem,  message.certificatePem, message.sealingPems};
    if (const std::string key = protocol::publicationKeyOf(asString(answer->body)); !key.empty())
        ESCALE_TRY(HeldPacks::pin(prepared.dir.root, key));
    ESCALE_TRY(writeFileAtomic(prepared.dir.profile(), asBytes(encodeProfile(profile))));
    return profile;
}

} // namespace

Result<protocol::Role> roleOfCode(std::string_view code) {
    const char letter = code.size() > 2 && code[1] == '-' ? code[0] : '\0';
    switch (letter) {
    case 'B':
        return protocol::Role::borne;
    case 'M':
        return protocol::Role::mediateur;
    case 'P':
        return protocol::Role::permanence;
    default:
        return fail(Errc::invalidArgument, "un code d’enregistrement ressemble à B-7KQ2-9MXD-4TRA");
    }
}

void enrol(const EnrolOptions& options, Transport& transport, Random& random,
           std::function<void(Result<DeviceProfile>)> done) {
    auto prepared = prepare(options, random);
    if (!prepared)
        return done(prepared.error());
    HttpRequest request{"POST", "/v1/enrol", {{"Content-Type", "application/json"}}, {}};
    const std::string text =
        protocol::encode(protocol::EnrolRequest{options.code, prepared->csrPem});
    const ByteView body = asBytes(text);
    request.body.assign(body.begin(), body.end());
    transport.send(std::move(request), [options, prepared = std::move(*prepared),
                                        done = std::move(done)](const auto& answer) {
        auto profile = finish(options, prepared, answer);
        if (!profile && !forgetKeys(prepared.dir))
            return done(
                fail(profile.error().code,
                     profile.error().detail + " (des clés inutiles restent sur le disque)"));
        done(std::move(profile));
    });
}

} // namespace escale::client
