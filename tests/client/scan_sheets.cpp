// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/scan_sheets.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace escale::tests {
namespace {

constexpr int kPerMm = 8; // points: a photo of 12 megapixels has about 11 for an A4

int mm(double value) {
    return static_cast<int>(std::lround(value * kPerMm));
}

std::string words(cv::RNG& rng, int length) {
    std::string text;
    while (static_cast<int>(text.size()) < length) {
        for (int i = rng.uniform(2, 9); i > 0; --i)
            text += static_cast<char>('a' + rng.uniform(0, 26));
        text += ' ';
    }
    return text;
}

void write(cv::Mat& paper, const std::string& text, double x, double y, double size,
           const cv::Scalar& ink) {
    cv::putText(paper, text, {mm(x), mm(y)}, cv::FONT_HERSHEY_SIMPLEX, size * kPerMm / 21.0, ink,
                std::max(1, static_cast<int>(size * kPerMm / 9)), cv::LINE_AA);
}

void square(cv::Mat& paper, cv::RNG& rng, double x, double y) {
    constexpr int kModules = 50;
    for (int row = 0; row < kModules; ++row) {
        for (int column = 0; column < kModules; ++column) {
            const bool finder = column == 0 || row == kModules - 1 ||
                                (row == 0 && column % 2 == 0) ||
                                (column == kModules - 1 && row % 2 == 1);
            if (finder || ((row > 0 && column < kModules - 1) && rng.uniform(0, 2) == 0))
                cv::rectangle(
                    paper,
                    {mm(x) + column * kPerMm / 2, mm(y) + row * kPerMm / 2, kPerMm / 2, kPerMm / 2},
                    cv::Scalar::all(24), -1);
        }
    }
}

void table(cv::Mat& paper, cv::RNG& rng, double top, int rows) {
    for (int row = 0; row <= rows; ++row) {
        const double y = top + row * 8.0;
        cv::line(paper, {mm(16), mm(y)}, {mm(194), mm(y)}, cv::Scalar::all(170), 1, cv::LINE_AA);
        if (row < rows) {
            write(paper, words(rng, rng.uniform(10, 30)), 18, y + 5.5, 2.6, cv::Scalar::all(40));
            write(paper, std::to_string(rng.uniform(10, 60000)), 165, y + 5.5, 2.6,
                  cv::Scalar::all(40));
        }
    }
}

void boxed(cv::Mat& paper, cv::RNG& rng, double top) {
    const bool filled = rng.uniform(0, 2) == 0;
    const cv::Scalar colour = filled ? cv::Scalar(205, 212, 240) : cv::Scalar(226, 130, 40);
    cv::rectangle(paper, {mm(15), mm(top), mm(180), mm(11)}, colour, filled ? -1 : 2);
    write(paper, "Total : " + std::to_string(rng.uniform(100, 40000)), 20, top + 7.5, 3.6,
          cv::Scalar::all(25));
}

void withMargin(Sheet* sheet, int margin) {
    cv::copyMakeBorder(sheet->picture, sheet->picture, margin, margin, margin, margin,
                       cv::BORDER_REPLICATE);
    cv::copyMakeBorder(sheet->mask, sheet->mask, margin, margin, margin, margin,
                       cv::BORDER_CONSTANT, cv::Scalar(0));
    sheet->margin += margin;
}

} // namespace

Sheet pageSheet(cv::RNG& rng) {
    const double white = rng.uniform(236.0, 246.0);
    cv::Mat paper(mm(297), mm(210), CV_8UC3,
                  cv::Scalar(white, white - rng.uniform(0.0, 4.0), white - rng.uniform(0.0, 9.0)));
    const cv::Scalar tint(rng.uniform(20, 230), rng.uniform(30, 130), rng.uniform(20, 150));
    cv::rectangle(paper, {mm(14), mm(12), mm(22), mm(11)}, tint, -1);
    write(paper, words(rng, 24), 42, 17, 3.4, cv::Scalar::all(30));
    write(paper, words(rng, 18), 42, 30, 5, tint);
    for (int line = 0; line < 5; ++line) {
        write(paper, words(rng, 26), 15, 52 + 5.5 * line, 2.5, cv::Scalar::all(45));
        if (line > 0 && line < 4)
            write(paper, words(rng, 16), 112, 50 + 6.5 * line, 3.2, cv::Scalar::all(30));
    }
    const int rows = rng.uniform(4, 10);
    table(paper, rng, 92, rows);
    boxed(paper, rng, 98 + 8.0 * rows);
    const int lines = rng.uniform(2, 12);
    for (int line = 0; line < lines; ++line)
        write(paper, words(rng, rng.uniform(50, 80)), 15, 118 + 8.0 * rows + 4.4 * line, 2.3,
              cv::Scalar::all(55));
    square(paper, rng, 15, 247);
    write(paper, words(rng, 30), 46, 258, 2.3, cv::Scalar::all(60));
    Sheet sheet;
    paper.convertTo(sheet.picture, CV_32F);
    sheet.mask = cv::Mat(paper.size(), CV_32F, cv::Scalar(1));
    withMargin(&sheet, mm(6));
    return sheet;
}

Sheet cardSheet(cv::RNG& rng) {
    constexpr int kMore = 2; // a card is photographed from nearer
    const cv::Size size(kMore * mm(85.6), kMore * mm(53.98));
    cv::Mat card(size, CV_8UC3);
    const double phase = rng.uniform(0.0, 6.0);
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            const double u = (x + 1.7 * y) / (6.0 * kPerMm * kMore) + phase;
            card.at<cv::Vec3b>(y, x) =
                cv::Vec3b(cv::saturate_cast<std::uint8_t>(198 + 18 * std::sin(u)),
                          cv::saturate_cast<std::uint8_t>(212 + 14 * std::sin(u + 2)),
                          cv::saturate_cast<std::uint8_t>(216 + 16 * std::sin(u + 4)));
        }
    }
    const auto at = [](double v) { return kMore * mm(v); };
    cv::rectangle(card, {at(5), at(13), at(24), at(31)}, {150, 140, 135}, -1);
    cv::ellipse(card, {at(17), at(25)}, {at(6), at(8)}, 0, 0, 360, {110, 80, 62}, -1);
    cv::rectangle(card, {at(7), at(35), at(20), at(9)}, {52, 60, 96}, -1);
    for (int line = 0; line < 7; ++line)
        write(card, words(rng, rng.uniform(6, 18)), kMore * 34.0, kMore * (16 + 4.6 * line),
              kMore * 2.0, cv::Scalar::all(40));
    write(card, "CARTE D ESSAI SPECIMEN", kMore * 6.0, kMore * 8.0, kMore * 3.0, {30, 35, 90});
    Sheet sheet;
    card.convertTo(sheet.picture, CV_32F);
    cv::Mat mask(size, CV_8U, cv::Scalar(0));
    const int r = at(3.18);
    cv::rectangle(mask, {r, 0, size.width - 2 * r, size.height}, 255, -1);
    cv::rectangle(mask, {0, r, size.width, size.height - 2 * r}, 255, -1);
    for (const cv::Point& p :
         {cv::Point(r, r), cv::Point(size.width - 1 - r, r), cv::Point(r, size.height - 1 - r),
          cv::Point(size.width - 1 - r, size.height - 1 - r)})
        cv::circle(mask, p, r, 255, -1, cv::LINE_AA);
    mask.convertTo(sheet.mask, CV_32F, 1 / 255.0);
    withMargin(&sheet, mm(4));
    return sheet;
}

void crumple(Sheet* sheet, cv::RNG& rng, double height) {
    const cv::Size size = sheet->picture.size();
    cv::Mat relief(size, CV_32F, cv::Scalar(0));
    for (const double grain : {60.0, 28.0, 13.0}) {
        cv::Mat small(static_cast<int>(297 / grain) + 3, static_cast<int>(210 / grain) + 3, CV_32F),
            field;
        rng.fill(small, cv::RNG::NORMAL, 0, height * grain / 90);
        cv::resize(small, field, size, 0, 0, cv::INTER_CUBIC);
        relief += field;
    }
    cv::Mat dx, dy;
    cv::Sobel(relief, dx, CV_32F, 1, 0, 3, kPerMm / 8.0);
    cv::Sobel(relief, dy, CV_32F, 0, 1, 3, kPerMm / 8.0);
    cv::Mat mapX(size, CV_32F), mapY(size, CV_32F);
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            const float fx = dx.at<float>(y, x), fy = dy.at<float>(y, x);
            mapX.at<float>(y, x) = static_cast<float>(x) + 3 * fx * kPerMm;
            mapY.at<float>(y, x) = static_cast<float>(y) + 3 * fy * kPerMm;
            sheet->picture.at<cv::Vec3f>(y, x) *= std::clamp(1 + 0.9F * (fx + fy), 0.55F, 1.12F);
        }
    }
    cv::remap(sheet->picture, sheet->picture, mapX, mapY, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    cv::remap(sheet->mask, sheet->mask, mapX, mapY, cv::INTER_LINEAR, cv::BORDER_CONSTANT,
              cv::Scalar(0));
}

void glare(Sheet* sheet, cv::RNG& rng, double width) {
    const cv::Size size = sheet->picture.size();
    cv::Mat lamp(size, CV_32F, cv::Scalar(0));
    const cv::Point middle(static_cast<int>(rng.uniform(0.35, 0.65) * size.width),
                           static_cast<int>(rng.uniform(0.35, 0.65) * size.height));
    cv::ellipse(lamp, middle,
                {static_cast<int>(width * size.width), static_cast<int>(0.5 * width * size.width)},
                rng.uniform(0, 90), 0, 360, 1, -1);
    cv::GaussianBlur(lamp, lamp, {0, 0}, 0.2 * width * size.width);
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x)
            sheet->picture.at<cv::Vec3f>(y, x) += cv::Vec3f::all(200 * lamp.at<float>(y, x));
    }
}

} // namespace escale::tests
