// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/reading_support.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <algorithm>

namespace escale::test {

void drawSymbol(QImage& page, double xMm, double yMm, const std::string& text, double moduleMm,
                int grey) {
    ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::DataMatrix);
    writer.setMargin(0);
    std::wstring letters;
    for (const char letter : text)
        letters += static_cast<wchar_t>(static_cast<unsigned char>(letter));
    const ZXing::BitMatrix symbol = writer.encode(letters, 0, 0);
    QPainter painter(&page);
    const double module = moduleMm / 25.4 * kPageDpi;
    for (int row = 0; row < symbol.height(); ++row) {
        for (int column = 0; column < symbol.width(); ++column) {
            if (symbol.get(column, row))
                painter.fillRect(
                    QRectF(dots(xMm) + column * module, dots(yMm) + row * module, module, module),
                    QColor(grey, grey, grey));
        }
    }
}

QImage crumpled(const QImage& page, double mm) {
    QImage result(page.size(), QImage::Format_Grayscale8);
    const double reach = mm / 25.4 * kPageDpi;
    const double wave = 2 * 3.14159265 / dots(70);
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x) {
            const double fromX = x + reach * std::sin(wave * y + 0.011 * x);
            const double fromY = y + reach * std::sin(wave * x + 0.4);
            const int left = std::clamp(static_cast<int>(fromX), 0, page.width() - 2);
            const int top = std::clamp(static_cast<int>(fromY), 0, page.height() - 2);
            const double right = std::clamp(fromX - left, 0.0, 1.0);
            const double low = std::clamp(fromY - top, 0.0, 1.0);
            const uchar* upper = page.constScanLine(top) + left;
            const uchar* lower = page.constScanLine(top + 1) + left;
            result.scanLine(y)[x] =
                static_cast<uchar>((1 - low) * ((1 - right) * upper[0] + right * upper[1]) +
                                   low * ((1 - right) * lower[0] + right * lower[1]));
        }
    }
    return result;
}

std::string noticeText() {
    return "DC04FR00T001FFFF25192801FR432,5\x1D"
           "442527726568184452024"
           "46MARTIN EXEMPLE\x1D"
           "4A31072025"
           "4Y12 RUE DES SPECIMENS/75000 PARIS\x1D"
           "4113614\x1D"
           "473011740353432"
           "4V1542\x1D";
}

} // namespace escale::test
