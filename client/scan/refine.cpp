// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/refine.h"

#include "client/scan/sights.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace escale::scan {
namespace {

constexpr double kSame = 1.6;   // points: an edge is on the line
constexpr double kInner = 0.62; // a line nearer to the paper is preferred from that share on
constexpr double kAside = 5;    // points from the line where both sides are compared

class Side {
public:
    Side(const Level& level, const Point& from, const Point& to, double reach, const Quad* hidden)
        : m_from(from)
        , m_to(to)
        , m_reach(static_cast<int>(std::ceil(reach)))
        , m_sights(sightsOf(level, from, to, m_reach, hidden)) {
        const double length = std::max(1.0, std::hypot(to.x - from.x, to.y - from.y));
        // Clockwise with y down: the page is on the right hand, outside on the left.
        m_normal = {(to.y - from.y) / length, -(to.x - from.x) / length};
    }

    /// False when nothing of the side can be seen well enough.
    bool place() {
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
            held += s.nearest(offset(s.t), kSame) >= 0 ? 1 : 0;
        return static_cast<double>(held) / static_cast<double>(m_sights.size());
    }
    [[nodiscard]] double step() const {
        std::vector<double> steps;
        for (const Sight& s : m_sights) {
            const int k = s.nearest(offset(s.t), 2 * kSame);
            steps.push_back(k < 0 ? 0 : s.strength[static_cast<std::size_t>(k)]);
        }
        return median(steps);
    }
    void compare(double* contrast, double* steady) const {
        Colour sum{};
        double lengths = 0;
        for (const Sight& s : m_sights) {
            const Colour in = s.mean(offset(s.t) - kAside), out = s.mean(offset(s.t) + kAside);
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
                const int k = s.nearest(offset(s.t), reach);
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

    Point m_from, m_to, m_normal;
    int m_reach;
    double m_low = 0, m_high = 0;
    std::vector<Sight> m_sights;
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
