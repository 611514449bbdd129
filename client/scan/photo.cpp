// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/photo.h"

namespace escale::scan {
namespace {

void orientPlane(cv::Mat& plane, int orientation) {
    cv::Mat turned;
    if (orientation >= 5) {
        cv::transpose(plane, turned);
        plane = turned;
        turned = cv::Mat();
    }
    // EXIF 2.32, tag 0x0112: what is left to do once rows and columns are exchanged.
    static constexpr int kFlip[9] = {2, 2, 1, -1, 0, 2, 1, -1, 0};
    const int flip = kFlip[orientation];
    if (flip != 2) {
        cv::flip(plane, turned, flip);
        plane = turned;
    }
}

// ITU-T T.871 §7, in 16 bits of fraction.
constexpr int kYr = 19595, kYg = 38470, kYb = 7471;
constexpr int kCbr = -11059, kCbg = -21709, kCbb = 32768;
constexpr int kCrr = 32768, kCrg = -27439, kCrb = -5329;

} // namespace

void orient(Photo& photo, int orientation) {
    if (orientation < 2 || orientation > 8)
        return;
    orientPlane(photo.y, orientation);
    orientPlane(photo.cb, orientation);
    orientPlane(photo.cr, orientation);
}

RgbRows::RgbRows(Photo* photo, int width, int height)
    : m_photo(photo)
    , m_chroma(2, (width + 1) / 2, CV_32S, cv::Scalar(0)) {
    photo->y.create(height, width, CV_8U);
    photo->cb.create((height + 1) / 2, (width + 1) / 2, CV_8U);
    photo->cr.create((height + 1) / 2, (width + 1) / 2, CV_8U);
}

void RgbRows::put(int row, const std::uint8_t* data, int step, int red, int blue) {
    cv::Mat& y = m_photo->y;
    auto* luma = y.ptr<std::uint8_t>(row);
    int* cb = m_chroma.ptr<int>(0);
    int* cr = m_chroma.ptr<int>(1);
    for (int x = 0; x < y.cols; ++x, data += step) {
        const int r = data[red], g = data[1], b = data[blue];
        luma[x] = static_cast<std::uint8_t>((kYr * r + kYg * g + kYb * b + 32768) >> 16);
        // The last column and the last row of an odd picture count twice.
        const int weight = (x + 1 == y.cols && x % 2 == 0) ? 2 : 1;
        cb[x / 2] += weight * (kCbr * r + kCbg * g + kCbb * b);
        cr[x / 2] += weight * (kCrr * r + kCrg * g + kCrb * b);
    }
    const bool alone = row + 1 == y.rows && row % 2 == 0;
    if (row % 2 == 0 && !alone)
        return;
    const int shift = alone ? 17 : 18;
    for (int x = 0; x < m_chroma.cols; ++x) {
        const int half = 1 << (shift - 1);
        m_photo->cb.at<std::uint8_t>(row / 2, x) =
            cv::saturate_cast<std::uint8_t>(128 + ((cb[x] + half) >> shift));
        m_photo->cr.at<std::uint8_t>(row / 2, x) =
            cv::saturate_cast<std::uint8_t>(128 + ((cr[x] + half) >> shift));
    }
    m_chroma.setTo(0);
}

} // namespace escale::scan
