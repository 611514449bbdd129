// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/crypto/aead.h"

#include "shared/crypto/openssl_types.h"

namespace escale::crypto {

namespace {

Result<void> checkKey(const SecretBytes& key) {
    if (key.size() != kAeadKeyBytes)
        return fail(Errc::cryptoFailure, "la clé de scellement n’a pas 32 octets");
    return {};
}

// OpenSSL takes sizes as int; both limits of this room are below.
int asInt(std::size_t size) {
    return static_cast<int>(size);
}

} // namespace

SecretBytes newKey(Random& random) {
    SecretBytes key(kAeadKeyBytes);
    random.fill(key.mutableView());
    return key;
}

Result<Bytes> sealAead(const SecretBytes& key, ByteView plain, ByteView aad, Random& random) {
    ESCALE_TRY(checkKey(key));
    if (plain.size() > kMaxAeadBytes || aad.size() > kMaxAeadBytes)
        return fail(Errc::tooLarge, "trop d’octets à sceller d’un coup");
    const ErrorQueue queue;
    Bytes sealed(plain.size() + kAeadOverhead);
    const std::span<std::uint8_t> nonce(sealed.data(), kAeadNonceBytes);
    random.fill(nonce);

    const CipherCtxPtr context(EVP_CIPHER_CTX_new());
    EVP_CIPHER_CTX* const ctx = context.get();
    std::uint8_t* const body = sealed.data() + kAeadNonceBytes;
    std::uint8_t* const tag = body + plain.size();
    int written = 0;
    const bool done =
        ctx != nullptr &&
        EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), nullptr, key.view().data(), nonce.data()) == 1 &&
        (aad.empty() ||
         EVP_EncryptUpdate(ctx, nullptr, &written, aad.data(), asInt(aad.size())) == 1) &&
        (plain.empty() ||
         EVP_EncryptUpdate(ctx, body, &written, plain.data(), asInt(plain.size())) == 1) &&
        EVP_EncryptFinal_ex(ctx, tag, &written) == 1 &&
        EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_AEAD_GET_TAG, asInt(kAeadTagBytes), tag) == 1;
    if (!done)
        return opensslFailure(Errc::cryptoFailure, "scellement impossible");
    return sealed;
}

Result<Bytes> openAead(const SecretBytes& key, ByteView sealed, ByteView aad) {
    ESCALE_TRY(checkKey(key));
    if (sealed.size() > kMaxAeadBytes + kAeadOverhead || aad.size() > kMaxAeadBytes)
        return fail(Errc::tooLarge, "trop d’octets à ouvrir d’un coup");
    if (sealed.size() < kAeadOverhead)
        return fail(Errc::cryptoFailure, "contenu scellé trop court");
    const ErrorQueue queue;
    const ByteView nonce = sealed.first(kAeadNonceBytes);
    const ByteView body = sealed.subspan(kAeadNonceBytes, sealed.size() - kAeadOverhead);
    Bytes tag(sealed.end() - kAeadTagBytes, sealed.end());
    // One spare byte, so that the buffer is never null; taken off before it is given.
    Bytes plain(body.size() + 1);

    const CipherCtxPtr context(EVP_CIPHER_CTX_new());
    EVP_CIPHER_CTX* const ctx = context.get();
    int written = 0;
    const bool done =
        ctx != nullptr &&
        EVP_DecryptInit_ex(ctx, EVP_aes_256_gcm(), nullptr, key.view().data(), nonce.data()) == 1 &&
        (aad.empty() ||
         EVP_DecryptUpdate(ctx, nullptr, &written, aad.data(), asInt(aad.size())) == 1) &&
        (body.empty() ||
         EVP_DecryptUpdate(ctx, plain.data(), &written, body.data(), asInt(body.size())) == 1) &&
        EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_AEAD_SET_TAG, asInt(kAeadTagBytes), tag.data()) == 1 &&
        EVP_DecryptFinal_ex(ctx, plain.data() + body.size(), &written) == 1;
    if (!done) {
        wipe(plain); // decrypted but not authenticated: nobody may see it
        return fail(Errc::cryptoFailure, "le sceau ne tient pas");
    }
    plain.pop_back();
    return plain;
}

} // namespace escale::crypto
