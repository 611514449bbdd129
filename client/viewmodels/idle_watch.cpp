// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/idle_watch.h"

#include <chrono>
#include <utility>

namespace escale {

namespace {

constexpr int kCheckMs = 500;

qint64 steadyMs() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

IdleWatch::IdleWatch(IdleTimes times, QObject* parent)
    : QObject(parent)
    , m_times(std::move(times)) {
    if (!m_times.now)
        m_times.now = steadyMs;
    m_timer.setInterval(kCheckMs);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::check);
}

void IdleWatch::start() {
    if (m_timer.isActive())
        return;
    m_timer.start();
    touch();
}

void IdleWatch::stop() {
    m_timer.stop();
    setSecondsLeft(0);
}

void IdleWatch::touch() {
    m_lastTouchMs = m_times.now();
    setSecondsLeft(0);
}

void IdleWatch::check() {
    if (!m_timer.isActive())
        return;
    const qint64 left =
        m_lastTouchMs + m_times.quietMs + m_times.countdownSeconds * 1000LL - m_times.now();
    if (left <= 0) {
        stop();
        emit expired();
    } else if (left <= m_times.countdownSeconds * 1000LL) {
        setSecondsLeft(static_cast<int>((left + 999) / 1000));
    }
}

void IdleWatch::setSecondsLeft(int seconds) {
    if (seconds == m_secondsLeft)
        return;
    m_secondsLeft = seconds;
    emit secondsLeftChanged();
}

} // namespace escale
