// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/edges.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace escale::scan {
namespace {

constexpr double kBlur = 0.9;
constexpr float kChromaWeight = 1.2F;
constexpr float kLeastGradient = 1.1F;
constexpr float kOverNoise = 2.2F;

cv::Mat toneTable() {
    cv::Mat table(1, 256, CV_32F);
    for (int i = 0; i < 256; ++i)
        table.at<float>(i) = 16.0F * std::sqrt(static_cast<float>(i));
    return table;
}

/// Gradient of the channel that changes most, point by point.
class Gradients {
public:
    explicit Gradients(const cv::Mat& first) { derive(first, &gx, &gy); }

    void add(const cv::Mat& plane) {
        cv::Mat x, y;
        derive(plane, &x, &y);
        const auto count = static_cast<std::size_t>(gx.total());
        auto* ax = gx.ptr<float>();
        auto* ay = gy.ptr<float>();
        const auto* bx = x.ptr<float>();
        const auto* by = y.ptr<float>();
        for (std::size_t i = 0; i < count; ++i) {
            const float a = ax[i] * ax[i] + ay[i] * ay[i];
            const float b = bx[i] * bx[i] + by[i] * by[i];
            ax[i] = b > a ? bx[i] : ax[i];
            ay[i] = b > a ? by[i] : ay[i];
        }
    }

    cv::Mat gx, gy;

private:
    static void derive(const cv::Mat& plane, cv::Mat* x, cv::Mat* y) {
        // Scharr, in units of one step of light a point.
        cv::Scharr(plane, *x, CV_32F, 1, 0, 1.0 / 32);
        cv::Scharr(plane, *y, CV_32F, 0, 1, 1.0 / 32);
    }
};

float percentile(const cv::Mat& plane, double share) {
    std::vector<float> some;
    some.reserve(plane.total() / 7 + 1);
    const auto* data = plane.ptr<float>();
    for (std::size_t i = 0; i < plane.total(); i += 7)
        some.push_back(data[i]);
    const auto at = some.begin() + static_cast<std::ptrdiff_t>(share * (some.size() - 1));
    std::nth_element(some.begin(), at, some.end());
    return *at;
}

/// Keeps the points whose gradient is the largest across the edge, placed by a parabola.
void thin(const Gradients& g, const cv::Mat& strength, EdgeMap* map) {
    map->index.create(strength.size(), CV_32S);
    map->index.setTo(-1);
    for (int y = 2; y + 2 < strength.rows; ++y) {
        const float* row[3] = {strength.ptr<float>(y - 1), strength.ptr<float>(y),
                               strength.ptr<float>(y + 1)};
        for (int x = 2; x + 2 < strength.cols; ++x) {
            const float here = row[1][x];
            if (here < map->threshold)
                continue;
            const float dx = g.gx.at<float>(y, x);
            const float dy = g.gy.at<float>(y, x);
            const bool flat = std::abs(dx) >= std::abs(dy);
            // Steps of one along the stronger axis, in between along the other.
            const float slope = flat ? dy / dx : dx / dy;
            const float part = std::abs(slope);
            const int side = slope >= 0 ? 1 : -1;
            const float after = flat ? (1 - part) * row[1][x + 1] + part * row[1 + side][x + 1]
                                     : (1 - part) * row[2][x] + part * row[2][x + side];
            const float before = flat ? (1 - part) * row[1][x - 1] + part * row[1 - side][x - 1]
                                      : (1 - part) * row[0][x] + part * row[0][x - side];
            if (here < before || here <= after)
                continue;
            const float bend = before + after - 2 * here;
            const float shift = bend < 0 ? 0.5F * (before - after) / bend : 0;
            EdgePoint point;
            point.x = static_cast<float>(x) + (flat ? shift : shift * slope);
            point.y = static_cast<float>(y) + (flat ? shift * slope : shift);
            float angle = std::atan2(dy, dx) * 57.29578F;
            point.angle = angle < 0 ? angle + 180 : angle >= 180 ? angle - 180 : angle;
            point.strength = here;
            map->index.at<int>(y, x) = static_cast<int>(map->points.size());
            map->points.push_back(point);
        }
    }
}

cv::Mat smooth(const cv::Mat& plane, float weight) {
    cv::Mat wide, out;
    plane.convertTo(wide, CV_32F, weight);
    cv::GaussianBlur(wide, out, {5, 5}, kBlur);
    return out;
}

} // namespace

EdgeMap edgesOf(const Level& level) {
    EdgeMap map;
    cv::Mat tone;
    static const cv::Mat table = toneTable();
    cv::LUT(level.y, table, tone);
    map.tone = smooth(tone, 1);
    map.cb = smooth(level.cb, kChromaWeight);
    map.cr = smooth(level.cr, kChromaWeight);
    Gradients gradients(map.tone);
    gradients.add(map.cb);
    gradients.add(map.cr);
    cv::Mat strength;
    cv::magnitude(gradients.gx, gradients.gy, strength);
    map.threshold = std::max(kLeastGradient, kOverNoise * percentile(strength, 0.3));
    map.points.reserve(20000);
    thin(gradients, strength, &map);
    return map;
}

} // namespace escale::scan
