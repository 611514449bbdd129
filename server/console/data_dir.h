// SPDX-License-Identifier: GPL-3.0-or-later
// The data directory of a server: configuration, keys, database and pages (server/README.md).
#pragma once

#include "server/auth/enrolment.h"
#include "server/publication/shelf.h"
#include "server/reconcile/reconciler.h"
#include "server/store/store.h"
#include "shared/base/ports.h"
#include "shared/crypto/secret.h"
#include "shared/crypto/sign.h"

#include <memory>
#include <string>
#include <vector>

namespace escale::server {

/// configuration.json
struct Configuration {
    std::string address = "127.0.0.1";                 // "adresse": to listen on
    std::uint16_t port = 8443;                         // "port"
    std::vector<std::string> names{"localhost"};       // "noms": of the server's certificate
    std::vector<std::string> ipAddresses{"127.0.0.1"}; // "adresses": of the server's certificate
    unsigned threads = 4;                              // "fils": of work
    std::int64_t uncertainSeconds = 30; // "attente_incertaine": see ForwarderConfig::uncertainWait
    std::int64_t uploadSeconds = 14 * 24 * 3600; // "duree_envoi": life of an upload nobody ended
    std::int64_t reserveMiB = 256; // "reserve_disque": room that pages leave to the answers
    std::string database;          // "base": a libpq connection string; "": SQLite, in the folder
    std::int64_t maxAttempts = 40; // "essais_max": see ForwarderConfig::maxAttempts
    std::int64_t perMinute = 0;    // "envois_par_minute": at most; 0: no limit
    std::string sendFrom, sendTo;  // "plage_envoi": "21:00-06:00"; empty: at any hour
    std::string guichet = "G1226"; // "guichet": number of the guichet enregistreur at the SNE
};

/// Paths under the directory; nothing is looked at.
class DataDir {
public:
    explicit DataDir(std::string root)
        : m_root(std::move(root)) {}
    [[nodiscard]] const std::string& root() const { return m_root; }
    [[nodiscard]] std::string file(std::string_view name) const {
        return m_root + "/" + std::string(name);
    }
    [[nodiscard]] std::string pki(std::string_view name) const {
        return m_root + "/pki/" + std::string(name);
    }
    [[nodiscard]] std::string database() const { return file("escale.sqlite"); }
    [[nodiscard]] std::string blobs() const { return file("blobs"); }
    [[nodiscard]] std::string publications() const { return file("territoires"); }
    [[nodiscard]] std::string parts() const { return file("uploads"); }

private:
    std::string m_root;
};

// Files of pki/.
inline constexpr std::string_view kCaCert = "autorite.pem";
inline constexpr std::string_view kCaKey = "autorite-cle.pem";
inline constexpr std::string_view kTlsCert = "serveur.pem";
inline constexpr std::string_view kTlsKey = "serveur-cle.pem";
inline constexpr std::string_view kSealingCert = "scellement.pem";
inline constexpr std::string_view kSealingKey = "scellement-cle.pem";
inline constexpr std::string_view kReturnKey = "reprise-cle"; // of HMAC, 64 hexadecimal digits
inline constexpr std::string_view kEscrowCert = "sequestre.pem";
inline constexpr std::string_view kPublicationKey = "publication-cle.pem";
inline constexpr std::string_view kPublicationPublic = "publication.pem";
inline constexpr std::string_view kEscrowKey = "escrow-a-mettre-a-l-abri.pem";

/// Keys, certificates, configuration, database and folders. Errc::alreadyExists when the directory
/// holds anything.
Result<void> initDataDir(const DataDir& dir, const Configuration& configuration, const Clock& clock,
                         Random& random);

/// Errc::notFound when the directory was not made by init; malformed, naming the key, otherwise.
Result<Configuration> readConfiguration(const DataDir& dir);
/// The store that `configuration` names, made if it is not there.
Result<std::unique_ptr<Store>> makeStore(const DataDir& dir, const Configuration& configuration);
/// The store of a directory that init made.
Result<std::unique_ptr<Store>> openStore(const DataDir& dir);

struct TlsIdentity {
    std::string certificatePem;
    std::string keyPem;
};
/// The server's own key, under a certificate for the configured names that is made anew (and
/// written) at each start, so that neither a date nor a name can be out of step.
Result<TlsIdentity> freshTlsIdentity(const DataDir& dir, const Configuration& configuration,
                                     const Clock& clock, Random& random);
Result<Enrolment::Keys> readEnrolmentKeys(const DataDir& dir);
Result<SealingKey> readSealingKey(const DataDir& dir);
/// Made at the first start, and `fresh` is then true.
struct ReturnKey {
    crypto::SecretBytes key;
    bool fresh = false;
};
Result<ReturnKey> readReturnKey(const DataDir& dir, Random& random);
/// What signs the packs; made when a directory of before has none. The caller wipes the secret.
Result<crypto::KeyPair> publicationKeys(const DataDir& dir);
Result<std::string> readText(const std::string& path);

} // namespace escale::server
