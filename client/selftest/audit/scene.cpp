// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/audit/scene.h"

#include "client/selftest/audit/ink.h"

#include <QColor>
#include <QHash>
#include <QQuickItem>
#include <QQuickWindow>

#include <algorithm>
#include <cmath>

namespace escale::audit {

namespace {

constexpr int kOpaqueAlpha = 200;
constexpr int kWordsShown = 40;

QRectF placeOf(const QQuickItem* item) {
    return item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
}

bool isFilled(const QQuickItem* item) {
    return item->inherits("QQuickRectangle") &&
           item->property("color").value<QColor>().alpha() >= kOpaqueAlpha;
}

bool takesTouch(const QQuickItem* item) {
    return item->isEnabled() &&
           (item->inherits("QQuickMultiPointTouchArea") || item->inherits("QQuickMouseArea") ||
            item->inherits("QQuickTextInput") || item->inherits("QQuickTextEdit"));
}

bool scrolls(const QQuickItem* item) {
    for (const char* name : {"QQuickFlickable", "QQuickPathView", "QQuickSwipeView",
                             "QQuickScrollView", "QQuickScrollBar"})
        if (item->inherits(name))
            return true;
    return false;
}

/// Goes through the items in the order in which they are painted.
class Reader {
public:
    explicit Reader(Scene& scene)
        : m_scene(scene) {}

    void read(const QQuickItem* item) {
        // The mark of reading aloud repeats letters that are seen under it.
        if (!item->isVisible() || item->opacity() <= 0 || item->objectName() == "mot-lu")
            return;
        auto children = item->childItems();
        std::stable_sort(children.begin(), children.end(),
                         [](const auto* a, const auto* b) { return a->z() < b->z(); });
        qsizetype next = 0;
        for (; next < children.size() && children[next]->z() < 0; ++next)
            read(children[next]);
        m_order.insert(item, m_orders++);
        note(item);
        for (; next < children.size(); ++next)
            read(children[next]);
    }

    [[nodiscard]] qsizetype orderOf(const QQuickItem* item) const { return m_order.value(item); }

private:
    void note(const QQuickItem* item) {
        if (item->inherits("QQuickText") || item->inherits("QQuickTextInput") ||
            item->inherits("QQuickTextEdit")) {
            auto text = readText(item);
            text.order = m_orders - 1;
            if (!text.words.trimmed().isEmpty())
                m_scene.texts.append(text);
        }
        const bool filled = isFilled(item);
        const bool touched = takesTouch(item);
        if (filled || touched)
            m_scene.blocks.append({item, placeOf(item), m_orders - 1, filled, touched});
        if (scrolls(item))
            m_scene.scrolling.append(QString::fromLatin1(item->metaObject()->className()));
    }

    Scene& m_scene;
    QHash<const QQuickItem*, qsizetype> m_order;
    qsizetype m_orders = 0;
};

bool isTarget(const SeenNode& node) {
    switch (node.role) {
    case QAccessible::PushButton:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::EditableText:
    case QAccessible::Link:
    case QAccessible::ComboBox:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::MenuItem:
    case QAccessible::PageTab:
        return true;
    default:
        return node.actions.contains(QAccessibleActionInterface::pressAction()) ||
               node.actions.contains(QAccessibleActionInterface::toggleAction());
    }
}

bool shows(const QQuickItem* item) {
    for (const auto* at = item; at; at = at->parentItem())
        if (at->opacity() <= 0)
            return false;
    return item->isVisible() && item->width() > 0 && item->height() > 0;
}

void readNodes(QAccessibleInterface* parent, const Reader& reader, Scene& scene) {
    for (int i = 0; i < parent->childCount(); ++i) {
        auto* child = parent->child(i);
        if (!child)
            continue;
        const auto* item = qobject_cast<QQuickItem*>(child->object());
        if (item && shows(item)) {
            SeenNode node;
            node.item = item;
            node.name = child->text(QAccessible::Name);
            node.objectName = item->objectName();
            node.role = child->role();
            if (auto* actions = child->actionInterface())
                node.actions = actions->actionNames();
            node.box = placeOf(item);
            node.focusable = item->activeFocusOnTab();
            node.target = isTarget(node);
            node.order = reader.orderOf(item);
            scene.nodes.append(node);
        }
        readNodes(child, reader, scene);
    }
}

} // namespace

QString SeenNode::label() const {
    return (name.isEmpty() ? objectName : quoted(name)) + " [" + written(box) + "]";
}

QList<SeenNode> Scene::targets() const {
    QList<SeenNode> found;
    std::copy_if(nodes.begin(), nodes.end(), std::back_inserter(found),
                 [](const SeenNode& node) { return node.target; });
    return found;
}

Scene lookAt(QQuickWindow& window) {
    Scene scene;
    scene.window = QRectF(0, 0, window.width(), window.height());
    Reader reader(scene);
    reader.read(window.contentItem());
    if (auto* tree = QAccessible::queryAccessibleInterface(&window))
        readNodes(tree, reader, scene);
    return scene;
}

bool isWithin(const QQuickItem* item, const QQuickItem* ancestor) {
    for (; item; item = item->parentItem())
        if (item == ancestor)
            return true;
    return false;
}

QString written(const QRectF& box) {
    return QStringLiteral("%1,%2 %3x%4")
        .arg(std::lround(box.x()))
        .arg(std::lround(box.y()))
        .arg(std::lround(box.width()))
        .arg(std::lround(box.height()));
}

QString quoted(const QString& words) {
    const QString line = words.simplified();
    return QStringLiteral("« %1 »").arg(
        line.size() > kWordsShown ? line.left(kWordsShown) + QStringLiteral("…") : line);
}

} // namespace escale::audit
