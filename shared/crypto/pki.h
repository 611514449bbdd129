// SPDX-License-Identifier: GPL-3.0-or-later
// Keys on P-256 and X.509 certificates (RFC 5280) of a small private authority.
//
// PEM texts given here are read whole and bounded (kMaxPemBytes); a private key is PKCS #8 in
// clear, wipe() it (secret.h) when done. Keys come from OpenSSL's own generator.
#pragma once

#include "shared/base/bytes.h"
#include "shared/base/ports.h"
#include "shared/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace escale::crypto {

inline constexpr std::size_t kMaxPemBytes = 64U << 10;

/// What a certificate may be used for.
enum class CertUsage {
    clientAuth, // digitalSignature; extended usage clientAuth
    serverAuth, // digitalSignature; extended usage serverAuth
    sealing,    // keyAgreement: recipient of sealCms
};

/// A certificate that signs certificates, and its private key.
struct Authority {
    std::string certPem;
    std::string keyPem;
};

/// What issue() writes in a certificate. Exactly one of `csrPem` and `keyPem` is set.
struct LeafRequest {
    std::string csrPem; // PKCS #10: only its public key is used, nothing of what it asks for
    std::string keyPem; // or a private key of ours
    std::string commonName;
    std::string organizationalUnit; // role; empty: none
    std::vector<std::string> dnsNames;
    std::vector<std::string> ipAddresses; // "127.0.0.1", "::1"
    int days = 365;                       // 1 to 3,660, counted from now
    CertUsage usage = CertUsage::clientAuth;
};

struct CertInfo {
    std::string commonName;
    std::string organizationalUnit;
    std::string serialHex; // lower case, without leading zeros of a byte
    std::int64_t notBeforeMs = 0;
    std::int64_t notAfterMs = 0;
    std::string fingerprintSha256Hex; // of the DER
    bool isCa = false;

    bool operator==(const CertInfo&) const = default;
};

[[nodiscard]] Result<std::string> newP256KeyPem();

/// SubjectPublicKeyInfo PEM of a private key. Errc::malformed when it cannot be read.
[[nodiscard]] Result<std::string> publicKeyPem(std::string_view keyPem);

/// PKCS #10 request, PEM, signed by `keyPem`. Errc::invalidArgument for a commonName that is empty,
/// over 64 characters or has control characters.
[[nodiscard]] Result<std::string> makeCsr(std::string_view keyPem, std::string_view commonName);

/// A new self-signed authority: CA:TRUE, pathlen 0, keyCertSign and cRLSign, `years` (1 to 30).
[[nodiscard]] Result<Authority> makeAuthority(std::string_view commonName, int years,
                                              const Clock& clock, Random& random);

/// PEM of a certificate signed by `authority`: random serial of 16 bytes, valid from a day ago
/// (clocks of devices are wrong) and never past the authority's own end.
/// Errc::malformed for a request that cannot be read, Errc::cryptoFailure when its key is not P-256
/// or its own signature does not hold, Errc::invalidArgument for names or days out of bounds.
[[nodiscard]] Result<std::string> issue(const Authority& authority, const LeafRequest& request,
                                        const Clock& clock, Random& random);

/// What a certificate says; proves nothing about it (verifyChain does). PEM or DER;
/// Errc::malformed.
[[nodiscard]] Result<CertInfo> readCert(ByteView pemOrDer);
[[nodiscard]] Result<CertInfo> readCert(std::string_view pemOrDer);

/// Success when `certPem` is signed by the authority `caPem` and both are valid at `nowMs`; with
/// `usage`, also that the certificate is made for it. Errc::cryptoFailure otherwise,
/// Errc::malformed when one cannot be read. Revocation is not looked at: the server keeps the list
/// of its devices.
[[nodiscard]] Result<void> verifyChain(std::string_view certPem, std::string_view caPem,
                                       std::int64_t nowMs, std::optional<CertUsage> usage = {});

/// Whether `keyPem` is the private key of `certPem`; Errc::cryptoFailure when it is not.
[[nodiscard]] Result<void> verifyKeyOfCert(std::string_view keyPem, std::string_view certPem);

/// One certificate from a form to the other; Errc::malformed for anything else.
[[nodiscard]] Result<Bytes> pemToDer(std::string_view certPem);
[[nodiscard]] Result<std::string> derToPem(ByteView certDer);

} // namespace escale::crypto
