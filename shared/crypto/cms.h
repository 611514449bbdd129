// SPDX-License-Identifier: GPL-3.0-or-later
// CMS AuthEnvelopedData (RFC 5083, RFC 5084): what only the holders of a sealing key can read.
//
// AES-256-GCM content; each recipient a P-256 certificate, key agreement ECDH with the X9.63 KDF
// on SHA-256 and AES-256 key wrap (RFC 5753). `openssl cms -decrypt -inform DER` opens it.
// A CMS says nothing of who sealed it: anyone who has the certificates can.
#pragma once

#include "shared/base/bytes.h"
#include "shared/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace escale::crypto {

inline constexpr std::size_t kMaxCmsPlainBytes = std::size_t{64} << 20;
inline constexpr std::size_t kMaxCmsRecipients = 8;
/// Largest DER that openCms reads: the content and its recipients.
inline constexpr std::size_t kMaxCmsBytes = kMaxCmsPlainBytes + (std::size_t{64} << 10);

/// DER of `plain` sealed for each of `recipientCertPems` (in practice the server and the escrow).
/// The certificates must have been verified by the caller (verifyChain, pki.h); here, only that the
/// key is P-256 and, if the certificate limits usage, that key agreement is allowed.
/// Errc::invalidArgument without recipient or with more than kMaxCmsRecipients, Errc::tooLarge over
/// kMaxCmsPlainBytes, Errc::malformed or Errc::cryptoFailure for a certificate that cannot serve.
[[nodiscard]] Result<Bytes> sealCms(ByteView plain,
                                    const std::vector<std::string>& recipientCertPems);

/// The plaintext, once all of it is authenticated: on failure no byte of it has been released.
/// `privateKeyPem` is that of `certPem`. Only the form that sealCms writes is read: DER, no other
/// algorithm, a tag of 16 bytes, no attribute. Recipients' entries other than one's own are not
/// authenticated by CMS; changing one can only keep its own holder from opening.
/// Errc::malformed for what is no such CMS, Errc::tooLarge, Errc::cryptoFailure when it is for
/// another recipient or was changed.
[[nodiscard]] Result<Bytes> openCms(ByteView der, std::string_view certPem,
                                    std::string_view privateKeyPem);

} // namespace escale::crypto
