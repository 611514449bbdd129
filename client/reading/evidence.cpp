// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/reading/evidence.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace escale::reading {
namespace {

constexpr int kLeastConfidence = 70;
constexpr double kPalest = 0.7;      // of the contrast of the label
constexpr double kUnreadInk = 0.2;   // of the contrast of the label: less is the grain of the paper
constexpr double kDigitWidth = 0.75; // of its height, the widest printed
constexpr double kReach = 1.1;       // of the height: how far a missing digit would be
constexpr double kLarger = 2;

cv::Rect within(const cv::Mat& page, const cv::Rect& box) {
    return box & cv::Rect(0, 0, page.cols, page.rows);
}

cv::Rect rectOf(const Box& box) {
    return {box.x, box.y, box.width, box.height};
}

/// Grey of the ink and of the paper in `box`: the darkest and the lightest twentieth.
struct Ink {
    double ink = 255;
    double paper = 255;
    [[nodiscard]] double contrast() const { return paper - ink; }
};

Ink inkIn(const cv::Mat& page, const cv::Rect& box) {
    const cv::Rect inside = within(page, box);
    if (inside.empty())
        return {};
    std::vector<std::uint8_t> greys;
    for (int row = inside.y; row < inside.y + inside.height; ++row) {
        const std::uint8_t* start = page.ptr<std::uint8_t>(row) + inside.x;
        greys.insert(greys.end(), start, start + inside.width);
    }
    const std::size_t share = greys.size() / 20;
    std::nth_element(greys.begin(), greys.begin() + static_cast<std::ptrdiff_t>(share),
                     greys.end());
    const double ink = greys[share];
    const std::size_t light = greys.size() - 1 - share;
    std::nth_element(greys.begin(), greys.begin() + static_cast<std::ptrdiff_t>(light),
                     greys.end());
    return {ink, static_cast<double>(greys[light])};
}

/// Every slice of the amount, a digit wide, is about as dark as the label.
bool evenlyDark(const AmountRead& amount, const cv::Mat& page, double label) {
    const int width = std::max(4, static_cast<int>(kDigitWidth * amount.box.height));
    const int last = amount.box.x + amount.box.width - width;
    for (int left = amount.box.x; left <= std::max(amount.box.x, last); left += width / 2) {
        const cv::Rect slice(std::min(left, std::max(amount.box.x, last)), amount.box.y, width,
                             amount.box.height);
        if (inkIn(page, slice).contrast() < kPalest * label)
            return false;
    }
    return true;
}

/// Nothing but paper between `from` and `to`, on the line of the amount.
bool blank(const AmountRead& amount, const cv::Mat& page, int from, int to, double label) {
    const cv::Rect gap =
        within(page, {from, amount.box.y, std::max(0, to - from), amount.box.height});
    if (gap.width < 3)
        return true;
    cv::Mat smooth;
    cv::blur(page(gap), smooth, {3, 3});
    double darkest = 255;
    double lightest = 255;
    cv::minMaxLoc(smooth, &darkest, &lightest);
    return lightest - darkest < kUnreadInk * label;
}

/// The digits that start the line `strip`, read alone.
std::string digitsAlone(TextReader& reader, const cv::Mat& strip, int dpi, Threshold threshold) {
    std::string digits;
    for (const Word& word : reader.line(strip, dpi, threshold)) {
        for (const char letter : word.text) {
            if (letter < '0' || letter > '9')
                return digits;
            digits += letter;
        }
    }
    return digits;
}

} // namespace

bool inkHolds(const AmountRead& amount, const cv::Mat& page) {
    const double label = inkIn(page, rectOf(amount.label)).contrast();
    if (label < 30 || !evenlyDark(amount, page, label))
        return false;
    const int height = amount.box.height;
    const int right = amount.box.x + amount.box.width;
    const int reach = static_cast<int>(kReach * height);
    // Two points: the blur of the last digit's own side.
    const int after = std::min(amount.next.value_or(right + reach) - 2, right + reach);
    const int before =
        std::max(amount.before.value_or(amount.box.x - reach) + 2, amount.box.x - reach);
    return blank(amount, page, right + 2, after, label) &&
           blank(amount, page, before, amount.box.x - 2, label);
}

bool holds(const AmountRead& amount, const cv::Mat& page, int dpi, TextReader& reader) {
    if (amount.confidence < kLeastConfidence || !inkHolds(amount, page))
        return false;
    const int height = amount.box.height;
    const cv::Rect around = within(page, {amount.box.x - height / 3, amount.box.y - height / 2,
                                          amount.box.width + 3 * height, 2 * height});
    cv::Mat strip;
    cv::resize(page(around), strip, {}, kLarger, kLarger, cv::INTER_CUBIC);
    cv::copyMakeBorder(strip, strip, height, height, height, height, cv::BORDER_REPLICATE);
    for (const Threshold threshold : {Threshold::global, Threshold::local}) {
        if (digitsAlone(reader, strip, static_cast<int>(dpi * kLarger), threshold) != amount.digits)
            return false;
    }
    return true;
}

} // namespace escale::reading
