// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/adviser_pieces_view_model.h"

#include "client/viewmodels/instants.h"
#include "client/viewmodels/piece_list.h"
#include "client/viewmodels/preferences.h"
#include "shared/dossier/judgement.h"

#include <algorithm>
#include <array>

namespace escale {

namespace {

constexpr const char* kSlot = "conseiller";
// Refusals first: codes of the list "refus_piece"; then the other two judgements.
constexpr std::array kRefusals{"incomplete", "perimee", "autre_personne", "autre_document"};
constexpr std::array kOthers{"inexploitable", "hors_perimetre"};

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), qsizetype(words.size()));
}

QString iconOf(std::string_view reason) {
    if (reason == "perimee")
        return QStringLiteral("etat-expiree");
    if (reason == "inexploitable")
        return QStringLiteral("photo-floue");
    return QStringLiteral("etat-refusee");
}

/// "pour Inès – 2 pages prises – points à vérifier : 5"; whose is not said of the person in front.
QString secondOf(const PieceFace& face, int pages) {
    QStringList parts;
    if (face.status.need.people != std::vector<std::string>{"demandeur"})
        parts.append(face.whose);
    parts.append(Preferences::counted("piece.pages.prises", pages));
    const bool validated = face.status.state == pieces::State::validated;
    if (face.points != 0)
        parts.append(
            Preferences::text(validated ? "suivi.points.verifies" : "suivi.points.a_verifier")
                .arg(face.points));
    return parts.join(QStringLiteral(" – "));
}

QVariantMap wordsOf(const PieceFace& face, int pages) {
    const QVariantMap row = pieceRow(face);
    return {{"icon", face.picto},
            {"name", face.label},
            {"second", secondOf(face, pages)},
            {"pillText", face.stateLabel},
            {"pillIcon", row["stateIcon"]},
            {"pillKind", row["stateKind"]}};
}

TextList pagesOf(const client::DossierSession& session, const PieceId& piece) {
    const Value pages = session.answer("pieces[" + piece.str() + "].pages");
    const auto* names = std::get_if<TextList>(&pages);
    return names ? *names : TextList();
}

/// "À refaire : Pages manquantes. Regardé par un conseiller, hier, 15 h 30."
QString saidOf(const Dossier& dossier, const PieceId& piece, std::int64_t nowMs) {
    const auto judgement = judgementOf(dossier, piece.str());
    if (!judgement)
        return {};
    QString what = Preferences::text(QStringLiteral("code.avis_piece.") + text(judgement->verdict));
    if (!judgement->refusal.empty())
        what += QStringLiteral(" – ") +
                Preferences::text(QStringLiteral("code.refus_piece.") + text(judgement->refusal));
    return Preferences::text("suivi.regarde")
        .arg(what, momentSince(judgement->origin.at.ms, nowMs));
}

} // namespace

bool AdviserPiecesViewModel::show(client::DossierSession& session) {
    const auto queue = session.pageStates();
    if (!queue)
        return false;
    m_rows.clear();
    for (const PieceFace& face : pieceFaces(session.dossier(), session.today(), *queue))
        for (const PieceId& piece : face.status.pieces)
            if (std::none_of(m_rows.begin(), m_rows.end(),
                             [&](const Row& row) { return row.piece == piece; }))
                m_rows.append({piece, wordsOf(face, int(pagesOf(session, piece).size())),
                               saidOf(session.dossier(), piece, session.nowMs())});
    m_pager.fit(m_rows.size());
    emit changed();
    return true;
}

void AdviserPiecesViewModel::clear() {
    m_rows.clear();
    m_pager.reset();
    leave();
}

void AdviserPiecesViewModel::leave() {
    if (m_scanner)
        m_scanner->reset();
    m_piece = {};
    m_pages.clear();
    m_page = 0;
    m_ready = m_elsewhere = false;
    if (m_images)
        m_images->wipe(QLatin1String(kSlot));
    emit changed();
    emit pictureChanged();
}

bool AdviserPiecesViewModel::open(client::DossierSession& session, int index) {
    const int at = m_pager.start() + index;
    if (at < 0 || at >= m_rows.size())
        return false;
    m_piece = m_rows[at].piece;
    m_pages = pagesOf(session, m_piece);
    m_page = 0;
    emit changed();
    readPage(session);
    return true;
}

void AdviserPiecesViewModel::nextPage(client::DossierSession& session) {
    if (m_pages.empty())
        return;
    m_page = (m_page + 1) % pageCount();
    readPage(session);
}

/// From the sealed copy of this device, drawn on a thread of its own.
void AdviserPiecesViewModel::readPage(client::DossierSession& session) {
    if (!m_scanner) {
        m_scanner = std::make_unique<Scanner>();
        connect(m_scanner.get(), &Scanner::scanned, this, &AdviserPiecesViewModel::receive);
    }
    m_scanner->reset();
    m_ready = false;
    auto bytes = m_pages.empty() ? Result<Bytes>(fail(Errc::notFound, {}))
                                 : session.readPage(m_pages[static_cast<std::size_t>(m_page)]);
    m_elsewhere = !bytes;
    if (bytes) {
        scan::ScanOptions options;
        options.entiere = true;
        m_scanner->scan(std::make_shared<const client::CapturedPage>(std::move(*bytes)), options,
                        true);
    }
    emit pictureChanged();
}

void AdviserPiecesViewModel::receive(const std::shared_ptr<scan::ScannedPage>& page) {
    if (m_piece.empty() || !m_images)
        return;
    m_elsewhere = page->jpeg.empty();
    m_ready = !m_elsewhere;
    if (m_ready)
        m_images->set(QImage::fromData(page->jpeg.data(), static_cast<int>(page->jpeg.size())),
                      QLatin1String(kSlot));
    ++m_shown;
    emit pictureChanged();
}

Result<void> AdviserPiecesViewModel::judge(client::DossierSession& session,
                                           const QString& verdict) {
    const std::string word = verdict.toStdString();
    const bool refused = std::find(kRefusals.begin(), kRefusals.end(), word) != kRefusals.end();
    const auto state = refused ? pieces::State::refused : pieces::stateFromName(word);
    if (!state)
        return fail(Errc::invalidArgument, word);
    ESCALE_TRY(session.judgePiece(m_piece, *state, refused ? word : std::string()));
    show(session);
    return {};
}

QVariantList AdviserPiecesViewModel::rows() const {
    QVariantList shown;
    for (const Row& row : m_rows.mid(m_pager.start(), m_pager.perPage()))
        shown.append(row.words);
    return shown;
}

void AdviserPiecesViewModel::setPerPage(int rows) {
    if (m_pager.setPerPage(rows))
        emit changed();
}

void AdviserPiecesViewModel::showOthers() {
    m_pager.turn(m_rows.size());
    emit changed();
}

const AdviserPiecesViewModel::Row* AdviserPiecesViewModel::looked() const {
    const auto at = std::find_if(m_rows.begin(), m_rows.end(),
                                 [&](const Row& row) { return row.piece == m_piece; });
    return at == m_rows.end() ? nullptr : &*at;
}

QVariantMap AdviserPiecesViewModel::shown() const {
    const Row* row = looked();
    return row ? row->words : QVariantMap();
}

QString AdviserPiecesViewModel::said() const {
    const Row* row = looked();
    return row ? row->said : QString();
}

QUrl AdviserPiecesViewModel::picture() const {
    if (!m_ready)
        return {};
    return QUrl(
        QStringLiteral("image://escale-piece/%1/%2").arg(QLatin1String(kSlot)).arg(m_shown));
}

QVariantList AdviserPiecesViewModel::reasons() {
    QVariantList all;
    const auto add = [&](const char* list, const char* code) {
        const QString key =
            QStringLiteral("code.%1.%2").arg(QLatin1String(list), QLatin1String(code));
        all.append(
            QVariantMap{{"value", code}, {"text", Preferences::text(key)}, {"icon", iconOf(code)}});
    };
    for (const char* code : kRefusals)
        add("refus_piece", code);
    for (const char* code : kOthers)
        add("avis_piece", code);
    return all;
}

} // namespace escale
