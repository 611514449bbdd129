// SPDX-License-Identifier: GPL-3.0-or-later
// Ed25519 signatures (RFC 8032), for what the server publishes and devices keep.
#pragma once

#include "shared/base/bytes.h"
#include "shared/base/result.h"

#include <string>
#include <string_view>

namespace escale::crypto {

struct KeyPair {
    std::string publicPem;  // SubjectPublicKeyInfo
    std::string privatePem; // PKCS #8, in clear: wipe() it (secret.h) when done
};

[[nodiscard]] Result<KeyPair> newEd25519();

/// 64 bytes. Errc::cryptoFailure when `privatePem` is not a clear Ed25519 private key.
[[nodiscard]] Result<Bytes> sign(std::string_view privatePem, ByteView data);

/// Success when `signature` is that of `data`; Errc::cryptoFailure otherwise, also for a public key
/// that is not Ed25519.
[[nodiscard]] Result<void> verify(std::string_view publicPem, ByteView data, ByteView signature);

} // namespace escale::crypto
