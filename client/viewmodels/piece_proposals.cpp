// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/piece_proposals.h"

#include "client/viewmodels/error_name.h"
#include "client/viewmodels/piece_words.h"
#include "client/viewmodels/read_days.h"
#include "client/viewmodels/read_words.h"

#include <algorithm>

namespace escale {

namespace {

using Kind = ReadAsk::Kind;

const QString kSlot = QStringLiteral("lu");
const QString kYear = QStringLiteral("annee:");

std::string baseOf(const ReadPiece& piece) {
    return FieldPath{"pieces", ItemId(piece.id.str()), {}}.str();
}

} // namespace

PieceProposals::PieceProposals(std::shared_ptr<PieceImages> images, QObject* parent)
    : QObject(parent)
    , m_images(std::move(images)) {}

void PieceProposals::add(ReadPiece piece) {
    m_pieces.push_back(std::move(piece));
}

bool PieceProposals::look() {
    if (!m_session || !m_session->isOpen())
        return false;
    const auto visible = m_session->visibleFields();
    for (std::size_t i = 0; i < m_pieces.size();) {
        if (!m_pieces[i].finished()) {
            ++i;
            continue;
        }
        if (auto ask = nextAsk(m_pieces[i], m_session->dossier(), visible, m_session->today())) {
            std::rotate(m_pieces.begin(), m_pieces.begin() + std::ptrdiff_t(i),
                        m_pieces.begin() + std::ptrdiff_t(i) + 1);
            m_ask = std::move(*ask);
            m_year = 0;
            show();
            return true;
        }
        m_pieces.erase(m_pieces.begin() + std::ptrdiff_t(i));
    }
    return false;
}

void PieceProposals::show() {
    const auto& dossier = m_session->dossier();
    const std::string type = textOf(dossier.answer(baseOf(m_pieces.front()) + ".type"));
    m_words = askInWords(m_ask, m_pieces.front(), m_session->today(), m_year);
    m_words["piece"] = pieceLabel(type);
    m_words["icon"] = pieceTypePicto(type);
    m_images->set(m_ask.place, kSlot);
    const QString address = QStringLiteral("image://escale-piece/%1/%2").arg(kSlot);
    m_words["picture"] = m_ask.place.isNull() ? QString() : address.arg(++m_shown);
    emit askChanged();
}

void PieceProposals::clear() {
    m_pieces.clear();
    m_ask = {};
    m_year = 0;
    m_words.clear();
    m_images->wipe(kSlot);
    emit askChanged();
}

void PieceProposals::retranslate() {
    if (!m_words.isEmpty() && !m_pieces.empty())
        show();
}

void PieceProposals::answer(const QString& answer) {
    if (m_pieces.empty() || m_words.isEmpty())
        return;
    if (answer.startsWith(kYear)) {
        m_year = answer.mid(kYear.size()).toInt();
        return show();
    }
    const QString code = m_ask.code;
    const auto id = m_pieces.front().id;
    if (const auto kept = keep(answer); !kept) {
        emit failed(errorName(kept.error()));
        return;
    }
    // A document that was taken back is no longer asked about.
    if (!m_pieces.empty() && m_pieces.front().id == id) {
        m_pieces.front().answered.append(code);
        if (answer == QLatin1String("non"))
            m_pieces.front().refused.append(code);
    }
    emit answered();
}

Result<void> PieceProposals::keep(const QString& answer) {
    const bool yes = answer == QLatin1String("oui") || answer == QLatin1String("papier");
    switch (m_ask.kind) {
    case Kind::confirm:
    case Kind::type:
        return yes ? apply(m_ask.changes) : Result<void>();
    case Kind::differ:
        // Who does not know is helped: an adviser looks at the paper.
        if (answer == QLatin1String("sais_pas"))
            return apply({{baseOf(m_pieces.front()) + ".a_verifier", true}});
        return yes ? apply(m_ask.changes) : Result<void>();
    case Kind::code:
        return apply(m_ask.changes);
    case Kind::owner: {
        if (answer != QLatin1String("non"))
            return {};
        ESCALE_TRY(m_session->removeItem("pieces", ItemId(m_pieces.front().id.str())));
        m_pieces.erase(m_pieces.begin());
        return {};
    }
    case Kind::issued:
    case Kind::expires: {
        const Date day = dayChosen(m_ask, answer, m_session->today());
        return day.empty() ? Result<void>() : apply({{m_ask.changes.front().first, day.iso()}});
    }
    }
    return {};
}

Result<void> PieceProposals::apply(std::vector<std::pair<std::string, Value>> values) {
    if (values.empty())
        return {};
    std::vector<Change> changes;
    for (auto& [path, value] : values)
        changes.push_back({path, std::move(value), 0});
    return m_session->apply(std::move(changes));
}

} // namespace escale
