// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/audit/checks.h"

#include <QColor>
#include <QQuickItem>

namespace escale::audit {

namespace {

constexpr qreal kSlack = 2;
constexpr qreal kCorner = 0.29; // of a radius: from the corner of the square to the arc

bool isDrawn(const QQuickItem* item) {
    if (!item->inherits("QQuickRectangle"))
        return false;
    if (item->property("color").value<QColor>().alpha() > 0)
        return true;
    const auto* border = item->property("border").value<QObject*>();
    return border && border->property("width").toReal() > 0 &&
           border->property("color").value<QColor>().alpha() > 0;
}

/// The box the words are written on: the nearest rectangle drawn behind them, or what clips them.
const QQuickItem* boxOf(const SeenText& text) {
    for (const auto* at = text.item->parentItem(); at; at = at->parentItem())
        if (isDrawn(at) || at->clip())
            return at;
    return nullptr;
}

/// What is touched where the words stand: a card may be painted beside them, not around them.
const SeenNode* targetOf(const SeenText& text, const QList<SeenNode>& targets) {
    for (const auto& target : targets)
        if (isWithin(text.item, target.item))
            return &target;
    return nullptr;
}

bool goesBeyond(const QRectF& ink, const QRectF& place) {
    return !place.adjusted(-kSlack, -kSlack, kSlack, kSlack).contains(ink);
}

bool isCovered(const SeenText& text, const SeenBlock& block) {
    if (!block.opaque || block.order <= text.order || isWithin(block.item, text.item))
        return false;
    // The corners of a disc cover nothing.
    const qreal corner = kCorner * block.item->property("radius").toReal();
    const QRectF common =
        block.box.adjusted(corner, corner, -corner, -corner).intersected(text.ink);
    return common.width() > kSlack && common.height() > kSlack;
}

QString cutOf(const SeenText& text, const Scene& scene, const QList<SeenNode>& targets) {
    if (text.elided)
        return "texte abrégé";
    if (text.tooWide)
        return "texte plus large que sa place";
    if (goesBeyond(text.ink, scene.window))
        return "texte hors de la fenêtre";
    if (const auto* target = targetOf(text, targets); target && goesBeyond(text.ink, target->box))
        return "texte qui dépasse de son bouton (" + written(target->box) + ")";
    if (const auto* box = boxOf(text)) {
        const QRectF place = box->mapRectToScene(QRectF(0, 0, box->width(), box->height()));
        if (goesBeyond(text.ink, place))
            return "texte qui dépasse de son cadre (" + written(place) + ")";
    }
    for (const auto& block : scene.blocks)
        if (isCovered(text, block))
            return "texte couvert (par " + written(block.box) + ")";
    return {};
}

} // namespace

QStringList cutTexts(const Scene& scene) {
    QStringList faults;
    const auto targets = scene.targets();
    for (const auto& text : scene.texts) {
        const QString cut = text.typed ? QString() : cutOf(text, scene, targets);
        if (!cut.isEmpty())
            faults.append(cut + " : " + quoted(text.words) + " [" + written(text.ink) + "]");
    }
    return faults;
}

QStringList smallTexts(const Scene& scene, int smallest) {
    QStringList faults;
    for (const auto& text : scene.texts)
        if (text.font.pixelSize() < smallest)
            faults.append(QStringLiteral("texte de %1 px : %2")
                              .arg(text.font.pixelSize())
                              .arg(quoted(text.words)));
    return faults;
}

} // namespace escale::audit
