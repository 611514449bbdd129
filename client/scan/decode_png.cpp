// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/photo.h"

#include <png.h>

#include <algorithm>
#include <csetjmp>
#include <cstring>
#include <optional>
#include <vector>

namespace escale::scan {
namespace {

constexpr png_uint_32 kMaxChunkBytes = 1U << 20;

/// libpng leaves by longjmp, like libjpeg: see decode_jpeg.cpp.
class Reader {
public:
    Reader(ByteView file, Photo* photo)
        : m_file(file)
        , m_photo(photo) {}
    ~Reader() { png_destroy_read_struct(&m_png, &m_info, nullptr); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    bool run() {
        m_png = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, onError, onWarning);
        if (m_png == nullptr)
            return false;
        m_info = png_create_info_struct(m_png);
        if (m_info == nullptr || setjmp(m_jump) != 0)
            return false;
        start();
        readRows();
        return true;
    }

private:
    static void onError(png_structp png, png_const_charp /*message*/) {
        std::longjmp(static_cast<Reader*>(png_get_error_ptr(png))->m_jump, 1);
    }
    static void onWarning(png_structp /*png*/, png_const_charp /*message*/) {}
    static void onRead(png_structp png, png_bytep out, std::size_t size) {
        auto* self = static_cast<Reader*>(png_get_io_ptr(png));
        if (size > self->m_file.size() - self->m_at)
            png_error(png, "short");
        std::memcpy(out, self->m_file.data() + self->m_at, size);
        self->m_at += size;
    }

    void start() {
        png_set_read_fn(m_png, this, onRead);
        // What stands beside the picture (profiles, texts) may be a bomb, and is not used.
        png_set_chunk_malloc_max(m_png, kMaxChunkBytes);
        png_set_chunk_cache_max(m_png, 16);
        png_read_info(m_png, m_info);
        png_set_expand(m_png);
        png_set_strip_16(m_png);
        png_set_gray_to_rgb(m_png);
        const png_color_16 white{0, 255, 255, 255, 255};
        png_set_background(m_png, &white, PNG_BACKGROUND_GAMMA_SCREEN, 0, 1.0);
        m_passes = png_set_interlace_handling(m_png);
        png_read_update_info(m_png, m_info);
        m_width = static_cast<int>(png_get_image_width(m_png, m_info));
        m_height = static_cast<int>(png_get_image_height(m_png, m_info));
        m_rowBytes = png_get_rowbytes(m_png, m_info);
    }

    /// Every `m_skip`-th row and column of a very large picture: a PNG cannot be decoded smaller.
    void readRows() {
        const auto points = static_cast<std::int64_t>(m_width) * m_height;
        const int skip = points > kMaxDecodedPoints ? 2 : 1;
        m_photo->scale = skip;
        m_rgb.emplace(m_photo, m_width / skip, m_height / skip);
        const int step = static_cast<int>(m_rowBytes) / m_width;
        m_pixels.resize(m_rowBytes * (m_passes > 1 ? static_cast<std::size_t>(m_height) : 1));
        for (int pass = 0; pass + 1 < m_passes; ++pass) {
            for (int row = 0; row < m_height; ++row)
                png_read_row(m_png, rowAt(row), nullptr);
        }
        for (int row = 0; row < m_height; ++row) {
            png_read_row(m_png, rowAt(row), nullptr);
            if (row % skip == 0 && row / skip < m_height / skip)
                m_rgb->put(row / skip, rowAt(row), step * skip, 0, 2);
        }
    }

    png_bytep rowAt(int row) {
        return m_pixels.data() + (m_passes > 1 ? m_rowBytes * static_cast<std::size_t>(row) : 0);
    }

    ByteView m_file;
    Photo* m_photo;
    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
    std::jmp_buf m_jump{};
    std::size_t m_at = 0;
    int m_width = 0, m_height = 0, m_passes = 1;
    std::size_t m_rowBytes = 0;
    std::vector<std::uint8_t> m_pixels;
    std::optional<RgbRows> m_rgb;
};

} // namespace

std::optional<Raison> decodePng(ByteView file, const PhotoInfo& info, Photo* photo) {
    Photo decoded;
    if (!Reader(file, &decoded).run())
        return Raison::tronque;
    *photo = std::move(decoded);
    orient(*photo, info.orientation);
    return std::nullopt;
}

} // namespace escale::scan
