// SPDX-License-Identifier: GPL-3.0-or-later
// Pages drawn by the tests of reading: white paper, a symbol, lines of text. Invented people.
#pragma once

#include "client/scan/geometry.h"

#include <QFont>
#include <QImage>
#include <QPainter>

#include <cmath>
#include <string>

namespace escale::test {

inline constexpr int kPageDpi = 200;

inline int dots(double mm) {
    return static_cast<int>(std::lround(mm / 25.4 * kPageDpi));
}

inline QImage blankPage(double widthMm = 210, double heightMm = 297) {
    QImage page(dots(widthMm), dots(heightMm), QImage::Format_Grayscale8);
    page.fill(250);
    return page;
}

/// `pt` as on paper, `grey` of the ink; returns where it was drawn.
inline QRect write(QImage& page, double xMm, double yMm, const QString& text, double pt = 10,
                   int grey = 20) {
    QPainter painter(&page);
    QFont font("DejaVu Sans");
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(static_cast<int>(std::lround(pt / 72 * kPageDpi)));
    painter.setFont(font);
    painter.setPen(QColor(grey, grey, grey));
    const QPoint at(dots(xMm), dots(yMm));
    painter.drawText(at, text);
    return painter.fontMetrics().tightBoundingRect(text).translated(at);
}

/// The symbol of `text`, `moduleMm` a module, with its white around.
void drawSymbol(QImage& page, double xMm, double yMm, const std::string& text,
                double moduleMm = 0.5, int grey = 20);

/// `page` as if the paper were crumpled: points move by up to `mm`.
QImage crumpled(const QImage& page, double mm);

/// What the 2D-Doc of an invented avis d'imposition says, without its signature.
std::string noticeText();

inline scan::Plane planeOf(const QImage& page) {
    scan::Plane plane{page.width(), page.height(), {}};
    for (int row = 0; row < page.height(); ++row) {
        const uchar* line = page.constScanLine(row);
        plane.pixels.insert(plane.pixels.end(), line, line + page.width());
    }
    return plane;
}

} // namespace escale::test
