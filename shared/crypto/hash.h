// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 (FIPS 180-4) and HMAC-SHA-256 (RFC 2104).
#pragma once

#include "shared/base/bytes.h"

#include <memory>
#include <string>

namespace escale::crypto {

/// 32 bytes. These functions throw std::runtime_error if OpenSSL itself cannot work (no memory).
[[nodiscard]] Bytes sha256(ByteView data);
/// 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256Hex(ByteView data);
/// 32 bytes. Compare with constantTimeEquals (secret.h).
/// 20 bytes; only where a protocol asks for it (tus, checksum of a part), never against an
/// attacker.
[[nodiscard]] Bytes sha1(ByteView data);
[[nodiscard]] Bytes hmacSha256(ByteView key, ByteView data);

/// SHA-256 of what comes piece by piece. One thread at a time.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void update(ByteView data);
    /// The 32 bytes for everything given since construction or the last finish(); starts anew.
    [[nodiscard]] Bytes finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace escale::crypto
