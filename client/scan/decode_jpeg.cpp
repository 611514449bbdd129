// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/photo.h"

#include <csetjmp>
#include <cstdio>
// After <cstdio>: jpeglib.h uses FILE without including it.
#include <jerror.h>
#include <jpeglib.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace escale::scan {
namespace {

struct ErrorManager {
    jpeg_error_mgr base{};
    std::jmp_buf jump{};
    bool damaged = false;
};

[[noreturn]] void onError(j_common_ptr info) {
    std::longjmp(reinterpret_cast<ErrorManager*>(info->err)->jump, 1);
}

/// Warnings: only those that say that a part of the picture is missing count.
void onMessage(j_common_ptr info, int level) {
    const int code = info->err->msg_code;
    if (level < 0 &&
        (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE))
        reinterpret_cast<ErrorManager*>(info->err)->damaged = true;
}

/// libjpeg leaves by longjmp: nothing with a destructor lives in the functions that call it, all
/// that is allocated are members.
class Reader {
public:
    Reader(ByteView file, std::int64_t maxPoints, Photo* photo)
        : m_file(file)
        , m_maxPoints(maxPoints)
        , m_photo(photo) {
        m_info.err = jpeg_std_error(&m_errors.base);
        m_errors.base.error_exit = onError;
        m_errors.base.emit_message = onMessage;
    }
    ~Reader() { jpeg_destroy_decompress(&m_info); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    bool run() {
        if (setjmp(m_errors.jump) != 0)
            return false;
        start();
        if (m_raw)
            readRaw();
        else
            readRows();
        jpeg_finish_decompress(&m_info);
        return !m_errors.damaged;
    }

private:
    void start() {
        jpeg_create_decompress(&m_info);
        jpeg_mem_src(&m_info, m_file.data(), m_file.size());
        jpeg_read_header(&m_info, TRUE);
        chooseScale();
        m_raw = isHalfChroma() && m_info.scale_denom == 1;
        m_info.raw_data_out = m_raw ? TRUE : FALSE;
        m_info.do_fancy_upsampling = FALSE;
        m_info.dct_method = JDCT_IFAST;
        if (m_info.jpeg_color_space == JCS_YCbCr)
            m_info.out_color_space = JCS_YCbCr;
        else if (m_info.num_components == 1)
            m_info.out_color_space = JCS_GRAYSCALE;
        else if (m_info.num_components == 3)
            m_info.out_color_space = JCS_RGB;
        else
            m_info.out_color_space = JCS_CMYK;
        jpeg_start_decompress(&m_info);
        m_photo->scale = m_info.scale_denom;
    }

    void chooseScale() {
        m_info.scale_num = 1;
        m_info.scale_denom = 1;
        const auto points = static_cast<std::int64_t>(m_info.image_width) * m_info.image_height;
        while (m_info.scale_denom < 8 &&
               points / (m_info.scale_denom * m_info.scale_denom) > m_maxPoints)
            m_info.scale_denom *= 2;
    }

    [[nodiscard]] bool isHalfChroma() const {
        const auto* c = m_info.comp_info;
        return m_info.jpeg_color_space == JCS_YCbCr && m_info.num_components == 3 &&
               c[0].h_samp_factor == 2 && c[0].v_samp_factor == 2 && c[1].h_samp_factor == 1 &&
               c[1].v_samp_factor == 1 && c[2].h_samp_factor == 1 && c[2].v_samp_factor == 1;
    }

    void readRaw() {
        const int width = static_cast<int>(m_info.output_width);
        const int height = static_cast<int>(m_info.output_height);
        const int wide = (width + 15) / 16 * 16;
        const int high = (height + 15) / 16 * 16;
        m_photo->y.create(high, wide, CV_8U);
        m_photo->cb.create(high / 2, wide / 2, CV_8U);
        m_photo->cr.create(high / 2, wide / 2, CV_8U);
        while (m_info.output_scanline < m_info.output_height) {
            const int top = static_cast<int>(m_info.output_scanline);
            for (int i = 0; i < 16; ++i)
                m_rows[0][static_cast<std::size_t>(i)] = m_photo->y.ptr(top + i);
            for (int i = 0; i < 8; ++i) {
                m_rows[1][static_cast<std::size_t>(i)] = m_photo->cb.ptr(top / 2 + i);
                m_rows[2][static_cast<std::size_t>(i)] = m_photo->cr.ptr(top / 2 + i);
            }
            JSAMPARRAY planes[3] = {m_rows[0].data(), m_rows[1].data(), m_rows[2].data()};
            jpeg_read_raw_data(&m_info, planes, 16);
        }
        m_photo->y = m_photo->y(cv::Rect(0, 0, width, height));
        const cv::Rect half(0, 0, (width + 1) / 2, (height + 1) / 2);
        m_photo->cb = m_photo->cb(half);
        m_photo->cr = m_photo->cr(half);
    }

    void readRows() {
        const int width = static_cast<int>(m_info.output_width);
        const int height = static_cast<int>(m_info.output_height);
        m_line.resize(static_cast<std::size_t>(width) * 4);
        m_sums.assign(static_cast<std::size_t>(width) + 1, 0);
        if (m_info.out_color_space == JCS_RGB || m_info.out_color_space == JCS_CMYK)
            readColours(width, height);
        else
            readLuma(width, height);
    }

    void readColours(int width, int height) {
        m_photo->y.create(height, width, CV_8U);
        m_rgb.emplace(m_photo, width, height);
        JSAMPROW line = m_line.data();
        const bool cmyk = m_info.out_color_space == JCS_CMYK;
        for (int row = 0; row < height; ++row) {
            jpeg_read_scanlines(&m_info, &line, 1);
            if (cmyk)
                inkToLight(width);
            m_rgb->put(row, line, cmyk ? 4 : 3, 0, 2);
        }
    }

    /// Adobe writes inks the other way round: 255 is none.
    void inkToLight(int width) {
        for (std::size_t at = 0; at < static_cast<std::size_t>(width) * 4; at += 4) {
            for (std::size_t i = 0; i < 3; ++i)
                m_line[at + i] = static_cast<std::uint8_t>(m_line[at + i] * m_line[at + 3] / 255);
        }
    }

    /// Y, Cb, Cr rows of any sampling, or grey ones; chroma is halved here.
    void readLuma(int width, int height) {
        m_photo->y.create(height, width, CV_8U);
        m_photo->cb.create((height + 1) / 2, (width + 1) / 2, CV_8U);
        m_photo->cr.create((height + 1) / 2, (width + 1) / 2, CV_8U);
        const bool colour = m_info.out_color_space == JCS_YCbCr;
        if (!colour) {
            m_photo->cb.setTo(128);
            m_photo->cr.setTo(128);
        }
        for (int row = 0; row < height; ++row) {
            JSAMPROW line = colour ? m_line.data() : m_photo->y.ptr(row);
            jpeg_read_scanlines(&m_info, &line, 1);
            if (colour)
                split(row, width, height);
        }
    }

    void split(int row, int width, int height) {
        auto* y = m_photo->y.ptr(row);
        auto* cb = m_photo->cb.ptr(row / 2);
        auto* cr = m_photo->cr.ptr(row / 2);
        const bool first = row % 2 == 0;
        const bool last = !first || row + 1 == height;
        const std::uint8_t* p = m_line.data();
        for (int x = 0; x < width; ++x)
            y[x] = p[3 * x];
        for (int x = 0; x < (width + 1) / 2; ++x) {
            const int right = std::min(2 * x + 1, width - 1);
            const std::uint32_t b = p[6 * x + 1] + p[3 * right + 1];
            const std::uint32_t r = p[6 * x + 2] + p[3 * right + 2];
            std::uint32_t& sum = m_sums[static_cast<std::size_t>(x)];
            sum = first ? b | r << 16 : sum + (b | r << 16);
            if (last) {
                const int shift = first ? 1 : 2; // an odd last row stands alone
                cb[x] = static_cast<std::uint8_t>((sum & 0xFFFF) >> shift);
                cr[x] = static_cast<std::uint8_t>((sum >> 16) >> shift);
            }
        }
    }

    ByteView m_file;
    std::int64_t m_maxPoints;
    Photo* m_photo;
    jpeg_decompress_struct m_info{};
    ErrorManager m_errors;
    bool m_raw = false;
    std::array<std::array<JSAMPROW, 16>, 3> m_rows{};
    std::optional<RgbRows> m_rgb;
    std::vector<std::uint8_t> m_line;
    std::vector<std::uint32_t> m_sums;
};

} // namespace

std::optional<Raison> decodeJpeg(ByteView file, const PhotoInfo& info, Photo* photo,
                                 std::int64_t maxPoints) {
    Photo decoded;
    if (!Reader(file, maxPoints, &decoded).run())
        return Raison::tronque;
    *photo = std::move(decoded);
    orient(*photo, info.orientation);
    return std::nullopt;
}

} // namespace escale::scan
