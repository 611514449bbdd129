// SPDX-License-Identifier: GPL-3.0-or-later
// The gate of each kind of file. Each reads the bytes once, in order, and never past their end.
#pragma once

#include "client/scan/gate.h"

namespace escale::scan::gate {

inline constexpr std::uint32_t kMaxSide = 12'000;
inline constexpr std::uint64_t kMaxPoints = 50'000'000;
/// Passes of a progressive JPEG; and points decoded over all of them, each pass having its price.
inline constexpr int kMaxScans = 64;
inline constexpr std::uint64_t kMaxProgressivePoints = 400'000'000;
/// An interlaced PNG cannot be read row by row.
inline constexpr std::uint64_t kMaxInterlacedPoints = 16'000'000;
/// A large PNG with fewer bytes than that has no document in it: every row is the same.
inline constexpr std::uint64_t kPointsPerPngByte = 200;

std::optional<Raison> walkJpeg(ByteView file, PhotoInfo* info);
std::optional<Raison> walkPng(ByteView file, PhotoInfo* info);
/// Lexical only: a PDF is opened by a process of its own (pdf_pages.h). `info->pages` is what the
/// file says in clear, 0 when it is not in clear.
std::optional<Raison> walkPdf(std::string_view file, PhotoInfo* info);

/// The orientation in an APP1 segment's content, 1 when there is none.
int exifOrientation(ByteView app1);

inline std::uint32_t big16(ByteView bytes, std::size_t at) {
    return static_cast<std::uint32_t>(bytes[at]) << 8 | bytes[at + 1];
}
inline std::uint32_t big32(ByteView bytes, std::size_t at) {
    return big16(bytes, at) << 16 | big16(bytes, at + 2);
}
inline bool sizeFits(std::uint64_t width, std::uint64_t height) {
    return width <= kMaxSide && height <= kMaxSide && width * height <= kMaxPoints;
}

} // namespace escale::scan::gate
