// SPDX-License-Identifier: GPL-3.0-or-later
// Headers of tus 1.0.0, read strictly.
#pragma once

#include "server/reconcile/uploads.h"

#include <string_view>

namespace escale::server {

inline constexpr std::string_view kTusVersion = "1.0.0";

/// A count of bytes: digits only, at most 15. Errc::invalidArgument.
Result<std::int64_t> readCount(std::string_view text);

/// Upload-Length, and Upload-Metadata "dossier <b64>,piece <b64>,sha256 <b64>" in any order.
/// Errc::invalidArgument or malformed; a member that is not named here is refused.
Result<UploadOffer> readOffer(std::string_view length, std::string_view metadata);

} // namespace escale::server
