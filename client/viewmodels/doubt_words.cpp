// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/answer_words.h"
#include "client/viewmodels/preferences.h"
#include "client/viewmodels/question_lists.h"
#include "client/viewmodels/recap_words.h"

#include <algorithm>

namespace escale {

namespace {

using Row = RecapModel::Row;

constexpr qsizetype kMostRows = 3;

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), qsizetype(words.size()));
}

/// A person of a list: their name and their birth, not the whole list.
QString personInRow(const std::string& item, const Dossier& dossier) {
    const auto* birth = catalogue().find(parsePath(item + ".naissance").value());
    const QString day = valueInWords(*birth, dossier.answer(item + ".naissance"));
    const QString name = nameOfItem(item, dossier);
    return day.isEmpty() ? name : QStringLiteral("%1, %2").arg(name, day);
}

} // namespace

QVariantMap doubtInWords(const Doubt& doubt, const std::vector<Question>& visible,
                         const Dossier& dossier) {
    QVariantList rows;
    for (const auto& answer : doubt.answers) {
        const auto* question = questionFor(visible, answer);
        if (!question || rows.size() == kMostRows)
            continue;
        Row row = recapRows({*question}, dossier).first();
        if (answer.ends_with(']'))
            row.answer = personInRow(answer, dossier);
        row.group = QStringLiteral("doute");
        row.action = QStringLiteral("corriger");
        row.unknown = false;
        row.sentence = recapSentence(row);
        rows.append(RecapModel::mapOf(row));
    }
    const QString key = text(doubt.reason);
    const QString adviceKey = key + ".aide";
    const QString advice = Preferences::text(adviceKey);
    return {{"code", QString(key + ' ' + text(doubt.path))},
            {"question", Preferences::text(key)},
            {"advice", advice == adviceKey ? QString() : advice},
            {"rows", rows}};
}

} // namespace escale
