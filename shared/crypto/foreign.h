// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates and signatures of authorities that are not ours (those of signed documents): any
// key they chose within today's strength, and no clock: who asks compares the dates.
#pragma once

#include "shared/base/bytes.h"
#include "shared/base/result.h"

#include <string_view>

namespace escale::crypto {

/// `leafPem` was issued by `caPem` (name, signature, at least 112 bits of strength), `caPem` is an
/// authority signed by itself, `leafPem` is none. Dates are not looked at. Errc::cryptoFailure;
/// Errc::malformed when one of them cannot be read.
[[nodiscard]] Result<void> verifyIssuedBy(std::string_view leafPem, std::string_view caPem);

/// ECDSA (FIPS 186-5), `signature` being r and s put end to end: P-256 with SHA-256 (64 bytes),
/// P-384 with SHA-384 (96), P-521 with SHA-512 (132). Errc::cryptoFailure when it does not hold;
/// Errc::invalidArgument when the certificate's key is on none of these curves.
[[nodiscard]] Result<void> verifyRawEcdsa(std::string_view certPem, ByteView data,
                                          ByteView signature);

} // namespace escale::crypto
