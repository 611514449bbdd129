// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/audit/checks.h"

#include <QQuickItem>

#include <algorithm>

namespace escale::audit {

namespace {

bool isForbidden(QAccessible::Role role) {
    return role == QAccessible::ComboBox || role == QAccessible::SpinBox ||
           role == QAccessible::ScrollBar || role == QAccessible::Slider;
}

/// Frames whose name would only repeat what is in them.
bool mayBeUnnamed(QAccessible::Role role) {
    return role == QAccessible::Client || role == QAccessible::Window ||
           role == QAccessible::Pane || role == QAccessible::List;
}

/// Qt lists a Press for the role of a button, then one for the handler that does it.
bool acts(const SeenNode& node) {
    const QString press = QAccessibleActionInterface::pressAction();
    const auto presses = std::count(node.actions.begin(), node.actions.end(), press);
    const bool isButton = node.role == QAccessible::PushButton ||
                          node.role == QAccessible::CheckBox ||
                          node.role == QAccessible::RadioButton;
    return presses >= (isButton ? 2 : 1);
}

/// A touch area belongs to something that is said, or to a dialog that stops touches.
bool isSaid(const SeenBlock& block, const Scene& scene) {
    return std::any_of(scene.nodes.begin(), scene.nodes.end(), [&](const SeenNode& node) {
        return (node.target || node.role == QAccessible::Dialog) && isWithin(block.item, node.item);
    });
}

void checkNode(const SeenNode& node, QStringList& faults) {
    if (isForbidden(node.role))
        faults.append("liste déroulante ou compteur : " + node.label());
    if (node.name.trimmed().isEmpty() && !mayBeUnnamed(node.role))
        faults.append(QStringLiteral("sans nom : rôle %1 ").arg(int(node.role)) + node.label());
    if (node.target && !acts(node))
        faults.append("sans action : " + node.label());
}

} // namespace

QStringList badTree(const Scene& scene) {
    QStringList faults, headings;
    for (const auto& node : scene.nodes) {
        checkNode(node, faults);
        if (node.role == QAccessible::Heading)
            headings.append(quoted(node.name));
    }
    if (headings.size() != 1)
        faults.append(QStringLiteral("%1 titres : ").arg(headings.size()) +
                      headings.join(QStringLiteral(", ")));
    for (const auto& name : scene.scrolling)
        faults.append("ce qui défile : " + name);
    for (const auto& block : scene.blocks)
        if (block.takesTouch && !isSaid(block, scene))
            faults.append("se touche et ne se dit pas : [" + written(block.box) + "]");
    return faults;
}

QStringList faultsOf(const Scene& scene, const Expected& expected) {
    return cutTexts(scene) + overlaps(scene) + smallTexts(scene, expected.smallestText) +
           missingGlyphs(scene, expected.families) + paleTexts(scene, kContrast) +
           badTargets(scene) + underKeyboard(scene) + badTree(scene);
}

} // namespace escale::audit
