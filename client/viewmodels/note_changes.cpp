// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/note_changes.h"

#include "client/viewmodels/note_tables.h"
#include "client/viewmodels/note_words.h"
#include "client/viewmodels/preferences.h"
#include "client/viewmodels/read_back.h"
#include "shared/cotation/explain.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace escale {

namespace {

using cotation::LineResult;
using cotation::State;

struct Change {
    const char* kind; // "document", "reponse", "jour"
    QString label, picto;
    int points = 0;
    QString place;
};

QVariantList inOrder(std::vector<Change> changes) {
    std::stable_sort(changes.begin(), changes.end(),
                     [](const Change& a, const Change& b) { return a.points > b.points; });
    QVariantList all;
    for (const Change& one : changes)
        all.append(QVariantMap{{"kind", one.kind},
                               {"label", one.label},
                               {"points", one.points},
                               {"picto", one.picto},
                               {"place", one.place}});
    return all;
}

/// Words of the barème for every pièce that some line waits for.
std::set<std::string_view> piecesWaitedFor(const cotation::Note& note) {
    std::set<std::string_view> types;
    for (std::size_t i = 0; i < note.lines.size(); ++i) {
        if (note.lines[i].retained != 0 || note.lines[i].points <= 0)
            continue;
        for (const auto& choice : cotation::explain(note, i).piecesToUnlock)
            types.insert(choice.begin(), choice.end());
    }
    return types;
}

std::vector<Change> documents(const DemandeNote& scored, const Places& places) {
    std::vector<Change> changes;
    for (const std::string_view type : piecesWaitedFor(scored.note)) {
        const int with = scored.retained(scored.with(type));
        if (with > scored.note.totalRetenu)
            changes.push_back({"document", pieceInWords(*scored.bareme, type), pictoOfPiece(type),
                               with - scored.note.totalRetenu, places.wouldBe(with)});
    }
    return changes;
}

/// A group often keeps only its best line: a question is worth its best one.
std::vector<Change> answers(const DemandeNote& scored, const Places& places) {
    std::map<QString, const LineResult*> best;
    for (const LineResult& line : scored.note.lines) {
        const QString question = questionOfCriterion(line.code);
        if (line.state != State::unknown || line.points <= 0 || question.isEmpty())
            continue;
        const LineResult*& held = best[question];
        if (!held || held->points < line.points)
            held = &line;
    }
    std::vector<Change> changes;
    for (const auto& [question, line] : best)
        changes.push_back({"reponse", withoutStop(lineInWords(*line)),
                           QStringLiteral("ne-sais-pas"), line->points,
                           places.wouldBe(scored.note.totalRetenu + line->points)});
    return changes;
}

std::vector<Change> time(const DemandeNote& scored, const Places& places) {
    const Date day = scored.note.nextChangeOn;
    if (day.empty())
        return {};
    const int then =
        cotation::evaluate(*scored.bareme, scored.facts, scored.sought.town, day).totalRetenu;
    if (then == scored.note.totalRetenu)
        return {};
    return {{"jour", Preferences::text("note.change.jour").arg(dateInWords(day)),
             QStringLiteral("calendrier"), then - scored.note.totalRetenu, places.wouldBe(then)}};
}

} // namespace

QVariantList changesOf(const DemandeNote& scored, const Places& places) {
    std::vector<Change> all = documents(scored, places);
    for (auto* more : {answers, time})
        for (Change& one : more(scored, places))
            all.push_back(std::move(one));
    return inOrder(std::move(all));
}

QVariantList townsOf(const DemandeNote& scored, const Places& places) {
    struct Town {
        cotation::Commune commune;
        int points = 0;
        position::Place place;
        [[nodiscard]] double share() const { return double(place.to) / place.of; }
    };
    std::vector<Town> towns;
    for (const std::string& insee : scored.bareme->communes()) {
        const cotation::Commune commune(insee);
        const int points = scored.retainedFor(commune);
        const auto place = places.at(points, commune);
        if (place.known && !place.wholeEpci)
            towns.push_back({commune, points, place});
    }
    std::stable_sort(towns.begin(), towns.end(),
                     [](const Town& a, const Town& b) { return a.share() < b.share(); });
    QVariantList all;
    for (const Town& town : towns)
        all.append(QVariantMap{{"name", wordsOf(scored.bareme->communeName(town.commune.insee()))},
                               {"points", town.points},
                               {"place", Preferences::counted("place.ailleurs", town.place.of)
                                             .arg(intervalInWords(town.place))},
                               {"here", town.commune == scored.sought.town},
                               {"from", town.place.from},
                               {"to", town.place.to},
                               {"total", town.place.of}});
    return all;
}

} // namespace escale
