// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/recap_words.h"

#include "client/viewmodels/preferences.h"
#include "client/viewmodels/question_page.h"
#include "client/viewmodels/read_back.h"

#include <algorithm>

namespace escale {

namespace {

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), qsizetype(words.size()));
}

QString codeInWords(const FieldSpec& field, const std::string& code) {
    const auto* entry = catalogue().findCode(field.codeList, code);
    return entry ? Preferences::text(text(entry->labelKey)) : text(code);
}

/// "06 39 98 12 34"
QString phoneInGroups(const QString& digits) {
    if (digits.startsWith(QLatin1Char('+')))
        return digits;
    QStringList groups;
    for (qsizetype i = 0; i < digits.size(); i += 2)
        groups.append(digits.mid(i, 2));
    return groups.join(QLatin1Char(' '));
}

QString textInWords(const FieldSpec& field, const std::string& value) {
    switch (field.type) {
    case FieldType::code:
        return codeInWords(field, value);
    case FieldType::date:
        return dateInWords(dateOf(value));
    case FieldType::commune:
        return communeInWords(text(value));
    case FieldType::phone:
        return phoneInGroups(text(value));
    default:
        return text(value);
    }
}

QString valueInWords(const FieldSpec& field, const Value& value) {
    if (isEmpty(value))
        return {};
    if (const auto* yes = std::get_if<bool>(&value))
        return Preferences::text(*yes ? "reponse.oui" : "reponse.non");
    if (const auto* marker = std::get_if<Marker>(&value))
        return Preferences::text(*marker == Marker::doNotKnow ? "recap.ne_sait_pas"
                                                              : "recap.n_en_a_pas");
    if (const auto* list = std::get_if<TextList>(&value)) {
        QStringList words;
        for (const auto& code : *list)
            words.append(codeInWords(field, code));
        return words.join(QStringLiteral(", "));
    }
    if (std::holds_alternative<std::int64_t>(value))
        return field.type == FieldType::amount ? amountInWords(text(toText(value)))
                                               : text(toText(value));
    return textInWords(field, textOf(value));
}

QString itemsInWords(const Question& question, const Dossier& dossier) {
    QStringList names;
    for (const auto& id : dossier.items(question.collection)) {
        const std::string item = question.collection + '[' + id + ']';
        if (question.input == Input::piece)
            names.append(
                Preferences::text("code.piece." + text(textOf(dossier.answer(item + ".type")))));
        else if (question.input == Input::commune)
            names.append(communeInWords(text(textOf(dossier.answer(item + ".commune")))));
        else
            names.append(nameOfItem(item, dossier));
    }
    names.removeAll(QString());
    return names.join(QStringLiteral(", "));
}

void fillAnswer(RecapModel::Row& row, const Question& question, const Dossier& dossier) {
    QStringList words;
    for (const auto& path : question.fields) {
        const auto value = dossier.answer(path);
        const auto parsed = parsePath(path);
        const auto* field = parsed ? catalogue().find(*parsed) : nullptr;
        const bool marker = std::holds_alternative<Marker>(value);
        // In an address, what the person does not have is not worth a word.
        if (!field || isEmpty(value) || (marker && question.fields.size() > 1))
            continue;
        row.unknown = row.unknown || marker;
        words.append(valueInWords(*field, value));
    }
    if (question.holdsItems())
        words = {itemsInWords(question, dossier)};
    words.removeAll(QString());
    row.answer = words.join(QStringLiteral(", "));
    if (!row.answer.isEmpty())
        return;
    row.unknown = true;
    row.answer = Preferences::text(question.input == Input::people ? "recap.personne"
                                                                   : "recap.sans_reponse");
}

QString labelOf(const Question& question, const Dossier& dossier) {
    const QString words = Preferences::text(text(question.recapKey()));
    if (question.item.empty())
        return words;
    const QString name = text(textOf(dossier.answer(question.item + ".prenom")));
    if (words.contains(QLatin1String("%1")))
        return words.arg(name);
    return name.isEmpty() ? words : QStringLiteral("%1 – %2").arg(name, words);
}

} // namespace

QList<RecapModel::Row> recapRows(const std::vector<Question>& visible, const Dossier& dossier) {
    QList<RecapModel::Row> rows;
    for (const auto& question : visible) {
        RecapModel::Row row;
        row.part = partNumber(question.part);
        row.partName = Preferences::text("partie." + text(question.part));
        row.picto = text(question.picto);
        row.label = labelOf(question, dossier);
        row.questionId = text(question.id);
        row.item = text(question.item);
        fillAnswer(row, question, dossier);
        rows.append(row);
    }
    return rows;
}

QVariantList recapMissing(const std::vector<Question>& visible,
                          const std::vector<Missing>& missing) {
    QVariantList all;
    for (const auto& one : missing) {
        if (one.path == "depot.confirme")
            continue;
        const auto* question = questionFor(visible, one.path);
        const bool field = one.reason == "manque.champ" && question;
        all.append(QVariantMap{
            {"label", Preferences::text(text(field ? question->recapKey() : one.reason))},
            {"questionId", question ? text(question->id) : QString()},
            {"item", question ? text(question->item) : QString()}});
    }
    return all;
}

bool canBeConfirmed(const std::vector<Missing>& missing) {
    return std::all_of(missing.begin(), missing.end(), [](const Missing& one) {
        return one.path == "depot.confirme" || one.path == "pieces";
    });
}

} // namespace escale
