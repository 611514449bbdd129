// SPDX-License-Identifier: GPL-3.0-or-later
// Writing certificates.
#include "shared/crypto/pki_parts.h"

#include <openssl/bn.h>

#include <array>

namespace escale::crypto {

namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr int kMaxYears = 30;
constexpr int kMaxDays = 3'660;

using Asn1TimePtr = Owned<ASN1_TIME, ASN1_TIME_free>;
using BignumPtr = Owned<BIGNUM, BN_free>;
using ExtensionPtr = Owned<X509_EXTENSION, X509_EXTENSION_free>;

// 16 random bytes, the first two bits 01: positive in DER, never shorter (RFC 5280 §4.1.2.2).
Result<void> setSerial(X509* certificate, Random& random) {
    std::array<std::uint8_t, 16> bytes{};
    random.fill(bytes);
    bytes[0] = static_cast<std::uint8_t>((bytes[0] & 0x3f) | 0x40);
    const BignumPtr number(BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
    if (!number || BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) == nullptr)
        return opensslFailure(Errc::internal, "numéro de série impossible");
    return {};
}

Result<void> setValidity(X509* certificate, std::int64_t fromMs, std::int64_t toMs) {
    if (ASN1_TIME_set(X509_getm_notBefore(certificate), fromMs / 1000) == nullptr ||
        ASN1_TIME_set(X509_getm_notAfter(certificate), toMs / 1000) == nullptr)
        return opensslFailure(Errc::invalidArgument, "dates de certificat impossibles");
    return {};
}

// `value` is always a text of ours, never one from a request: OpenSSL gives it a syntax.
Result<void> addExtension(X509* certificate, X509* issuer, int nid, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    if (!extension || X509_add_ext(certificate, extension.get(), -1) != 1)
        return opensslFailure(Errc::internal, "extension de certificat impossible");
    return {};
}

const char* keyUsageOf(CertUsage usage) {
    return usage == CertUsage::sealing ? "critical,keyAgreement" : "critical,digitalSignature";
}

Result<void> addUsage(X509* certificate, X509* issuer, CertUsage usage) {
    ESCALE_TRY(addExtension(certificate, issuer, NID_basic_constraints, "critical,CA:FALSE"));
    ESCALE_TRY(addExtension(certificate, issuer, NID_key_usage, keyUsageOf(usage)));
    if (usage == CertUsage::sealing)
        return {};
    return addExtension(certificate, issuer, NID_ext_key_usage,
                        usage == CertUsage::clientAuth ? "clientAuth" : "serverAuth");
}

Result<void> addAlternativeNames(X509* certificate, const LeafRequest& request) {
    ESCALE_TRY_ASSIGN(names, alternativeNames(request));
    if (sk_GENERAL_NAME_num(names.get()) > 0 &&
        X509_add1_ext_i2d(certificate, NID_subject_alt_name, names.get(), 0, 0) != 1)
        return opensslFailure(Errc::internal, "noms de certificat impossibles");
    return {};
}

Result<X509Ptr> newCertificate(EVP_PKEY* key, Random& random) {
    X509Ptr certificate(X509_new());
    if (!certificate || X509_set_version(certificate.get(), X509_VERSION_3) != 1 ||
        X509_set_pubkey(certificate.get(), key) != 1)
        return opensslFailure(Errc::internal, "certificat impossible");
    ESCALE_TRY(setSerial(certificate.get(), random));
    return certificate;
}

Result<PkeyPtr> keyOf(const LeafRequest& request) {
    if (request.csrPem.empty() == request.keyPem.empty())
        return fail(Errc::invalidArgument, "une demande ou une clé, l’une des deux");
    if (!request.csrPem.empty())
        return keyOfCsr(request.csrPem);
    ESCALE_TRY_ASSIGN(key, readPrivateKey(request.keyPem));
    ESCALE_TRY(requireP256(key.get()));
    return key;
}

Result<void> checkAuthority(X509* certificate, EVP_PKEY* key) {
    ESCALE_TRY(requireP256(key));
    if (X509_check_ca(certificate) != 1)
        return fail(Errc::invalidArgument, "ce certificat n’est pas celui d’une autorité");
    if (X509_check_private_key(certificate, key) != 1)
        return fail(Errc::cryptoFailure, "la clé n’est pas celle de l’autorité");
    return {};
}

// A leaf that outlived its authority would only look valid.
Result<void> endWithIssuer(X509* certificate, const X509* issuer) {
    const ASN1_TIME* end = X509_get0_notAfter(issuer);
    if (ASN1_TIME_compare(X509_get0_notBefore(certificate), end) >= 0)
        return fail(Errc::invalidArgument, "l’autorité n’est plus valide");
    if (ASN1_TIME_compare(X509_get0_notAfter(certificate), end) > 0 &&
        X509_set1_notAfter(certificate, end) != 1)
        return opensslFailure(Errc::internal, "dates de certificat impossibles");
    return {};
}

Result<std::string> signedPem(X509* certificate, EVP_PKEY* key) {
    if (X509_sign(certificate, key, EVP_sha256()) <= 0)
        return opensslFailure(Errc::cryptoFailure, "signature de certificat impossible");
    return certificatePem(certificate);
}

} // namespace

Result<Authority> makeAuthority(std::string_view commonName, int years, const Clock& clock,
                                Random& random) {
    const ErrorQueue queue;
    if (years < 1 || years > kMaxYears)
        return fail(Errc::invalidArgument, "durée de l’autorité");
    ESCALE_TRY_ASSIGN(key, newP256Key());
    ESCALE_TRY_ASSIGN(owner, newCertificate(key.get(), random));
    X509* const certificate = owner.get();
    ESCALE_TRY(setName(X509_get_subject_name(certificate), commonName, {}));
    if (X509_set_issuer_name(certificate, X509_get_subject_name(certificate)) != 1)
        return opensslFailure(Errc::internal, "certificat impossible");
    const std::int64_t now = clock.nowMs();
    ESCALE_TRY(setValidity(certificate, now - kDayMs, now + years * 365 * kDayMs));
    const std::pair<int, const char*> extensions[] = {
        {NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
        {NID_key_usage, "critical,keyCertSign,cRLSign"},
        {NID_subject_key_identifier, "hash"},
        {NID_authority_key_identifier, "keyid:always"}};
    for (const auto& [nid, value] : extensions)
        ESCALE_TRY(addExtension(certificate, certificate, nid, value));
    ESCALE_TRY_ASSIGN(certPem, signedPem(certificate, key.get()));
    ESCALE_TRY_ASSIGN(keyPem, privateKeyPem(key.get()));
    return Authority{std::move(certPem), std::move(keyPem)};
}

Result<std::string> issue(const Authority& authority, const LeafRequest& request,
                          const Clock& clock, Random& random) {
    const ErrorQueue queue;
    if (request.days < 1 || request.days > kMaxDays)
        return fail(Errc::invalidArgument, "durée du certificat");
    ESCALE_TRY_ASSIGN(issuer, readCertificate(authority.certPem));
    ESCALE_TRY_ASSIGN(issuerKey, readPrivateKey(authority.keyPem));
    ESCALE_TRY(checkAuthority(issuer.get(), issuerKey.get()));
    ESCALE_TRY_ASSIGN(key, keyOf(request));

    ESCALE_TRY_ASSIGN(owner, newCertificate(key.get(), random));
    X509* const certificate = owner.get();
    ESCALE_TRY(setName(X509_get_subject_name(certificate), request.commonName,
                       request.organizationalUnit));
    if (X509_set_issuer_name(certificate, X509_get_subject_name(issuer.get())) != 1)
        return opensslFailure(Errc::internal, "certificat impossible");
    const std::int64_t now = clock.nowMs();
    ESCALE_TRY(setValidity(certificate, now - kDayMs, now + request.days * kDayMs));
    ESCALE_TRY(endWithIssuer(certificate, issuer.get()));
    ESCALE_TRY(addUsage(certificate, issuer.get(), request.usage));
    ESCALE_TRY(addExtension(certificate, issuer.get(), NID_subject_key_identifier, "hash"));
    ESCALE_TRY(
        addExtension(certificate, issuer.get(), NID_authority_key_identifier, "keyid:always"));
    ESCALE_TRY(addAlternativeNames(certificate, request));
    return signedPem(certificate, issuerKey.get());
}

} // namespace escale::crypto
