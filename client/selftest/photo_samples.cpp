// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/photo_samples.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFont>
#include <QImage>
#include <QPainter>

namespace escale {

namespace {

constexpr QSize kPhoto(1800, 2400);
constexpr QSize kSheet(1400, 1980);

void drawSheet(QPainter& painter, const QSize& size) {
    const QRect sheet(-size.width() / 2, -size.height() / 2, size.width(), size.height());
    painter.fillRect(sheet, QColor(0xf6, 0xf4, 0xee));
    QFont font(painter.font().family());
    font.setPixelSize(std::max(8, size.width() / 46));
    painter.setFont(font);
    painter.setPen(QColor(0x18, 0x18, 0x18));
    const int step = size.height() / 36;
    for (int line = 2; line < 34; ++line)
        painter.drawText(sheet.left() + size.width() / 12, sheet.top() + line * step,
                         QStringLiteral("Ligne %1 : document inventé, 14 880").arg(line));
}

QImage table() {
    QImage photo(kPhoto, QImage::Format_RGB32);
    photo.fill(QColor(0x4a, 0x3a, 0x2c));
    return photo;
}

QImage sheetAt(QPointF centre, QSize size, qreal turn) {
    QImage photo = table();
    QPainter painter(&photo);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.rotate(turn);
    drawSheet(painter, size);
    return photo;
}

QImage usual() {
    return sheetAt({900, 1200}, kSheet, 3);
}

QImage twoSheets() {
    QImage photo = sheetAt({480, 1200}, {780, 1103}, 2);
    QPainter painter(&photo);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(1320, 1200);
    painter.rotate(-3);
    drawSheet(painter, {780, 1103});
    return photo;
}

QImage dark() {
    QImage photo = usual();
    QPainter painter(&photo);
    painter.fillRect(photo.rect(), QColor(0, 0, 0, 215));
    return photo;
}

QImage shiny() {
    QImage photo = usual();
    QPainter painter(&photo);
    QRadialGradient light(QPointF(900, 1000), 620);
    light.setColorAt(0, QColor(255, 255, 255, 255));
    light.setColorAt(0.7, QColor(255, 255, 255, 255));
    light.setColorAt(1, QColor(255, 255, 255, 0));
    painter.fillRect(photo.rect(), light);
    return photo;
}

/// Neither A4 nor a card, and something lies over one of its sides: where it ends is a guess.
QImage underAHand() {
    QImage photo = sheetAt({900, 1200}, {1272, 1400}, 3);
    QPainter painter(&photo);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xc8, 0x9a, 0x7a));
    painter.drawEllipse(QPoint(250, 1200), 200, 250);
    return photo;
}

/// Seen through that many times fewer points.
QImage blurred(double times) {
    const QImage photo = usual();
    return photo.scaled(photo.size() / times, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .scaled(photo.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

struct Sample {
    const char* kind;
    QImage (*draw)();
};

constexpr Sample kSamples[] = {
    {"nette", usual},
    {"vide", table},
    {"coupee",
     [] {
         return sheetAt({900, 2000}, kSheet, 3);
     }},
    {"deux", twoSheets},
    {"loin",
     [] {
         return sheetAt({900, 1200}, QSize(420, 594), 3);
     }},
    {"bords", underAHand},
    {"sombre", dark},
    {"reflet", shiny},
    {"bougee", [] { return blurred(24); }},
    // The text is read, a 2D-Doc would not be.
    {kBlurredCode, [] { return blurred(3.5); }},
};

QByteArray jpegOf(const QImage& image) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 90);
    return bytes;
}

/// A PNG that says that it is huge, and holds nothing.
QByteArray hugePng() {
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    QImage(8, 8, QImage::Format_RGB32).save(&buffer, "PNG");
    png.replace(16, 8, QByteArray("\0\0\xff\xff\0\0\xff\xff", 8)); // width and height of IHDR
    return png;
}

/// A PDF whose password nobody gave: what no password opens is enough.
QByteArray lockedPdf() {
    const QByteArray key(64, 'a');
    return "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
           "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
           "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n"
           "trailer\n<< /Size 4 /Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 "
           "/R 2 /P -4 /O <" +
           key + "> /U <" + key + "> >> >>\nstartxref\n0\n%%EOF\n";
}

bool write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

QStringList cameraKinds() {
    QStringList kinds;
    for (const Sample& sample : kSamples)
        kinds.append(sample.kind);
    return kinds;
}

QStringList badFiles() {
    return {"pas-une-image.jpg", "telephone.heic", "coupee.jpg", "geante.png", "fermee.pdf"};
}

Result<void> writePhotoSamples(const QString& folder) {
    bool written = QDir().mkpath(folder);
    for (const Sample& sample : kSamples) {
        const QString own = folder + "/camera/" + sample.kind;
        written = written && QDir().mkpath(own) && write(own + "/1.jpg", jpegOf(sample.draw()));
    }
    const QByteArray jpeg = jpegOf(usual());
    written = written && write(folder + "/pas-une-image.jpg", "du texte, rien d’autre") &&
              write(folder + "/telephone.heic",
                    QByteArray::fromHex("000000186674797068656963000000006865696331")) &&
              write(folder + "/coupee.jpg", jpeg.left(jpeg.size() / 3)) &&
              write(folder + "/geante.png", hugePng()) &&
              write(folder + "/fermee.pdf", lockedPdf());
    return written ? Result<void>() : fail(Errc::storageFailure, "les photos ne s’écrivent pas");
}

} // namespace escale
