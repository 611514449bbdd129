// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/sights.h"

#include <algorithm>
#include <cmath>

namespace escale::scan {
namespace {

constexpr double kEnds = 0.02;     // of a side left out at each corner
constexpr double kLeastStep = 3.5; // change of light that counts as an edge
constexpr double kChroma = 1.2;
constexpr double kMargin = 3; // points from the edge of the picture: what is there cannot be judged

/// Between the four nearest points; outside the picture, what its edge has.
double luma(const cv::Mat& plane, double x, double y) {
    x = std::clamp(x, 0.0, plane.cols - 1.001);
    y = std::clamp(y, 0.0, plane.rows - 1.001);
    const int x0 = static_cast<int>(x), y0 = static_cast<int>(y);
    const double fx = x - x0, fy = y - y0;
    const auto* a = plane.ptr<std::uint8_t>(y0) + x0;
    const auto* b = plane.ptr<std::uint8_t>(y0 + 1) + x0;
    return (1 - fy) * ((1 - fx) * a[0] + fx * a[1]) + fy * ((1 - fx) * b[0] + fx * b[1]);
}

bool within(const Level& level, const Point& p) {
    return p.x >= kMargin && p.y >= kMargin && p.x < level.y.cols - 1 - kMargin &&
           p.y < level.y.rows - 1 - kMargin;
}

void keep(Sight* s, double at, double strength) {
    if (s->peaks < kPeaks) {
        s->at[static_cast<std::size_t>(s->peaks)] = at;
        s->strength[static_cast<std::size_t>(s->peaks++)] = strength;
        return;
    }
    const auto weakest = static_cast<std::size_t>(
        std::min_element(s->strength.begin(), s->strength.end()) - s->strength.begin());
    if (strength > s->strength[weakest]) {
        s->at[weakest] = at;
        s->strength[weakest] = strength;
    }
}

/// The places where most changes within two points.
void pick(Sight* s) {
    const auto& values = s->across;
    std::vector<double> change(values.size(), 0);
    for (std::size_t k = 1; k + 1 < values.size(); ++k) {
        double sum = 0;
        for (std::size_t c = 0; c < 3; ++c) {
            const double d = values[k + 1][c] - values[k - 1][c];
            sum += d * d;
        }
        change[k] = std::sqrt(sum);
    }
    for (std::size_t k = 2; k + 2 < values.size(); ++k) {
        const double here = change[k], before = change[k - 1], after = change[k + 1];
        if (here < kLeastStep || here < before || here <= after)
            continue;
        const double bend = before + after - 2 * here;
        const double shift = bend < 0 ? 0.5 * (before - after) / bend : 0;
        keep(s, static_cast<double>(k) + shift - s->reach - 3, here);
    }
}

/// Light and colour across the side, averaged over three points along it.
void profile(const Level& level, const Point& direction, Sight* s) {
    const Point normal{direction.y, -direction.x};
    s->across.resize(static_cast<std::size_t>(2 * s->reach + 7));
    for (std::size_t k = 0; k < s->across.size(); ++k) {
        const double by = static_cast<double>(k) - s->reach - 3;
        const Point p{s->origin.x + by * normal.x, s->origin.y + by * normal.y};
        Colour& value = s->across[k];
        for (int d = -1; d <= 1; ++d)
            value[0] += luma(level.y, p.x + d * direction.x, p.y + d * direction.y) / 3;
        value[1] = kChroma * luma(level.cb, p.x, p.y);
        value[2] = kChroma * luma(level.cr, p.x, p.y);
    }
    pick(s);
}

} // namespace

int Sight::nearest(double offset, double within) const {
    int best = -1;
    for (int k = 0; k < peaks; ++k) {
        const double gap = std::abs(at[static_cast<std::size_t>(k)] - offset);
        if (gap <= within) {
            within = gap;
            best = k;
        }
    }
    return best;
}

Colour Sight::mean(double offset) const {
    const int last = static_cast<int>(across.size()) - 2;
    const int middle = std::clamp(static_cast<int>(std::lround(offset)) + reach + 3, 1, last);
    Colour sum{};
    for (int k = middle - 1; k <= middle + 1; ++k) {
        for (std::size_t c = 0; c < 3; ++c)
            sum[c] += across[static_cast<std::size_t>(k)][c] / 3;
    }
    return sum;
}

std::vector<Sight> sightsOf(const Level& level, const Point& from, const Point& to, int reach,
                            const Quad* hidden) {
    std::vector<Sight> sights;
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    if (!(length > 1))
        return sights;
    const Point direction{(to.x - from.x) / length, (to.y - from.y) / length};
    for (int i = 0; i < kPlaces; ++i) {
        Sight s;
        s.reach = reach;
        s.t = kEnds + (1 - 2 * kEnds) * (i + 0.5) / kPlaces;
        s.origin = {from.x + s.t * (to.x - from.x), from.y + s.t * (to.y - from.y)};
        if (!within(level, s.origin) || (hidden != nullptr && depth(*hidden, s.origin) > -reach))
            continue;
        profile(level, direction, &s);
        sights.push_back(std::move(s));
    }
    return sights;
}

} // namespace escale::scan
