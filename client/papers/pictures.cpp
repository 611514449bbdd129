// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/papers/pictures.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace escale::papers {

namespace {

constexpr int kSide = 256; // 20 mm at 300 dots an inch

} // namespace

QImage pictogram(const std::string& name) {
    if (name.empty())
        return {};
    QSvgRenderer drawing(
        QStringLiteral(":/qt/qml/Escale/Ui/pictograms/%1.svg").arg(QString::fromStdString(name)));
    if (!drawing.isValid())
        return {};
    QImage image(kSide, kSide, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    drawing.render(&painter);
    return image;
}

} // namespace escale::papers
