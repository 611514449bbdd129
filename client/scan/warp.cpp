// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/warp.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace escale::scan {
namespace {

constexpr int kRun = 16; // points between two divisions: in between, perspective is a straight line
constexpr int kBits = 16;  // of fraction of a coordinate
constexpr int kWeight = 7; // of fraction of a weight

/// Where the points of one run are, in 1/65536 of a point.
struct Run {
    std::array<std::int64_t, kRun> x{}, y{};
    bool inside = false;
};

class Mapper {
public:
    Mapper(const cv::Matx33d& map, const cv::Size& from)
        : m_map(map)
        , m_from(from) {}

    void place(int x, int y, Run* run) const {
        const auto first = at(x, y), last = at(x + kRun, y);
        const double one = 1 << kBits;
        const auto fixed = [one](double value) {
            return static_cast<std::int64_t>(std::clamp(value, -1e6, 1e6) * one);
        };
        const std::int64_t x0 = fixed(first[0]), y0 = fixed(first[1]);
        const std::int64_t dx = (fixed(last[0]) - x0) / kRun, dy = (fixed(last[1]) - y0) / kRun;
        for (int i = 0; i < kRun; ++i) {
            run->x[static_cast<std::size_t>(i)] = x0 + i * dx;
            run->y[static_cast<std::size_t>(i)] = y0 + i * dy;
        }
        run->inside = holds(first) && holds(last);
    }

private:
    [[nodiscard]] std::array<double, 2> at(double x, double y) const {
        const double w = m_map(2, 0) * x + m_map(2, 1) * y + m_map(2, 2);
        const double k = std::abs(w) > 1e-12 ? 1 / w : 0;
        return {k * (m_map(0, 0) * x + m_map(0, 1) * y + m_map(0, 2)),
                k * (m_map(1, 0) * x + m_map(1, 1) * y + m_map(1, 2))};
    }
    [[nodiscard]] bool holds(const std::array<double, 2>& p) const {
        return p[0] >= 1 && p[1] >= 1 && p[0] < m_from.width - 2 && p[1] < m_from.height - 2;
    }

    cv::Matx33d m_map;
    cv::Size m_from;
};

std::uint8_t between(const std::uint8_t* p, std::size_t stride, std::int64_t x, std::int64_t y) {
    const int fx = static_cast<int>(x >> (kBits - kWeight)) & ((1 << kWeight) - 1);
    const int fy = static_cast<int>(y >> (kBits - kWeight)) & ((1 << kWeight) - 1);
    const std::uint8_t* q = p + stride;
    const int upper = (p[0] << kWeight) + fx * (p[1] - p[0]);
    const int lower = (q[0] << kWeight) + fx * (q[1] - q[0]);
    return static_cast<std::uint8_t>(
        ((upper << kWeight) + fy * (lower - upper) + (1 << (2 * kWeight - 1))) >> (2 * kWeight));
}

void fill(const cv::Mat& from, const Run& run, int count, std::uint8_t* to) {
    const std::size_t stride = from.step;
    for (int i = 0; i < count; ++i) {
        const std::int64_t x = run.x[static_cast<std::size_t>(i)],
                           y = run.y[static_cast<std::size_t>(i)];
        const auto* p = from.data + static_cast<std::size_t>(y >> kBits) * stride + (x >> kBits);
        to[i] = between(p, stride, x, y);
    }
}

/// Near the edge of the picture: each point is looked at.
void fillCarefully(const cv::Mat& from, const Run& run, int count, std::uint8_t* to, int outside) {
    const std::int64_t half = std::int64_t{1} << (kBits - 1);
    const std::int64_t right = (std::int64_t{from.cols} - 1) << kBits;
    const std::int64_t below = (std::int64_t{from.rows} - 1) << kBits;
    for (int i = 0; i < count; ++i) {
        std::int64_t x = run.x[static_cast<std::size_t>(i)], y = run.y[static_cast<std::size_t>(i)];
        if (x < -half || y < -half || x > right + half || y > below + half) {
            to[i] = static_cast<std::uint8_t>(outside);
            continue;
        }
        x = std::clamp<std::int64_t>(x, 0, std::max<std::int64_t>(right - 1, 0));
        y = std::clamp<std::int64_t>(y, 0, std::max<std::int64_t>(below - 1, 0));
        const auto* p = from.data + static_cast<std::size_t>(y >> kBits) * from.step + (x >> kBits);
        to[i] = between(p, from.step, x, y);
    }
}

} // namespace

std::vector<cv::Mat> warp(const std::vector<cv::Mat>& from, const cv::Matx33d& map,
                          const cv::Size& size, int outside) {
    std::vector<cv::Mat> planes(from.size());
    for (std::size_t i = 0; i < from.size(); ++i) {
        planes[i].create(size, CV_8U);
        if (from[i].rows < 2 || from[i].cols < 2)
            planes[i].setTo(outside);
    }
    if (from.empty() || from[0].rows < 2 || from[0].cols < 2)
        return planes;
    const Mapper mapper(map, from[0].size());
    Run run;
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; x += kRun) {
            const int count = std::min(kRun, size.width - x);
            mapper.place(x, y, &run);
            for (std::size_t i = 0; i < from.size(); ++i) {
                auto* to = planes[i].ptr<std::uint8_t>(y) + x;
                if (run.inside)
                    fill(from[i], run, count, to);
                else
                    fillCarefully(from[i], run, count, to, outside);
            }
        }
    }
    return planes;
}

} // namespace escale::scan
