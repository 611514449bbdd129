// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/page_reader.h"

#include "client/reading/text_process.h"

#include <algorithm>
#include <utility>

namespace escale {

namespace {

// Each waits with twenty megabytes; what matters stands on the first pages.
constexpr int kMostWaiting = 6;
// What is shown around a place: its label too, not its words alone.
constexpr double kLeastWidth = 0.5; // of the page
constexpr double kWidthForHeight = 2.4;
constexpr double kCodeMargin = 1.2;

QImage cut(const QImage& picture, const reading::Box& box, QSize size, int turn) {
    size = size.boundedTo(picture.size());
    const QPoint middle(box.x + box.width / 2, box.y + box.height / 2);
    const QPoint corner = middle - QPoint(size.width() / 2, size.height() / 2);
    const QPoint inside(std::clamp(corner.x(), 0, picture.width() - size.width()),
                        std::clamp(corner.y(), 0, picture.height() - size.height()));
    return picture.copy(QRect(inside, size)).transformed(QTransform().rotate(90.0 * turn));
}

QImage codeOf(const QImage& picture, const reading::Box& box, int turn) {
    const int side = std::max(box.width, box.height);
    return cut(picture, box, QSize(side, side) * kCodeMargin, turn);
}

QImage wordsOf(const QImage& picture, const reading::Box& box, int turn) {
    const int width = std::max(int(picture.width() * kLeastWidth), box.width + 2 * box.height);
    return cut(picture, box, {width, std::max(int(width / kWidthForHeight), 2 * box.height)}, turn);
}

void cutPlaces(PageReading& page, const QImage& picture) {
    const int turn = page.read.turn;
    for (const reading::Proposal& proposal : page.read.proposals)
        page.places.push_back(proposal.source == reading::Source::code
                                  ? codeOf(picture, proposal.box, turn)
                                  : wordsOf(picture, proposal.box, turn));
    if (page.read.code)
        page.code = codeOf(picture, page.read.code->box, turn);
}

} // namespace

PageReader::PageReader(QObject* parent)
    : QObject(parent)
    , m_work(new QObject)
    , m_cancelled(std::make_shared<std::atomic<bool>>(false)) {
    m_work->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_work, &QObject::deleteLater);
    m_thread.start();
}

PageReader::~PageReader() {
    cancel();
    m_thread.quit();
    m_thread.wait();
}

std::shared_ptr<const PageReading> PageReader::read(scan::Plane page, int dpi,
                                                    const QImage& picture) {
    auto reading = std::make_shared<PageReading>();
    reading->finished = !m_read || m_waiting >= kMostWaiting || page.pixels.empty();
    if (reading->finished)
        return reading;
    ++m_waiting;
    auto work = [this, reading, dpi, picture, page = std::make_shared<scan::Plane>(std::move(page)),
                 read = m_read, cancelled = m_cancelled] {
        auto result = std::make_shared<PageReading>();
        if (!*cancelled) {
            if (auto said = read(*page, dpi, *cancelled)) {
                result->read = std::move(*said);
                cutPlaces(*result, picture);
            }
        }
        std::fill(page->pixels.begin(), page->pixels.end(), std::uint8_t(0));
        QMetaObject::invokeMethod(this, [this, reading, result, cancelled] {
            if (*cancelled)
                return;
            --m_waiting;
            *reading = std::move(*result);
            reading->finished = true;
            emit finished();
        });
    };
    QMetaObject::invokeMethod(m_work, std::move(work));
    return reading;
}

void PageReader::cancel() {
    *m_cancelled = true;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_waiting = 0;
}

Result<reading::ReadPage> readWholePage(const scan::Plane& page, int dpi,
                                        const deuxddoc::Trust& trust,
                                        const std::atomic<bool>& cancelled) {
    ESCALE_TRY_ASSIGN(read, reading::readPage(page, dpi, trust));
    reading::TextOptions options;
    options.turn = read.turn;
    options.cancelled = &cancelled;
    // Without its text, a page still has its code.
    if (const auto text = reading::readTextApart(page, dpi, options))
        reading::addText(read, *text);
    return read;
}

} // namespace escale
