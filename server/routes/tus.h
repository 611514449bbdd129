// SPDX-License-Identifier: GPL-3.0-or-later
// Headers of tus 1.0.0, read strictly (https://tus.io/protocols/resumable-upload).
#pragma once

#include "server/reconcile/uploads.h"

#include <string_view>

namespace escale::server {

inline constexpr std::string_view kTusVersion = "1.0.0";
inline constexpr std::string_view kTusExtensions =
    "creation,creation-with-upload,checksum,expiration,termination";
inline constexpr std::string_view kTusAlgorithms = "sha256,sha1";

/// A count of bytes: digits only, at most 15. Errc::invalidArgument.
Result<std::int64_t> readCount(std::string_view text);

/// Upload-Length, and Upload-Metadata "dossier <b64>,piece <b64>,sha256 <b64>" in any order.
/// Errc::invalidArgument or malformed; a member that is not named here is refused.
Result<UploadOffer> readOffer(std::string_view length, std::string_view metadata);
/// The Upload-Metadata that announced `row`.
std::string metadataOf(const UploadRow& row);

/// What Upload-Checksum ("sha256 <b64>") says of a part; "" says nothing.
enum class Checksum { none, right, wrong };
/// Errc::malformed when it is not written as tus asks or its algorithm is not one of ours.
Result<Checksum> checkPart(std::string_view header, ByteView part);

/// "Thu, 26 Nov 2026 10:00:00 GMT" (RFC 9110 §5.6.7), as Upload-Expires asks; rounded down.
std::string httpDate(std::int64_t epochMs);

} // namespace escale::server
