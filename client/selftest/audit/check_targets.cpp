// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/audit/checks.h"

#include <QQuickItem>

#include <algorithm>
#include <array>

namespace escale::audit {

namespace {

constexpr qreal kSlack = 0.5; // places are not whole numbers
constexpr qreal kInset = 12;  // from the corners of a target, where it must answer too

qreal apart(const QRectF& a, const QRectF& b) {
    const qreal x = std::max(a.x() - b.right(), b.x() - a.right());
    const qreal y = std::max(a.y() - b.bottom(), b.y() - a.bottom());
    return std::max(x, y);
}

/// What takes a touch there: the last painted.
const QQuickItem* touchedAt(const Scene& scene, const QPointF& where) {
    const SeenBlock* top = nullptr;
    for (const auto& block : scene.blocks)
        if (block.takesTouch && block.box.contains(where) && (!top || block.order > top->order))
            top = &block;
    return top ? top->item : nullptr;
}

/// An opaque thing painted over the middle of the target.
bool isHidden(const SeenNode& target, const Scene& scene) {
    for (const auto& block : scene.blocks)
        if (block.opaque && block.order > target.order && !isWithin(block.item, target.item) &&
            block.box.contains(target.box.center()))
            return true;
    return false;
}

bool isCovered(const SeenNode& target, const Scene& scene) {
    const QRectF inner = target.box.adjusted(kInset, kInset, -kInset, -kInset);
    const std::array<QPointF, 5> points{inner.center(), inner.topLeft(), inner.topRight(),
                                        inner.bottomLeft(), inner.bottomRight()};
    return isHidden(target, scene) ||
           std::any_of(points.begin(), points.end(), [&](const QPointF& point) {
               return !isWithin(touchedAt(scene, point), target.item);
           });
}

void checkOne(const SeenNode& target, const Scene& scene, QStringList& faults) {
    const qreal tall = target.objectName == QLatin1String("continuer") ? kPrimary : kTarget;
    if (target.box.width() < kTarget - kSlack || target.box.height() < tall - kSlack)
        faults.append("trop petit : " + target.label());
    if (!scene.window.adjusted(-kSlack, -kSlack, kSlack, kSlack).contains(target.box))
        faults.append("hors de la fenêtre : " + target.label());
    else if (isCovered(target, scene))
        faults.append("couvert : " + target.label());
}

} // namespace

QStringList badTargets(const Scene& scene) {
    QStringList faults;
    const auto targets = scene.targets();
    for (qsizetype i = 0; i < targets.size(); ++i) {
        checkOne(targets[i], scene, faults);
        for (qsizetype j = i + 1; j < targets.size(); ++j)
            if (const qreal gap = apart(targets[i].box, targets[j].box); gap < kGap - kSlack)
                faults.append(QStringLiteral("à %1 px : %2 et %3")
                                  .arg(gap, 0, 'f', 0)
                                  .arg(targets[i].label(), targets[j].label()));
    }
    return faults;
}

} // namespace escale::audit
