// SPDX-License-Identifier: GPL-3.0-or-later
// Keys from secrets that people type (PIN, code de reprise): scrypt, RFC 7914.
#pragma once

#include "shared/base/bytes.h"
#include "shared/base/ports.h"
#include "shared/base/result.h"
#include "shared/crypto/secret.h"

#include <cstdint>

namespace escale::crypto {

/// Memory used is 128·n·r bytes, time grows with n·r·p.
struct ScryptParams {
    std::uint32_t n = 1U << 17; // power of two
    std::uint32_t r = 8;
    std::uint32_t p = 1;

    bool operator==(const ScryptParams&) const = default;
};

/// 128 MiB, about 0.3 s (OWASP Password Storage: N = 2^17, r = 8, p = 1).
inline constexpr ScryptParams kDefaultScrypt{};
/// Highest cost that anyone, a stored blob included, may ask of us: 256 MiB.
inline constexpr std::uint64_t kMaxScryptNr = std::uint64_t{1} << 21;  // n·r
inline constexpr std::uint64_t kMaxScryptNrp = std::uint64_t{1} << 22; // n·r·p

/// 32 bytes. Errc::invalidArgument for parameters that are not scrypt's or are over the caps.
/// Blocks for the whole time: not on a user-interface thread.
[[nodiscard]] Result<SecretBytes> deriveScrypt(ByteView secret, ByteView salt,
                                               const ScryptParams& params = kDefaultScrypt);

/// `key` (1 to 64 bytes) sealed under `secret`. The blob says everything but the secret:
///   "EWK" | version 1 | log2 n | r | p | salt (16) | AES-256-GCM seal of the key
/// all that precedes the seal being its additional data. Errc::invalidArgument for another size of
/// key or bad parameters.
[[nodiscard]] Result<Bytes> wrapKey(const SecretBytes& key, ByteView secret, Random& random,
                                    const ScryptParams& params = kDefaultScrypt);

/// Errc::wrongCode for another secret (or a blob altered so that it looks like one),
/// Errc::malformed or Errc::unsupportedVersion for what is no such blob, Errc::tooLarge for one
/// that asks for more work than the caps.
[[nodiscard]] Result<SecretBytes> unwrapKey(ByteView wrapped, ByteView secret);

} // namespace escale::crypto
