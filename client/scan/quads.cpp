// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/quads.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace escale::scan {
namespace {

constexpr double kOpposite = 38;      // degrees at most between two opposite sides
constexpr double kAdjacent = 48;      // degrees at least between two sides that meet
constexpr double kLeastCover = 0.30;  // of one side
constexpr double kLeastSide = 0.09;   // of the long side of the picture
constexpr double kOutside = 0.35;     // of the picture's size: how far out a corner may be
constexpr double kBorderCover = 0.45; // what the picture's own side counts for
constexpr double kLeastSeen = 0.15;   // of one side
constexpr double kBeyond = 0.18;      // what a side that goes on costs
constexpr double kPassed = 0.4;       // and two neighbours that go on past the side between them
constexpr double kLeastArea = 0.015;  // of the picture

struct Cross {
    int line = 0;
    Point onFirst, onSecond;
    double cover = 0;
};

class Search {
public:
    Search(const std::vector<Line>& lines, const cv::Size& size)
        : m_lines(lines)
        , m_size(size)
        , m_leastSide(kLeastSide * std::max(size.width, size.height)) {}

    std::vector<Candidate> run() {
        const int count = static_cast<int>(m_lines.size());
        for (int i = 0; i < count; ++i) {
            for (int j = i + 1; j < count; ++j)
                pair(i, j);
        }
        return std::move(m_found);
    }

private:
    const Line& line(int at) const { return m_lines[static_cast<std::size_t>(at)]; }

    bool mayBeOut(const Point& p) const {
        return p.x > -kOutside * m_size.width && p.x < (1 + kOutside) * m_size.width &&
               p.y > -kOutside * m_size.height && p.y < (1 + kOutside) * m_size.height;
    }

    double coverOf(int side, const Point& from, const Point& to) const {
        const Line& l = line(side);
        if (l.border)
            return kBorderCover;
        double visible = 0;
        const double a = l.along(from), b = l.along(to);
        const double cover = l.support(a, b, &visible);
        return visible < kLeastSeen * std::abs(b - a) ? 0 : cover;
    }

    /// Sides `i` and `j` face each other: every line that meets both may close the outline.
    void pair(int i, int j) {
        if (angleBetween(line(i), line(j)) > kOpposite || (line(i).border && line(j).border))
            return;
        m_crosses.clear();
        for (int k = i + 1; k < static_cast<int>(m_lines.size()); ++k) {
            if (k == j || angleBetween(line(i), line(k)) < kAdjacent ||
                angleBetween(line(j), line(k)) < kAdjacent)
                continue;
            const auto a = crossing(line(i), line(k));
            const auto b = crossing(line(j), line(k));
            if (!a || !b || !mayBeOut(*a) || !mayBeOut(*b) ||
                std::hypot(a->x - b->x, a->y - b->y) < m_leastSide)
                continue;
            const double cover = coverOf(k, *a, *b);
            if (cover >= kLeastCover)
                m_crosses.push_back({k, *a, *b, cover});
        }
        for (std::size_t a = 0; a < m_crosses.size(); ++a) {
            for (std::size_t b = a + 1; b < m_crosses.size(); ++b)
                close(i, j, m_crosses[a], m_crosses[b]);
        }
    }

    void close(int i, int j, const Cross& k, const Cross& l) {
        if (angleBetween(line(k.line), line(l.line)) > kOpposite)
            return;
        const double first = coverOf(i, k.onFirst, l.onFirst);
        if (first < kLeastCover)
            return;
        const double second = coverOf(j, k.onSecond, l.onSecond);
        if (second < kLeastCover || first + second + k.cover + l.cover < 2.0)
            return;
        Candidate c;
        c.corners = {k.onFirst, k.onSecond, l.onSecond, l.onFirst};
        c.sides = {k.line, j, l.line, i};
        c.cover = {k.cover, second, l.cover, first};
        if (keepShape(&c))
            m_found.push_back(c);
    }

    bool keepShape(Candidate* c) {
        double twice = 0;
        int turns = 0;
        for (std::size_t s = 0; s < 4; ++s) {
            const Point& a = c->corners[s];
            const Point& b = c->corners[(s + 1) % 4];
            const Point& d = c->corners[(s + 2) % 4];
            if (std::hypot(b.x - a.x, b.y - a.y) < m_leastSide)
                return false;
            twice += a.x * b.y - b.x * a.y;
            turns += (b.x - a.x) * (d.y - b.y) - (b.y - a.y) * (d.x - b.x) > 0 ? 1 : -1;
            c->borders += line(c->sides[s]).border ? 1 : 0;
        }
        if (std::abs(turns) != 4 || c->borders > 2 ||
            std::abs(twice) / 2 < kLeastArea * m_size.area())
            return false;
        if (twice < 0) { // clockwise as one looks: y goes down
            std::swap(c->corners[1], c->corners[3]);
            std::swap(c->sides[0], c->sides[3]);
            std::swap(c->sides[1], c->sides[2]);
            std::swap(c->cover[0], c->cover[3]);
            std::swap(c->cover[1], c->cover[2]);
        }
        rate(c);
        return true;
    }

    void rate(Candidate* c) const {
        double sum = 0, least = 1, whole = 0, seen = 0;
        for (std::size_t s = 0; s < 4; ++s) {
            const Line& l = line(c->sides[s]);
            const double a = l.along(c->corners[s]), b = l.along(c->corners[(s + 1) % 4]);
            const double more = std::clamp(0.12 * std::abs(b - a), 8.0, 40.0) * (b > a ? 1 : -1);
            double visible = 0;
            if (!l.border) {
                const double gap = b > a ? 3 : -3;
                c->before[s] = goesOn(l, a - gap, a - gap - more);
                c->after[s] = goesOn(l, b + gap, b + gap + more);
                static_cast<void>(l.support(a, b, &visible));
            }
            whole += std::abs(b - a);
            seen += visible;
            const double quality =
                c->cover[s] - kBeyond * (std::max(0.0, c->before[s]) + std::max(0.0, c->after[s]));
            sum += quality;
            least = std::min(least, quality);
        }
        c->seen = seen / whole;
        const double share = std::min(1.0, area(c->corners) / m_size.area());
        c->score = 0.7 * sum / 4 + 0.3 * least + 0.15 * std::sqrt(share) - kPassed * c->passed();
    }

    /// kUnseen when too little of it can be seen.
    static double goesOn(const Line& l, double from, double to) {
        double visible = 0;
        const double support = l.support(from, to, &visible);
        return visible < 0.5 * std::abs(to - from) ? Candidate::kUnseen : support;
    }

    const std::vector<Line>& m_lines;
    cv::Size m_size;
    double m_leastSide;
    std::vector<Cross> m_crosses;
    std::vector<Candidate> m_found;
};

} // namespace

double Candidate::passed() const {
    double most = 0;
    for (std::size_t s = 0; s < 4; ++s) {
        const double one = after[(s + 3) % 4], other = before[(s + 1) % 4];
        // A neighbour that leaves the picture says nothing: the other one speaks for both.
        const double both = one < 0 ? other : other < 0 ? one : std::min(one, other);
        most = std::max(most, both);
    }
    return most;
}

std::vector<Candidate> candidatesOf(const std::vector<Line>& lines, const cv::Size& size,
                                    std::size_t most) {
    auto found = Search(lines, size).run();
    const auto kept = std::min(most, found.size());
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(),
                      [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    found.resize(kept);
    return found;
}

} // namespace escale::scan
