// SPDX-License-Identifier: GPL-3.0-or-later
// AES-256-GCM (NIST SP 800-38D) with random nonces.
//
// One key seals at most 2^32 messages (SP 800-38D §8.3: beyond, two random nonces may meet). Use a
// key for each dossier or each session, never one for everything.
#pragma once

#include "shared/base/bytes.h"
#include "shared/base/ports.h"
#include "shared/base/result.h"
#include "shared/crypto/secret.h"

#include <cstddef>

namespace escale::crypto {

inline constexpr std::size_t kAeadKeyBytes = 32;
inline constexpr std::size_t kAeadNonceBytes = 12;
inline constexpr std::size_t kAeadTagBytes = 16;
/// What sealing adds to the size of the plaintext.
inline constexpr std::size_t kAeadOverhead = kAeadNonceBytes + kAeadTagBytes;
inline constexpr std::size_t kMaxAeadBytes = std::size_t{256} << 20;

/// 32 random bytes.
[[nodiscard]] SecretBytes newKey(Random& random);

/// nonce (12 bytes) || ciphertext (as long as `plain`) || tag (16 bytes). `aad` is bound to the
/// seal, not stored: the same must be given to open. `random` must never repeat itself for one key.
/// Errc::cryptoFailure for a key that is not 32 bytes, Errc::tooLarge over kMaxAeadBytes.
[[nodiscard]] Result<Bytes> sealAead(const SecretBytes& key, ByteView plain, ByteView aad,
                                     Random& random);

/// The plaintext; Errc::cryptoFailure for another key, another `aad` or any changed byte, and then
/// nothing of the plaintext has left this function. Errc::tooLarge over the limit.
[[nodiscard]] Result<Bytes> openAead(const SecretBytes& key, ByteView sealed, ByteView aad);

} // namespace escale::crypto
