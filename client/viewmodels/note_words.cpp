// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/note_words.h"

#include "client/viewmodels/demande_note.h"
#include "client/viewmodels/note_changes.h"
#include "client/viewmodels/note_tables.h"
#include "client/viewmodels/note_trace.h"
#include "client/viewmodels/preferences.h"
#include "shared/cotation/explain.h"
#include "shared/cotation/publications.h"
#include "shared/cotation/territory.h"
#include "shared/dossier/communes.h"

#include <algorithm>

namespace escale {

namespace {

using cotation::LineResult;
using cotation::State;

/// Text of `key`, or what the bareme itself says in French when nobody translated it.
QString textOr(const QString& key, std::string_view otherwise) {
    const QString words = Preferences::text(key);
    return words == key ? wordsOf(otherwise) : words;
}

QString homesInWords(const Dossier& dossier) {
    const auto value = dossier.answer("logement_recherche.types");
    QStringList words;
    if (const auto* types = std::get_if<TextList>(&value))
        for (const auto& type : *types)
            words.append(Preferences::text("code.type_logement." + wordsOf(type)));
    return words.join(QStringLiteral(", "));
}

QString forWhat(const Dossier& dossier, const std::string& insee) {
    const auto* town = findCommune(insee);
    const QString name = wordsOf(town ? std::string_view(town->name) : std::string_view(insee));
    const QString homes = homesInWords(dossier);
    if (homes.isEmpty())
        return Preferences::text("note.pour.commune").arg(name);
    return Preferences::text("note.pour").arg(homes, name);
}

bool gives(const LineResult& line) {
    return line.retained != 0;
}

bool couldGive(const LineResult& line) {
    return !gives(line) && line.state == State::declared && line.points > 0;
}

/// 0: gives points; 1: could; 2: something is not known; 3: does not apply.
int rankOf(const LineResult& line) {
    if (gives(line))
        return 0;
    if (couldGive(line))
        return 1;
    return line.state == State::notApplicable ? 3 : 2;
}

QVariantMap criterion(const cotation::Note& note, std::size_t index) {
    const auto why = cotation::explain(note, index);
    const auto& line = why.line;
    QString piece;
    if (!why.piecesToUnlock.empty() && !why.piecesToUnlock.front().empty())
        piece = pieceInWords(note.bareme, why.piecesToUnlock.front().front());
    return {{"code", wordsOf(line.code)},
            {"label", lineInWords(line)},
            {"points", gives(line) ? line.retained : line.points},
            {"state", wordsOf(cotation::name(line.state))},
            {"stateLabel", stateInWords(note, why)},
            {"reason", reasonInWords(line)},
            {"picto", pictoOfCriterion(line.code)},
            {"questionId", questionOfCriterion(line.code)},
            {"piece", piece}};
}

QVariantList criteriaOf(const cotation::Note& note) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < note.lines.size(); ++i)
        // What only an agent may tick is not named to the public before it counts.
        if (note.lines[i].state != State::manual || gives(note.lines[i]))
            order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto& left = note.lines[a];
        const auto& right = note.lines[b];
        if (rankOf(left) != rankOf(right))
            return rankOf(left) < rankOf(right);
        return left.points > right.points;
    });
    QVariantList all;
    for (const auto index : order)
        all.append(criterion(note, index));
    return all;
}

/// The document that would bring the most.
QVariantMap bestPieceOf(const QVariantList& changes) {
    for (const auto& one : changes)
        if (one.toMap()["kind"] == "document")
            return one.toMap();
    return {};
}

QString pointsState(const cotation::Note& note) {
    if (note.totalRetenu == note.totalValide && note.totalRetenu > 0)
        return Preferences::text("note.points.verifies");
    if (note.totalPotentiel > note.totalRetenu)
        return Preferences::text("note.points.provisoires.plus").arg(note.totalPotentiel);
    return Preferences::text("note.points.provisoires");
}

/// What is known of the barème where `insee` is: nothing at all, not published, partly, wholly.
void sayPublication(NoteViewModel::Shown& shown, const std::string& insee) {
    const auto* town = findCommune(insee);
    const auto* published = town ? cotation::publicationOf(town->epci) : nullptr;
    if (!published) {
        shown.publication = Preferences::text("note.publication.inconnue");
        return;
    }
    static constexpr const char* kWords[] = {"", "note.publication.partielle",
                                             "note.publication.aucune"};
    if (const QString key = kWords[static_cast<std::size_t>(published->state)]; !key.isEmpty())
        shown.publication = Preferences::text(key).arg(wordsOf(published->name));
}

void sayWait(NoteViewModel::Shown& shown, const cotation::Bareme& bareme) {
    const auto& territory = cotation::roissyTerritory();
    if (territory.siren != bareme.siren())
        return;
    shown.waitMonths = territory.waitMonths;
    shown.waitSentence = durationInWords(territory.waitMonths);
    shown.waitHonesty = Preferences::text("note.attente.annee").arg(territory.waitYear);
}

} // namespace

QString wordsOf(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

QString lineInWords(const LineResult& line) {
    return textOr("cotation." + wordsOf(line.code), line.label);
}

QString withoutStop(QString sentence) {
    if (sentence.endsWith(QLatin1Char('.')))
        sentence.chop(1);
    return sentence;
}

QString reasonInWords(const LineResult& line) {
    const QString key = wordsOf(cotation::textKey(line.reason));
    return key.isEmpty() ? QString() : Preferences::text(key);
}

QString stateInWords(const cotation::Note& note, const cotation::Explanation& why) {
    static constexpr const char* kWords[] = {"note.etat.compte", "note.etat.document",
                                             "note.etat.inconnu", "note.etat.non"};
    if (!gives(why.line) || why.piecesCounted.empty())
        return Preferences::text(kWords[rankOf(why.line)]);
    QStringList pieces;
    for (const auto type : why.piecesCounted)
        pieces.append(pieceInWords(note.bareme, type));
    const bool checked = why.line.state == State::validated;
    return Preferences::text(checked ? "note.etat.verifie" : "note.etat.donne")
        .arg(pieces.join(QStringLiteral(", ")));
}

QString pieceInWords(const cotation::Bareme& bareme, std::string_view type) {
    return textOr("cotation.piece." + wordsOf(type), bareme.pieceLabel(type));
}

QString durationInWords(int months) {
    const int rest = months % 12;
    const QString years = Preferences::counted("note.duree.ans", months / 12);
    const QString others = Preferences::counted("note.duree.mois", rest);
    if (months < 12)
        return others;
    return rest == 0 ? years : Preferences::text("note.duree").arg(years, others);
}

NoteViewModel::Shown noteFor(const Dossier& dossier, const Date& today,
                             const client::HeldPacks* packs) {
    NoteViewModel::Shown shown;
    shown.asked = true;
    shown.waitSentence = Preferences::text("note.attente.inconnue");
    const std::string insee = cotation::soughtBy(dossier).town.insee();
    sayPublication(shown, insee);
    const auto scored = demandeNoteOf(dossier, today);
    if (!scored)
        return shown;
    const auto& note = scored->note;
    const Places places(packs, *scored);
    shown.available = note.exclusion.empty();
    if (!shown.available)
        shown.publication = Preferences::text("note.exclusion");
    shown.points = note.totalRetenu;
    shown.possiblePoints = note.totalPotentiel;
    shown.pointsState = pointsState(note);
    shown.forWhat = forWhat(dossier, insee);
    shown.asOf = Preferences::text("note.regles").arg(note.bareme.validFrom().year);
    sayWait(shown, note.bareme);
    shown.criteria = criteriaOf(note);
    shown.place = places.shown();
    shown.changes = changesOf(*scored, places);
    shown.bestPiece = bestPieceOf(shown.changes);
    shown.towns = townsOf(*scored, places);
    shown.trace = traceLinesOf(*scored);
    shown.traceHead = traceHeadOf(*scored);
    return shown;
}

} // namespace escale
