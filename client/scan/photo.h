// SPDX-License-Identifier: GPL-3.0-or-later
// A decoded picture as JPEG keeps it: luma, and chroma at half its size. Half the memory of RGB,
// and no conversion on the way from a photo to a page.
#pragma once

#include "client/scan/gate.h"
#include "client/scan/preview.h"
#include "shared/base/bytes.h"

#include <opencv2/core.hpp>

#include <optional>

namespace escale::scan {

struct Photo {
    cv::Mat y;        // 8 bits
    cv::Mat cb, cr;   // 8 bits, (width + 1) / 2 by (height + 1) / 2
    double scale = 1; // points of the original for one point here

    [[nodiscard]] bool empty() const { return y.empty(); }
};

/// Largest number of points decoded: beyond, the JPEG decoder itself takes every second point.
inline constexpr std::int64_t kMaxDecodedPoints = 16'000'000;

/// Upright (EXIF orientation applied). Raison::tronque when the bytes do not hold what the gate was
/// told. `info` is what probe() said of `file`; `maxPoints` asks for a smaller picture.
std::optional<Raison> decodeJpeg(ByteView file, const PhotoInfo& info, Photo* photo,
                                 std::int64_t maxPoints = kMaxDecodedPoints);
std::optional<Raison> decodePng(ByteView file, const PhotoInfo& info, Photo* photo);

/// Turns as EXIF's orientation asks (2 to 8).
void orient(Photo& photo, int orientation);

/// Planes from rows of R, G, B bytes, two rows at a time: `row` counts from 0, the last one may
/// come alone.
class RgbRows {
public:
    RgbRows(Photo* photo, int width, int height);
    /// `step` bytes from one point to the next; `red` and `blue` are the places of those bytes.
    void put(int row, const std::uint8_t* data, int step, int red, int blue);

private:
    Photo* m_photo;
    cv::Mat m_chroma; // sums of two rows, 32 bits, Cb then Cr
};

} // namespace escale::scan
