// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/note_words.h"

#include "client/viewmodels/note_tables.h"
#include "client/viewmodels/preferences.h"
#include "shared/cotation/builtin.h"
#include "shared/cotation/explain.h"
#include "shared/cotation/from_dossier.h"
#include "shared/cotation/territory.h"
#include "shared/dossier/communes.h"

#include <algorithm>
#include <map>

namespace escale {

namespace {

using cotation::LineResult;
using cotation::State;

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), qsizetype(words.size()));
}

/// Text of `key`, or what the bareme itself says in French when nobody translated it.
QString textOr(const QString& key, std::string_view otherwise) {
    const QString words = Preferences::text(key);
    return words == key ? text(otherwise) : words;
}

const cotation::Bareme& bareme() {
    static const cotation::Bareme kBareme =
        cotation::loadBareme(cotation::roissyPaysDeFrance()).value();
    return kBareme;
}

std::string firstTown(const Dossier& dossier) {
    for (const auto& id : dossier.items("localisations")) {
        const auto insee = textOf(dossier.answer("localisations[" + id + "].commune"));
        if (!insee.empty())
            return insee;
    }
    return {};
}

QString homesInWords(const Dossier& dossier) {
    const auto value = dossier.answer("logement_recherche.types");
    QStringList words;
    if (const auto* types = std::get_if<TextList>(&value))
        for (const auto& type : *types)
            words.append(Preferences::text("code.type_logement." + text(type)));
    return words.join(QStringLiteral(", "));
}

QString forWhat(const Dossier& dossier, const std::string& insee) {
    const auto* town = findCommune(insee);
    const QString name = text(town ? std::string_view(town->name) : std::string_view(insee));
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

QString stateLabel(const LineResult& line) {
    static constexpr const char* kWords[] = {"note.etat.compte", "note.etat.document",
                                             "note.etat.inconnu", "note.etat.non"};
    return Preferences::text(kWords[rankOf(line)]);
}

QVariantMap criterion(const cotation::Note& note, std::size_t index) {
    const auto why = cotation::explain(note, index);
    const auto& line = why.line;
    QString piece;
    if (!why.piecesToUnlock.empty() && !why.piecesToUnlock.front().empty())
        piece = pieceInWords(why.piecesToUnlock.front().front());
    const QString reason = text(cotation::textKey(line.reason));
    return {{"code", text(line.code)},
            {"label", textOr("cotation." + text(line.code), line.label)},
            {"points", gives(line) ? line.retained : line.points},
            {"state", text(cotation::name(line.state))},
            {"stateLabel", stateLabel(line)},
            {"reason", reason.isEmpty() ? QString() : Preferences::text(reason)},
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

/// One photo that would bring the most, whatever the number of lines that it opens.
QVariantMap bestPieceOf(const cotation::Note& note) {
    std::map<std::string_view, int> gains;
    for (std::size_t i = 0; i < note.lines.size(); ++i) {
        if (!couldGive(note.lines[i]))
            continue;
        const auto why = cotation::explain(note, i);
        if (why.piecesToUnlock.size() == 1)
            for (const auto type : why.piecesToUnlock.front())
                gains[type] += note.lines[i].points;
    }
    const auto best =
        std::max_element(gains.begin(), gains.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best == gains.end())
        return {};
    return {{"label", pieceInWords(best->first)},
            {"points", best->second},
            {"picto", pictoOfPiece(best->first)}};
}

} // namespace

QString pieceInWords(std::string_view type) {
    return textOr("cotation.piece." + text(type), bareme().pieceLabel(type));
}

const cotation::Bareme& shownBareme() {
    return bareme();
}

std::optional<cotation::Commune> scoredTown(const Dossier& dossier) {
    const std::string insee = firstTown(dossier);
    const auto towns = bareme().communes();
    if (std::find(towns.begin(), towns.end(), insee) == towns.end())
        return std::nullopt;
    return cotation::Commune(insee);
}

std::optional<cotation::Note> noteOf(const Dossier& dossier, const Date& today) {
    const auto town = scoredTown(dossier);
    if (!town)
        return std::nullopt;
    return cotation::evaluate(bareme(), cotation::factsFromDossier(dossier, today), *town, today);
}

QString durationInWords(int months) {
    const int rest = months % 12;
    const QString years = Preferences::counted("note.duree.ans", months / 12);
    const QString others = Preferences::counted("note.duree.mois", rest);
    if (months < 12)
        return others;
    return rest == 0 ? years : Preferences::text("note.duree").arg(years, others);
}

NoteViewModel::Shown noteFor(const Dossier& dossier, const Date& today) {
    NoteViewModel::Shown shown;
    shown.waitSentence = Preferences::text("note.attente.inconnue");
    const auto note = noteOf(dossier, today);
    if (!note)
        return shown;
    const auto& territory = cotation::roissyTerritory();
    shown.available = note->exclusion.empty();
    shown.points = note->totalRetenu;
    shown.possiblePoints = note->totalPotentiel;
    shown.waitMonths = territory.waitMonths;
    shown.waitSentence = durationInWords(territory.waitMonths);
    shown.forWhat = forWhat(dossier, firstTown(dossier));
    // Rules and figures are of different years: both are said.
    shown.asOf =
        Preferences::text("note.regles").arg(bareme().validFrom().year).arg(territory.waitYear);
    shown.criteria = criteriaOf(*note);
    shown.bestPiece = bestPieceOf(*note);
    return shown;
}

} // namespace escale
