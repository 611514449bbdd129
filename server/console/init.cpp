// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/data_dir.h"
#include "server/reconcile/part_file.h"
#include "server/store/blobs.h"
#include "shared/base/json.h"
#include "shared/crypto/aead.h"
#include "shared/crypto/secret.h"

#include <cerrno>
#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

namespace escale::server {
namespace {

constexpr int kAuthorityYears = 15;
constexpr int kSealingDays = 3650;
constexpr int kTlsDays = 397; // renewed at each start
constexpr std::size_t kReturnKeyBytes = 32;

Result<void> writeNew(const std::string& path, const std::string& folder, std::string_view text) {
    ESCALE_TRY_ASSIGN(size, partSize(path));
    if (size > 0)
        return fail(Errc::alreadyExists, "fichier déjà là : " + path);
    return appendPart(path, folder, 0, asBytes(text));
}

/// The whole file, or the former one.
Result<void> replaceFile(const std::string& path, const std::string& folder,
                         std::string_view text) {
    const std::string fresh = path + ".nouveau." + std::to_string(::getpid()); // servers share it
    ::unlink(fresh.c_str());
    ESCALE_TRY(appendPart(fresh, folder, 0, asBytes(text)));
    if (::rename(fresh.c_str(), path.c_str()) != 0)
        return systemFailure("remplacement d’un fichier");
    return syncFolder(folder);
}

Result<void> makeFolder(const std::string& path) {
    if (::mkdir(path.c_str(), 0700) != 0)
        return systemFailure("création de " + path);
    return {};
}

/// An empty folder that only its owner reads: made, or found so.
Result<void> prepareRoot(const std::string& root) {
    if (::mkdir(root.c_str(), 0700) == 0)
        return {};
    if (errno != EEXIST)
        return systemFailure("création de " + root);
    DIR* folder = ::opendir(root.c_str());
    if (!folder)
        return systemFailure("lecture de " + root);
    int entries = 0;
    while (::readdir(folder))
        ++entries;
    ::closedir(folder);
    if (entries > 2) // "." and ".."
        return fail(Errc::alreadyExists, "le dossier n’est pas vide : " + root);
    if (::chmod(root.c_str(), 0700) != 0)
        return systemFailure("droits de " + root);
    return {};
}

Result<std::string> issueTls(const crypto::Authority& authority, const std::string& keyPem,
                             const Configuration& configuration, const Clock& clock,
                             Random& random) {
    crypto::LeafRequest leaf;
    leaf.keyPem = keyPem;
    leaf.commonName = "escale-server";
    leaf.dnsNames = configuration.names;
    leaf.ipAddresses = configuration.ipAddresses;
    leaf.days = kTlsDays;
    leaf.usage = crypto::CertUsage::serverAuth;
    return crypto::issue(authority, leaf, clock, random);
}

Result<void> makeSealing(const DataDir& dir, const crypto::Authority& authority,
                         std::string_view certName, std::string_view keyName, const Clock& clock,
                         Random& random) {
    ESCALE_TRY_ASSIGN(key, crypto::newP256KeyPem());
    crypto::LeafRequest leaf;
    leaf.keyPem = key;
    leaf.commonName = std::string("Escale ") + std::string(certName.substr(0, certName.find('.')));
    leaf.days = kSealingDays;
    leaf.usage = crypto::CertUsage::sealing;
    ESCALE_TRY_ASSIGN(cert, crypto::issue(authority, leaf, clock, random));
    ESCALE_TRY(writeNew(dir.pki(keyName), dir.file("pki"), key));
    return writeNew(dir.pki(certName), dir.file("pki"), cert);
}

Result<void> makeKeys(const DataDir& dir, const Configuration& configuration, const Clock& clock,
                      Random& random) {
    ESCALE_TRY_ASSIGN(authority, crypto::makeAuthority("Escale, autorité des appareils",
                                                       kAuthorityYears, clock, random));
    ESCALE_TRY(writeNew(dir.pki(kCaKey), dir.file("pki"), authority.keyPem));
    ESCALE_TRY(writeNew(dir.pki(kCaCert), dir.file("pki"), authority.certPem));
    ESCALE_TRY_ASSIGN(tlsKey, crypto::newP256KeyPem());
    ESCALE_TRY_ASSIGN(tlsCert, issueTls(authority, tlsKey, configuration, clock, random));
    ESCALE_TRY(writeNew(dir.pki(kTlsKey), dir.file("pki"), tlsKey));
    ESCALE_TRY(writeNew(dir.pki(kTlsCert), dir.file("pki"), tlsCert));
    ESCALE_TRY(makeSealing(dir, authority, kSealingCert, kSealingKey, clock, random));
    ESCALE_TRY(makeSealing(dir, authority, kEscrowCert, kEscrowKey, clock, random));
    ESCALE_TRY_ASSIGN(published, publicationKeys(dir));
    crypto::wipe(published.privatePem);
    return {};
}

std::string configurationText(const Configuration& configuration) {
    json::array names(configuration.names.begin(), configuration.names.end());
    json::array addresses(configuration.ipAddresses.begin(), configuration.ipAddresses.end());
    json::value value{{"version", 1},
                      {"adresse", configuration.address},
                      {"port", configuration.port},
                      {"noms", std::move(names)},
                      {"adresses", std::move(addresses)},
                      {"fils", configuration.threads},
                      {"attente_incertaine", configuration.uncertainSeconds},
                      {"duree_envoi", configuration.uploadSeconds},
                      {"reserve_disque", configuration.reserveMiB},
                      {"essais_max", configuration.maxAttempts},
                      {"envois_par_minute", configuration.perMinute},
                      {"plage_envoi", ""},
                      {"guichet", configuration.guichet}};
    if (!configuration.database.empty())
        value.as_object()["base"] = configuration.database;
    return json::serialize(value) + "\n";
}

} // namespace

Result<void> initDataDir(const DataDir& dir, const Configuration& configuration, const Clock& clock,
                         Random& random) {
    ESCALE_TRY(prepareRoot(dir.root()));
    for (const std::string& folder : {dir.file("pki"), dir.blobs(), dir.parts()})
        ESCALE_TRY(makeFolder(folder));
    ESCALE_TRY(makeKeys(dir, configuration, clock, random));
    ESCALE_TRY(makeStore(dir, configuration));
    // Last: a directory without it was not made to its end, and no command works on it.
    return writeNew(dir.file("configuration.json"), dir.root(), configurationText(configuration));
}

Result<crypto::KeyPair> publicationKeys(const DataDir& dir) {
    auto secret = readText(dir.pki(kPublicationKey));
    auto shown = readText(dir.pki(kPublicationPublic));
    if (secret && shown)
        return crypto::KeyPair{std::move(*shown), std::move(*secret)};
    if (shown || (!secret && secret.error().code != Errc::notFound))
        return fail(Errc::storageFailure, "la clé de publication est illisible");
    ESCALE_TRY_ASSIGN(keys, crypto::newEd25519());
    // The public half last: without it, the pair was not made to its end.
    ESCALE_TRY(replaceFile(dir.pki(kPublicationKey), dir.file("pki"), keys.privatePem));
    ESCALE_TRY(writeNew(dir.pki(kPublicationPublic), dir.file("pki"), keys.publicPem));
    return keys;
}

Result<TlsIdentity> freshTlsIdentity(const DataDir& dir, const Configuration& configuration,
                                     const Clock& clock, Random& random) {
    ESCALE_TRY_ASSIGN(keys, readEnrolmentKeys(dir));
    ESCALE_TRY_ASSIGN(key, readText(dir.pki(kTlsKey)));
    ESCALE_TRY_ASSIGN(cert, issueTls(keys.authority, key, configuration, clock, random));
    ESCALE_TRY(replaceFile(dir.pki(kTlsCert), dir.file("pki"), cert));
    return TlsIdentity{std::move(cert), std::move(key)};
}

Result<ReturnKey> readReturnKey(const DataDir& dir, Random& random) {
    const std::string path = dir.pki(kReturnKey);
    ESCALE_TRY_ASSIGN(size, partSize(path));
    ReturnKey made;
    made.fresh = size == 0;
    if (made.fresh) {
        made.key = crypto::newKey(random);
        ESCALE_TRY(replaceFile(path, dir.file("pki"), toHex(made.key.view())));
        return made;
    }
    ESCALE_TRY_ASSIGN(text, readText(path));
    auto bytes = fromHex(text);
    crypto::wipe(text);
    if (!bytes || bytes->size() != kReturnKeyBytes)
        return fail(Errc::malformed, "clé des codes de reprise illisible : " + path);
    made.key = crypto::SecretBytes::fromBytes(*bytes);
    crypto::wipe(*bytes);
    return made;
}

} // namespace escale::server
