// SPDX-License-Identifier: GPL-3.0-or-later
// The walk of somebody who does not touch: Tab, then Space.
#include "client/selftest/audit/scene.h"
#include "client/selftest/walker.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QQuickItem>
#include <QQuickWindow>

namespace escale {

namespace {

constexpr int kMostTabs = 300; // more than a page holds

} // namespace

/// Errc::notFound when Tab never comes there.
Result<void> Walker::reach(QQuickItem* item) {
    for (int i = 0; i < kMostTabs; ++i) {
        const auto* focused = m_window.activeFocusItem();
        if (focused && audit::isWithin(focused, item))
            return {};
        strike(Qt::Key_Tab);
    }
    return fail(Errc::notFound, "Tab n’y arrive pas : " + item->objectName().toStdString());
}

void Walker::strike(int key) {
    for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, Qt::NoModifier, key == Qt::Key_Space ? " " : "");
        QCoreApplication::sendEvent(&m_window, &event);
        pass(1);
    }
}

} // namespace escale
