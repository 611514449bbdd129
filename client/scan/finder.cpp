// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/finder.h"

#include "client/scan/quads.h"
#include "client/scan/refine.h"

#include <algorithm>
#include <cmath>

namespace escale::scan {
namespace {

constexpr std::size_t kConsidered = 400; // candidates looked at for distinct ones
constexpr std::size_t kRefined = 9;      // distinct candidates looked at closely
constexpr double kAlike = 3.5;           // points of the small level between two that are one
constexpr double kReach = 3;             // points of the small level that a side may be off
constexpr double kLeastScore = 0.95;     // below, there is no page
constexpr double kBorderCost = 0.10;
constexpr double kShapeGain = 0.12; // of an A4 or a card
constexpr double kFlatCost = 0.5;   // of a side with the same on both sides: print, a joint
constexpr double kFlatSteady = 0.35, kFlatContrast = 2.5;
constexpr double kSeam = 15;     // contrast of a side that cannot be a fold
constexpr double kNested = 0.45; // how much less an outline around the best one may score
// A second page: what remains once the first is hidden.
constexpr double kHideMargin = 6;
constexpr double kSecondScore = 0.70, kSecondSeen = 0.35;
constexpr double kSecondSteady = 0.75, kSecondContrast = 7;
constexpr double kSecondLeast = 0.35, kSecondMost = 2.8; // of the first one's area
// To be sure.
constexpr double kSureSteady = 0.60, kSureFirm = 0.34, kSureCover = 0.5, kSureContrast = 5;
constexpr double kSurePassed = 0.5;
constexpr double kSureOdd = 0.9; // the least of what is neither A4 nor a card

struct Judged {
    Candidate candidate;
    Refined refined;
    Forme forme = Forme::autre;
    double crisp = 0;                                       // mean over the sides seen
    double steady = 1, firm = 1, contrast = 1e9, cover = 1; // the least over the sides seen
    double score = 0;

    [[nodiscard]] bool isFirm() const {
        return steady >= kSureSteady && firm >= kSureFirm && cover >= kSureCover &&
               contrast >= kSureContrast && candidate.passed() < kSurePassed;
    }
};

bool alike(const Quad& a, const Quad& b) {
    for (std::size_t shift = 0; shift < 4; ++shift) {
        double worst = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const Point& p = a[i];
            const Point& q = b[(i + shift) % 4];
            worst = std::max(worst, std::hypot(p.x - q.x, p.y - q.y));
        }
        if (worst < kAlike)
            return true;
    }
    return false;
}

Quad scaled(const Quad& quad, double from, double to) {
    Quad out = quad;
    for (Point& p : out)
        p = {fromPhoto(toPhoto(p.x, from), to), fromPhoto(toPhoto(p.y, from), to)};
    return out;
}

Quad inPhoto(const Quad& quad, double scale) {
    Quad out = quad;
    for (Point& p : out)
        p = {toPhoto(p.x, scale), toPhoto(p.y, scale)};
    return out;
}

class Finder {
public:
    Finder(const Levels& levels, const Camera& camera)
        : m_levels(levels)
        , m_camera(camera) {}

    Found run() {
        const EdgeMap edges = edgesOf(m_levels.small);
        m_lines = linesOf(edges);
        m_size = edges.index.size();
        const auto best = choose(candidatesOf(m_lines, m_size, kConsidered));
        Found found;
        if (!best || best->score < kLeastScore || isPassage(*best))
            return found;
        conclude(*best, &found);
        found.several = seesAnother(best->candidate.corners);
        return found;
    }

private:
    std::optional<Judged> choose(const std::vector<Candidate>& candidates) const {
        std::vector<Judged> judged;
        for (const Candidate& c : candidates) {
            const bool known = std::any_of(judged.begin(), judged.end(), [&](const Judged& j) {
                return alike(j.candidate.corners, c.corners);
            });
            if (!known)
                judged.push_back(judge(c));
            if (judged.size() == kRefined)
                break;
        }
        if (judged.empty())
            return std::nullopt;
        const auto best =
            std::max_element(judged.begin(), judged.end(),
                             [](const Judged& a, const Judged& b) { return a.score < b.score; });
        return outermost(judged, *best);
    }

    /// What is printed on a page may have firmer sides than the page: the photo on a card, a table.
    /// The outline around it is taken, unless only the inner one has the shape of a document.
    static Judged outermost(const std::vector<Judged>& judged, Judged best) {
        for (const Judged& j : judged) {
            const Quad& inner = best.candidate.corners;
            const Quad& outer = j.candidate.corners;
            const bool around = std::all_of(inner.begin(), inner.end(), [&](const Point& p) {
                return depth(outer, p) > -kAlike;
            });
            const bool known = j.forme != Forme::autre || best.forme == Forme::autre;
            if (around && known && j.candidate.borders == 0 && j.isFirm() && !isHalf(best, j) &&
                area(outer) > 1.1 * area(inner) && j.score > best.score - kNested)
                best = j;
        }
        return best;
    }

    /// Two pages side by side make one outline too: then the inner one has sides of the outer one,
    /// and ends where the table is seen again.
    static bool isHalf(const Judged& inner, const Judged& outer) {
        int shared = 0;
        for (const int side : inner.candidate.sides)
            shared +=
                std::count(outer.candidate.sides.begin(), outer.candidate.sides.end(), side) > 0;
        return shared >= 2 && inner.forme != Forme::autre && inner.steady > kSecondSteady &&
               inner.contrast > kSeam;
    }

    Judged judge(const Candidate& c) const {
        Judged j;
        j.candidate = c;
        const double ratio = m_levels.small.scale / m_levels.fine.scale;
        j.refined =
            refine(m_levels.fine, scaled(c.corners, m_levels.small.scale, m_levels.fine.scale),
                   std::ceil(kReach * ratio));
        double firm = 0;
        for (std::size_t s = 0; s < 4; ++s) {
            if (m_lines[static_cast<std::size_t>(c.sides[s])].border)
                continue;
            j.steady = std::min(j.steady, j.refined.steady[s]);
            j.firm = std::min(j.firm, j.refined.firm[s]);
            j.contrast = std::min(j.contrast, j.refined.contrast[s]);
            j.cover = std::min(j.cover, c.cover[s]);
            firm += j.refined.firm[s] / (4 - c.borders);
            j.crisp += std::min(1.0, j.refined.step[s] / std::max(1.0, j.refined.contrast[s])) /
                       (4 - c.borders);
        }
        j.score = c.score + 0.3 * j.steady + 0.15 * firm + 0.1 * std::min(1.0, j.contrast / 12) -
                  kBorderCost * c.borders;
        j.forme = formeOf(inPhoto(j.refined.corners, m_levels.fine.scale), m_camera);
        if (j.forme != Forme::autre && c.borders == 0)
            j.score += kShapeGain;
        if (j.steady < kFlatSteady || j.contrast < kFlatContrast)
            j.score -= kFlatCost;
        return j;
    }

    /// Two parallel lines from one side of the picture to the other: a plank, the edge of a table.
    [[nodiscard]] static bool isPassage(const Judged& j) {
        return j.candidate.borders >= 2 && (j.contrast < 25 || j.steady < 0.9);
    }

    void conclude(const Judged& j, Found* found) const {
        const Candidate& c = j.candidate;
        Quad quad = inPhoto(j.refined.corners, m_levels.fine.scale);
        found->crisp = j.crisp;
        found->cut = c.borders > 0 || leaves(quad);
        if (c.borders == 1)
            quad = completed(quad, c);
        found->forme = formeOf(quad, m_camera);
        found->coins = upright(quad, found->forme);
        const bool known =
            found->forme != Forme::autre || std::min({j.steady, j.firm, j.cover}) >= kSureOdd;
        found->sure = j.isFirm() && known && c.borders == 0;
    }

    [[nodiscard]] Quad completed(const Quad& quad, const Candidate& c) const {
        for (std::size_t s = 0; s < 4; ++s) {
            if (m_lines[static_cast<std::size_t>(c.sides[s])].border)
                return complete(quad, s, m_camera).value_or(quad);
        }
        return quad;
    }

    [[nodiscard]] bool leaves(const Quad& quad) const {
        const double slack = 0.0015 * std::max(m_camera.width, m_camera.height);
        return std::any_of(quad.begin(), quad.end(), [&](const Point& p) {
            return p.x < -slack || p.y < -slack || p.x > m_camera.width + slack ||
                   p.y > m_camera.height + slack;
        });
    }

    bool seesAnother(const Quad& first) {
        for (Line& line : m_lines)
            line.hide(first, kHideMargin);
        const auto others = candidatesOf(m_lines, m_size, 6);
        return std::any_of(others.begin(), others.end(), [&](const Candidate& c) {
            const double share = area(c.corners) / area(first);
            return c.borders == 0 && c.score > kSecondScore && c.seen > kSecondSeen &&
                   share > kSecondLeast && share < kSecondMost && isPage(c, first);
        });
    }

    /// A second page is paper too: the same all along its visible sides, and of a known shape.
    [[nodiscard]] bool isPage(const Candidate& c, const Quad& first) const {
        const double from = m_levels.small.scale, to = m_levels.fine.scale;
        const Quad hidden = scaled(first, from, to);
        const Refined r = refine(m_levels.fine, scaled(c.corners, from, to),
                                 std::ceil(kReach * from / to), &hidden);
        for (std::size_t s = 0; s < 4; ++s) {
            if (r.seen[s] && (r.steady[s] < kSecondSteady || r.contrast[s] < kSecondContrast))
                return false;
        }
        return formeOf(inPhoto(r.corners, to), m_camera) != Forme::autre;
    }

    const Levels& m_levels;
    Camera m_camera;
    std::vector<Line> m_lines;
    cv::Size m_size;
};

} // namespace

Found findPage(const Levels& levels, const Camera& camera) {
    return Finder(levels, camera).run();
}

} // namespace escale::scan
