// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/page_picture.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>

#include <array>
#include <cstdint>

namespace escale {

namespace {

constexpr int kShrinkPasses = 8;
constexpr double kShrink = 0.75;
constexpr int kJudgedWidth = 320;
constexpr double kDarkBelow = 60;    // mean luminance, of 255
constexpr double kBlurredBelow = 12; // variance of the Laplacian on the small picture

QSize pageSize(const QSize& size) {
    const QSize box = size.width() > size.height() ? QSize(kPageLongSide, kPageShortSide)
                                                   : QSize(kPageShortSide, kPageLongSide);
    if (size.width() <= box.width() && size.height() <= box.height())
        return size;
    return size.scaled(box, Qt::KeepAspectRatio);
}

/// Painted anew on white: transparency goes, and with it every text that came with the file.
QImage pixelsOnly(const QImage& picture) {
    const QSize size = pageSize(picture.size());
    QImage page(size, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    painter.drawImage(QPoint(0, 0),
                      picture.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    return page;
}

Result<QByteArray> encode(const QImage& page, int quality) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    if (!writer.write(page))
        return fail(Errc::unreadableImage, "image qui ne s’écrit pas");
    return bytes;
}

double meanOf(const QImage& gray) {
    double sum = 0;
    for (int y = 0; y < gray.height(); ++y)
        for (int x = 0; x < gray.width(); ++x)
            sum += gray.constScanLine(y)[x];
    return sum / (double(gray.width()) * gray.height());
}

double sharpnessOf(const QImage& gray) {
    double sum = 0;
    double squares = 0;
    for (int y = 1; y + 1 < gray.height(); ++y) {
        const auto* above = gray.constScanLine(y - 1);
        const auto* here = gray.constScanLine(y);
        const auto* below = gray.constScanLine(y + 1);
        for (int x = 1; x + 1 < gray.width(); ++x) {
            const double edge = 4.0 * here[x] - here[x - 1] - here[x + 1] - above[x] - below[x];
            sum += edge;
            squares += edge * edge;
        }
    }
    const double count = double(gray.width() - 2) * (gray.height() - 2);
    const double mean = sum / count;
    return squares / count - mean * mean;
}

} // namespace

Result<QImage> readPicture(const QString& path) {
    const QFileInfo file(path);
    if (!file.isFile())
        return fail(Errc::notFound, "image absente");
    if (file.size() > kMaxPictureFileBytes)
        return fail(Errc::tooLarge, "image de plus de 20 Mo");
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    const QByteArray format = reader.format();
    if (format != "jpeg" && format != "png")
        return fail(Errc::unreadableImage, "ni JPEG ni PNG");
    const QSize size = reader.size();
    if (size.isEmpty())
        return fail(Errc::unreadableImage, "image sans dimensions");
    if (size.width() > kMaxPictureSide || size.height() > kMaxPictureSide ||
        qint64(size.width()) * size.height() > kMaxPicturePoints)
        return fail(Errc::tooLarge, "image trop grande");
    reader.setAutoTransform(true);
    QImage picture = reader.read();
    if (picture.isNull())
        return fail(Errc::unreadableImage, "image illisible");
    return picture;
}

QString adviceOn(const QImage& picture) {
    if (picture.isNull())
        return {};
    const QImage gray = picture.scaledToWidth(kJudgedWidth, Qt::SmoothTransformation)
                            .convertToFormat(QImage::Format_Grayscale8);
    if (gray.height() < 3)
        return {};
    if (meanOf(gray) < kDarkBelow)
        return QStringLiteral("piece.conseil.sombre");
    if (sharpnessOf(gray) < kBlurredBelow)
        return QStringLiteral("piece.conseil.floue");
    return {};
}

Result<QByteArray> pageJpeg(const QImage& picture) {
    if (picture.isNull())
        return fail(Errc::unreadableImage, "pas d’image");
    QImage page = pixelsOnly(picture);
    // Less quality first, down to where small print stays readable; then fewer points.
    for (int pass = 0; pass < kShrinkPasses; ++pass) {
        for (const int quality : std::array{85, 70, 55}) {
            ESCALE_TRY_ASSIGN(bytes, encode(page, quality));
            if (bytes.size() <= kMaxPageJpegBytes)
                return bytes;
        }
        page = page.scaled(page.size() * kShrink, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }
    return fail(Errc::tooLarge, "page de plus de 500 Ko");
}

} // namespace escale
