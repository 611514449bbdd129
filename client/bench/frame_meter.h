// SPDX-License-Identifier: GPL-3.0-or-later
// How long the interface takes to answer a touch and to draw: measured from inside, without
// changing anything of it.
#pragma once

#include <QList>
#include <QObject>

class QQuickWindow;

namespace escale {

/// Nanoseconds of the machine's monotonic clock: the same for every process.
qint64 monotonicNs();
/// Memory of this process that is in RAM, kB.
qint64 residentKb();

class FrameMeter : public QObject {
    Q_OBJECT
public:
    /// `window` draws in this thread (software rendering) and outlives the meter.
    explicit FrameMeter(QQuickWindow& window);

    /// The next frame after the last touch shows another page: call when the page has changed.
    void pageMoved() { m_moved = true; }

    /// Milliseconds between the finger that leaves the screen and the first frame of the page.
    [[nodiscard]] QList<double> pages() const { return m_pages; }
    /// For each frame, milliseconds during which nothing else could be done: what led to it
    /// (answers kept, page made) and its drawing.
    [[nodiscard]] QList<double> frames() const { return m_frames; }

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void firstFrame(qint64 ns);

private:
    void swapped();

    qint64 m_awakeNs = 0;
    qint64 m_releasedNs = 0;
    bool m_moved = false;
    bool m_begun = false;
    QList<double> m_pages;
    QList<double> m_frames;
};

} // namespace escale
