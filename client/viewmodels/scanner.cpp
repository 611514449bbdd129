// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/scanner.h"

#include <utility>

namespace escale {

namespace {

constexpr int kShownWidth = 960;

scan::ScannedPage pageOf(ByteView file, scan::ScanOptions options, bool orWhole) {
    auto page = scan::scanPhoto(file, options);
    if (!orWhole || options.entiere || page.verdict != scan::Verdict::reprendre ||
        !page.has(scan::Raison::pasDePage))
        return page;
    options.entiere = true;
    return scan::scanPhoto(file, options);
}

} // namespace

struct Scanner::Work : QObject {
    scan::PreviewFinder finder;

    LiveView look(const QImage& frame) {
        const QImage flat = frame.convertToFormat(QImage::Format_RGB32);
        scan::FrameView view;
        view.format = scan::FrameFormat::bgrx8888;
        view.data = flat.constBits();
        view.bytes = static_cast<std::size_t>(flat.sizeInBytes());
        view.width = flat.width();
        view.height = flat.height();
        view.stride = static_cast<int>(flat.bytesPerLine());
        LiveView live;
        live.preview = finder.look(view);
        live.image = flat.width() > kShownWidth ? flat.scaledToWidth(kShownWidth) : flat;
        return live;
    }
};

Scanner::Scanner(QObject* parent)
    : QObject(parent)
    , m_work(new Work) {
    m_work->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_work, &QObject::deleteLater);
    m_thread.start();
}

Scanner::~Scanner() {
    m_thread.quit();
    m_thread.wait();
}

void Scanner::look(const QImage& frame) {
    if (m_looking || m_scanning)
        return;
    m_looking = true;
    QMetaObject::invokeMethod(m_work, [this, frame, run = m_run] {
        LiveView view = m_work->look(frame);
        QMetaObject::invokeMethod(this, [this, run, view = std::move(view)] {
            m_looking = false;
            if (run == m_run)
                emit looked(view);
        });
    });
}

void Scanner::scan(std::shared_ptr<const client::CapturedPage> file,
                   const scan::ScanOptions& options, bool orWhole) {
    m_scanning = true;
    QMetaObject::invokeMethod(
        m_work, [this, file = std::move(file), options, orWhole, run = m_run] {
            auto page = std::make_shared<scan::ScannedPage>(pageOf(file->bytes, options, orWhole));
            QMetaObject::invokeMethod(this, [this, run, page = std::move(page)] {
                if (run != m_run)
                    return;
                m_scanning = false;
                emit scanned(page);
            });
        });
}

void Scanner::reset() {
    ++m_run;
    m_scanning = false;
    QMetaObject::invokeMethod(m_work, [this] { m_work->finder.reset(); });
}

} // namespace escale
