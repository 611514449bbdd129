// SPDX-License-Identifier: GPL-3.0-or-later
// On a borne: nobody touches the screen any more, so a countdown, then the session ends.
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace escale {

struct IdleTimes {
    qint64 quietMs = 90'000;   // without a touch, before the countdown
    int countdownSeconds = 60; // then everything is erased (WCAG 2.2.1 asks for 20 at least)
    std::function<qint64()>
        now; // milliseconds of a clock that never goes back; empty: the system's
};

class IdleWatch : public QObject {
    Q_OBJECT
public:
    explicit IdleWatch(IdleTimes times, QObject* parent = nullptr);

    /// While something of a person is here. Watches nothing else.
    void start();
    void stop();
    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }
    /// Somebody is here.
    void touch();
    /// Of the countdown; 0 when it does not run.
    [[nodiscard]] int secondsLeft() const { return m_secondsLeft; }
    /// Looks at the time: twice a second by itself, by hand in tests.
    void check();

signals:
    void secondsLeftChanged();
    void expired();

private:
    void setSecondsLeft(int seconds);

    IdleTimes m_times;
    QTimer m_timer;
    qint64 m_lastTouchMs = 0;
    int m_secondsLeft = 0;
};

} // namespace escale
