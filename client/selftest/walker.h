// SPDX-License-Identifier: GPL-3.0-or-later
// Touches the window as a finger does: finds a thing by its objectName, presses it, lets it go. By
// the same events that a touch screen sends, nothing of the pages is called. Or, for those who do
// not touch, goes there with Tab and presses Space.
#pragma once

#include "client/selftest/onlooker.h"
#include "client/selftest/warning_watch.h"
#include "shared/base/result.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QHash>
#include <QPointF>
#include <QString>

#include <functional>

class QPointingDevice;
class QQuickItem;
class QQuickWindow;

namespace escale {

class Walker {
public:
    /// All outlive the walker.
    Walker(QQuickWindow& window, Onlooker& onlooker, const WarningWatch& warnings);

    /// Keys alone from now on: Tab and Space.
    void useKeys() { m_keys = true; }

    /// Waits for `name` to be there, still and whole on screen, then touches its middle.
    /// Errc::timeout naming it; Errc::internal for a warning of the pages.
    Result<void> tap(const QString& name);
    /// One touch for each letter, changing the keyboard where a letter needs it.
    Result<void> type(const QString& letters);
    /// One touch for each digit of the keypad.
    Result<void> keypad(const QString& digits);
    Result<void> waitFor(const QString& what, const std::function<bool()>& holds,
                         int timeoutMs = 10'000);
    [[nodiscard]] bool isThere(const QString& name) const;
    /// Prints "pas NAME MS" and lets the onlooker look, once the page is still.
    Result<void> step(const QString& name);

private:
    Result<QQuickItem*> find(const QString& name);
    Result<void> press(QQuickItem* item);
    Result<void> reach(QQuickItem* item);
    void strike(int key);
    void touch(const QPointF& where);
    void send(QEvent::Type type, const QPointF& where);
    void pass(int ms);
    [[nodiscard]] Result<void> noWarning() const;

    QQuickWindow& m_window;
    Onlooker& m_onlooker;
    const WarningWatch& m_warnings;
    const QPointingDevice* m_finger;
    QElapsedTimer m_clock;
    QHash<QString, qint64> m_pressed; // when, by name
    bool m_keys = false;
    QPointF m_lastWhere;
    qint64 m_lastMs = 0;
    qint64 m_stepStart = 0;
};

} // namespace escale
