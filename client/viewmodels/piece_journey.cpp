// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/piece_journey.h"

#include "client/viewmodels/camera_frames.h"
#include "client/viewmodels/error_name.h"
#include "client/viewmodels/folder_frames.h"
#include "client/viewmodels/parcours.h"
#include "client/viewmodels/preferences.h"

namespace escale {

namespace {

// As often as a slow tablet can look at a frame.
constexpr int kFolderFrameMs = 250;

} // namespace

using Page = ParcoursPages::Page;
using Step = PieceViewModel::Step;

PieceJourney::PieceJourney(Parcours& parcours)
    : m_parcours(parcours) {
    capture.setKeeper([this](const WantedPiece& piece, std::vector<Bytes> pages, bool doubtful) {
        return keep(piece, std::move(pages), doubtful);
    });
    auto* proposals = capture.proposals();
    proposals->setSession(parcours.m_parts.session);
    QObject::connect(proposals, &PieceProposals::answered, &capture, [this] { goOnAsking(); });
    QObject::connect(proposals, &PieceProposals::failed, &capture,
                     [this](const QString& error) { m_parcours.setFailure(error); });
}

void PieceJourney::useSources(const QStringList& folders, const QString& frames) {
    capture.files()->setFolders(folders);
    capture.aim()->setSource([frames]() -> std::unique_ptr<FrameSource> {
        if (!frames.isEmpty())
            return std::make_unique<FolderFrames>(frames, kFolderFrameMs);
        if (CameraFrames::isThere())
            return std::make_unique<CameraFrames>();
        return nullptr;
    });
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
    auto faces = pieceFaces(dossier, session.today(), queue);
    for (PieceFace& face : faces)
        if (capture.pages()->count() > 0 && face.key == capture.key())
            face.state = QStringLiteral("prise");
    list.show(std::move(faces), counts.sent, told ? counts.total : 0);
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
    const auto usual = QString::fromStdString(need.accepted.front().type);
    WantedPiece wanted{face->key, type.isEmpty() ? usual : type,
                       QString::fromStdString(need.person()),
                       need.incomeYear(m_parcours.m_parts.session->today()), face->advice};
    // The pages of another document, taken and not confirmed, are kept first.
    if (capture.key() == wanted.key || capture.done())
        capture.open(std::move(wanted));
}

void PieceJourney::openAbsent(const QString& key) {
    list.openAbsent(key);
    if (list.absent().isEmpty())
        return;
    m_parcours.show(Page::SansDocument, 1);
    capture.close();
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

Result<PieceId> PieceJourney::keep(const WantedPiece& wanted, std::vector<Bytes> pages,
                                   bool doubtful) {
    auto& session = *m_parcours.m_parts.session;
    if (!session.isOpen())
        ESCALE_TRY(session.create());
    client::NewPiece piece;
    piece.type = wanted.type.toStdString();
    piece.person = wanted.person.toStdString();
    piece.doubtful = doubtful;
    return session.addPiece(piece, std::move(pages));
}

void PieceJourney::moveTo(Page page, int direction) {
    // Under the help, or the choice of a language, the page that is behind follows.
    if (m_parcours.isOverlay(m_parcours.m_page) || m_parcours.m_overLanguages)
        m_parcours.m_behindOverlay = page;
    else
        m_parcours.show(page, direction);
}

void PieceJourney::follow() {
    const bool over = m_parcours.isOverlay(m_parcours.m_page) || m_parcours.m_overLanguages;
    const Page page = over ? m_parcours.m_behindOverlay : m_parcours.m_page;
    const bool back = page == Page::Relire || page == Page::Feuilles;
    switch (capture.step()) {
    case Step::aiming:
        if (page != Page::Photo)
            moveTo(Page::Photo, back ? -1 : 1);
        return;
    case Step::reviewing:
        if (page != Page::Relire)
            moveTo(Page::Relire, 1);
        return;
    case Step::listing:
        if (page != Page::Feuilles)
            moveTo(Page::Feuilles, page == Page::Photo ? -1 : 1);
        return;
    case Step::closed:
        if (page != Page::Photo && !back)
            return;
        refresh();
        m_fromList = true;
        moveTo(capture.proposals()->look() ? Page::Propose : Page::Documents, 1);
        return;
    }
}

void PieceJourney::next() {
    switch (m_parcours.m_page) {
    case Page::SansDocument:
        return sayAbsent();
    case Page::Relire:
        return capture.keep();
    case Page::Feuilles:
        capture.done();
        return;
    default:
        return;
    }
}

void PieceJourney::back() {
    if (m_parcours.m_page == Page::Relire)
        return capture.retake();
    if (m_parcours.m_page == Page::Photo && capture.pages()->count() > 0)
        return capture.list();
    if (m_parcours.m_page == Page::SansDocument || m_parcours.m_page == Page::Propose)
        return show(-1);
    capture.close();
}

bool PieceJourney::askWhatIsRead() {
    if (!capture.proposals()->look())
        return false;
    m_fromList = m_parcours.m_page == Page::Documents;
    m_parcours.show(Page::Propose, 1);
    return true;
}

/// The next thing to ask, then the list again, or the check page.
void PieceJourney::goOnAsking() {
    m_parcours.setFailure({});
    if (m_parcours.m_page != Page::Propose || capture.proposals()->look())
        return;
    m_fromList ? show(1) : m_parcours.showRecap(1);
}

bool PieceJourney::leaveList() {
    return capture.done();
}

void PieceJourney::clear() {
    capture.clear();
    list.clear();
}

void PieceJourney::retranslate() {
    capture.retranslate();
    if (list.count() > 0)
        refresh();
}

} // namespace escale
