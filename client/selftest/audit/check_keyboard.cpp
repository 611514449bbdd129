// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/audit/checks.h"

#include <algorithm>

namespace escale::audit {

namespace {

constexpr qreal kSlack = 2;

bool isKey(const SeenNode& node) {
    return node.objectName.startsWith(QLatin1String("touche:")) ||
           node.objectName.startsWith(QLatin1String("pave:"));
}

bool meet(const QRectF& a, const QRectF& b) {
    const QRectF common = a.intersected(b);
    return common.width() > kSlack && common.height() > kSlack;
}

} // namespace

QStringList underKeyboard(const Scene& scene) {
    QList<SeenNode> keys, others;
    std::partition_copy(scene.nodes.begin(), scene.nodes.end(), std::back_inserter(keys),
                        std::back_inserter(others), isKey);
    QRectF keyboard;
    for (const auto& key : keys)
        keyboard |= key.box;
    QStringList faults;
    for (const auto& other : others)
        if (meet(other.box, keyboard) && !isWithin(keys.first().item, other.item))
            faults.append("clavier sur : " + other.label());
    for (const auto& text : scene.texts) {
        const bool ofKey = std::any_of(keys.begin(), keys.end(), [&](const SeenNode& key) {
            return isWithin(text.item, key.item);
        });
        if (!ofKey && meet(text.ink, keyboard))
            faults.append("clavier sur : " + quoted(text.words) + " [" + written(text.ink) + "]");
    }
    return faults;
}

} // namespace escale::audit
