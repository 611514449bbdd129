// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/refine.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace escale::scan {
namespace {

constexpr int kPlaces = 72;        // along a side
constexpr double kEnds = 0.02;     // of a side left out at each corner
constexpr int kPeaks = 3;          // edges kept at each place
constexpr double kLeastStep = 3.5; // change of light that counts as an edge
constexpr double kSame = 1.6;      // points: an edge is on the line
constexpr double kInner = 0.62;    // a line nearer to the paper is preferred from that share on
constexpr double kChroma = 1.2;
constexpr double kMargin = 3; // points from the edge of the picture: what is there cannot be judged
constexpr double kAside = 5;  // points from the line where both sides are compared

using Colour = std::array<double, 3>;

struct Sight {
    Point origin, normal; // normal goes outwards
    double t = 0;         // place along the side, 0 to 1
    int peaks = 0;
    std::array<double, kPeaks> at{}, strength{};
    std::vector<Colour> across; // from inside to outside
};

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

class Side {
public:
    Side(const Level& level, const Point& from, const Point& to, double reach, const Quad* hidden)
        : m_level(level)
        , m_hidden(hidden)
        , m_from(from)
        , m_to(to)
        , m_reach(static_cast<int>(std::ceil(reach))) {
        const double length = std::hypot(to.x - from.x, to.y - from.y);
        m_direction = {(to.x - from.x) / length, (to.y - from.y) / length};
        // Clockwise with y down: the page is on the right hand, outside on the left.
        m_normal = {m_direction.y, -m_direction.x};
        m_length = length;
    }

    /// False when nothing of the side can be seen well enough.
    bool place() {
        look();
        if (m_sights.size() < kPlaces / 6)
            return false;
        search();
        fit();
        return true;
    }

    // The line found: points at both ends of the start, moved.
    [[nodiscard]] Point first() const { return moved(m_from, m_low); }
    [[nodiscard]] Point last() const { return moved(m_to, m_high); }

    [[nodiscard]] double firm() const {
        std::size_t held = 0;
        for (const Sight& s : m_sights)
            held += nearest(s, offset(s.t), kSame) >= 0 ? 1 : 0;
        return static_cast<double>(held) / static_cast<double>(m_sights.size());
    }
    [[nodiscard]] double step() const {
        std::vector<double> steps;
        for (const Sight& s : m_sights) {
            const int k = nearest(s, offset(s.t), 2 * kSame);
            steps.push_back(k < 0 ? 0 : s.strength[static_cast<std::size_t>(k)]);
        }
        return median(steps);
    }
    void compare(double* contrast, double* steady) const {
        Colour sum{};
        double lengths = 0;
        for (const Sight& s : m_sights) {
            const Colour in = mean(s, offset(s.t) - kAside), out = mean(s, offset(s.t) + kAside);
            double square = 0;
            for (std::size_t c = 0; c < 3; ++c) {
                sum[c] += out[c] - in[c];
                square += (out[c] - in[c]) * (out[c] - in[c]);
            }
            lengths += std::sqrt(square);
        }
        const double length = std::hypot(sum[0], sum[1], sum[2]);
        *contrast = length / static_cast<double>(m_sights.size());
        *steady = lengths > 0 ? length / lengths : 0;
    }

private:
    [[nodiscard]] Point moved(const Point& p, double by) const {
        return {p.x + by * m_normal.x, p.y + by * m_normal.y};
    }
    [[nodiscard]] double offset(double t) const { return m_low + t * (m_high - m_low); }

    static double median(std::vector<double>& values) {
        if (values.empty())
            return 0;
        const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
        std::nth_element(values.begin(), middle, values.end());
        return *middle;
    }

    /// Over three points around `at`, an offset from the start.
    [[nodiscard]] Colour mean(const Sight& s, double at) const {
        const int last = static_cast<int>(s.across.size()) - 2;
        const int middle = std::clamp(static_cast<int>(std::lround(at)) + m_reach + 3, 1, last);
        Colour sum{};
        for (int k = middle - 1; k <= middle + 1; ++k) {
            for (std::size_t c = 0; c < 3; ++c)
                sum[c] += s.across[static_cast<std::size_t>(k)][c] / 3;
        }
        return sum;
    }

    void look() {
        for (int i = 0; i < kPlaces; ++i) {
            const double t = kEnds + (1 - 2 * kEnds) * (i + 0.5) / kPlaces;
            Sight s;
            s.t = t;
            s.origin = {m_from.x + t * (m_to.x - m_from.x), m_from.y + t * (m_to.y - m_from.y)};
            if (!within(m_level, s.origin) ||
                (m_hidden != nullptr && depth(*m_hidden, s.origin) > -m_reach))
                continue;
            profile(&s);
            m_sights.push_back(std::move(s));
        }
    }

    /// Light and colour across the side, averaged over three points along it.
    void profile(Sight* s) {
        const int count = 2 * m_reach + 7;
        s->across.resize(static_cast<std::size_t>(count));
        for (int k = 0; k < count; ++k) {
            const Point p = moved(s->origin, k - m_reach - 3.0);
            Colour& value = s->across[static_cast<std::size_t>(k)];
            for (int d = -1; d <= 1; ++d)
                value[0] += luma(m_level.y, p.x + d * m_direction.x, p.y + d * m_direction.y) / 3;
            value[1] = kChroma * luma(m_level.cb, p.x, p.y);
            value[2] = kChroma * luma(m_level.cr, p.x, p.y);
        }
        pick(s);
    }

    /// The places where most changes within two points.
    void pick(Sight* s) {
        const auto& values = s->across;
        const auto count = values.size();
        m_change.assign(count, 0);
        for (std::size_t k = 1; k + 1 < count; ++k) {
            double sum = 0;
            for (std::size_t c = 0; c < 3; ++c) {
                const double d = values[k + 1][c] - values[k - 1][c];
                sum += d * d;
            }
            m_change[k] = std::sqrt(sum);
        }
        for (std::size_t k = 2; k + 2 < count; ++k) {
            const double here = m_change[k], before = m_change[k - 1], after = m_change[k + 1];
            if (here < kLeastStep || here < before || here <= after)
                continue;
            const double bend = before + after - 2 * here;
            const double shift = bend < 0 ? 0.5 * (before - after) / bend : 0;
            keep(s, static_cast<double>(k) + shift - m_reach - 3, here);
        }
    }

    static void keep(Sight* s, double at, double strength) {
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

    static int nearest(const Sight& s, double at, double within) {
        int best = -1;
        for (int k = 0; k < s.peaks; ++k) {
            const double gap = std::abs(s.at[static_cast<std::size_t>(k)] - at);
            if (gap <= within) {
                within = gap;
                best = k;
            }
        }
        return best;
    }

    [[nodiscard]] double votes(double low, double high) const {
        double sum = 0;
        for (const Sight& s : m_sights) {
            const double at = low + s.t * (high - low);
            for (int k = 0; k < s.peaks; ++k) {
                const auto i = static_cast<std::size_t>(k);
                const double gap = std::abs(s.at[i] - at);
                if (gap < kSame)
                    sum += std::min(s.strength[i], 30.0) * (1 - 0.5 * gap / kSame);
            }
        }
        return sum;
    }

    /// The line that most edges are on; or one nearer to the paper that nearly as many are on: what
    /// follows the edge of a page outwards is its shadow.
    void search() {
        double best = 0;
        struct Trial {
            double low, high, sum;
        };
        std::vector<Trial> trials;
        for (double low = -m_reach; low <= m_reach; low += 1) {
            for (double high = -m_reach; high <= m_reach; high += 1) {
                const double sum = votes(low, high);
                trials.push_back({low, high, sum});
                best = std::max(best, sum);
            }
        }
        double nearestToPaper = 1e9;
        for (const Trial& trial : trials) {
            if (trial.sum < kInner * best)
                continue;
            // Local best: its neighbours are the same edge seen askew.
            const double place = trial.low + trial.high;
            if (place < nearestToPaper) {
                nearestToPaper = place;
                m_low = trial.low;
                m_high = trial.high;
            }
        }
        climb();
    }

    void climb() {
        double here = votes(m_low, m_high);
        for (int round = 0; round < 12; ++round) {
            double low = m_low, high = m_high;
            for (int a = -1; a <= 1; ++a) {
                for (int b = -1; b <= 1; ++b) {
                    const double sum = votes(m_low + 0.5 * a, m_high + 0.5 * b);
                    if (sum > here) {
                        here = sum;
                        low = m_low + 0.5 * a;
                        high = m_high + 0.5 * b;
                    }
                }
            }
            if (low == m_low && high == m_high)
                return;
            m_low = low;
            m_high = high;
        }
    }

    /// Least squares over the edges on the line, three times, less and less tolerant.
    void fit() {
        for (const double reach : {2.5, 2.0, 1.6}) {
            double n = 0, st = 0, stt = 0, so = 0, sto = 0;
            for (const Sight& s : m_sights) {
                const int k = nearest(s, offset(s.t), reach);
                if (k < 0)
                    continue;
                const double at = s.at[static_cast<std::size_t>(k)];
                n += 1;
                st += s.t;
                stt += s.t * s.t;
                so += at;
                sto += s.t * at;
            }
            const double d = n * stt - st * st;
            if (n < 8 || d < 1e-6 * n * n)
                return;
            const double slope = (n * sto - st * so) / d;
            m_low = (so - slope * st) / n;
            m_high = m_low + slope;
        }
    }

    const Level& m_level;
    const Quad* m_hidden;
    Point m_from, m_to, m_direction, m_normal;
    int m_reach;
    double m_length = 0, m_low = 0, m_high = 0;
    std::vector<Sight> m_sights;
    std::vector<double> m_change;
};

Point meet(const Point& a, const Point& b, const Point& c, const Point& d) {
    const double cross = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
    if (std::abs(cross) < 1e-9)
        return b;
    const double t = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / cross;
    return {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
}

} // namespace

Refined refine(const Level& level, const Quad& start, double reach, const Quad* hidden) {
    Refined found;
    std::array<Point, 4> first = start, last{};
    for (std::size_t i = 0; i < 4; ++i) {
        last[i] = start[(i + 1) % 4];
        Side side(level, start[i], last[i], reach, hidden);
        if (!side.place())
            continue;
        first[i] = side.first();
        last[i] = side.last();
        found.seen[i] = true;
        found.firm[i] = side.firm();
        found.step[i] = side.step();
        side.compare(&found.contrast[i], &found.steady[i]);
    }
    for (std::size_t i = 0; i < 4; ++i) {
        const std::size_t before = (i + 3) % 4;
        found.corners[i] = meet(first[before], last[before], first[i], last[i]);
    }
    return found;
}

} // namespace escale::scan
