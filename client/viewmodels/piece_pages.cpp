// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/piece_pages.h"

#include "client/viewmodels/preferences.h"

#include <algorithm>
#include <utility>

namespace escale {

namespace {

constexpr int kPictureWidth = 240;

} // namespace

PiecePages::PiecePages(std::shared_ptr<PieceImages> images, QObject* parent)
    : QObject(parent)
    , m_images(std::move(images)) {}

void PiecePages::add(Bytes pdf, const QImage& picture, bool doubtful,
                     std::shared_ptr<const PageReading> reading) {
    const QString slot = QStringLiteral("page%1").arg(++m_made);
    m_images->set(picture.scaledToWidth(kPictureWidth, Qt::SmoothTransformation), slot);
    Page page{client::CapturedPage(std::move(pdf)), doubtful, std::move(reading), slot};
    const int at = std::exchange(m_replaced, -1);
    if (at >= 0 && at < count()) {
        m_images->wipe(m_pages[static_cast<std::size_t>(at)].slot);
        m_pages[static_cast<std::size_t>(at)] = std::move(page);
    } else {
        m_pages.push_back(std::move(page));
    }
    emit changed();
}

std::vector<Bytes> PiecePages::copies() const {
    std::vector<Bytes> all;
    for (const Page& page : m_pages)
        all.push_back(page.pdf.bytes);
    return all;
}

std::vector<std::shared_ptr<const PageReading>> PiecePages::readings() const {
    std::vector<std::shared_ptr<const PageReading>> all;
    for (const Page& page : m_pages)
        all.push_back(page.reading);
    return all;
}

bool PiecePages::doubtful() const {
    return std::any_of(m_pages.begin(), m_pages.end(),
                       [](const Page& page) { return page.doubtful; });
}

void PiecePages::clear() {
    for (const Page& page : m_pages)
        m_images->wipe(page.slot);
    m_pages.clear();
    m_replaced = -1;
    emit changed();
}

QString PiecePages::nameOf(int rank) const {
    if (m_twoSided && rank < 2)
        return Preferences::text(rank == 0 ? "piece.rang.devant" : "piece.rang.dos");
    return Preferences::text("piece.rang.page").arg(rank + 1);
}

QVariantList PiecePages::rows() const {
    QVariantList all;
    for (int rank = 0; rank < count(); ++rank) {
        const Page& page = m_pages[static_cast<std::size_t>(rank)];
        all.append(QVariantMap{
            {"rank", rank},
            {"label", nameOf(rank)},
            {"picture", QStringLiteral("image://escale-piece/%1/0").arg(page.slot)},
            {"doubtful", page.doubtful ? Preferences::text("piece.a_verifier") : QString()}});
    }
    return all;
}

QString PiecePages::title() const {
    return Preferences::counted("piece.pages.prises", count());
}

void PiecePages::raise(int rank) {
    if (rank < 0 || rank >= count() || count() < 2)
        return;
    if (rank == 0)
        std::rotate(m_pages.begin(), m_pages.begin() + 1, m_pages.end());
    else
        std::swap(m_pages[static_cast<std::size_t>(rank)],
                  m_pages[static_cast<std::size_t>(rank) - 1]);
    emit changed();
}

void PiecePages::remove(int rank) {
    if (rank < 0 || rank >= count())
        return;
    m_images->wipe(m_pages[static_cast<std::size_t>(rank)].slot);
    m_pages.erase(m_pages.begin() + rank);
    emit changed();
}

} // namespace escale
