// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/reading/symbol.h"

#include "client/reading/module_grid.h"
#include "client/reading/unwarp.h"

#include <opencv2/imgproc.hpp>

#include <ZXing/ReadBarcode.h>

#include <cmath>
#include <exception>

namespace escale::reading {
namespace {

constexpr double kMmPerInch = 25.4;
constexpr double kMarginMm = 3;
constexpr double kLarger = 1.5;
constexpr double kSmooth = 3; // points
constexpr double kSharpening = 1.5;
constexpr double kWindowMm = 3; // of the light evened around each point

enum class Drawing { photographed, drawn };

std::optional<Symbol> decode(const cv::Mat& picture, Drawing drawing) {
    const bool pure = drawing == Drawing::drawn;
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::DataMatrix)
        .setTryDownscale(false)
        .setMaxNumberOfSymbols(1)
        .setIsPure(pure)
        .setBinarizer(pure ? ZXing::Binarizer::FixedThreshold : ZXing::Binarizer::LocalAverage);
    try {
        const ZXing::Result result =
            ZXing::ReadBarcode({picture.data, picture.cols, picture.rows, ZXing::ImageFormat::Lum,
                                static_cast<int>(picture.step)},
                               hints);
        if (!result.isValid())
            return std::nullopt;
        const ZXing::ByteArray& bytes = result.bytes();
        // Degrees clockwise from the horizontal.
        const int turned = static_cast<int>(std::lround(result.orientation() / 90.0));
        return Symbol{std::string(bytes.begin(), bytes.end()), ((-turned % 4) + 4) % 4};
    } catch (const std::exception&) {
        // The library lets some damaged symbols throw: they are symbols that cannot be read.
        return std::nullopt;
    }
}

/// The page may be upside down, or lie on its side.
std::optional<Symbol> readCrumpled(const cv::Mat& region, double dpi) {
    auto square = unwarped(region, dpi);
    if (square)
        cv::normalize(*square, *square, 0, 255, cv::NORM_MINMAX);
    for (int turn = 0; square && turn < 4; ++turn) {
        for (const int size : likelySizes(*square)) {
            if (auto symbol = decode(redrawn(*square, size), Drawing::drawn)) {
                symbol->turn = turn;
                return symbol;
            }
        }
        cv::rotate(*square, *square, cv::ROTATE_90_CLOCKWISE);
    }
    return std::nullopt;
}

/// What a lens out of focus made grey, nearer to black and white.
cv::Mat sharpened(const cv::Mat& picture) {
    cv::Mat smooth;
    cv::GaussianBlur(picture, smooth, {}, kSmooth);
    cv::Mat sharp;
    cv::addWeighted(picture, 1 + kSharpening, smooth, -kSharpening, 0, sharp);
    return sharp;
}

std::optional<Symbol> readEvened(const cv::Mat& larger, double dpi) {
    cv::Mat evened;
    const int window = 2 * static_cast<int>(kWindowMm / kMmPerInch * dpi / 2) + 1;
    cv::adaptiveThreshold(larger, evened, 255, cv::ADAPTIVE_THRESH_MEAN_C, cv::THRESH_BINARY,
                          window, 5);
    return decode(evened, Drawing::photographed);
}

} // namespace

std::optional<Symbol> readSymbol(const cv::Mat& page, const cv::Rect& box, double dpi) {
    const int margin = static_cast<int>(std::lround(kMarginMm / kMmPerInch * dpi));
    const cv::Rect around(box.x - margin, box.y - margin, box.width + 2 * margin,
                          box.height + 2 * margin);
    const cv::Mat region = page(around & cv::Rect(0, 0, page.cols, page.rows)).clone();
    if (auto symbol = decode(region, Drawing::photographed))
        return symbol;
    cv::Mat larger;
    cv::resize(region, larger, {}, kLarger, kLarger, cv::INTER_CUBIC);
    if (auto symbol = decode(larger, Drawing::photographed))
        return symbol;
    const cv::Mat sharper = sharpened(larger);
    if (auto symbol = decode(sharper, Drawing::photographed))
        return symbol;
    if (auto symbol = readCrumpled(sharpened(region), dpi))
        return symbol;
    return readEvened(larger, dpi * kLarger);
}

} // namespace escale::reading
