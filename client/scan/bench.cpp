// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/bench.h"

#include "client/scan/gate.h"
#include "client/scan/photo.h"
#include "client/scan/preview.h"
#include "client/scan/thread_time.h"

#include <csetjmp>
#include <cstdio>
// After <cstdio>: jpeglib.h uses FILE without including it.
#include <jpeglib.h>

#include <vector>

namespace escale::scan {
namespace {

struct ErrorManager {
    jpeg_error_mgr base{};
    std::jmp_buf jump{};
};

[[noreturn]] void onError(j_common_ptr info) {
    std::longjmp(reinterpret_cast<ErrorManager*>(info->err)->jump, 1);
}

bool decode(ByteView jpeg, std::vector<std::uint8_t>* row) {
    jpeg_decompress_struct info{};
    ErrorManager errors;
    info.err = jpeg_std_error(&errors.base);
    errors.base.error_exit = onError;
    if (setjmp(errors.jump) != 0) {
        jpeg_destroy_decompress(&info);
        return false;
    }
    jpeg_create_decompress(&info);
    jpeg_mem_src(&info, jpeg.data(), jpeg.size());
    jpeg_read_header(&info, TRUE);
    jpeg_start_decompress(&info);
    while (info.output_scanline < info.output_height) {
        JSAMPROW line = row->data();
        jpeg_read_scanlines(&info, &line, 1);
    }
    jpeg_finish_decompress(&info);
    jpeg_destroy_decompress(&info);
    return true;
}

} // namespace

double bareDecodeMs(ByteView jpeg) {
    const Probe found = probe(jpeg);
    if (!found.accepted() || found.info.kind != FileKind::jpeg)
        return 0;
    std::vector<std::uint8_t> row(static_cast<std::size_t>(found.info.width) * 4);
    const double start = threadMs();
    return decode(jpeg, &row) ? threadMs() - start : 0;
}

double previewMs(ByteView jpeg) {
    const Probe found = probe(jpeg);
    Photo half;
    const auto points = std::int64_t{found.info.width} * found.info.height;
    if (!found.accepted() || found.info.kind != FileKind::jpeg ||
        decodeJpeg(jpeg, found.info, &half, points / 4))
        return 0;
    const int width = half.y.cols / 2 * 2, height = half.y.rows / 2 * 2;
    Bytes frame;
    const auto add = [&frame](const cv::Mat& plane, int columns, int rows) {
        for (int y = 0; y < rows; ++y)
            frame.insert(frame.end(), plane.ptr(y), plane.ptr(y) + columns);
    };
    add(half.y, width, height);
    add(half.cb, width / 2, height / 2);
    add(half.cr, width / 2, height / 2);
    PreviewFinder finder;
    const FrameView view{FrameFormat::i420, frame.data(), frame.size(), width, height, width};
    const double start = threadMs();
    finder.look(view);
    return threadMs() - start;
}

} // namespace escale::scan
