// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/piece_list.h"

#include "client/viewmodels/preferences.h"

#include <algorithm>
#include <utility>

namespace escale {

namespace {

using pieces::State;

/// Picture and colour of a state: never the colour alone.
std::pair<const char*, const char*> pillOf(const PieceFace& face) {
    if (face.state == QLatin1String("absente"))
        return {"etat-a-fournir", "draft"};
    switch (face.status.state) {
    case State::toProvide:
        return {"etat-a-fournir", "draft"};
    case State::expired:
        return {"etat-expiree", "decide"};
    case State::refused:
        return {"etat-refusee", "decide"};
    case State::unusable:
    case State::outOfScope:
        return {"etat-a-refaire", "decide"};
    case State::taken:
        return {"etat-prise", "draft"};
    case State::kept:
        return {"tick", "sent"};
    case State::sent:
    case State::present:
        return {"etat-envoyee", "sent"};
    case State::validated:
        break;
    }
    return {"etat-verifiee", "sent"};
}

} // namespace

QVariantMap pieceRow(const PieceFace& face) {
    const auto [icon, kind] = pillOf(face);
    const bool doubtful = face.status.doubtful && !face.wanted();
    // What is wrong with it needs the room of what it is for.
    const bool noted = !(face.points > 0 && !doubtful) && face.fault.isEmpty();
    return {{"key", face.key},
            {"picto", face.picto},
            {"name", face.label},
            {"whose", face.whose},
            {"fault", face.fault},
            {"points", face.points > 0 && !doubtful ? face.points : -1},
            {"note", noted ? face.note : QString()},
            {"state", face.state},
            {"stateLabel", face.stateLabel},
            {"stateIcon", icon},
            {"stateKind", kind},
            {"wanted", face.wanted()}};
}

void PieceList::show(QList<PieceFace> faces, int sent, int total) {
    m_faces = std::move(faces);
    m_sent = sent;
    m_total = total;
    if (m_first >= m_faces.size())
        m_first = 0;
    emit changed();
    emit rowsChanged();
    emit absentChanged();
}

void PieceList::clear() {
    m_first = 0;
    m_absent.clear();
    show({}, 0, 0);
}

const PieceFace* PieceList::find(const QString& key) const {
    const auto at = std::find_if(m_faces.begin(), m_faces.end(),
                                 [&](const PieceFace& face) { return face.key == key; });
    return at == m_faces.end() ? nullptr : &*at;
}

const PieceFace* PieceList::firstWanted() const {
    const auto at = std::find_if(m_faces.begin(), m_faces.end(),
                                 [](const PieceFace& face) { return face.wanted(); });
    return at == m_faces.end() ? nullptr : &*at;
}

QString PieceList::title() const {
    const int all = static_cast<int>(m_faces.size());
    return Preferences::counted("piece.titre", all - lacking()).arg(all);
}

QString PieceList::sending() const {
    return m_total == 0 ? QString() : Preferences::text("piece.envoyees").arg(m_sent).arg(m_total);
}

QVariantList PieceList::rows() const {
    QVariantList all;
    for (const PieceFace& face : m_faces.mid(m_first, m_perPage))
        all.append(pieceRow(face));
    return all;
}

int PieceList::others() const {
    return static_cast<int>(m_faces.size() - rows().size());
}

int PieceList::lacking() const {
    return static_cast<int>(std::count_if(m_faces.begin(), m_faces.end(),
                                          [](const PieceFace& face) { return face.wanted(); }));
}

QVariantMap PieceList::absent() const {
    const auto* face = find(m_absent);
    if (!face)
        return {};
    QVariantMap row = pieceRow(*face);
    row["advice"] = face->advice;
    row["where"] = whereToFind(face->status.need.accepted.front().type);
    row["then"] = withoutIt(face->status.need.group);
    return row;
}

QVariantList PieceList::instead() const {
    QVariantList all;
    const auto* face = find(m_absent);
    if (!face)
        return all;
    const auto& accepted = face->status.need.accepted;
    for (std::size_t i = 1; i < accepted.size(); ++i)
        all.append(QVariantMap{{"type", QString::fromStdString(accepted[i].type)},
                               {"name", pieceLabel(accepted[i].type)},
                               {"picto", pieceTypePicto(accepted[i].type)},
                               {"where", whereToFind(accepted[i].type)}});
    return all;
}

void PieceList::setPerPage(int perPage) {
    if (perPage == m_perPage || perPage < 1)
        return;
    m_perPage = perPage;
    m_first = 0;
    emit rowsChanged();
}

void PieceList::showOthers() {
    m_first = m_first + m_perPage < m_faces.size() ? m_first + m_perPage : 0;
    emit rowsChanged();
}

void PieceList::openAbsent(const QString& key) {
    const auto* first = firstWanted();
    m_absent = !key.isEmpty() ? key : first ? first->key : QString();
    emit absentChanged();
}

void PieceList::nextAbsent() {
    QStringList keys;
    for (const PieceFace& face : m_faces)
        if (face.wanted())
            keys.append(face.key);
    if (keys.isEmpty())
        return;
    m_absent = keys.at((keys.indexOf(m_absent) + 1) % keys.size());
    emit absentChanged();
}

} // namespace escale
