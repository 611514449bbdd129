// SPDX-License-Identifier: GPL-3.0-or-later
// A clock that a trial may put forward: nobody waits a minute and a half for the alert of a borne.
#pragma once

#include <QElapsedTimer>

namespace escale {

class MovableClock {
public:
    MovableClock() { m_clock.start(); }
    /// Milliseconds, never back.
    [[nodiscard]] qint64 now() const { return m_clock.elapsed() + m_ahead; }
    void pass(qint64 ms) { m_ahead += ms; }

private:
    QElapsedTimer m_clock;
    qint64 m_ahead = 0;
};

} // namespace escale
