// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/specimen.h"

#include <QDir>
#include <QFont>
#include <QImage>
#include <QPainter>

namespace escale {

namespace {

constexpr QSize kSize(1570, 990); // as a card is

void writeLine(QPainter& painter, int row, const QString& name, const QString& value) {
    const int y = 250 + row * 120;
    painter.setPen(QColor(0x4a, 0x5a, 0x5c));
    painter.setFont(QFont(painter.font().family(), 22));
    painter.drawText(520, y, name);
    painter.setPen(QColor(0x10, 0x20, 0x24));
    painter.setFont(QFont(painter.font().family(), 34, QFont::Bold));
    painter.drawText(520, y + 52, value);
}

QImage draw() {
    QImage page(kSize, QImage::Format_RGB32);
    page.fill(QColor(0xe9, 0xf1, 0xee));
    QPainter painter(&page);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(0x10, 0x4a, 0x52), 10));
    painter.drawRoundedRect(40, 40, kSize.width() - 80, kSize.height() - 80, 40, 40);
    painter.setBrush(QColor(0xc4, 0xdc, 0xd6));
    painter.drawRoundedRect(110, 230, 340, 440, 20, 20);
    painter.drawEllipse(210, 300, 140, 140);
    painter.drawChord(160, 470, 240, 300, 0, 180 * 16);
    painter.setFont(QFont(painter.font().family(), 44, QFont::Bold));
    painter.drawText(110, 160, QStringLiteral("PIÈCE D’IDENTITÉ"));
    writeLine(painter, 0, QStringLiteral("Nom"), QStringLiteral("BENAROU"));
    writeLine(painter, 1, QStringLiteral("Prénom"), QStringLiteral("Lina"));
    writeLine(painter, 2, QStringLiteral("Née le"), QStringLiteral("14 03 1985"));
    writeLine(painter, 3, QStringLiteral("Personne inventée"), QStringLiteral("00 000 000"));
    painter.translate(kSize.width() / 2, kSize.height() / 2);
    painter.rotate(-22);
    painter.setPen(QColor(0x8e, 0x1f, 0x12, 150));
    painter.setFont(QFont(painter.font().family(), 130, QFont::Bold));
    painter.drawText(QRect(-700, -120, 1400, 240), Qt::AlignCenter, QStringLiteral("SPECIMEN"));
    return page;
}

} // namespace

Result<void> writeSpecimen(const QString& folder) {
    const QDir dir(folder);
    if (!dir.mkpath(QStringLiteral(".")) || !draw().save(dir.filePath(kSpecimenName), "JPEG", 90))
        return fail(Errc::storageFailure, "le dossier des photos ne s’écrit pas");
    return {};
}

} // namespace escale
