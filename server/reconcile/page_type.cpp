// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/reconcile/page_type.h"

#include <algorithm>
#include <array>

namespace escale::server {
namespace {

constexpr std::array<std::uint8_t, 3> kJpeg{0xFF, 0xD8, 0xFF};
constexpr std::array<std::uint8_t, 16> kPng{0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A,
                                            0,    0,   0,   13,  'I',  'H',  'D',  'R'};
constexpr std::array<std::uint8_t, 5> kPdf{'%', 'P', 'D', 'F', '-'};

constexpr std::array<std::uint8_t, 4> kPngEnd{'I', 'E', 'N', 'D'};
constexpr std::size_t kPdfTail = 2048;

template <std::size_t N>
bool startsWith(ByteView page, const std::array<std::uint8_t, N>& magic) {
    return page.size() >= N && std::equal(magic.begin(), magic.end(), page.begin());
}

std::uint32_t bigEndian(ByteView bytes) {
    std::uint32_t number = 0;
    for (const std::uint8_t byte : bytes)
        number = number << 8 | byte;
    return number;
}

Result<void> checkSize(std::uint32_t width, std::uint32_t height) {
    if (width == 0 || height == 0)
        return fail(Errc::unreadableImage, "image sans dimensions");
    if (width > kMaxPageSide || height > kMaxPageSide ||
        std::uint64_t{width} * height > kMaxPagePixels)
        return fail(Errc::unreadableImage, "image trop grande");
    return {};
}

/// A start-of-frame marker of any process (ITU T.81, table B.1): C4, C8 and CC are not frames.
bool isFrame(std::uint8_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Markers without a segment behind them: fill bytes, TEM, RSTn, SOI.
bool standsAlone(std::uint8_t marker) {
    return marker == 0xFF || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}

/// Walks the markers (ITU T.81, B.1.1). Data between a scan's header and the next marker are
/// skipped over: in them, FF is always followed by 00 or RSTn.
Result<void> checkJpeg(ByteView page) {
    bool sized = false;
    bool ended = false;
    int scans = 0;
    std::size_t at = 2;
    while (at + 1 < page.size()) {
        const std::uint8_t marker = page[at + 1];
        if (page[at] != 0xFF || marker == 0 || standsAlone(marker)) {
            at += page[at] == 0xFF && marker != 0xFF ? 2 : 1;
            continue;
        }
        if (marker == 0xD9) { // end of the image
            ended = at + 2 == page.size();
            break;
        }
        if (at + 4 > page.size())
            return fail(Errc::unreadableImage, "JPEG coupé");
        const std::size_t length = bigEndian(page.subspan(at + 2, 2));
        if (length < 2 || at + 2 + length > page.size())
            return fail(Errc::unreadableImage, "JPEG coupé");
        if (isFrame(marker)) {
            if (length < 8)
                return fail(Errc::unreadableImage, "JPEG mal formé");
            ESCALE_TRY(
                checkSize(bigEndian(page.subspan(at + 7, 2)), bigEndian(page.subspan(at + 5, 2))));
            sized = true;
        }
        if (marker == 0xDA && ++scans > kMaxJpegScans)
            return fail(Errc::unreadableImage, "JPEG de trop nombreux passages");
        at += 2 + length;
    }
    if (!sized || scans == 0)
        return fail(Errc::unreadableImage, "JPEG sans image");
    if (!ended)
        return fail(Errc::unreadableImage, "JPEG coupé, ou suivi d’autre chose");
    return {};
}

/// Chunks one after the other (PNG 1.2, 3.2): IHDR first, IEND last.
Result<void> checkPng(ByteView page) {
    std::size_t at = 8;
    while (page.size() - at >= 12) {
        const std::size_t length = bigEndian(page.subspan(at, 4));
        if (length > page.size() - at - 12)
            break;
        const ByteView type = page.subspan(at + 4, 4);
        if (at == 8)
            ESCALE_TRY(checkSize(bigEndian(page.subspan(16, 4)), bigEndian(page.subspan(20, 4))));
        at += length + 12;
        if (std::equal(type.begin(), type.end(), kPngEnd.begin()))
            return at == page.size() ? Result<void>()
                                     : fail(Errc::unreadableImage, "PNG suivi d’autre chose");
    }
    return fail(Errc::unreadableImage, "PNG coupé");
}

/// The end of a PDF, where a reader starts (ISO 32000-1, 7.5.5).
Result<void> checkPdfEnd(ByteView page) {
    const std::string_view text(reinterpret_cast<const char*>(page.data()), page.size());
    const std::string_view tail = text.substr(text.size() - std::min(text.size(), kPdfTail));
    const std::size_t start = tail.rfind("startxref");
    if (start == std::string_view::npos || tail.find("%%EOF", start) == std::string_view::npos)
        return fail(Errc::unreadableImage, "PDF coupé");
    return {};
}

} // namespace

Result<std::string> pageType(ByteView page) {
    if (startsWith(page, kJpeg)) {
        ESCALE_TRY(checkJpeg(page));
        return std::string("image/jpeg");
    }
    if (startsWith(page, kPng)) {
        ESCALE_TRY(checkPng(page));
        return std::string("image/png");
    }
    if (startsWith(page, kPdf)) {
        ESCALE_TRY(checkPdfEnd(page));
        return std::string(kPdfType);
    }
    return fail(Errc::unreadableImage, "ni JPEG, ni PNG, ni PDF");
}

} // namespace escale::server
