// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/crypto/sign.h"

#include "shared/crypto/openssl_types.h"

#include <openssl/pem.h>

namespace escale::crypto {

namespace {

constexpr std::size_t kSignatureBytes = 64;

Result<void> requireEd25519(const EVP_PKEY* key) {
    if (EVP_PKEY_get_base_id(key) != EVP_PKEY_ED25519)
        return fail(Errc::cryptoFailure, "la clé n’est pas une clé Ed25519");
    return {};
}

} // namespace

Result<KeyPair> newEd25519() {
    const ErrorQueue queue;
    const PkeyPtr key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    if (!key)
        return opensslFailure(Errc::cryptoFailure, "clé Ed25519 impossible à créer");
    const BioPtr bio = memoryBio();
    if (!bio || PEM_write_bio_PUBKEY(bio.get(), key.get()) != 1)
        return opensslFailure(Errc::internal, "clé impossible à écrire");
    ESCALE_TRY_ASSIGN(privatePem, privateKeyPem(key.get()));
    return KeyPair{asString(bioContent(bio.get())), std::move(privatePem)};
}

Result<Bytes> sign(std::string_view privatePem, ByteView data) {
    const ErrorQueue queue;
    Result<PkeyPtr> key = readPrivateKey(privatePem);
    if (!key)
        return fail(Errc::cryptoFailure, key.error().detail);
    ESCALE_TRY(requireEd25519(key->get()));
    const MdCtxPtr context(EVP_MD_CTX_new());
    Bytes signature(kSignatureBytes);
    std::size_t size = signature.size();
    if (!context || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key->get()) != 1 ||
        EVP_DigestSign(context.get(), signature.data(), &size, data.data(), data.size()) != 1 ||
        size != kSignatureBytes)
        return opensslFailure(Errc::cryptoFailure, "signature impossible");
    return signature;
}

Result<void> verify(std::string_view publicPem, ByteView data, ByteView signature) {
    const ErrorQueue queue;
    Result<PkeyPtr> key = readPublicKey(publicPem);
    if (!key)
        return fail(Errc::cryptoFailure, key.error().detail);
    ESCALE_TRY(requireEd25519(key->get()));
    const MdCtxPtr context(EVP_MD_CTX_new());
    if (signature.size() != kSignatureBytes || !context ||
        EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key->get()) != 1 ||
        EVP_DigestVerify(context.get(), signature.data(), signature.size(), data.data(),
                         data.size()) != 1)
        return fail(Errc::cryptoFailure, "la signature ne tient pas");
    return {};
}

} // namespace escale::crypto
