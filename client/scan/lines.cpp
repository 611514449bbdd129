// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/lines.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace escale::scan {
namespace {

constexpr int kAngles = 180;
constexpr int kSpread = 2; // degrees that one point votes for on each side
constexpr double kTurn = 3.14159265358979 / 180;
constexpr int kMaxLines = 70;
constexpr double kLeastVotes = 0.08; // of the short side of the picture
constexpr int kRefits = 3;           // a line drawn through a part of a side finds the rest of it
constexpr double kShared = 0.45;
constexpr double kNear = 1.6; // points across a line
constexpr double kAlike = 12; // degrees between a point's gradient and the line's normal

struct Trigonometry {
    std::array<float, kAngles> cosine{}, sine{};
    Trigonometry() {
        for (int a = 0; a < kAngles; ++a) {
            cosine[static_cast<std::size_t>(a)] = static_cast<float>(std::cos(a * kTurn));
            sine[static_cast<std::size_t>(a)] = static_cast<float>(std::sin(a * kTurn));
        }
    }
};

struct Peak {
    float votes = 0;
    int angle = 0;
    int rho = 0;
};

/// Votes of all edges for the lines that go through them (Hough), each point for its own direction.
class Votes {
public:
    explicit Votes(const EdgeMap& edges)
        : m_reach(static_cast<int>(std::hypot(edges.index.cols, edges.index.rows)) + 2)
        , m_votes(cv::Mat::zeros(kAngles, 2 * m_reach + 1, CV_32F)) {
        static const Trigonometry table;
        for (const EdgePoint& point : edges.points) {
            const int middle = static_cast<int>(std::lround(point.angle));
            const float weight = point.strength > 3 * edges.threshold ? 1.0F : 0.7F;
            for (int d = -kSpread; d <= kSpread; ++d) {
                const auto a = static_cast<std::size_t>((middle + d + kAngles) % kAngles);
                const float rho = point.x * table.cosine[a] + point.y * table.sine[a];
                m_votes.at<float>(static_cast<int>(a),
                                  static_cast<int>(std::lround(rho)) + m_reach) += weight;
            }
        }
    }

    [[nodiscard]] std::vector<Peak> peaks(float least) const {
        std::vector<Peak> found;
        for (int a = 0; a < kAngles; ++a) {
            const auto* row = m_votes.ptr<float>(a);
            for (int r = 1; r < 2 * m_reach; ++r) {
                const float here = row[r] + 0.5F * (row[r - 1] + row[r + 1]);
                if (here >= least && row[r] >= row[r - 1] && row[r] > row[r + 1])
                    found.push_back({here, a, r - m_reach});
            }
        }
        std::sort(found.begin(), found.end(),
                  [](const Peak& a, const Peak& b) { return a.votes > b.votes; });
        return found;
    }

private:
    int m_reach;
    cv::Mat m_votes;
};

Line lineOf(double angle, double rho) {
    while (angle < 0 || angle >= 180) {
        rho = -rho;
        angle += angle < 0 ? 180 : -180;
    }
    Line line;
    line.angle = angle;
    line.nx = std::cos(angle * kTurn);
    line.ny = std::sin(angle * kTurn);
    line.rho = rho;
    return line;
}

/// Turns by at most 90 degrees: 179 and 1 are 2 apart.
double turn(double from, double to) {
    double d = std::fmod(to - from, 180.0);
    if (d > 90)
        d -= 180;
    return d < -90 ? d + 180 : d;
}

/// From where to where the line is inside the picture.
std::optional<std::pair<double, double>> inside(const Line& line, const cv::Size& size) {
    double low = -1e9, high = 1e9;
    const auto limit = [&](double origin, double step, double last) {
        if (std::abs(step) < 1e-9)
            return origin >= 0 && origin <= last;
        const double a = -origin / step, b = (last - origin) / step;
        low = std::max(low, std::min(a, b));
        high = std::min(high, std::max(a, b));
        return true;
    };
    const Point zero = line.at(0);
    if (!limit(zero.x, line.ny, size.width - 1.0) || !limit(zero.y, -line.nx, size.height - 1.0) ||
        high - low < 2)
        return std::nullopt;
    return std::pair{low, high};
}

/// The edge point near `p` that runs along `line`, if any.
const EdgePoint* nearPoint(const EdgeMap& edges, const Line& line, const Point& p) {
    const EdgePoint* best = nullptr;
    double bestGap = kNear;
    const bool steep = std::abs(line.nx) > std::abs(line.ny);
    for (int step = -2; step <= 2; ++step) {
        const int x = static_cast<int>(std::lround(p.x)) + (steep ? step : 0);
        const int y = static_cast<int>(std::lround(p.y)) + (steep ? 0 : step);
        if (x < 0 || y < 0 || x >= edges.index.cols || y >= edges.index.rows)
            continue;
        const int at = edges.index.at<int>(y, x);
        if (at < 0)
            continue;
        const EdgePoint& point = edges.points[static_cast<std::size_t>(at)];
        const double gap = std::abs(line.nx * point.x + line.ny * point.y - line.rho);
        if (gap < bestGap && std::abs(turn(line.angle, point.angle)) < kAlike) {
            bestGap = gap;
            best = &point;
        }
    }
    return best;
}

/// The line through the points that support it, by least squares.
Line refit(const EdgeMap& edges, const Line& line, const std::pair<double, double>& span) {
    double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0, syy = 0;
    for (double t = span.first; t <= span.second; t += 1) {
        const EdgePoint* point = nearPoint(edges, line, line.at(t));
        if (point == nullptr)
            continue;
        n += 1;
        sx += point->x;
        sy += point->y;
        sxx += point->x * point->x;
        sxy += point->x * point->y;
        syy += point->y * point->y;
    }
    if (n < 8)
        return line;
    const double mx = sx / n, my = sy / n;
    const double direction =
        0.5 * std::atan2(2 * (sxy / n - mx * my), (sxx / n - mx * mx) - (syy / n - my * my));
    const double angle = direction / kTurn + 90;
    if (std::abs(turn(line.angle, angle)) > 3)
        return line;
    const double c = std::cos(angle * kTurn), s = std::sin(angle * kTurn);
    return lineOf(angle, mx * c + my * s);
}

/// False when most of its edges are those of lines found before: the same side, seen askew.
bool fillSupport(const EdgeMap& edges, Line* line, std::vector<bool>* taken) {
    const auto span = inside(*line, edges.index.size());
    if (!span)
        return false;
    line->first = span->first;
    const int places = static_cast<int>(span->second - span->first) + 1;
    line->sums.assign(1, 0);
    line->seen.assign(1, 0);
    std::vector<std::size_t> own;
    int shared = 0;
    for (int i = 0; i < places; ++i) {
        const EdgePoint* point = nearPoint(edges, *line, line->at(line->first + i));
        line->sums.push_back(line->sums.back() + (point != nullptr ? 1 : 0));
        line->seen.push_back(i + 1);
        if (point == nullptr)
            continue;
        own.push_back(static_cast<std::size_t>(point - edges.points.data()));
        shared += (*taken)[own.back()] ? 1 : 0;
    }
    if (places < 8 || shared > kShared * static_cast<double>(own.size()))
        return false;
    for (const std::size_t at : own)
        (*taken)[at] = true;
    return true;
}

bool isKnown(const std::vector<Line>& lines, const Line& line, const cv::Size& size) {
    const Point middle{size.width / 2.0, size.height / 2.0};
    const Point foot = line.at(line.along(middle));
    return std::any_of(lines.begin(), lines.end(), [&](const Line& other) {
        if (std::abs(turn(line.angle, other.angle)) > 3)
            return false;
        // How far apart they are where the line has its edges, not at infinity.
        const double gap = std::abs(other.nx * foot.x + other.ny * foot.y - other.rho);
        return gap < 2.0;
    });
}

void addBorders(const cv::Size& size, std::vector<Line>* lines) {
    const std::array<Line, 4> borders{lineOf(0, 0), lineOf(90, 0), lineOf(0, size.width - 1.0),
                                      lineOf(90, size.height - 1.0)};
    for (Line line : borders) {
        line.border = true;
        lines->push_back(line);
    }
}

} // namespace

double Line::support(double from, double to, double* visible) const {
    if (from > to)
        std::swap(from, to);
    const double last = first + static_cast<double>(sums.size()) - 2;
    const double low = std::max(from, first), high = std::min(to, last);
    if (visible != nullptr)
        *visible = 0;
    if (sums.size() < 2 || high - low < 1)
        return 0;
    const auto a = static_cast<std::size_t>(low - first);
    const auto b = std::min(static_cast<std::size_t>(high - first) + 1, sums.size() - 1);
    const int places = seen[b] - seen[a];
    if (visible != nullptr)
        *visible = places;
    return places > 0 ? static_cast<double>(sums[b] - sums[a]) / places : 0;
}

void Line::hide(const Quad& quad, double margin) {
    std::int32_t edges = 0, places = 0, before = 0;
    for (std::size_t i = 0; i + 1 < sums.size(); ++i) {
        const std::int32_t edge = sums[i + 1] - before;
        before = sums[i + 1];
        if (depth(quad, at(first + static_cast<double>(i))) < -margin) {
            edges += edge;
            ++places;
        }
        sums[i + 1] = edges;
        seen[i + 1] = places;
    }
}

std::optional<Point> crossing(const Line& a, const Line& b) {
    const double d = a.nx * b.ny - a.ny * b.nx;
    if (std::abs(d) < 0.1)
        return std::nullopt;
    return Point{(a.rho * b.ny - b.rho * a.ny) / d, (a.nx * b.rho - b.nx * a.rho) / d};
}

double angleBetween(const Line& a, const Line& b) {
    return std::abs(turn(a.angle, b.angle));
}

std::vector<Line> linesOf(const EdgeMap& edges) {
    std::vector<Line> lines;
    std::vector<bool> taken(edges.points.size(), false);
    const cv::Size size = edges.index.size();
    const auto least = static_cast<float>(kLeastVotes * std::min(size.width, size.height));
    for (const Peak& peak : Votes(edges).peaks(least)) {
        if (lines.size() >= kMaxLines)
            break;
        Line line = lineOf(peak.angle, peak.rho);
        if (isKnown(lines, line, size))
            continue;
        const auto span = inside(line, size);
        if (!span)
            continue;
        for (int round = 0; round < kRefits; ++round)
            line = refit(edges, line, inside(line, size).value_or(*span));
        if (isKnown(lines, line, size))
            continue;
        if (fillSupport(edges, &line, &taken))
            lines.push_back(std::move(line));
    }
    addBorders(size, &lines);
    return lines;
}

} // namespace escale::scan
