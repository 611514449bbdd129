// SPDX-License-Identifier: GPL-3.0-or-later
// What a page is, told by its bytes alone, and what must not leave with it. Nothing is decoded.
#pragma once

#include "shared/base/bytes.h"

namespace escale::client {

enum class PageFormat { jpeg, png, pdf };

/// Largest sides and number of points that are taken: beyond, a viewer would need too much memory.
inline constexpr std::uint32_t kMaxPageSide = 12'000;
inline constexpr std::uint64_t kMaxPagePoints = 50'000'000;
/// Scans of a progressive JPEG: beyond, decoding takes minutes for a file of some hundred kB.
inline constexpr int kMaxJpegScans = 64;

/// First bytes and header (dimensions within the limits, end present). Errc::unreadableImage.
Result<PageFormat> inspectPage(ByteView page);

/// The same picture without what a camera wrote beside it: place, device, date, miniature (JPEG:
/// APP1 to APP15 but Adobe's colour mark, and comments; PNG: text, time, EXIF). No pixel is
/// touched. The orientation written by a camera (EXIF) is lost with the rest: turn the picture
/// before, when it matters. A PDF is returned as it is. Errc::unreadableImage.
Result<Bytes> withoutMetadata(ByteView page);

} // namespace escale::client
