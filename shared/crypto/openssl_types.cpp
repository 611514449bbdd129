// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/crypto/openssl_types.h"

#include "shared/crypto/pki.h"

#include <openssl/core_names.h>
#include <openssl/pem.h>

#include <limits>

namespace escale::crypto {

namespace {

// In place of OpenSSL's default, which asks at the terminal.
int noPassword(char*, int, int, void*) {
    return -1;
}

Result<BioPtr> pemReader(std::string_view pem) {
    if (pem.size() > kMaxPemBytes)
        return fail(Errc::tooLarge, "texte PEM trop long");
    BioPtr bio = bioOver(asBytes(pem));
    if (!bio)
        return fail(Errc::malformed, "texte PEM vide");
    return bio;
}

} // namespace

Error opensslFailure(Errc code, std::string detail) {
    if (const unsigned long error = ERR_peek_last_error(); error != 0) {
        const char* reason = ERR_reason_error_string(error);
        detail += std::string(" (") + (reason != nullptr ? reason : "OpenSSL") + ")";
    }
    return fail(code, std::move(detail));
}

BioPtr bioOver(ByteView data) {
    if (data.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        return nullptr;
    static constexpr std::uint8_t kNothing = 0;
    return BioPtr(
        BIO_new_mem_buf(data.empty() ? &kNothing : data.data(), static_cast<int>(data.size())));
}

BioPtr memoryBio() {
    return BioPtr(BIO_new(BIO_s_mem()));
}

ByteView bioContent(BIO* bio) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    if (data == nullptr || size <= 0)
        return {};
    return {reinterpret_cast<const std::uint8_t*>(data), static_cast<std::size_t>(size)};
}

Result<PkeyPtr> readPrivateKey(std::string_view pem) {
    const ErrorQueue queue;
    ESCALE_TRY_ASSIGN(bio, pemReader(pem));
    PkeyPtr key(PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassword, nullptr));
    if (!key)
        return opensslFailure(Errc::malformed, "clé privée illisible");
    return key;
}

Result<PkeyPtr> readPublicKey(std::string_view pem) {
    const ErrorQueue queue;
    ESCALE_TRY_ASSIGN(bio, pemReader(pem));
    PkeyPtr key(PEM_read_bio_PUBKEY(bio.get(), nullptr, noPassword, nullptr));
    if (!key)
        return opensslFailure(Errc::malformed, "clé publique illisible");
    return key;
}

Result<X509Ptr> readCertificate(std::string_view pem) {
    const ErrorQueue queue;
    ESCALE_TRY_ASSIGN(bio, pemReader(pem));
    X509Ptr certificate(PEM_read_bio_X509(bio.get(), nullptr, noPassword, nullptr));
    if (!certificate)
        return opensslFailure(Errc::malformed, "certificat illisible");
    return certificate;
}

Result<X509ReqPtr> readRequest(std::string_view pem) {
    const ErrorQueue queue;
    ESCALE_TRY_ASSIGN(bio, pemReader(pem));
    X509ReqPtr request(PEM_read_bio_X509_REQ(bio.get(), nullptr, noPassword, nullptr));
    if (!request)
        return opensslFailure(Errc::malformed, "demande de certificat illisible");
    return request;
}

Result<X509Ptr> readCertificateDer(ByteView der) {
    const ErrorQueue queue;
    if (der.size() > kMaxPemBytes)
        return fail(Errc::tooLarge, "certificat trop long");
    const unsigned char* next = der.data();
    X509Ptr certificate(d2i_X509(nullptr, &next, static_cast<long>(der.size())));
    if (!certificate || next != der.data() + der.size())
        return opensslFailure(Errc::malformed, "certificat illisible");
    return certificate;
}

Result<Bytes> certificateDer(X509* certificate) {
    const int size = i2d_X509(certificate, nullptr);
    if (size <= 0)
        return opensslFailure(Errc::internal, "certificat impossible à écrire");
    Bytes der(static_cast<std::size_t>(size));
    unsigned char* next = der.data();
    i2d_X509(certificate, &next);
    return der;
}

Result<std::string> certificatePem(X509* certificate) {
    const BioPtr bio = memoryBio();
    if (!bio || PEM_write_bio_X509(bio.get(), certificate) != 1)
        return opensslFailure(Errc::internal, "certificat impossible à écrire");
    return asString(bioContent(bio.get()));
}

Result<std::string> privateKeyPem(EVP_PKEY* key) {
    const BioPtr bio = memoryBio();
    if (!bio || PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, noPassword,
                                              nullptr) != 1)
        return opensslFailure(Errc::internal, "clé impossible à écrire");
    return asString(bioContent(bio.get()));
}

std::string curveName(const EVP_PKEY* key) {
    const ErrorQueue queue;
    char group[32] = {};
    char encoding[32] = {};
    std::size_t size = 0;
    if (key == nullptr || EVP_PKEY_get_base_id(key) != EVP_PKEY_EC ||
        EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, group, sizeof group,
                                       &size) != 1 ||
        EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_EC_ENCODING, encoding, sizeof encoding,
                                       &size) != 1 ||
        std::string_view(encoding) != OSSL_PKEY_EC_ENCODING_GROUP)
        return {};
    return group;
}

Result<void> requireP256(const EVP_PKEY* key) {
    if (curveName(key) != "prime256v1")
        return fail(Errc::cryptoFailure, "la clé n’est pas sur la courbe P-256");
    return {};
}

Result<PkeyPtr> newP256Key() {
    const ErrorQueue queue;
    PkeyPtr key(EVP_EC_gen("P-256"));
    if (!key)
        return opensslFailure(Errc::cryptoFailure, "clé P-256 impossible à créer");
    return key;
}

} // namespace escale::crypto
