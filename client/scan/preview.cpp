// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/preview.h"

#include "client/scan/finder.h"
#include "client/scan/frame.h"
#include "client/scan/page.h"

#include <algorithm>
#include <cmath>

namespace escale::scan {
namespace {

constexpr double kStill = 0.006; // of the long side of the frame, between two frames
constexpr double kCrisp = 0.42;  // below, the frame is blurred by a movement
constexpr double kGlare = 0.01, kDark = 55, kNight = 30;
// Share of the frame that a page has to fill: below, its letters are too small.
constexpr double kPageShare = 0.16, kCardShare = 0.06;

double movement(const Quad& a, const Quad& b) {
    double worst = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        worst = std::max(worst, std::hypot(a[i].x - b[i].x, a[i].y - b[i].y));
    return worst;
}

Advice adviceFor(const Found& found, const Measures& light, double share, bool moved) {
    if (found.several)
        return Advice::deuxPages;
    if (found.cut)
        return Advice::horsCadre;
    if (share < (found.forme == Forme::id1 ? kCardShare : kPageShare))
        return Advice::rapprochez;
    if (light.clarte < kDark)
        return Advice::tropSombre;
    if (light.reflet > kGlare)
        return Advice::reflet;
    return moved || found.crisp < kCrisp ? Advice::neBougezPlus : Advice::ok;
}

/// The page as the small level shows it, for its light.
Photo smallPage(const Level& level, const Quad& coins) {
    const Photo small{level.y, level.cb, level.cr, level.scale};
    PageSize size{180, 180, 100, 100, 0};
    Photo page;
    page.y = straightenLuma(small, coins, size);
    return page;
}

} // namespace

struct PreviewFinder::Memory {
    std::optional<Quad> last;
    int stillFrames = 0;
};

PreviewFinder::PreviewFinder()
    : m_memory(std::make_unique<Memory>()) {}
PreviewFinder::~PreviewFinder() = default;
PreviewFinder::PreviewFinder(PreviewFinder&&) noexcept = default;
PreviewFinder& PreviewFinder::operator=(PreviewFinder&&) noexcept = default;

void PreviewFinder::reset() {
    *m_memory = Memory();
}

Preview PreviewFinder::look(const FrameView& frame) {
    cv::setNumThreads(1);
    Preview preview;
    Photo photo;
    if (!readFrame(frame, &photo, &preview.width, &preview.height)) {
        reset();
        return preview;
    }
    const Camera camera{preview.width, preview.height};
    const Levels levels = levelsOf(photo);
    const Found found = findPage(levels, camera);
    if (!found.coins || (!found.sure && !found.cut)) {
        reset();
        if (cv::mean(levels.small.y)[0] < kNight)
            preview.advice = Advice::tropSombre;
        return preview;
    }
    preview.coins = found.coins;
    const double side = std::max(preview.width, preview.height);
    const bool moved = !m_memory->last || movement(*m_memory->last, *found.coins) > kStill * side;
    m_memory->stillFrames = moved ? 0 : m_memory->stillFrames + 1;
    m_memory->last = found.coins;
    preview.still = m_memory->stillFrames >= kStillFrames;
    const double share = area(*found.coins) / (1.0 * preview.width * preview.height);
    preview.advice =
        adviceFor(found, measureLight(smallPage(levels.small, *found.coins)), share, moved);
    return preview;
}

} // namespace escale::scan
