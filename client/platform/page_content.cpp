// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/platform/page_content.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace escale::client {
namespace {

constexpr std::string_view kPngMagic = "\x89PNG\r\n\x1a\n";

Error unreadable(const char* why) {
    return fail(Errc::unreadableImage, why);
}

std::string_view textOf(ByteView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::uint32_t big16(ByteView bytes, std::size_t at) {
    return static_cast<std::uint32_t>(bytes[at]) << 8 | bytes[at + 1];
}

std::uint32_t big32(ByteView bytes, std::size_t at) {
    return big16(bytes, at) << 16 | big16(bytes, at + 2);
}

Result<void> checkSize(std::uint32_t width, std::uint32_t height) {
    if (width == 0 || height == 0)
        return unreadable("image sans largeur ou sans hauteur");
    if (width > kMaxPageSide || height > kMaxPageSide ||
        std::uint64_t{width} * height > kMaxPagePoints)
        return unreadable("image trop grande : plus de 50 millions de points");
    return {};
}

void append(Bytes* out, ByteView part) {
    if (out != nullptr)
        out->insert(out->end(), part.begin(), part.end());
}

/// Walks the segments of a JPEG once; copies what may stay in `out` when it is given.
class JpegWalk {
public:
    JpegWalk(ByteView bytes, Bytes* out)
        : m_bytes(bytes)
        , m_out(out) {}

    Result<void> run() {
        append(m_out, m_bytes.first(2));
        m_at = 2;
        while (true) {
            ESCALE_TRY_ASSIGN(marker, nextMarker());
            if (marker == 0xD9)
                return finish();
            ESCALE_TRY(segment(marker));
        }
    }

private:
    Result<std::uint8_t> nextMarker() {
        if (m_at + 1 >= m_bytes.size() || m_bytes[m_at] != 0xFF)
            return unreadable("JPEG coupé ou abîmé");
        while (m_at + 1 < m_bytes.size() && m_bytes[m_at + 1] == 0xFF)
            ++m_at; // fill bytes
        if (m_at + 1 >= m_bytes.size())
            return unreadable("JPEG coupé");
        return m_bytes[m_at + 1];
    }

    Result<void> segment(std::uint8_t marker) {
        if (m_at + 4 > m_bytes.size())
            return unreadable("JPEG coupé");
        const std::size_t length = big16(m_bytes, m_at + 2);
        if (length < 2 || m_at + 2 + length > m_bytes.size())
            return unreadable("JPEG coupé");
        const ByteView whole = m_bytes.subspan(m_at, length + 2);
        if (isFrame(marker))
            ESCALE_TRY(frame(whole));
        if (!isMetadata(marker, whole))
            append(m_out, whole);
        m_at += whole.size();
        return marker == 0xDA ? scan() : Result<void>{};
    }

    /// Entropy-coded bytes, up to the next marker that is neither stuffing nor a restart.
    Result<void> scan() {
        if (++m_scans > kMaxJpegScans)
            return unreadable("JPEG fait de trop de passes");
        const std::size_t start = m_at;
        while (m_at + 1 < m_bytes.size()) {
            const std::uint8_t next = m_bytes[m_at + 1];
            if (m_bytes[m_at] == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7))
                break;
            ++m_at;
        }
        append(m_out, m_bytes.subspan(start, m_at - start));
        return {};
    }

    static bool isFrame(std::uint8_t marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 &&
               marker != 0xCC;
    }

    static bool isMetadata(std::uint8_t marker, ByteView whole) {
        if (marker == 0xFE)
            return true;
        // Adobe's APP14 tells how colours are coded: without it a picture changes colours.
        const bool adobe = marker == 0xEE && textOf(whole).substr(4).starts_with("Adobe");
        return marker >= 0xE1 && marker <= 0xEF && !adobe;
    }

    Result<void> frame(ByteView whole) {
        if (m_framed || whole.size() < 9)
            return unreadable("JPEG dont la taille n’est pas écrite une fois");
        m_framed = true;
        return checkSize(big16(whole, 7), big16(whole, 5));
    }

    Result<void> finish() {
        if (!m_framed || m_scans == 0)
            return unreadable("JPEG sans image");
        append(m_out, m_bytes.subspan(m_at, 2)); // what follows the end is not the picture
        return {};
    }

    ByteView m_bytes;
    Bytes* m_out;
    std::size_t m_at = 0;
    int m_scans = 0;
    bool m_framed = false;
};

bool isPngMetadata(std::string_view type) {
    return type == "tEXt" || type == "zTXt" || type == "iTXt" || type == "tIME" || type == "eXIf";
}

Result<void> walkPng(ByteView bytes, Bytes* out) {
    append(out, bytes.first(kPngMagic.size()));
    std::size_t at = kPngMagic.size();
    for (bool first = true;; first = false) {
        if (at + 12 > bytes.size())
            return unreadable("PNG coupé");
        const std::uint64_t length = big32(bytes, at);
        if (length > bytes.size() - at - 12)
            return unreadable("PNG coupé");
        const ByteView chunk = bytes.subspan(at, static_cast<std::size_t>(length) + 12);
        const std::string_view type = textOf(chunk).substr(4, 4);
        if (first && (type != "IHDR" || length != 13))
            return unreadable("PNG sans en-tête");
        if (first)
            ESCALE_TRY(checkSize(big32(chunk, 8), big32(chunk, 12)));
        if (!isPngMetadata(type))
            append(out, chunk);
        if (type == "IEND")
            return {};
        at += chunk.size();
    }
}

Result<void> checkPdf(ByteView bytes) {
    const std::string_view text = textOf(bytes);
    const auto tail = text.substr(text.size() > 2048 ? text.size() - 2048 : 0);
    if (tail.find("%%EOF") == std::string_view::npos)
        return unreadable("PDF coupé");
    return {};
}

Result<PageFormat> walk(ByteView page, Bytes* out) {
    const std::string_view text = textOf(page);
    if (text.starts_with("\xff\xd8\xff")) {
        ESCALE_TRY(JpegWalk(page, out).run());
        return PageFormat::jpeg;
    }
    if (text.starts_with(kPngMagic)) {
        ESCALE_TRY(walkPng(page, out));
        return PageFormat::png;
    }
    if (text.starts_with("%PDF-")) {
        ESCALE_TRY(checkPdf(page));
        append(out, page);
        return PageFormat::pdf;
    }
    return unreadable("ce fichier n’est ni un JPEG, ni un PNG, ni un PDF");
}

} // namespace

Result<PageFormat> inspectPage(ByteView page) {
    return walk(page, nullptr);
}

Result<Bytes> withoutMetadata(ByteView page) {
    Bytes clean;
    clean.reserve(page.size());
    ESCALE_TRY(walk(page, &clean));
    return clean;
}

} // namespace escale::client
