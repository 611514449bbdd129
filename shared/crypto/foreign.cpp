// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/crypto/foreign.h"

#include "shared/crypto/openssl_types.h"

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>

#include <array>
#include <optional>
#include <string>

namespace escale::crypto {
namespace {

using StorePtr = Owned<X509_STORE, X509_STORE_free>;
using StoreCtxPtr = Owned<X509_STORE_CTX, X509_STORE_CTX_free>;
using EcdsaSigPtr = Owned<ECDSA_SIG, ECDSA_SIG_free>;

// OpenSSL's second level: 112 bits (RSA 2048, no SHA-1).
constexpr int kStrength = 2;

struct Curve {
    std::string_view group;
    std::size_t half; // bytes of r, and of s
    const char* digest;
};
constexpr std::array kCurves{Curve{"prime256v1", 32, "SHA256"}, Curve{"secp384r1", 48, "SHA384"},
                             Curve{"secp521r1", 66, "SHA512"}};

const Curve* curveOf(const EVP_PKEY* key) {
    const std::string name = curveName(key);
    for (const Curve& curve : kCurves) {
        if (curve.group == name)
            return &curve;
    }
    return nullptr;
}

/// The DER that OpenSSL verifies; nullopt when there is no memory.
std::optional<Bytes> derOf(ByteView raw) {
    const EcdsaSigPtr signature(ECDSA_SIG_new());
    const int half = static_cast<int>(raw.size() / 2);
    BIGNUM* r = BN_bin2bn(raw.data(), half, nullptr);
    BIGNUM* s = BN_bin2bn(raw.data() + half, half, nullptr);
    if (!signature || r == nullptr || s == nullptr || ECDSA_SIG_set0(signature.get(), r, s) != 1) {
        BN_free(r);
        BN_free(s);
        return std::nullopt;
    }
    const int size = i2d_ECDSA_SIG(signature.get(), nullptr);
    if (size <= 0)
        return std::nullopt;
    Bytes der(static_cast<std::size_t>(size));
    unsigned char* next = der.data();
    i2d_ECDSA_SIG(signature.get(), &next);
    return der;
}

} // namespace

Result<void> verifyIssuedBy(std::string_view leafPem, std::string_view caPem) {
    const ErrorQueue queue;
    ESCALE_TRY_ASSIGN(leaf, readCertificate(leafPem));
    ESCALE_TRY_ASSIGN(authority, readCertificate(caPem));
    if (X509_check_ca(authority.get()) == 0 || X509_check_ca(leaf.get()) != 0)
        return fail(Errc::cryptoFailure, "ce n’est pas une autorité et un certificat d’elle");
    const StorePtr store(X509_STORE_new());
    const StoreCtxPtr context(X509_STORE_CTX_new());
    if (!store || !context || X509_STORE_add_cert(store.get(), authority.get()) != 1 ||
        X509_STORE_CTX_init(context.get(), store.get(), leaf.get(), nullptr) != 1)
        return opensslFailure(Errc::internal, "vérification impossible");
    X509_VERIFY_PARAM* param = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_flags(param, X509_V_FLAG_NO_CHECK_TIME | X509_V_FLAG_CHECK_SS_SIGNATURE);
    X509_VERIFY_PARAM_set_auth_level(param, kStrength);
    if (X509_verify_cert(context.get()) != 1) {
        const int error = X509_STORE_CTX_get_error(context.get());
        return fail(Errc::cryptoFailure, std::string("certificat refusé (") +
                                             X509_verify_cert_error_string(error) + ")");
    }
    return {};
}

Result<void> verifyRawEcdsa(std::string_view certPem, ByteView data, ByteView signature) {
    const ErrorQueue queue;
    ESCALE_TRY_ASSIGN(certificate, readCertificate(certPem));
    EVP_PKEY* key = X509_get0_pubkey(certificate.get());
    const Curve* curve = curveOf(key);
    if (curve == nullptr)
        return fail(Errc::invalidArgument, "clé d’un autre genre que celles du 2D-Doc");
    const Error wrong = fail(Errc::cryptoFailure, "la signature ne tient pas");
    if (signature.size() != 2 * curve->half)
        return wrong;
    const auto der = derOf(signature);
    const MdCtxPtr context(EVP_MD_CTX_new());
    if (!der || !context ||
        EVP_DigestVerifyInit_ex(context.get(), nullptr, curve->digest, nullptr, nullptr, key,
                                nullptr) != 1)
        return opensslFailure(Errc::internal, "vérification impossible");
    if (EVP_DigestVerify(context.get(), der->data(), der->size(), data.data(), data.size()) != 1)
        return wrong;
    return {};
}

} // namespace escale::crypto
