// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/audit/checks.h"

#include <QColor>
#include <QQuickItem>

#include <algorithm>
#include <cmath>

namespace escale::audit {

namespace {

double channel(double value) {
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) +
           0.0722 * channel(colour.blueF());
}

/// WCAG 2.1, "contrast ratio".
double ratio(const QColor& a, const QColor& b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

/// The last thing filled under the middle of the words.
const SeenBlock* under(const SeenText& text, const Scene& scene) {
    const SeenBlock* found = nullptr;
    for (const auto& block : scene.blocks)
        if (block.opaque && block.order < text.order && block.box.contains(text.ink.center()) &&
            (!found || block.order > found->order))
            found = &block;
    return found;
}

} // namespace

QStringList paleTexts(const Scene& scene, double least) {
    QStringList faults;
    for (const auto& text : scene.texts) {
        const auto* behind = under(text, scene);
        if (!behind)
            continue; // a picture
        const auto ink = text.item->property("color").value<QColor>();
        const auto paper = behind->item->property("color").value<QColor>();
        if (const double found = ratio(ink, paper); found < least)
            faults.append(QStringLiteral("contraste %1 : %2 sur %3, %4")
                              .arg(found, 0, 'f', 1)
                              .arg(ink.name(), paper.name(), quoted(text.words)));
    }
    return faults;
}

} // namespace escale::audit
