// SPDX-License-Identifier: GPL-3.0-or-later
// The scan of photos on a thread of its own: the interface never waits for it.
#pragma once

#include "client/capture/captured_page.h"
#include "client/scan/preview.h"
#include "client/scan/scan.h"

#include <QImage>
#include <QObject>
#include <QThread>

#include <memory>

namespace escale {

/// What one frame showed.
struct LiveView {
    scan::Preview preview;
    QImage image; // the frame, small enough to be shown
};

class Scanner : public QObject {
    Q_OBJECT
public:
    explicit Scanner(QObject* parent = nullptr);
    ~Scanner() override;

    /// Looks at a frame; those that come meanwhile are dropped. Then `looked`.
    void look(const QImage& frame);
    /// Makes a page of a photo or a file; then `scanned`. With `orWhole`, a picture without a page
    /// in it is the page (what a scanner writes).
    void scan(std::shared_ptr<const client::CapturedPage> file, const scan::ScanOptions& options,
              bool orWhole);
    /// What was asked for before is no longer wanted; the frames before are forgotten.
    void reset();
    [[nodiscard]] bool scanning() const { return m_scanning; }

signals:
    void looked(const escale::LiveView& view);
    void scanned(std::shared_ptr<escale::scan::ScannedPage> page);

private:
    struct Work; // lives on the thread
    QThread m_thread;
    Work* m_work;
    int m_run = 0; // answers of earlier runs are dropped
    bool m_looking = false, m_scanning = false;
};

} // namespace escale
