// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/frame.h"

#include "client/scan/gate.h"

namespace escale::scan {
namespace {

constexpr int kMaxFrameSide = 8192;
constexpr std::int64_t kFramePoints = 1'600'000; // a larger JPEG is decoded smaller

/// Bytes that the first plane, and all planes, have at least.
bool isWhole(const FrameView& f) {
    if (f.data == nullptr || f.width < 16 || f.height < 16 || f.width > kMaxFrameSide ||
        f.height > kMaxFrameSide || f.stride < 0)
        return false;
    const auto stride = static_cast<std::size_t>(f.stride);
    const auto width = static_cast<std::size_t>(f.width),
               height = static_cast<std::size_t>(f.height);
    const std::size_t half = (height + 1) / 2;
    switch (f.format) {
    case FrameFormat::gray8:
        return stride >= width && f.bytes >= stride * (height - 1) + width;
    case FrameFormat::rgb888:
        return stride >= 3 * width && f.bytes >= stride * (height - 1) + 3 * width;
    case FrameFormat::bgrx8888:
        return stride >= 4 * width && f.bytes >= stride * (height - 1) + 4 * width;
    case FrameFormat::yuyv:
        return stride >= 2 * width && f.width % 2 == 0 &&
               f.bytes >= stride * (height - 1) + 2 * width;
    case FrameFormat::nv12:
        return stride >= width && f.width % 2 == 0 &&
               f.bytes >= stride * (height + half - 1) + width;
    case FrameFormat::i420:
        return stride >= width && f.width % 2 == 0 && stride % 2 == 0 &&
               f.bytes >= stride * height + stride / 2 * (2 * half - 1) + width / 2;
    case FrameFormat::jpeg:
        break;
    }
    return false;
}

/// A plane of the caller's bytes, with `step` bytes from one point to the next.
cv::Mat plane(const std::uint8_t* data, int stride, int step, const cv::Size& size) {
    cv::Mat out(size, CV_8U);
    for (int y = 0; y < size.height; ++y) {
        const auto* from = data + static_cast<std::size_t>(stride) * static_cast<std::size_t>(y);
        auto* to = out.ptr<std::uint8_t>(y);
        for (int x = 0; x < size.width; ++x)
            to[x] = from[x * step];
    }
    return out;
}

void readPlanes(const FrameView& f, Photo* photo) {
    const cv::Size whole(f.width, f.height), half((f.width + 1) / 2, (f.height + 1) / 2);
    const bool packed = f.format == FrameFormat::yuyv;
    photo->y = plane(f.data, f.stride, packed ? 2 : 1, whole);
    const auto luma = static_cast<std::size_t>(f.stride) * static_cast<std::size_t>(f.height);
    if (f.format == FrameFormat::nv12) {
        photo->cb = plane(f.data + luma, f.stride, 2, half);
        photo->cr = plane(f.data + luma + 1, f.stride, 2, half);
    } else if (f.format == FrameFormat::i420) {
        const auto* cb = f.data + luma;
        photo->cb = plane(cb, f.stride / 2, 1, half);
        photo->cr = plane(cb + static_cast<std::size_t>(f.stride / 2) *
                                   static_cast<std::size_t>(half.height),
                          f.stride / 2, 1, half);
    } else if (packed) { // every second row of chroma
        photo->cb = plane(f.data + 1, 2 * f.stride, 4, half);
        photo->cr = plane(f.data + 3, 2 * f.stride, 4, half);
    } else {
        photo->cb = cv::Mat(half, CV_8U, cv::Scalar(128));
        photo->cr = cv::Mat(half, CV_8U, cv::Scalar(128));
    }
}

bool readJpegFrame(const FrameView& f, Photo* photo, int* width, int* height) {
    if (f.data == nullptr)
        return false;
    const ByteView bytes(f.data, f.bytes);
    const Probe found = probe(bytes);
    if (!found.accepted() || found.info.kind != FileKind::jpeg ||
        decodeJpeg(bytes, found.info, photo, kFramePoints))
        return false;
    const bool turned = found.info.orientation >= 5;
    *width = turned ? found.info.height : found.info.width;
    *height = turned ? found.info.width : found.info.height;
    return photo->y.cols >= 16 && photo->y.rows >= 16;
}

} // namespace

bool readFrame(const FrameView& frame, Photo* photo, int* width, int* height) {
    if (frame.format == FrameFormat::jpeg)
        return readJpegFrame(frame, photo, width, height);
    if (!isWhole(frame))
        return false;
    *width = frame.width;
    *height = frame.height;
    if (frame.format != FrameFormat::rgb888 && frame.format != FrameFormat::bgrx8888) {
        readPlanes(frame, photo);
        return true;
    }
    const bool rgb = frame.format == FrameFormat::rgb888;
    RgbRows rows(photo, frame.width, frame.height);
    for (int y = 0; y < frame.height; ++y)
        rows.put(y,
                 frame.data + static_cast<std::size_t>(frame.stride) * static_cast<std::size_t>(y),
                 rgb ? 3 : 4, rgb ? 0 : 2, rgb ? 2 : 0);
    return true;
}

} // namespace escale::scan
