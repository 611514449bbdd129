// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/piece_words.h"

#include "client/viewmodels/note_gains.h"
#include "client/viewmodels/preferences.h"
#include "client/viewmodels/read_back.h"
#include "shared/dossier/catalogue.h"

#include <algorithm>
#include <set>

namespace escale {

namespace {

using pieces::State;

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), qsizetype(words.size()));
}

QString stateWords(const QString& state) {
    return Preferences::text(QStringLiteral("piece.etat.") + state);
}

/// "Inès, Sara et Luc".
QString namesInWords(QStringList names) {
    names.removeAll(QString());
    if (names.size() < 2)
        return names.join(QString());
    const QString last = names.takeLast();
    return Preferences::text("piece.et").arg(listInWords(names), last);
}

/// "pour vous et Ana": the demandeur is « vous ».
QString whoseOf(const pieces::Status& status, const Dossier& dossier) {
    const auto& people = status.lacking.empty() ? status.need.people : status.lacking;
    if (people.empty())
        return Preferences::text("piece.pour.foyer");
    QStringList names;
    bool you = false;
    for (const std::string& person : people) {
        if (person == "demandeur")
            you = true;
        else
            names.append(text(textOf(dossier.answer(person + ".prenom"))));
    }
    const QString others = namesInWords(names);
    if (!you)
        return Preferences::text("piece.pour.personne").arg(others);
    return others.isEmpty() ? Preferences::text("piece.pour.vous")
                            : Preferences::text("piece.pour.vous_et").arg(others);
}

/// "Il en faut un de moins de 3 mois."
QString newerOf(const pieces::Accepted& accepted, int incomeYear) {
    const auto& fresh = accepted.freshness;
    if (fresh.months == 24)
        return Preferences::text("piece.plus_recent.ans");
    if (fresh.months != 0)
        return Preferences::text("piece.plus_recent.mois").arg(fresh.months);
    if (fresh.incomeYear != 0)
        return Preferences::text("piece.plus_recent.revenus").arg(incomeYear);
    return Preferences::text("piece.plus_recent.en_cours");
}

QString faultOf(const pieces::Status& status) {
    if (status.state == State::refused && !status.refusal.empty())
        return Preferences::text(QStringLiteral("code.refus_piece.") + text(status.refusal));
    if (!pieces::isWanted(status.state) || status.state == State::toProvide)
        return {};
    return stateWords(text(pieces::stateName(status.state)));
}

QString noteOf(const pieces::Status& status) {
    if (status.doubtful && pieces::isGiven(status.state))
        return Preferences::text("piece.a_verifier");
    return Preferences::text(status.need.group == pieces::Group::complementary ? "piece.parfois"
                                                                               : "piece.toujours");
}

PieceFace faceOf(pieces::Status status, const Dossier& dossier, const Date& today) {
    PieceFace face;
    const auto& usual = status.need.accepted.front();
    const std::string type = status.type.empty() ? usual.type : status.type;
    const int year = status.need.incomeYear(today);
    face.key = text(status.need.key());
    face.picto = pieceTypePicto(type);
    face.label = pieceLabel(type, year);
    face.whose = whoseOf(status, dossier);
    face.advice = pieceAdvice(usual, year);
    face.state = text(pieces::stateName(status.state));
    if (status.state == State::toProvide && absentPieces(dossier).contains(face.key))
        face.state = QStringLiteral("absente");
    face.stateLabel = stateWords(face.state);
    face.fault = faultOf(status);
    if (status.state == State::expired)
        face.whose += ". " + newerOf(usual, year);
    face.note = noteOf(status);
    face.status = std::move(status);
    return face;
}

/// Points of each face, said once: the first pièce that a line of the bareme would take.
void countPoints(QList<PieceFace>& faces, const Dossier& dossier, const Date& today) {
    const PieceGains gains(dossier, today);
    std::set<std::string_view> said;
    for (PieceFace& face : faces) {
        std::string_view best;
        for (const auto& accepted : face.status.need.accepted) {
            const auto word = gains.wordOf(accepted.type);
            if (word.empty() || said.contains(word))
                continue;
            if (const int points = gains.of(accepted.type); points > face.points) {
                face.points = points;
                best = word;
            }
        }
        if (!best.empty())
            said.insert(best);
    }
}

int rankOf(const PieceFace& face) {
    return (face.wanted() ? 0 : 10) + static_cast<int>(face.status.need.group);
}

/// A pièce that nobody asked for, as a need of its own.
pieces::Status besideStatus(const pieces::Given& given, const Date& today) {
    pieces::Status status;
    status.need.code = given.type;
    status.need.accepted = {{given.type, {}}};
    if (!given.person.empty())
        status.need.people = {given.person};
    status.state = given.state({}, today);
    status.type = given.type;
    status.refusal = given.refusal;
    status.doubtful = given.doubtful;
    status.pieces = {given.id};
    return status;
}

} // namespace

QList<PieceFace> pieceFaces(const Dossier& dossier, const Date& today,
                            const pieces::PageStates& queue) {
    const auto needs = pieces::neededPieces(dossier, today);
    const auto given = pieces::givenPieces(dossier, queue);
    QList<PieceFace> faces;
    for (auto& status : pieces::statusesOf(needs, given, today))
        faces.append(faceOf(std::move(status), dossier, today));
    countPoints(faces, dossier, today);
    std::stable_sort(faces.begin(), faces.end(), [](const auto& left, const auto& right) {
        if (rankOf(left) != rankOf(right))
            return rankOf(left) < rankOf(right);
        return left.points > right.points;
    });
    for (const auto& one : pieces::besides(needs, given))
        faces.append(faceOf(besideStatus(one, today), dossier, today));
    return faces;
}

QString pieceLabel(const std::string& type, int incomeYear) {
    // An avis on the income of a year is sent the year after, and bears that year.
    if (type == "avis_imposition" && incomeYear != 0)
        return Preferences::text("piece.avis").arg(incomeYear + 1);
    return Preferences::text(QStringLiteral("code.piece.") + text(type));
}

QString pieceTypePicto(const std::string& type) {
    const auto* entry = catalogue().findCode("piece", type);
    return entry ? text(entry->picto) : QStringLiteral("doc-autre");
}

QString whereToFind(const std::string& type) {
    const auto* document = pieces::pieceRules().document(type);
    return document ? Preferences::text(QStringLiteral("piece.ou.") + text(document->where))
                    : QString();
}

QString pieceAdvice(const pieces::Accepted& accepted, int incomeYear) {
    const auto* document = pieces::pieceRules().document(accepted.type);
    QStringList parts;
    if (document && document->sides > 1)
        parts.append(Preferences::text("piece.faces"));
    else if (document && document->copies > 1)
        parts.append(Preferences::text("piece.exemplaires"));
    else
        parts.append(Preferences::text("piece.pages"));
    const auto& fresh = accepted.freshness;
    if (fresh.months == 24)
        parts.append(Preferences::text("piece.fraicheur.ans"));
    else if (fresh.months != 0)
        parts.append(Preferences::text("piece.fraicheur.mois").arg(fresh.months));
    else if (fresh.incomeYear != 0)
        parts.append(Preferences::text("piece.fraicheur.revenus").arg(incomeYear));
    else if (fresh.inDate)
        parts.append(Preferences::text("piece.fraicheur.en_cours"));
    return listInWords(parts);
}

QString withoutIt(pieces::Group group) {
    return Preferences::text(QStringLiteral("piece.sans.") + text(pieces::groupName(group)));
}

QStringList absentPieces(const Dossier& dossier) {
    QStringList keys;
    const Value value = dossier.answer("depot.pieces_absentes");
    if (const auto* list = std::get_if<TextList>(&value))
        for (const std::string& key : *list)
            keys.append(text(key));
    return keys;
}

} // namespace escale
