// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/gate_parts.h"

#include <cstring>

namespace escale::scan::gate {
namespace {

/// ITU-T T.81 annex B: segments, then entropy-coded bytes after each start of scan.
class JpegWalk {
public:
    JpegWalk(ByteView file, PhotoInfo* info)
        : m_file(file)
        , m_info(info) {}

    std::optional<Raison> run() {
        m_at = 2;
        while (true) {
            const auto marker = nextMarker();
            if (!marker)
                return Raison::tronque;
            if (*marker == 0xD9)
                return m_framed && m_scans > 0 ? std::optional<Raison>() : Raison::tronque;
            if (const auto refused = segment(*marker))
                return refused;
        }
    }

private:
    std::optional<std::uint8_t> nextMarker() {
        if (m_at + 1 >= m_file.size() || m_file[m_at] != 0xFF)
            return std::nullopt;
        while (m_at + 1 < m_file.size() && m_file[m_at + 1] == 0xFF)
            ++m_at; // fill bytes
        if (m_at + 1 >= m_file.size())
            return std::nullopt;
        return m_file[m_at + 1];
    }

    std::optional<Raison> segment(std::uint8_t marker) {
        if (m_at + 4 > m_file.size())
            return Raison::tronque;
        const std::size_t length = big16(m_file, m_at + 2);
        if (length < 2 || m_at + 2 + length > m_file.size())
            return Raison::tronque;
        const ByteView content = m_file.subspan(m_at + 4, length - 2);
        m_at += 2 + length;
        if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC)
            return frame(marker, content);
        if (marker == 0xE1 && m_info->orientation == 1)
            m_info->orientation = exifOrientation(content);
        return marker == 0xDA ? scan() : std::nullopt;
    }

    std::optional<Raison> frame(std::uint8_t marker, ByteView content) {
        // Baseline, extended and progressive Huffman: what cameras and scanners write.
        if (m_framed || content.size() < 6 || marker > 0xC2 || content[0] != 8)
            return Raison::tronque;
        m_framed = true;
        m_progressive = marker == 0xC2;
        const std::uint32_t height = big16(content, 1);
        const std::uint32_t width = big16(content, 3);
        const int components = content[5];
        if (width == 0 || height == 0 || (components != 1 && components != 3 && components != 4))
            return Raison::tronque;
        m_points = std::uint64_t{width} * height;
        m_info->width = static_cast<int>(width);
        m_info->height = static_cast<int>(height);
        return sizeFits(width, height) ? std::optional<Raison>() : Raison::tropGrand;
    }

    std::optional<Raison> scan() {
        ++m_scans;
        const bool costly = m_progressive && m_points * m_scans > kMaxProgressivePoints;
        if (m_scans > kMaxScans || costly)
            return Raison::tropGrand;
        while (m_at + 1 < m_file.size()) {
            const auto* found = static_cast<const std::uint8_t*>(
                std::memchr(m_file.data() + m_at, 0xFF, m_file.size() - 1 - m_at));
            if (found == nullptr)
                return Raison::tronque;
            m_at = static_cast<std::size_t>(found - m_file.data());
            const std::uint8_t next = m_file[m_at + 1];
            // Neither a stuffed byte, nor a fill byte, nor a restart: the next segment.
            if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7))
                return std::nullopt;
            ++m_at;
        }
        return Raison::tronque;
    }

    ByteView m_file;
    PhotoInfo* m_info;
    std::size_t m_at = 0;
    std::uint64_t m_points = 0;
    int m_scans = 0;
    bool m_framed = false;
    bool m_progressive = false;
};

/// TIFF 6.0 §2: integers in the order that the header says.
std::uint32_t tiffInt(ByteView tiff, std::size_t at, int bytes, bool little) {
    std::uint32_t value = 0;
    for (int i = 0; i < bytes; ++i)
        value = value << 8 | tiff[at + static_cast<std::size_t>(little ? bytes - 1 - i : i)];
    return value;
}

} // namespace

int exifOrientation(ByteView app1) {
    constexpr std::size_t kHeader = 6; // "Exif\0\0"
    if (app1.size() < kHeader + 10 || std::memcmp(app1.data(), "Exif\0\0", kHeader) != 0)
        return 1;
    const ByteView tiff = app1.subspan(kHeader);
    const bool little = tiff[0] == 'I';
    const std::size_t directory = tiffInt(tiff, 4, 4, little);
    if (directory > tiff.size() - 2)
        return 1;
    const std::size_t entries = tiffInt(tiff, directory, 2, little);
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t at = directory + 2 + i * 12;
        if (at + 12 > tiff.size())
            break;
        if (tiffInt(tiff, at, 2, little) != 0x0112)
            continue;
        const auto value = tiffInt(tiff, at + 8, 2, little);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

std::optional<Raison> walkJpeg(ByteView file, PhotoInfo* info) {
    info->kind = FileKind::jpeg;
    return JpegWalk(file, info).run();
}

} // namespace escale::scan::gate
