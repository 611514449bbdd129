// SPDX-License-Identifier: GPL-3.0-or-later
// What a window shows at one moment, as the checks need it: texts and the place of their ink,
// things to touch, nodes of the accessibility tree. Places are px of the window. Read once, when
// the page is still; the items must live as long as the scene is used.
#pragma once

#include <QAccessible>
#include <QFont>
#include <QList>
#include <QRectF>
#include <QString>
#include <QStringList>

class QQuickItem;
class QQuickWindow;

namespace escale::audit {

struct SeenText {
    const QQuickItem* item = nullptr;
    QString words; // without its tags
    QFont font;
    QRectF box; // of the item
    QRectF ink; // of the letters, tightly
    bool elided = false;
    bool tooWide = false; // a line is longer than the item
    bool typed = false;   // in a field, where it may scroll
    qsizetype order = 0;  // of painting: what is greater lies over it
};

/// A showing node of the accessibility tree.
struct SeenNode {
    const QQuickItem* item = nullptr;
    QString name;
    QString objectName;
    QAccessible::Role role = QAccessible::NoRole;
    QStringList actions;
    QRectF box;
    bool focusable = false;
    bool target = false; // a finger, a key or a reader acts on it
    qsizetype order = 0;

    /// For a fault: « Continuer » [x,y wxh].
    [[nodiscard]] QString label() const;
};

/// Something opaque, or something that takes touches.
struct SeenBlock {
    const QQuickItem* item = nullptr;
    QRectF box;
    qsizetype order = 0;
    bool opaque = false;
    bool takesTouch = false;
};

struct Scene {
    QRectF window;
    QList<SeenText> texts;
    QList<SeenNode> nodes;
    QList<SeenBlock> blocks;
    QStringList scrolling; // classes of items that scroll, by name

    [[nodiscard]] QList<SeenNode> targets() const;
};

Scene lookAt(QQuickWindow& window);

/// `item` is `ancestor` or stands in it.
bool isWithin(const QQuickItem* item, const QQuickItem* ancestor);

/// "12,40 200x76".
QString written(const QRectF& box);

/// The first words of a text, for a fault.
QString quoted(const QString& words);

} // namespace escale::audit
