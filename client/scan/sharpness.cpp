// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/page.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cstdint>

namespace escale::scan {
namespace {

constexpr double kBlur = 0.8;

struct Sums {
    std::array<std::int64_t, 4> first{}, second{};
    std::int64_t count = 0;
};

/// Second differences along a row, a column and both diagonals, of the points of one row.
void addRow(const cv::Mat& y, int row, Sums* sums) {
    const auto* up = y.ptr<std::uint8_t>(row - 1);
    const auto* here = y.ptr<std::uint8_t>(row);
    const auto* down = y.ptr<std::uint8_t>(row + 1);
    std::array<std::int32_t, 4> first{}, second{};
    for (int x = 1; x + 1 < y.cols; ++x) {
        const int twice = 2 * here[x];
        const int a = here[x - 1] + here[x + 1] - twice;
        const int b = up[x] + down[x] - twice;
        const int c = up[x - 1] + down[x + 1] - twice;
        const int d = up[x + 1] + down[x - 1] - twice;
        first[0] += a;
        second[0] += a * a;
        first[1] += b;
        second[1] += b * b;
        first[2] += c;
        second[2] += c * c;
        first[3] += d;
        second[3] += d * d;
    }
    for (std::size_t i = 0; i < 4; ++i) {
        sums->first[i] += first[i];
        sums->second[i] += second[i];
    }
    sums->count += y.cols - 2;
}

} // namespace

double sharpness(const cv::Mat& y) {
    if (y.rows < 3 || y.cols < 3)
        return 0;
    cv::Mat smooth;
    cv::GaussianBlur(y, smooth, {5, 5}, kBlur);
    Sums sums;
    for (int row = 1; row + 1 < smooth.rows; ++row)
        addRow(smooth, row, &sums);
    double least = 1e18;
    for (std::size_t i = 0; i < 4; ++i) {
        const double mean = static_cast<double>(sums.first[i]) / static_cast<double>(sums.count);
        const double square = static_cast<double>(sums.second[i]) / static_cast<double>(sums.count);
        // A diagonal step is longer than one along a row.
        const double length = i < 2 ? 1 : 4;
        least = std::min(least, (square - mean * mean) / length);
    }
    return least;
}

} // namespace escale::scan
