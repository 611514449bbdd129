// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/bench/frame_meter.h"

#include <QAbstractEventDispatcher>
#include <QEvent>
#include <QFile>
#include <QQuickWindow>

#include <ctime>
#include <unistd.h>

namespace escale {

namespace {

constexpr qint64 kNsPerSecond = 1'000'000'000;
constexpr double kNsPerMs = 1'000'000;

} // namespace

qint64 monotonicNs() {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * kNsPerSecond + now.tv_nsec;
}

qint64 residentKb() {
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE) / 1024;
}

FrameMeter::FrameMeter(QQuickWindow& window) {
    connect(&window, &QQuickWindow::frameSwapped, this, &FrameMeter::swapped);
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake, this,
            [this] { m_awakeNs = monotonicNs(); });
    window.installEventFilter(this);
}

bool FrameMeter::eventFilter(QObject* watched, QEvent* event) {
    // Whoever sends the touch by hand does it from within a turn of the loop: it counts from here.
    if (event->type() == QEvent::TouchEnd || event->type() == QEvent::TouchBegin)
        m_awakeNs = monotonicNs();
    if (event->type() == QEvent::TouchEnd) {
        m_releasedNs = m_awakeNs;
        m_moved = false;
    }
    return QObject::eventFilter(watched, event);
}

void FrameMeter::swapped() {
    const qint64 now = monotonicNs();
    if (!m_begun) {
        m_begun = true;
        emit firstFrame(now);
    } else if (m_awakeNs > 0) {
        m_frames.append(double(now - m_awakeNs) / kNsPerMs);
    }
    // Two frames of one turn of the loop share nothing.
    m_awakeNs = now;
    if (m_moved && m_releasedNs > 0) {
        m_pages.append(double(now - m_releasedNs) / kNsPerMs);
        m_releasedNs = 0;
        m_moved = false;
    }
}

} // namespace escale
