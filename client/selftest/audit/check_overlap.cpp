// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/audit/checks.h"

namespace escale::audit {

namespace {

// Ink may touch: the tail of a letter and the accent of the next line.
constexpr qreal kSlack = 3;

bool meet(const QRectF& a, const QRectF& b) {
    const QRectF common = a.intersected(b);
    return common.width() > kSlack && common.height() > kSlack;
}

/// The opaque thing between the two hides the lower one: that is another fault.
bool isHidden(const SeenText& below, const SeenText& above, const Scene& scene) {
    for (const auto& block : scene.blocks)
        if (block.opaque && block.order > below.order && block.order < above.order &&
            block.box.contains(below.ink.center()))
            return true;
    return false;
}

} // namespace

QStringList overlaps(const Scene& scene) {
    QStringList faults;
    for (qsizetype i = 0; i < scene.texts.size(); ++i) {
        const auto& text = scene.texts[i];
        for (qsizetype j = i + 1; j < scene.texts.size(); ++j)
            if (meet(text.ink, scene.texts[j].ink) && !isHidden(text, scene.texts[j], scene))
                faults.append("textes l’un sur l’autre : " + quoted(text.words) + " [" +
                              written(text.ink) + "] et " + quoted(scene.texts[j].words) + " [" +
                              written(scene.texts[j].ink) + "]");
        // A field may hold its unit (« € »): there, only letters over letters are a fault.
        for (const auto& target : scene.targets())
            if (target.role != QAccessible::EditableText && meet(text.ink, target.box) &&
                !isWithin(text.item, target.item))
                faults.append("texte sur un bouton : " + quoted(text.words) + " [" +
                              written(text.ink) + "] et " + target.label());
    }
    return faults;
}

} // namespace escale::audit
