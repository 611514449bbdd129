// SPDX-License-Identifier: GPL-3.0-or-later
// What a page is, by its first bytes and its headers: no decoder ever runs on the server. Caps
// against images that are small to send and huge to open.
#pragma once

#include "shared/base/bytes.h"

#include <string>
#include <string_view>

namespace escale::server {

inline constexpr std::uint32_t kMaxPageSide = 12'000;       // pixels
inline constexpr std::uint64_t kMaxPagePixels = 50'000'000; // 50 MP
inline constexpr int kMaxJpegScans = 64;                    // SOS markers

inline constexpr std::string_view kPdfType = "application/pdf";

/// "image/jpeg", "image/png" or kPdfType. Errc::unreadableImage for anything else, for what has no
/// end or goes on after it, for an image without dimensions, and for one over the caps. Of a PDF
/// only both ends are looked at.
Result<std::string> pageType(ByteView page);

} // namespace escale::server
