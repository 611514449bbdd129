// SPDX-License-Identifier: GPL-3.0-or-later
// What is published to devices and kept there, signed (Ed25519):
//
//   magic (8 bytes), version (1 byte), length of the content (4 bytes, little-endian), the content,
//   the first 8 bytes of the SHA-256 of the public key (PEM), and the signature of all that comes
//   before it (64 bytes).
#pragma once

#include "shared/base/bytes.h"
#include "shared/base/result.h"

#include <cstdint>
#include <string_view>

namespace escale::crypto {

struct PackKind {
    std::string_view magic; // 8 characters
    std::uint8_t version = 1;
    std::size_t maxBytes = 0; // of the whole pack
};

/// Errc::cryptoFailure when the key cannot sign; Errc::tooLarge for a pack that no device takes.
[[nodiscard]] Result<Bytes> signPack(const PackKind& kind, ByteView content,
                                     std::string_view privatePem, std::string_view publicPem);

/// The content, a part of `pack`. Refused, in plain words: cut, damaged or of another kind
/// (malformed), not signed or signed by another key than `publicPem` (cryptoFailure), of another
/// version (unsupportedVersion), too long (tooLarge).
[[nodiscard]] Result<ByteView> contentOfPack(const PackKind& kind, ByteView pack,
                                             std::string_view publicPem);

/// The refusal of a pack that is cut or damaged.
[[nodiscard]] Error damagedPack();

} // namespace escale::crypto
