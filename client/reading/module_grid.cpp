// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/reading/module_grid.h"

#include "client/reading/symbol_shape.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace escale::reading {
namespace {

constexpr int kStep = 4;           // modules between two nodes of the grid
constexpr int kReach = 3;          // modules looked at around a node
constexpr double kMostSlip = 0.45; // of a module, from what the neighbours say
constexpr double kMostBend = 2.0;  // modules, of a line inside the symbol
constexpr int kLineReach = 6;      // modules of a line looked at together
constexpr double kSlipStep = 0.15;
constexpr int kPiece = 11;          // modules of a side looked at together
constexpr double kSideStep = 0.3;   // of a module, across a side
constexpr double kLeastSides = 0.6; // of what clean sides would be
constexpr std::size_t kMostSizes = 3;
constexpr int kDrawn = 4; // points of a module drawn
constexpr int kQuietModules = 3;

class Grid {
public:
    Grid(const cv::Mat& square, int size)
        : m_square(square)
        , m_size(size)
        , m_module(static_cast<double>(square.cols) / size)
        , m_nodes((size + kStep - 1) / kStep + 1)
        , m_slips(cv::Mat::zeros(m_nodes, m_nodes, CV_64FC2)) {}

    /// How much the four sides are those of a symbol of that size, 0 to 1: dark on the left and at
    /// the bottom, in turns at the top and on the right. The sides are followed piece by piece:
    /// crumpled, none of them is where it should be all along.
    [[nodiscard]] double sides() const {
        double sum = 0;
        int pieces = 0;
        for (int start = 0; start < m_size; start += kPiece, ++pieces) {
            const int end = std::min(start + kPiece, m_size);
            sum += pieceOf(start, end, [this](int at, double along, double down) {
                const double light = grey(0, at, {along, down}) - 128;
                return at % 2 == 0 ? -light : light;
            });
            sum += pieceOf(start, end, [this](int at, double along, double down) {
                const double light = grey(at, m_size - 1, {down, along}) - 128;
                return at % 2 == 1 ? -light : light;
            });
            sum += pieceOf(start, end, [this](int at, double along, double down) {
                return 128 - grey(at, 0, {down, along});
            });
            sum += pieceOf(start, end, [this](int at, double along, double down) {
                return 128 - grey(m_size - 1, at, {along, down});
            });
        }
        return sum / (4 * pieces);
    }

    /// Brings the lines inside the symbol to where they are, then each node to where the modules
    /// around it are told apart best, from the sides inwards.
    void settle() {
        bendToLines();
        std::vector<cv::Point> order;
        for (int row = 0; row < m_nodes; ++row) {
            for (int column = 0; column < m_nodes; ++column)
                order.emplace_back(column, row);
        }
        std::stable_sort(order.begin(), order.end(),
                         [this](const cv::Point& one, const cv::Point& other) {
                             return depthOf(one) < depthOf(other);
                         });
        for (const cv::Point& node : order)
            settleNode(node, depthOf(node));
        cv::blur(m_slips, m_slips, {3, 3}, {-1, -1}, cv::BORDER_REPLICATE);
    }

    [[nodiscard]] cv::Mat drawn() const {
        cv::Mat values(m_size, m_size, CV_8U);
        for (int row = 0; row < m_size; ++row) {
            for (int column = 0; column < m_size; ++column)
                values.at<std::uint8_t>(row, column) =
                    cv::saturate_cast<std::uint8_t>(grey(row, column, slipAt(row, column)));
        }
        cv::Mat around;
        cv::blur(values, around, {9, 9}, {-1, -1}, cv::BORDER_REPLICATE);
        cv::Mat modules = values > (around / 2 + 64);
        drawSides(modules, regionsOf(m_size));
        cv::copyMakeBorder(modules, modules, kQuietModules, kQuietModules, kQuietModules,
                           kQuietModules, cv::BORDER_CONSTANT, 255);
        cv::resize(modules, modules, {}, kDrawn, kDrawn, cv::INTER_NEAREST);
        return modules;
    }

private:
    /// The best mean of `value` over a piece of a side that may have slipped, 0 to 1.
    template <class Value>
    [[nodiscard]] double pieceOf(int start, int end, Value value) const {
        double best = 0;
        for (double along = -kMostSlip; along <= kMostSlip + 1e-9; along += kSlipStep) {
            for (double down = -2 * kSideStep; down <= 2 * kSideStep + 1e-9; down += kSideStep) {
                double sum = 0;
                for (int at = start; at < end; ++at)
                    sum += value(at, along, down);
                best = std::max(best, sum / (128.0 * (end - start)));
            }
        }
        return best;
    }
    [[nodiscard]] double grey(int row, int column, const cv::Vec2d& slip) const {
        const double x = (column + 0.5 + slip[0]) * m_module - 0.5;
        const double y = (row + 0.5 + slip[1]) * m_module - 0.5;
        const int left = std::clamp(static_cast<int>(x), 0, m_square.cols - 2);
        const int top = std::clamp(static_cast<int>(y), 0, m_square.rows - 2);
        const double rightShare = std::clamp(x - left, 0.0, 1.0);
        const double lowShare = std::clamp(y - top, 0.0, 1.0);
        const std::uint8_t* upper = m_square.ptr<std::uint8_t>(top) + left;
        const std::uint8_t* lower = m_square.ptr<std::uint8_t>(top + 1) + left;
        return (1 - lowShare) * ((1 - rightShare) * upper[0] + rightShare * upper[1]) +
               lowShare * ((1 - rightShare) * lower[0] + rightShare * lower[1]);
    }
    [[nodiscard]] cv::Vec2d slipAt(int row, int column) const {
        const double x = static_cast<double>(column) / kStep;
        const double y = static_cast<double>(row) / kStep;
        const int left = std::min(static_cast<int>(x), m_nodes - 2);
        const int top = std::min(static_cast<int>(y), m_nodes - 2);
        const auto node = [&](int down, int right) {
            return m_slips.at<cv::Vec2d>(top + down, left + right);
        };
        return (1 - (y - top)) * ((1 - (x - left)) * node(0, 0) + (x - left) * node(0, 1)) +
               (y - top) * ((1 - (x - left)) * node(1, 0) + (x - left) * node(1, 1));
    }
    /// How dark the line of the region's side is at `line` when it is moved by `bend`, around the
    /// module `along`.
    [[nodiscard]] double lineDarkness(int line, int along, double bend, bool isRow) const {
        double sum = 0;
        int count = 0;
        for (int at = std::max(0, along - kLineReach);
             at <= std::min(m_size - 1, along + kLineReach); ++at, ++count)
            sum += isRow ? grey(line, at, {0, bend}) : grey(at, line, {bend, 0});
        return 255 - sum / count - 8 * std::abs(bend);
    }
    /// Where a line inside the symbol is, for each node along it: how far from where it should be.
    [[nodiscard]] std::vector<double> bendsOf(int line, bool isRow) const {
        std::vector<double> bends;
        for (int node = 0; node < m_nodes; ++node) {
            const int along = std::min(node * kStep, m_size - 1);
            double best = 0;
            double most = -1;
            for (double bend = -kMostBend; bend <= kMostBend + 1e-9; bend += kSlipStep) {
                const double darkness = lineDarkness(line, along, bend, isRow);
                if (darkness > most) {
                    most = darkness;
                    best = bend;
                }
            }
            bends.push_back(best);
        }
        cv::Mat row(1, m_nodes, CV_64F, bends.data());
        cv::blur(row, row, {3, 1}, {-1, -1}, cv::BORDER_REPLICATE);
        return bends;
    }
    /// Between two lines, what is between them bends in proportion.
    void bendBetween(int first, int last, const std::vector<double>& from,
                     const std::vector<double>& to, bool isRow) {
        for (int node = 0; node < m_nodes; ++node) {
            const double at = std::min(node * kStep, m_size - 1);
            if (at < first || at > last)
                continue;
            const double share = (at - first) / (last - first);
            for (int other = 0; other < m_nodes; ++other) {
                const double bend = (1 - share) * from[static_cast<std::size_t>(other)] +
                                    share * to[static_cast<std::size_t>(other)];
                if (isRow)
                    m_slips.at<cv::Vec2d>(node, other)[1] = bend;
                else
                    m_slips.at<cv::Vec2d>(other, node)[0] = bend;
            }
        }
    }
    void bendToLines() {
        const int regions = regionsOf(m_size);
        const std::vector<double> straight(static_cast<std::size_t>(m_nodes), 0.0);
        for (const bool isRow : {true, false}) {
            std::vector<double> before = straight;
            int first = 0;
            for (int region = 1; region <= regions; ++region) {
                const int end = region * m_size / regions;
                const int line = isRow ? end - 1 : std::min(end, m_size - 1);
                std::vector<double> bends = region == regions ? straight : bendsOf(line, isRow);
                bendBetween(first, line, before, bends, isRow);
                before = std::move(bends);
                first = line;
            }
        }
        m_slips.copyTo(m_bends);
    }
    /// The bend of the lines there, and how far the neighbours nearer to the sides left it.
    [[nodiscard]] cv::Vec2d expected(const cv::Point& node, int depth) const {
        const cv::Vec2d bend = m_bends.at<cv::Vec2d>(node);
        cv::Vec2d sum(0, 0);
        int count = 0;
        for (int down = -1; depth > 0 && down <= 1; ++down) {
            for (int right = -1; right <= 1; ++right) {
                const cv::Point other(node.x + right, node.y + down);
                if (depthOf(other) >= depth)
                    continue;
                sum += m_slips.at<cv::Vec2d>(other) - m_bends.at<cv::Vec2d>(other);
                ++count;
            }
        }
        return count == 0 ? bend : bend + sum / count;
    }
    [[nodiscard]] int depthOf(const cv::Point& node) const {
        return std::min({node.x, node.y, m_nodes - 1 - node.x, m_nodes - 1 - node.y});
    }
    /// How far from grey the modules around a node are when the grid slips by `slip` there.
    [[nodiscard]] double contrast(const cv::Point& node, const cv::Vec2d& slip) const {
        const int row = std::min(node.y * kStep, m_size - 1);
        const int column = std::min(node.x * kStep, m_size - 1);
        double sum = 0;
        for (int y = std::max(0, row - kReach); y <= std::min(m_size - 1, row + kReach); ++y) {
            for (int x = std::max(0, column - kReach); x <= std::min(m_size - 1, column + kReach);
                 ++x)
                sum += std::abs(grey(y, x, slip) - 128);
        }
        return sum;
    }
    void settleNode(const cv::Point& node, int depth) {
        const cv::Vec2d from = expected(node, depth);
        cv::Vec2d best = from;
        double most = -1;
        for (double y = -kMostSlip; y <= kMostSlip + 1e-9; y += kSlipStep) {
            for (double x = -kMostSlip; x <= kMostSlip + 1e-9; x += kSlipStep) {
                // A little shy of slipping: where nothing tells, the grid stays as it is.
                const double found =
                    contrast(node, from + cv::Vec2d(x, y)) * (1 - 0.1 * (x * x + y * y));
                if (found > most) {
                    most = found;
                    best = from + cv::Vec2d(x, y);
                }
            }
        }
        m_slips.at<cv::Vec2d>(node) = best;
    }

    const cv::Mat& m_square;
    int m_size;
    double m_module;
    int m_nodes;
    cv::Mat m_slips; // of each node, in modules
    cv::Mat m_bends; // what the lines inside the symbol say of it
};

} // namespace

std::vector<int> likelySizes(const cv::Mat& square) {
    std::vector<std::pair<double, int>> sizes;
    for (const int size : kSymbolSizes) {
        if (size * 3 > square.cols)
            break;
        const double sides = Grid(square, size).sides();
        if (sides > kLeastSides)
            sizes.emplace_back(sides, size);
    }
    std::sort(sizes.rbegin(), sizes.rend());
    std::vector<int> likely;
    for (std::size_t at = 0; at < std::min(sizes.size(), kMostSizes); ++at)
        likely.push_back(sizes[at].second);
    return likely;
}

cv::Mat redrawn(const cv::Mat& square, int size) {
    Grid grid(square, size);
    grid.settle();
    return grid.drawn();
}

} // namespace escale::reading
