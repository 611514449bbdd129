// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/crypto/hash.h"

#include "shared/crypto/openssl_types.h"

#include <openssl/hmac.h>
#include <openssl/sha.h>

#include <limits>
#include <stdexcept>

namespace escale::crypto {

struct Sha256::State {
    MdCtxPtr context{EVP_MD_CTX_new()};

    void start() {
        if (!context || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1)
            throw std::runtime_error("SHA-256 unavailable");
    }
};

Sha256::Sha256()
    : m_state(std::make_unique<State>()) {
    m_state->start();
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(ByteView data) {
    if (EVP_DigestUpdate(m_state->context.get(), data.data(), data.size()) != 1)
        throw std::runtime_error("SHA-256 failed");
}

Bytes Sha256::finish() {
    Bytes digest(SHA256_DIGEST_LENGTH);
    if (EVP_DigestFinal_ex(m_state->context.get(), digest.data(), nullptr) != 1)
        throw std::runtime_error("SHA-256 failed");
    m_state->start();
    return digest;
}

Bytes sha256(ByteView data) {
    Sha256 hash;
    hash.update(data);
    return hash.finish();
}

std::string sha256Hex(ByteView data) {
    return toHex(sha256(data));
}

Bytes sha1(ByteView data) {
    Bytes digest(SHA_DIGEST_LENGTH);
    if (EVP_Digest(data.data(), data.size(), digest.data(), nullptr, EVP_sha1(), nullptr) != 1)
        throw std::runtime_error("SHA-1 failed");
    return digest;
}

Bytes hmacSha256(ByteView key, ByteView data) {
    static constexpr std::uint8_t kNothing = 0; // a null key would mean "the previous one"
    Bytes mac(SHA256_DIGEST_LENGTH);
    if (key.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()) ||
        HMAC(EVP_sha256(), key.empty() ? &kNothing : key.data(), static_cast<int>(key.size()),
             data.data(), data.size(), mac.data(), nullptr) == nullptr)
        throw std::runtime_error("HMAC-SHA-256 failed");
    return mac;
}

} // namespace escale::crypto
