// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/page.h"

#include "client/scan/warp.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace escale::scan {
namespace {

constexpr double kMmPerInch = 25.4;
constexpr int kA4Dpi = 200, kCardDpi = 300;
constexpr int kOutside = 240;                     // white, but not burnt out
constexpr int kMostSide = 2339, kLeastSide = 400; // of a page of another shape

double length(const Quad& quad, std::size_t side) {
    const Point& a = quad[side];
    const Point& b = quad[(side + 1) % 4];
    return std::hypot(b.x - a.x, b.y - a.y);
}

cv::Matx33d homography(const Quad& coins, const PageSize& size) {
    const auto at = [](const Point& p) {
        return cv::Point2f(static_cast<float>(p.x), static_cast<float>(p.y));
    };
    const auto w = static_cast<float>(size.width), h = static_cast<float>(size.height);
    const std::array<cv::Point2f, 4> page{cv::Point2f(0, 0), {w, 0}, {w, h}, {0, h}};
    const std::array<cv::Point2f, 4> photo{at(coins[0]), at(coins[1]), at(coins[2]), at(coins[3])};
    return cv::getPerspectiveTransform(page.data(), photo.data());
}

/// From the points of a plane, counted from the middle of the first one, to places in the whole
/// picture that it is `scale` times smaller than.
cv::Matx33d places(double scale) {
    return {scale, 0, scale / 2, 0, scale, scale / 2, 0, 0, 1};
}

/// From points of a plane of the page to points of a plane of the photo.
cv::Matx33d mapOf(const Quad& coins, const PageSize& size, double photoScale, double pageScale) {
    return places(photoScale).inv() * homography(coins, size) * places(pageScale);
}

} // namespace

PageSize pageSizeOf(const Quad& coins, Forme forme, const Camera& camera) {
    PageSize size;
    const bool wide = length(coins, 0) + length(coins, 2) > length(coins, 1) + length(coins, 3);
    if (forme == Forme::a4) {
        size = {1654, 2339, 210, 297, kA4Dpi};
    } else if (forme == Forme::id1) {
        size = {638, 1011, 53.98, 85.6, kCardDpi};
    } else {
        double ratio = sideRatio(coins, camera);
        ratio = std::isfinite(ratio) ? std::clamp(ratio, 0.1, 10.0) : 1;
        const double across = std::max(length(coins, 0), length(coins, 2));
        const double down = std::max(length(coins, 1), length(coins, 3));
        const double side =
            std::clamp(std::max(across, down), double{kLeastSide}, double{kMostSide});
        size.width = static_cast<int>(std::lround(ratio >= 1 ? side : side * ratio));
        size.height = static_cast<int>(std::lround(ratio >= 1 ? side / ratio : side));
        size.dpi = kA4Dpi;
        size.mmWide = size.width * kMmPerInch / size.dpi;
        size.mmHigh = size.height * kMmPerInch / size.dpi;
    }
    if (forme != Forme::autre && wide) {
        std::swap(size.width, size.height);
        std::swap(size.mmWide, size.mmHigh);
    }
    return size;
}

double photoDpi(const Quad& coins, const PageSize& size) {
    const double across = std::min(length(coins, 0), length(coins, 2)) / size.mmWide;
    const double down = std::min(length(coins, 1), length(coins, 3)) / size.mmHigh;
    return std::min(across, down) * kMmPerInch;
}

cv::Mat straightenLuma(const Photo& photo, const Quad& coins, const PageSize& size) {
    return warp({photo.y}, mapOf(coins, size, photo.scale, 1), {size.width, size.height},
                kOutside)[0];
}

Photo straighten(const Photo& photo, const Quad& coins, const PageSize& size) {
    const cv::Size half((size.width + 1) / 2, (size.height + 1) / 2);
    Photo page;
    page.y = straightenLuma(photo, coins, size);
    const auto chroma =
        warp({photo.cb, photo.cr}, mapOf(coins, size, 2 * photo.scale, 2), half, 128);
    page.cb = chroma[0];
    page.cr = chroma[1];
    return page;
}

} // namespace escale::scan
