// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/gate_parts.h"

#include <algorithm>

namespace escale::scan::gate {
namespace {

bool isBlank(char c) {
    return c == ' ' || c == '\r' || c == '\n' || c == '\t' || c == '\f' || c == '\0';
}

/// The number after the blanks at `at`; -1 when there is none, or it is beyond a million.
std::int64_t numberAt(std::string_view text, std::size_t at) {
    while (at < text.size() && isBlank(text[at]))
        ++at;
    std::int64_t value = -1;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
        value = std::max<std::int64_t>(value, 0) * 10 + (text[at] - '0');
        if (value > 1'000'000)
            break;
    }
    return value;
}

std::optional<Raison> pngHeader(ByteView chunk, std::size_t fileSize, PhotoInfo* info) {
    const std::uint32_t width = big32(chunk, 8);
    const std::uint32_t height = big32(chunk, 12);
    if (width == 0 || height == 0)
        return Raison::tronque;
    if (!sizeFits(width, height))
        return Raison::tropGrand;
    const std::uint64_t points = std::uint64_t{width} * height;
    const bool interlaced = chunk[20] != 0;
    const bool hollow = points > kMaxInterlacedPoints && fileSize * kPointsPerPngByte < points;
    if (hollow || (interlaced && points > kMaxInterlacedPoints))
        return Raison::tropGrand;
    info->width = static_cast<int>(width);
    info->height = static_cast<int>(height);
    return std::nullopt;
}

} // namespace

std::optional<Raison> walkPng(ByteView file, PhotoInfo* info) {
    info->kind = FileKind::png;
    bool data = false;
    std::size_t at = 8;
    for (bool first = true;; first = false) {
        if (at + 12 > file.size())
            return Raison::tronque;
        const std::uint64_t length = big32(file, at);
        if (length > file.size() - at - 12)
            return Raison::tronque;
        const ByteView chunk = file.subspan(at, static_cast<std::size_t>(length) + 12);
        const std::string_view type(reinterpret_cast<const char*>(chunk.data()) + 4, 4);
        if (first && (type != "IHDR" || length != 13))
            return Raison::tronque;
        if (first) {
            if (const auto refused = pngHeader(chunk, file.size(), info))
                return refused;
        }
        data = data || type == "IDAT";
        if (type == "IEND")
            return data ? std::optional<Raison>() : Raison::tronque;
        at += chunk.size();
    }
}

std::optional<Raison> walkPdf(std::string_view file, PhotoInfo* info) {
    constexpr std::string_view kCount = "/Count";
    info->kind = FileKind::pdf;
    info->pages = 0;
    if (file.substr(file.size() > 2048 ? file.size() - 2048 : 0).find("%%EOF") ==
        std::string_view::npos)
        return Raison::tronque;
    // The largest count is that of the root of the pages (ISO 32000-1 §7.7.3.2); outlines have
    // counts too, in small numbers and often negative: too many pages is all that is decided here.
    for (auto at = file.find(kCount); at != std::string_view::npos;
         at = file.find(kCount, at + 6)) {
        const auto count = numberAt(file, at + kCount.size());
        if (count > kMaxPdfPages * 20)
            return Raison::tropGrand;
        info->pages = std::max(info->pages, static_cast<int>(count));
    }
    return std::nullopt;
}

} // namespace escale::scan::gate
