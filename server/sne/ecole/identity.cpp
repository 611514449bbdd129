// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sne/ecole/identity.h"

#include "shared/crypto/pki.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <sys/stat.h>

namespace escale::sne::ecole {
namespace {

namespace fs = std::filesystem;

constexpr const char* kExpired = "perime";
constexpr int kYears = 10;
constexpr int kLeafDays = 3'650;

Result<void> writeFile(const fs::path& path, const std::string& content) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    ::chmod(path.c_str(), S_IRUSR | S_IWUSR);
    file << content;
    file.flush();
    if (!file)
        return fail(Errc::storageFailure, "écriture impossible : " + path.filename().string());
    return {};
}

Result<std::string> readFile(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    if (!file)
        return fail(Errc::storageFailure, "lecture impossible : " + path.filename().string());
    return content.str();
}

struct Leaf {
    std::string certPem;
    std::string keyPem;
};

/// As it was long ago: what it dates is out of date now.
class LongAgo final : public Clock {
public:
    explicit LongAgo(const Clock& now)
        : m_now(now) {}
    [[nodiscard]] std::int64_t nowMs() const override {
        constexpr std::int64_t kDayMs = 86'400'000;
        return m_now.nowMs() - 90 * kDayMs;
    }

private:
    const Clock& m_now;
};
constexpr int kExpiredDays = 30;

Result<Leaf> issueLeaf(const crypto::Authority& authority, crypto::LeafRequest request, int days,
                       const Clock& clock, Random& random) {
    ESCALE_TRY_ASSIGN(key, crypto::newP256KeyPem());
    request.keyPem = key;
    request.days = days;
    ESCALE_TRY_ASSIGN(cert, crypto::issue(authority, request, clock, random));
    return Leaf{cert, key};
}

Result<void> writeLeaf(const fs::path& dir, const std::string& caPem, const Leaf& leaf) {
    ESCALE_TRY(writeFile(dir / "ca.pem", caPem));
    ESCALE_TRY(writeFile(dir / "cert.pem", leaf.certPem));
    return writeFile(dir / "key.pem", leaf.keyPem);
}

Result<void> makeIdentity(const fs::path& dir, const Clock& clock, Random& random) {
    ESCALE_TRY_ASSIGN(authority, crypto::makeAuthority("Escale SNE école", kYears, clock, random));
    crypto::LeafRequest server;
    server.commonName = "escale-sne-ecole";
    server.dnsNames = {"localhost"};
    server.ipAddresses = {"127.0.0.1", "::1"};
    server.usage = crypto::CertUsage::serverAuth;
    ESCALE_TRY_ASSIGN(own, issueLeaf(authority, server, kLeafDays, clock, random));
    ESCALE_TRY_ASSIGN(expired, issueLeaf(authority, server, kExpiredDays, LongAgo(clock), random));
    crypto::LeafRequest client;
    client.commonName = "escale-server";
    client.usage = crypto::CertUsage::clientAuth;
    ESCALE_TRY_ASSIGN(caller, issueLeaf(authority, client, kLeafDays, clock, random));
    std::error_code failed;
    fs::create_directories(dir / "client", failed);
    if (!failed)
        fs::create_directories(dir / kExpired, failed);
    if (failed)
        return fail(Errc::storageFailure, "dossiers des certificats impossibles à créer");
    ESCALE_TRY(writeLeaf(dir / kExpired, authority.certPem, expired));
    ESCALE_TRY(writeLeaf(dir / "client", authority.certPem, caller));
    return writeLeaf(dir, authority.certPem, own);
}

Result<Identity> readIdentity(const fs::path& dir) {
    ESCALE_TRY_ASSIGN(ca, readFile(dir / "ca.pem"));
    ESCALE_TRY_ASSIGN(cert, readFile(dir / "cert.pem"));
    ESCALE_TRY_ASSIGN(key, readFile(dir / "key.pem"));
    return Identity{ca, cert, key};
}

} // namespace

Result<Identity> openIdentity(const std::string& dir, bool expired, const Clock& clock,
                              Random& random) {
    const fs::path base(dir);
    // key.pem is written last: a first start that was cut starts again.
    if (!fs::exists(base / "key.pem"))
        ESCALE_TRY(makeIdentity(base, clock, random));
    return readIdentity(expired ? base / kExpired : base);
}

Result<Identity> readCaller(const std::string& dir) {
    return readIdentity(fs::path(dir) / "client");
}

} // namespace escale::sne::ecole
