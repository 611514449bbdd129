// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/page.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace escale::scan {
namespace {

constexpr int kCell = 8;         // points a side of one measure of the light
constexpr double kFilledMm = 24; // what is darker and narrower than that is ink, not shadow
constexpr double kPaper = 238;   // light of the paper afterwards
constexpr double kMostGain = 6;  // beyond, there is only noise
constexpr double kMostColourGain = 2.5;
constexpr int kBurnt = 250;
constexpr double kPatch = 0.0035;   // of the page
constexpr double kInkShare = 0.003; // darkest share that becomes ink
constexpr int kMostInk = 80;        // never taken for more than that: a pale page stays pale
constexpr int kInk = 16;

std::array<int, 256> histogram(const cv::Mat& plane, int step) {
    std::array<int, 256> counts{};
    for (int y = 0; y < plane.rows; y += step) {
        const auto* row = plane.ptr<std::uint8_t>(y);
        for (int x = 0; x < plane.cols; x += step)
            ++counts[row[x]];
    }
    return counts;
}

int percentile(const std::array<int, 256>& counts, double share) {
    std::int64_t total = 0, sum = 0;
    for (const int count : counts)
        total += count;
    for (int value = 0; value < 256; ++value) {
        sum += counts[static_cast<std::size_t>(value)];
        if (static_cast<double>(sum) >= share * static_cast<double>(total))
            return value;
    }
    return 255;
}

/// One value a cell of kCell points.
cv::Mat cellsOf(const cv::Mat& y) {
    cv::Mat cells = y;
    for (int size = 1; size < kCell && std::min(cells.cols, cells.rows) > 1; size *= 2) {
        cv::Mat half;
        const cv::Rect even(0, 0, cells.cols / 2 * 2, cells.rows / 2 * 2);
        cv::resize(cells(even), half, {even.width / 2, even.height / 2}, 0, 0, cv::INTER_AREA);
        cells = half;
    }
    return cells;
}

/// Light on the paper: closing fills what is narrow and dark, and keeps the borders of shadows
/// where they are.
cv::Mat lightOf(const cv::Mat& y, int dpi) {
    const cv::Mat cells = cellsOf(y);
    const int wide = static_cast<int>(kFilledMm / 25.4 * dpi / kCell);
    const int side = std::max(1, std::min({wide, cells.cols / 2, cells.rows / 2})) | 1;
    cv::Mat closed, smooth;
    cv::morphologyEx(cells, closed, cv::MORPH_CLOSE,
                     cv::getStructuringElement(cv::MORPH_RECT, {side, side}), {-1, -1}, 1,
                     cv::BORDER_REPLICATE);
    cv::GaussianBlur(closed, smooth, {0, 0}, 2.0);
    return smooth;
}

/// What each point is multiplied by, in 8 bits of fraction.
class Gain {
public:
    explicit Gain(const cv::Mat& light)
        : m_cells(light.size(), CV_32S) {
        for (int y = 0; y < light.rows; ++y) {
            for (int x = 0; x < light.cols; ++x) {
                const double gain = kPaper / std::max<int>(1, light.at<std::uint8_t>(y, x));
                m_cells.at<int>(y, x) = static_cast<int>(256 * std::min(kMostGain, gain));
            }
        }
    }

    /// One row of points, of a plane whose cells have `cell` points a side.
    const std::vector<int>& row(int y, int width, int cell) {
        const int place = 2 * y + 1 - cell; // in half points, from the middle of the first cell
        const int above = std::clamp(place / (2 * cell), 0, m_cells.rows - 1);
        const int part = std::clamp(place - 2 * cell * above, 0, 2 * cell);
        const auto* a = m_cells.ptr<int>(above);
        const auto* b = m_cells.ptr<int>(std::min(above + 1, m_cells.rows - 1));
        m_line.resize(static_cast<std::size_t>(m_cells.cols));
        for (int i = 0; i < m_cells.cols; ++i)
            m_line[static_cast<std::size_t>(i)] = a[i] + (b[i] - a[i]) * part / (2 * cell);
        spread(width, cell);
        return m_row;
    }

private:
    void spread(int width, int cell) {
        m_row.assign(static_cast<std::size_t>(width), m_line.back());
        const int half = cell / 2;
        std::fill_n(m_row.begin(), std::min(half, width), m_line.front());
        for (std::size_t i = 0; i + 1 < m_line.size(); ++i) {
            const int start = half + static_cast<int>(i) * cell;
            const int step = m_line[i + 1] - m_line[i];
            const int count = std::min(cell, width - start);
            int* to = m_row.data() + start;
            for (int k = 0; k < count; ++k)
                to[k] = m_line[i] + (2 * k + 1) * step / (2 * cell);
        }
    }

    cv::Mat m_cells;
    std::vector<int> m_line, m_row;
};

/// From the darkest ink to the paper: multiplied by `slope` (in 8 bits of fraction), then moved.
struct Stretch {
    int slope = 256;
    int move = 0;
};

Stretch stretchOf(const cv::Mat& y, Gain& gain) {
    std::array<int, 256> counts{};
    for (int row = 1; row < y.rows; row += 5) {
        const auto* from = y.ptr<std::uint8_t>(row);
        const auto& gains = gain.row(row, y.cols, kCell);
        for (int x = 1; x < y.cols; x += 3)
            ++counts[static_cast<std::size_t>(
                std::min(255, (from[x] * gains[static_cast<std::size_t>(x)]) >> 8))];
    }
    const int ink = std::min(percentile(counts, kInkShare), kMostInk);
    if (ink <= kInk)
        return {};
    const double slope = (kPaper - kInk) / (kPaper - ink);
    return {static_cast<int>(256 * slope), static_cast<int>(kInk - ink * slope)};
}

void brighten(cv::Mat& plane, Gain& gain, const Stretch& stretch) {
    for (int y = 0; y < plane.rows; ++y) {
        auto* row = plane.ptr<std::uint8_t>(y);
        const int* gains = gain.row(y, plane.cols, kCell).data();
        for (int x = 0; x < plane.cols; ++x) {
            const int lit = (row[x] * gains[x]) >> 8;
            const int value = ((lit * stretch.slope) >> 8) + stretch.move;
            row[x] = static_cast<std::uint8_t>(value < 0 ? 0 : value > 255 ? 255 : value);
        }
    }
}

/// Colours fade in the dark as light does.
void colour(cv::Mat& plane, Gain& gain) {
    constexpr auto kMost = static_cast<int>(256 * kMostColourGain);
    for (int y = 0; y < plane.rows; ++y) {
        auto* row = plane.ptr<std::uint8_t>(y);
        const int* gains = gain.row(y, plane.cols, kCell / 2).data();
        for (int x = 0; x < plane.cols; ++x) {
            const int factor = gains[x] > kMost ? kMost : gains[x];
            const int value = 128 + (((row[x] - 128) * factor) >> 8);
            row[x] = static_cast<std::uint8_t>(value < 0 ? 0 : value > 255 ? 255 : value);
        }
    }
}

/// Share of the page in patches of burnt out cells that are large enough to hide a word.
double patchesOf(const cv::Mat& y) {
    cv::Mat burnt, labels, stats, centres;
    const cv::Mat cells = cellsOf(y);
    cv::threshold(cells, burnt, kBurnt, 255, cv::THRESH_BINARY);
    const int count = cv::connectedComponentsWithStats(burnt, labels, stats, centres, 8);
    double sum = 0;
    for (int i = 1; i < count; ++i) {
        const double share =
            stats.at<int>(i, cv::CC_STAT_AREA) / static_cast<double>(cells.total());
        sum += share >= kPatch ? share : 0;
    }
    return sum;
}

} // namespace

void evenLight(Photo& page, int dpi) {
    Gain gain(lightOf(page.y, dpi));
    brighten(page.y, gain, stretchOf(page.y, gain));
    colour(page.cb, gain);
    colour(page.cr, gain);
}

Measures measureLight(const Photo& page) {
    Measures found;
    found.reflet = patchesOf(page.y);
    found.clarte = percentile(histogram(page.y, 3), 0.8);
    return found;
}

} // namespace escale::scan
