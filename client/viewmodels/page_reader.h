// SPDX-License-Identifier: GPL-3.0-or-later
// What pages say, read on a thread of its own, one after another: the interface never waits for it,
// and nothing of it is written anywhere.
#pragma once

#include "client/reading/read_page.h"

#include <QImage>
#include <QObject>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace escale {

/// What one page said, with the places where it said it. Used on the interface's thread only.
struct PageReading {
    bool finished = false;
    reading::ReadPage read;
    std::vector<QImage> places; // of read.proposals, in their order, upright
    QImage code;                // of the 2D-Doc; null: there is none
};

class PageReader : public QObject {
    Q_OBJECT
public:
    /// Blocks for a second or two, on the thread; gives up soon after `cancelled` is set.
    using Read = std::function<Result<reading::ReadPage>(const scan::Plane& page, int dpi,
                                                         const std::atomic<bool>& cancelled)>;

    explicit PageReader(QObject* parent = nullptr);
    ~PageReader() override;
    /// Empty: nothing is read. Called from the thread: it must hold what it needs.
    void setRead(Read read) { m_read = std::move(read); }
    /// Reads `page`; `picture` is the same page in colour. The answer says when it is finished: at
    /// once when nothing is read, or when too many pages wait already.
    std::shared_ptr<const PageReading> read(scan::Plane page, int dpi, const QImage& picture);
    /// What waits is no longer wanted: it ends soon, without an answer.
    void cancel();

signals:
    /// Of one page.
    void finished();

private:
    QThread m_thread;
    QObject* m_work; // lives on the thread
    Read m_read;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    int m_waiting = 0;
};

/// readPage() then the printed text, against the certificates of `trust`, whose day is the
/// caller's.
Result<reading::ReadPage> readWholePage(const scan::Plane& page, int dpi,
                                        const deuxddoc::Trust& trust,
                                        const std::atomic<bool>& cancelled);

} // namespace escale
