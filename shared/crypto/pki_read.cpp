// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and verifying certificates.
#include "shared/crypto/hash.h"
#include "shared/crypto/openssl_types.h"
#include "shared/crypto/pki.h"

#include <openssl/bn.h>

#include <ctime>

namespace escale::crypto {

namespace {

using StorePtr = Owned<X509_STORE, X509_STORE_free>;
using StoreCtxPtr = Owned<X509_STORE_CTX, X509_STORE_CTX_free>;

Result<X509Ptr> readEither(ByteView pemOrDer) {
    // A DER certificate starts with the tag of a SEQUENCE, which is the digit 0 in ASCII.
    if (!pemOrDer.empty() && pemOrDer[0] == 0x30)
        return readCertificateDer(pemOrDer);
    return readCertificate({reinterpret_cast<const char*>(pemOrDer.data()), pemOrDer.size()});
}

std::string nameEntry(const X509* certificate, int nid) {
    X509_NAME* name = X509_get_subject_name(certificate);
    const int at = X509_NAME_get_index_by_NID(name, nid, -1);
    if (at < 0)
        return {};
    unsigned char* utf8 = nullptr;
    const int size =
        ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    if (size < 0)
        return {};
    std::string text(reinterpret_cast<const char*>(utf8), static_cast<std::size_t>(size));
    OPENSSL_free(utf8);
    return text;
}

Result<std::int64_t> instantMs(const ASN1_TIME* time) {
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return fail(Errc::malformed, "date de certificat illisible");
    return static_cast<std::int64_t>(timegm(&parts)) * 1000;
}

// The bytes of the number, so that the text does not depend on OpenSSL's way of printing.
std::string serialOf(const X509* certificate) {
    const ASN1_INTEGER* serial = X509_get0_serialNumber(certificate);
    return toHex(
        {ASN1_STRING_get0_data(serial), static_cast<std::size_t>(ASN1_STRING_length(serial))});
}

Result<void> requireUsage(X509* certificate, CertUsage usage) {
    const std::uint32_t key = X509_get_key_usage(certificate);
    const std::uint32_t extended = X509_get_extended_key_usage(certificate);
    // Absent extensions answer with every bit set: they must be there.
    const bool limited = key != UINT32_MAX;
    bool made = false;
    switch (usage) {
    case CertUsage::clientAuth:
        made = (key & KU_DIGITAL_SIGNATURE) != 0 && extended == XKU_SSL_CLIENT;
        break;
    case CertUsage::serverAuth:
        made = (key & KU_DIGITAL_SIGNATURE) != 0 && extended == XKU_SSL_SERVER;
        break;
    case CertUsage::sealing:
        made = (key & KU_KEY_AGREEMENT) != 0;
        break;
    }
    if (!limited || !made)
        return fail(Errc::cryptoFailure, "certificat fait pour un autre usage");
    return {};
}

} // namespace

Result<CertInfo> readCert(ByteView pemOrDer) {
    const ErrorQueue queue;
    ESCALE_TRY_ASSIGN(certificate, readEither(pemOrDer));
    ESCALE_TRY_ASSIGN(notBefore, instantMs(X509_get0_notBefore(certificate.get())));
    ESCALE_TRY_ASSIGN(notAfter, instantMs(X509_get0_notAfter(certificate.get())));
    ESCALE_TRY_ASSIGN(der, certificateDer(certificate.get()));
    CertInfo info;
    info.commonName = nameEntry(certificate.get(), NID_commonName);
    info.organizationalUnit = nameEntry(certificate.get(), NID_organizationalUnitName);
    info.serialHex = serialOf(certificate.get());
    info.notBeforeMs = notBefore;
    info.notAfterMs = notAfter;
    info.fingerprintSha256Hex = sha256Hex(der);
    info.isCa = X509_check_ca(certificate.get()) == 1;
    return info;
}

Result<CertInfo> readCert(std::string_view pemOrDer) {
    return readCert(asBytes(pemOrDer));
}

Result<void> verifyChain(std::string_view certPem, std::string_view caPem, std::int64_t nowMs,
                         std::optional<CertUsage> usage) {
    const ErrorQueue queue;
    ESCALE_TRY_ASSIGN(certificate, readCertificate(certPem));
    ESCALE_TRY_ASSIGN(authority, readCertificate(caPem));
    const StorePtr store(X509_STORE_new());
    const StoreCtxPtr context(X509_STORE_CTX_new());
    if (!store || !context || X509_STORE_add_cert(store.get(), authority.get()) != 1 ||
        X509_STORE_CTX_init(context.get(), store.get(), certificate.get(), nullptr) != 1)
        return opensslFailure(Errc::internal, "vérification impossible");
    X509_VERIFY_PARAM* param = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_time(param, static_cast<std::time_t>(nowMs / 1000));
    X509_VERIFY_PARAM_set_flags(param, X509_V_FLAG_X509_STRICT | X509_V_FLAG_CHECK_SS_SIGNATURE);
    if (X509_verify_cert(context.get()) != 1) {
        const int error = X509_STORE_CTX_get_error(context.get());
        return fail(Errc::cryptoFailure, std::string("certificat refusé (") +
                                             X509_verify_cert_error_string(error) + ")");
    }
    return usage ? requireUsage(certificate.get(), *usage) : Result<void>{};
}

Result<void> verifyKeyOfCert(std::string_view keyPem, std::string_view certPem) {
    const ErrorQueue queue;
    ESCALE_TRY_ASSIGN(key, readPrivateKey(keyPem));
    ESCALE_TRY_ASSIGN(certificate, readCertificate(certPem));
    if (X509_check_private_key(certificate.get(), key.get()) != 1)
        return fail(Errc::cryptoFailure, "la clé n’est pas celle du certificat");
    return {};
}

Result<Bytes> pemToDer(std::string_view certPem) {
    const ErrorQueue queue;
    ESCALE_TRY_ASSIGN(certificate, readCertificate(certPem));
    return certificateDer(certificate.get());
}

Result<std::string> derToPem(ByteView certDer) {
    const ErrorQueue queue;
    ESCALE_TRY_ASSIGN(certificate, readCertificateDer(certDer));
    return certificatePem(certificate.get());
}

} // namespace escale::crypto
