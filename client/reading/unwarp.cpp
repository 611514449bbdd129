// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/reading/unwarp.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace escale::reading {
namespace {

using Corners = std::array<cv::Point2f, 4>; // clockwise from the upper left
constexpr double kMmPerInch = 25.4;
constexpr double kGapMm = 1.6; // more than the white of a dashed side
constexpr int kStations = 33;  // points followed on a side
constexpr int kDegree = 4;     // of the curve through them
constexpr int kPasses = 3;     // each from what the one before found
constexpr int kMostSide = 480;

/// The dark square as one piece.
cv::Mat solid(const cv::Mat& region, double dpi) {
    cv::Mat mask;
    cv::GaussianBlur(region, mask, {}, 1.0);
    cv::threshold(mask, mask, 0, 255, cv::THRESH_BINARY_INV | cv::THRESH_OTSU);
    const int gap = std::max(3, static_cast<int>(std::lround(kGapMm / kMmPerInch * dpi)));
    cv::morphologyEx(mask, mask, cv::MORPH_CLOSE,
                     cv::getStructuringElement(cv::MORPH_RECT, {gap, gap}));
    return mask;
}

std::vector<cv::Point> largestOutline(const cv::Mat& mask) {
    std::vector<std::vector<cv::Point>> outlines;
    cv::findContours(mask, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
    const auto largest =
        std::max_element(outlines.begin(), outlines.end(), [](const auto& one, const auto& other) {
            return one.size() < other.size();
        });
    return largest == outlines.end() ? std::vector<cv::Point>() : *largest;
}

/// The points of `outline` that go farthest towards the corners of its bounding square.
std::optional<Corners> cornersOf(const std::vector<cv::Point>& outline, int least) {
    if (outline.size() < static_cast<std::size_t>(4 * least))
        return std::nullopt;
    cv::Point2f box[4];
    cv::minAreaRect(outline).points(box);
    const cv::Point2f centre = (box[0] + box[1] + box[2] + box[3]) / 4;
    Corners corners;
    for (std::size_t at = 0; at < 4; ++at) {
        const cv::Point2f way = box[at] - centre;
        corners[at] = *std::max_element(
            outline.begin(), outline.end(), [&](const cv::Point& one, const cv::Point& other) {
                return way.dot(cv::Point2f(one)) < way.dot(cv::Point2f(other));
            });
    }
    // minAreaRect goes clockwise; start at the upper left.
    const auto first = std::min_element(corners.begin(), corners.end(),
                                        [](const cv::Point2f& one, const cv::Point2f& other) {
                                            return one.x + one.y < other.x + other.y;
                                        });
    std::rotate(corners.begin(), first, corners.end());
    return corners;
}

/// A curve between two corners: how far it leaves the straight line, as a polynomial.
struct Side {
    cv::Point2f from;
    cv::Point2f to;
    cv::Mat polynomial;

    [[nodiscard]] cv::Point2f at(float share) const {
        const cv::Point2f along = to - from;
        const cv::Point2f normal = cv::Point2f(-along.y, along.x) / std::hypot(along.x, along.y);
        float offset = 0;
        for (int power = kDegree; power >= 0; --power)
            offset = offset * share + static_cast<float>(polynomial.at<double>(power));
        return from + share * along + offset * normal;
    }
};

/// Where `mask` starts on the way from outside to inside, in points from the straight line.
std::optional<double> edgeAt(const cv::Mat& mask, cv::Point2f on, cv::Point2f outwards,
                             double reach) {
    const cv::Rect inside(0, 0, mask.cols, mask.rows);
    for (double step = reach; step >= -reach; step -= 0.5) {
        const cv::Point2f point = on + outwards * static_cast<float>(step);
        const cv::Point pixel(cvRound(point.x), cvRound(point.y));
        if (inside.contains(pixel) && mask.at<std::uint8_t>(pixel) != 0)
            return step;
    }
    return std::nullopt;
}

cv::Mat fitted(const std::vector<double>& shares, const std::vector<double>& offsets) {
    cv::Mat polynomial = cv::Mat::zeros(kDegree + 1, 1, CV_64F);
    std::vector<bool> kept(shares.size(), true);
    for (int pass = 0; pass < kPasses; ++pass) {
        cv::Mat powers;
        cv::Mat values;
        for (std::size_t at = 0; at < shares.size(); ++at) {
            if (!kept[at])
                continue;
            cv::Mat row(1, kDegree + 1, CV_64F);
            for (int power = 0; power <= kDegree; ++power)
                row.at<double>(power) = std::pow(shares[at], power);
            powers.push_back(row);
            values.push_back(offsets[at]);
        }
        if (powers.rows <= kDegree + 1)
            break;
        cv::solve(powers, values, polynomial, cv::DECOMP_QR);
        for (std::size_t at = 0; at < shares.size(); ++at) {
            double offset = 0;
            for (int power = kDegree; power >= 0; --power)
                offset = offset * shares[at] + polynomial.at<double>(power);
            kept[at] = std::abs(offset - offsets[at]) < 1.5;
        }
    }
    return polynomial;
}

/// `from` to `to` clockwise: outside is on the left.
Side follow(const cv::Mat& mask, cv::Point2f from, cv::Point2f to) {
    const cv::Point2f along = to - from;
    const double length = std::hypot(along.x, along.y);
    const cv::Point2f outwards(along.y / static_cast<float>(length),
                               -along.x / static_cast<float>(length));
    std::vector<double> shares;
    std::vector<double> offsets;
    for (int station = 1; station < kStations - 1; ++station) {
        const double share = static_cast<double>(station) / (kStations - 1);
        const auto edge =
            edgeAt(mask, from + along * static_cast<float>(share), outwards, length * 0.08);
        if (!edge)
            continue;
        shares.push_back(share);
        offsets.push_back(-*edge);
    }
    return {from, to, fitted(shares, offsets)};
}

/// Where two sides meet: the module at a corner of the dashed sides is white, so that the outline
/// of what is dark does not go there.
cv::Point2f meeting(const Side& ends, const Side& starts) {
    const cv::Point2f one = ends.at(1);
    const cv::Point2f along = one - ends.at(0.9F);
    const cv::Point2f other = starts.at(0);
    const cv::Point2f across = starts.at(0.1F) - other;
    const float parallel = along.cross(across);
    if (std::abs(parallel) < 1e-3F)
        return other;
    return one + along * ((other - one).cross(across) / parallel);
}

std::array<Side, 4> sidesOf(const cv::Mat& mask, Corners corners) {
    std::array<Side, 4> sides;
    for (int pass = 0; pass < kPasses; ++pass) {
        for (std::size_t at = 0; at < 4; ++at)
            sides[at] = follow(mask, corners[at], corners[(at + 1) % 4]);
        for (std::size_t at = 0; at < 4; ++at)
            corners[at] = meeting(sides[(at + 3) % 4], sides[at]);
    }
    return sides;
}

/// Coons' patch: where a point of the square is in the region.
cv::Point2f patch(const std::array<Side, 4>& sides, float x, float y) {
    const cv::Point2f top = sides[0].at(x);
    const cv::Point2f right = sides[1].at(y);
    const cv::Point2f bottom = sides[2].at(1 - x);
    const cv::Point2f left = sides[3].at(1 - y);
    const cv::Point2f corners = (1 - x) * (1 - y) * sides[0].at(0) + x * (1 - y) * sides[1].at(0) +
                                x * y * sides[2].at(0) + (1 - x) * y * sides[3].at(0);
    return (1 - y) * top + y * bottom + (1 - x) * left + x * right - corners;
}

} // namespace

std::optional<cv::Mat> unwarped(const cv::Mat& region, double dpi) {
    const cv::Mat mask = solid(region, dpi);
    const int least = static_cast<int>(8 / kMmPerInch * dpi);
    const auto corners = cornersOf(largestOutline(mask), least);
    if (!corners)
        return std::nullopt;
    const std::array<Side, 4> sides = sidesOf(mask, *corners);
    const double length =
        std::sqrt(cv::contourArea(std::vector<cv::Point2f>(corners->begin(), corners->end())));
    if (!(length >= least))
        return std::nullopt;
    const int side = std::min(kMostSide, static_cast<int>(2 * length));
    cv::Mat map(side, side, CV_32FC2);
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column)
            map.at<cv::Point2f>(row, column) =
                patch(sides, (static_cast<float>(column) + 0.5F) / static_cast<float>(side),
                      (static_cast<float>(row) + 0.5F) / static_cast<float>(side));
    }
    cv::Mat square;
    cv::remap(region, square, map, cv::noArray(), cv::INTER_CUBIC, cv::BORDER_REPLICATE);
    return square;
}

} // namespace escale::reading
