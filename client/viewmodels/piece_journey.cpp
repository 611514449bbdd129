// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/piece_journey.h"

#include "client/viewmodels/error_name.h"
#include "client/viewmodels/parcours.h"

namespace escale {

using Page = ParcoursPages::Page;

PieceJourney::PieceJourney(Parcours& parcours)
    : m_parcours(parcours) {
    capture.setKeeper(
        [this](const WantedPiece& piece, const QByteArray& jpeg) { return keep(piece, jpeg); });
}

void PieceJourney::refresh() {
    auto& session = *m_parcours.m_parts.session;
    const auto& dossier = session.dossier();
    pieces::PageStates queue;
    client::SendingCounts counts;
    if (session.isOpen()) {
        if (auto states = session.pageStates())
            queue = std::move(*states);
        if (const auto sendings = session.sendings(dossier.id))
            counts = client::countSendings(*sendings);
    }
    // Before the deposit nothing has to leave: what is kept is what matters.
    const bool told = dossier.answer("depot.confirme") == Value(true);
    list.show(pieceFaces(dossier, session.today(), queue), counts.sent, told ? counts.total : 0);
}

void PieceJourney::show(int direction) {
    refresh();
    m_parcours.show(Page::Documents, direction);
}

void PieceJourney::openPhoto(const QString& key, const QString& type) {
    if (list.count() == 0)
        refresh();
    const auto* first = list.firstWanted();
    const auto* face = key.isEmpty() ? first : list.find(key);
    if (!face)
        return;
    const auto& need = face->status.need;
    const auto& usual = need.accepted.front().type;
    capture.choose({face->key, type.isEmpty() ? QString::fromStdString(usual) : type,
                    QString::fromStdString(need.person()),
                    need.incomeYear(m_parcours.m_parts.session->today())});
    capture.open();
    m_parcours.show(Page::Photo, 1);
}

void PieceJourney::openAbsent(const QString& key) {
    list.openAbsent(key);
    if (list.absent().isEmpty())
        return;
    capture.close();
    m_parcours.show(Page::SansDocument, 1);
}

void PieceJourney::sayAbsent() {
    auto& session = *m_parcours.m_parts.session;
    QStringList keys = absentPieces(session.dossier());
    const QString key = list.absentKey();
    if (!key.isEmpty() && !keys.contains(key) && session.isOpen()) {
        keys.append(key);
        TextList all;
        for (const QString& one : keys)
            all.push_back(one.toStdString());
        const auto kept = session.setValue("depot.pieces_absentes", all);
        m_parcours.setFailure(kept ? QString() : errorName(kept.error()));
    }
    show(1);
}

QString PieceJourney::keep(const WantedPiece& wanted, const QByteArray& jpeg) {
    auto& session = *m_parcours.m_parts.session;
    Result<void> opened = session.isOpen() ? Result<void>() : Result<void>(fail(Errc::locked));
    if (!session.isOpen())
        if (const auto created = session.create(); created)
            opened = {};
    if (!opened)
        return errorName(opened.error());
    std::vector<Bytes> pages{Bytes(jpeg.begin(), jpeg.end())};
    const client::NewPiece piece{wanted.type.toStdString(), wanted.person.toStdString(), {}, false};
    const auto added = session.addPiece(piece, std::move(pages));
    return added ? QString() : errorName(added.error());
}

void PieceJourney::follow() {
    if (m_parcours.m_page == Page::Photo && capture.taken())
        m_parcours.show(Page::Relire, 1);
    else if (m_parcours.m_page == Page::Relire && !capture.isOpen())
        show(1);
    else if (m_parcours.m_page == Page::Relire && !capture.taken())
        m_parcours.show(Page::Photo, -1);
}

void PieceJourney::next() {
    if (m_parcours.m_page == Page::SansDocument)
        return sayAbsent();
    if (m_parcours.m_page == Page::Relire && capture.taken())
        capture.keep();
    follow();
}

void PieceJourney::back() {
    if (m_parcours.m_page == Page::Relire) {
        capture.retake();
        return m_parcours.show(Page::Photo, -1);
    }
    capture.close();
    show(-1);
}

void PieceJourney::clear() {
    list.clear();
    capture.clear();
}

void PieceJourney::retranslate() {
    capture.retranslate();
    if (list.count() > 0)
        refresh();
}

} // namespace escale
