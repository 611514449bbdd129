// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/page.h"

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
// After <cstdio>: jpeglib.h uses FILE without including it.
#include <jpeglib.h>

#include <algorithm>
#include <array>
#include <string>

namespace escale::scan {
namespace {

/// JPEG qualities, and about what a page takes at each, of what it takes at the first.
struct Quality {
    int quality;
    double size;
};
constexpr std::array<Quality, 9> kQualities{{{85, 1.0},
                                             {80, 0.84},
                                             {75, 0.74},
                                             {70, 0.67},
                                             {65, 0.61},
                                             {58, 0.55},
                                             {50, 0.49},
                                             {40, 0.42},
                                             {28, 0.33}}};

struct ErrorManager {
    jpeg_error_mgr base{};
    std::jmp_buf jump{};
};

[[noreturn]] void onError(j_common_ptr info) {
    std::longjmp(reinterpret_cast<ErrorManager*>(info->err)->jump, 1);
}
void onMessage(j_common_ptr /*info*/, int /*level*/) {}

/// Planes as they are, in 4:2:0. See decode_jpeg.cpp about longjmp.
class Writer {
public:
    Writer(const Photo& page, int dpi, int quality)
        : m_page(page)
        , m_dpi(dpi)
        , m_quality(quality) {
        m_info.err = jpeg_std_error(&m_errors.base);
        m_errors.base.error_exit = onError;
        m_errors.base.emit_message = onMessage;
        pad(page.y, 16, &m_y);
        pad(page.cb, 8, &m_cb);
        pad(page.cr, 8, &m_cr);
    }
    ~Writer() {
        jpeg_destroy_compress(&m_info);
        std::free(m_data);
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    bool run() {
        if (setjmp(m_errors.jump) != 0)
            return false;
        jpeg_create_compress(&m_info);
        jpeg_mem_dest(&m_info, &m_data, &m_size);
        prepare();
        jpeg_start_compress(&m_info, TRUE);
        while (m_info.next_scanline < m_info.image_height)
            writeRows(static_cast<int>(m_info.next_scanline));
        jpeg_finish_compress(&m_info);
        return true;
    }

    [[nodiscard]] ByteView bytes() const { return {m_data, m_size}; }

private:
    /// Whole blocks, the last points repeated.
    static void pad(const cv::Mat& plane, int block, cv::Mat* out) {
        const int right = (block - plane.cols % block) % block;
        const int below = (block - plane.rows % block) % block;
        cv::copyMakeBorder(plane, *out, 0, below, 0, right, cv::BORDER_REPLICATE);
    }

    void prepare() {
        m_info.image_width = static_cast<JDIMENSION>(m_page.y.cols);
        m_info.image_height = static_cast<JDIMENSION>(m_page.y.rows);
        m_info.input_components = 3;
        m_info.in_color_space = JCS_YCbCr;
        jpeg_set_defaults(&m_info); // 4:2:0
        jpeg_set_quality(&m_info, m_quality, TRUE);
        m_info.raw_data_in = TRUE;
        m_info.dct_method = JDCT_ISLOW;
        m_info.density_unit = 1;
        m_info.X_density = static_cast<UINT16>(m_dpi);
        m_info.Y_density = static_cast<UINT16>(m_dpi);
    }

    void writeRows(int top) {
        for (int i = 0; i < 16; ++i)
            m_rows[0][static_cast<std::size_t>(i)] = m_y.ptr(top + i);
        for (int i = 0; i < 8; ++i) {
            m_rows[1][static_cast<std::size_t>(i)] = m_cb.ptr(top / 2 + i);
            m_rows[2][static_cast<std::size_t>(i)] = m_cr.ptr(top / 2 + i);
        }
        JSAMPARRAY planes[3] = {m_rows[0].data(), m_rows[1].data(), m_rows[2].data()};
        jpeg_write_raw_data(&m_info, planes, 16);
    }

    const Photo& m_page;
    int m_dpi, m_quality;
    jpeg_compress_struct m_info{};
    ErrorManager m_errors;
    cv::Mat m_y, m_cb, m_cr;
    std::array<std::array<JSAMPROW, 16>, 3> m_rows{};
    unsigned char* m_data = nullptr;
    unsigned long m_size = 0;
};

std::string number(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", value);
    return text.data();
}

/// ISO 32000-1 §7.5: objects, where each starts, and where that list starts.
class PdfText {
public:
    void object(const std::string& content) {
        m_starts.push_back(m_bytes.size());
        add(std::to_string(m_starts.size()) + " 0 obj\n" + content + "\nendobj\n");
    }
    void stream(const std::string& dictionary, ByteView content) {
        m_starts.push_back(m_bytes.size());
        add(std::to_string(m_starts.size()) + " 0 obj\n<< " + dictionary + " /Length " +
            std::to_string(content.size()) + " >>\nstream\n");
        m_bytes.append(content.begin(), content.end());
        add("\nendstream\nendobj\n");
    }
    void add(const std::string& text) { m_bytes += text; }

    Bytes finish() {
        const auto table = m_bytes.size();
        const auto count = std::to_string(m_starts.size() + 1);
        add("xref\n0 " + count + "\n0000000000 65535 f \n");
        for (const std::size_t start : m_starts) {
            const std::string digits = std::to_string(start);
            add(std::string(10 - digits.size(), '0') + digits + " 00000 n \n");
        }
        add("trailer\n<< /Size " + count + " /Root 1 0 R >>\nstartxref\n" + std::to_string(table) +
            "\n%%EOF\n");
        return {m_bytes.begin(), m_bytes.end()};
    }

private:
    std::string m_bytes;
    std::vector<std::size_t> m_starts;
};

} // namespace

Result<Bytes> jpegOf(const Photo& page, int dpi, std::size_t mostBytes) {
    for (std::size_t i = 0; i < kQualities.size();) {
        Writer writer(page, dpi, kQualities[i].quality);
        if (!writer.run())
            return fail(Errc::internal, "écriture du JPEG");
        const ByteView bytes = writer.bytes();
        if (bytes.size() <= mostBytes)
            return Bytes(bytes.begin(), bytes.end());
        // The next quality that should do, from what this one took.
        const double wanted =
            kQualities[i].size * static_cast<double>(mostBytes) / static_cast<double>(bytes.size());
        do
            ++i;
        while (i + 1 < kQualities.size() && kQualities[i].size > wanted);
    }
    return fail(Errc::tooLarge, "page trop chargée");
}

Bytes pdfAround(ByteView jpeg, const PageSize& size) {
    const std::string wide = number(size.mmWide / 25.4 * 72),
                      high = number(size.mmHigh / 25.4 * 72);
    PdfText pdf;
    // The second line says that the file is not text (§7.5.2).
    pdf.add("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n");
    pdf.object("<< /Type /Catalog /Pages 2 0 R >>");
    pdf.object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    pdf.object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + wide + " " + high +
               "] /Resources << /XObject << /Im0 4 0 R >> >> /Contents 5 0 R >>");
    pdf.stream("/Type /XObject /Subtype /Image /Width " + std::to_string(size.width) + " /Height " +
                   std::to_string(size.height) +
                   " /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode",
               jpeg);
    const std::string draw = "q " + wide + " 0 0 " + high + " 0 0 cm /Im0 Do Q";
    pdf.stream("", asBytes(draw));
    return pdf.finish();
}

} // namespace escale::scan
