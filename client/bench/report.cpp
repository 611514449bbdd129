// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/bench/bench.h"
#include "client/bench/frame_meter.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <iostream>

namespace escale {

namespace {

QJsonArray mappedFiles() {
    QJsonArray files;
    QFile maps(QStringLiteral("/proc/self/maps"));
    if (!maps.open(QIODevice::ReadOnly))
        return files;
    for (const auto& line : maps.readAll().split('\n')) {
        const auto at = line.indexOf('/');
        const QString path = at < 0 ? QString() : QString::fromUtf8(line.mid(at));
        if (!path.isEmpty() && !files.contains(path))
            files.append(path);
    }
    return files;
}

QJsonArray arrayOf(const QList<double>& numbers) {
    QJsonArray array;
    for (const double number : numbers)
        array.append(number);
    return array;
}

} // namespace

QJsonObject startReport(qint64 firstFrameNs) {
    // A string: JSON numbers would lose nanoseconds.
    return {{"premiere_image_ns", QString::number(firstFrameNs)},
            {"rss_ko", residentKb()},
            {"fichiers", mappedFiles()}};
}

QJsonObject framesReport(const FrameMeter& meter) {
    return {{"pages_ms", arrayOf(meter.pages())},
            {"images_ms", arrayOf(meter.frames())},
            {"rss_ko", residentKb()}};
}

void print(const QJsonObject& object) {
    std::cout << QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString() << std::endl;
}

} // namespace escale
