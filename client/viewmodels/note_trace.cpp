// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/note_trace.h"

#include "client/viewmodels/note_words.h"
#include "client/viewmodels/preferences.h"
#include "shared/cotation/explain.h"
#include "shared/cotation/trace.h"

namespace escale {

namespace {

constexpr std::size_t kShownHash = 8; // enough to tell two traces apart by eye

QString factsInWords(const cotation::Note& note, const cotation::Explanation& why) {
    const QString reason = reasonInWords(why.line);
    QStringList words{reason.isEmpty() ? stateInWords(note, why) : reason};
    for (const cotation::FactUsed& fact : why.facts) {
        const QString value = fact.known ? QString::fromStdString(fact.value) : QStringLiteral("?");
        words.append(QStringLiteral("\u2066%1\u00a0= %2 %3")
                         .arg(wordsOf(fact.label.empty() ? fact.name : fact.label), value,
                              wordsOf(fact.unit))
                         .trimmed() +
                     QChar(0x2069));
    }
    return words.join(QStringLiteral(" – "));
}

} // namespace

QString traceHeadOf(const DemandeNote& scored) {
    const std::string hash =
        cotation::traceHash(cotation::traceOf(scored.note, scored.facts)).substr(0, kShownHash);
    return Preferences::text("note.trace.tete")
        .arg(wordsOf(scored.bareme->id()))
        .arg(scored.bareme->version())
        .arg(cotation::kEngineVersion)
        .arg(QString::fromStdString(hash));
}

QVariantList traceLinesOf(const DemandeNote& scored) {
    QVariantList lines;
    for (std::size_t i = 0; i < scored.note.lines.size(); ++i) {
        const auto why = cotation::explain(scored.note, i);
        if (why.line.state == cotation::State::notApplicable ||
            why.line.state == cotation::State::manual)
            continue;
        const bool counted = why.line.retained != 0;
        lines.append(QVariantMap{{"label", withoutStop(lineInWords(why.line))},
                                 {"points", counted ? why.line.retained : why.line.points},
                                 {"counted", counted},
                                 {"facts", factsInWords(scored.note, why)}});
    }
    return lines;
}

} // namespace escale
