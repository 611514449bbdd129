// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/reading/symbol_regions.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace escale::reading {
namespace {

constexpr double kMmPerInch = 25.4;
// A symbol is between two and four dots of ink a millimetre: at 50 points an inch it is one grey
// where text still has white between its lines.
constexpr double kDensityDpi = 50;
constexpr double kSmallestMm = 8;
constexpr double kLargestMm = 45;
constexpr int kOpening = 7; // 3.5 mm: narrower things are lines
constexpr double kLeastFill = 0.6;
constexpr double kMostElongated = 1.6;
constexpr double kDensityShare = 0.45; // of the densest place of the page
constexpr double kLeastDensity = 8;    // of 255: below, a page is blank

struct Found {
    cv::Rect box;
    double density;
};

/// How much the grey changes around each point, along the direction where it changes least: the
/// lines of a text change little along themselves. 8 bits all along: this is most of the time that
/// a page without a code costs.
cv::Mat densityOf(const cv::Mat& page, double scale) {
    // A whole number of points for one is several times faster.
    const int step = std::max(1, static_cast<int>(std::lround(0.5 / scale)));
    const cv::Size whole(page.cols / step, page.rows / step);
    cv::Mat small;
    cv::resize(page({0, 0, whole.width * step, whole.height * step}), small, whole, 0, 0,
               cv::INTER_AREA);
    const cv::Rect first(0, 0, small.cols - 1, small.rows - 1);
    cv::Mat along;
    cv::Mat across;
    cv::absdiff(small(first), small(first + cv::Point(1, 0)), along);
    cv::absdiff(small(first), small(first + cv::Point(0, 1)), across);
    const cv::Size size(small.cols / 2, small.rows / 2);
    const cv::Size window(7, 7);
    for (cv::Mat* change : {&along, &across}) {
        cv::resize(*change, *change, size, 0, 0, cv::INTER_AREA);
        cv::blur(*change, *change, window);
    }
    cv::min(along, across, along);
    return along;
}

bool looksSquare(const cv::Rect& box, int area, double scale) {
    const double width = box.width / scale;
    const double height = box.height / scale;
    const double longer = std::max(width, height);
    const double shorter = std::min(width, height);
    return shorter >= kSmallestMm && longer <= kLargestMm && longer <= kMostElongated * shorter &&
           area >= kLeastFill * box.area();
}

bool overlaps(const std::vector<Found>& found, const cv::Rect& box) {
    return std::any_of(found.begin(), found.end(), [&](const Found& other) {
        return (other.box & box).area() > box.area() / 2;
    });
}

/// Adds the squares of `density` that are over `least`, where none was found yet.
void addSquares(const cv::Mat& density, double least, std::vector<Found>* found) {
    cv::Mat mask = density > least;
    cv::morphologyEx(mask, mask, cv::MORPH_OPEN,
                     cv::getStructuringElement(cv::MORPH_RECT, {kOpening, kOpening}));
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(mask, labels, stats, centres, 8);
    for (int label = 1; label < count; ++label) {
        const int* row = stats.ptr<int>(label);
        const cv::Rect box(row[cv::CC_STAT_LEFT], row[cv::CC_STAT_TOP], row[cv::CC_STAT_WIDTH],
                           row[cv::CC_STAT_HEIGHT]);
        if (looksSquare(box, row[cv::CC_STAT_AREA], kDensityDpi / kMmPerInch) &&
            !overlaps(*found, box))
            found->push_back({box, cv::mean(density(box))[0]});
    }
}

} // namespace

std::vector<cv::Rect> symbolRegions(const cv::Mat& page, double dpi, std::size_t most) {
    const double scale = kDensityDpi / dpi;
    if (std::min(page.cols, page.rows) < kSmallestMm / kMmPerInch * dpi)
        return {};
    const cv::Mat density = densityOf(page, scale);
    double peak = 0;
    cv::minMaxLoc(density, nullptr, &peak);
    std::vector<Found> found;
    for (const double share : {kDensityShare, kDensityShare / 2})
        addSquares(density, std::max(peak * share, kLeastDensity), &found);
    std::sort(found.begin(), found.end(),
              [](const Found& one, const Found& other) { return one.density > other.density; });
    std::vector<cv::Rect> boxes;
    for (std::size_t at = 0; at < std::min(found.size(), most); ++at) {
        const cv::Rect& box = found[at].box;
        boxes.emplace_back(static_cast<int>(box.x / scale), static_cast<int>(box.y / scale),
                           static_cast<int>(box.width / scale),
                           static_cast<int>(box.height / scale));
    }
    return boxes;
}

} // namespace escale::reading
