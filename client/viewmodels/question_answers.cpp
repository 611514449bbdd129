// SPDX-License-Identifier: GPL-3.0-or-later
// What a page was answered, and what its input says.
#include "client/viewmodels/question_page.h"
#include "shared/dossier/communes.h"

#include <algorithm>

namespace escale {

namespace {

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), qsizetype(words.size()));
}

const FieldSpec* specOf(const std::string& path) {
    const auto parsed = parsePath(path);
    return parsed ? catalogue().find(*parsed) : nullptr;
}

QString typedDate(const Date& date) {
    return QStringLiteral("%1/%2/%3")
        .arg(date.day, 2, 10, QLatin1Char('0'))
        .arg(date.month, 2, 10, QLatin1Char('0'))
        .arg(date.year);
}

QString communeName(const std::string& insee) {
    const auto* town = findCommune(insee);
    return text(town ? std::string_view(town->name) : std::string_view(insee));
}

/// What the person would type to give `value` again.
QString typedOf(const FieldSpec& field, const Value& value) {
    if (std::holds_alternative<Marker>(value))
        return {};
    if (field.type == FieldType::date && !isEmpty(value))
        return typedDate(dateOf(value));
    if (field.type == FieldType::commune && !isEmpty(value))
        return communeName(textOf(value));
    return text(toText(value));
}

QStringList selectedOf(const FieldSpec& field, const Value& value) {
    if (const auto* yes = std::get_if<bool>(&value))
        return {*yes ? "oui" : "non"};
    if (const auto* list = std::get_if<TextList>(&value)) {
        QStringList codes;
        for (const auto& code : *list)
            codes.append(text(code));
        return codes;
    }
    const bool chosen = field.type == FieldType::code || field.type == FieldType::commune;
    return chosen && !textOf(value).empty() ? QStringList{text(textOf(value))} : QStringList();
}

QuestionDraft::Marker markerOf(const Value& value) {
    const auto* marker = std::get_if<Marker>(&value);
    if (!marker)
        return QuestionDraft::Marker::none;
    return *marker == Marker::doNotKnow ? QuestionDraft::Marker::unknown
                                        : QuestionDraft::Marker::noSuch;
}

const char* wordOf(QuestionDraft::Marker marker) {
    return marker == QuestionDraft::Marker::unknown ? "ne_sait_pas" : "n_en_a_pas";
}

/// A town written in full beside its postcode: the code of the one that has both.
std::string communeWith(const QString& name, const QString& postcode) {
    const auto named = communesNamed((name + QLatin1Char(' ') + postcode).toStdString());
    return named.size() == 1 ? named.front()->insee : name.toStdString();
}

bool isOnlyFrench(const FieldSpec& field) {
    return field.type == FieldType::postcode || field.type == FieldType::commune;
}

std::string fieldText(const Question& question, const QuestionDraft& draft, std::size_t at) {
    const auto& field = *specOf(question.fields[at]);
    const QString typed = draft.fields.value(qsizetype(at));
    if (draft.abroad && isOnlyFrench(field))
        return wordOf(QuestionDraft::Marker::noSuch);
    if (typed.trimmed().isEmpty() && field.allowNone &&
        draft.marker == QuestionDraft::Marker::noSuch)
        return wordOf(draft.marker);
    if (field.type != FieldType::commune || typed.isEmpty())
        return typed.toStdString();
    if (!draft.selected.isEmpty())
        return draft.selected.first().toStdString();
    for (std::size_t i = 0; i < question.fields.size(); ++i)
        if (specOf(question.fields[i])->type == FieldType::postcode)
            return communeWith(typed, draft.fields.value(qsizetype(i)));
    return typed.toStdString();
}

std::string onlyText(const FieldSpec& field, const QuestionDraft& draft) {
    if (draft.marker != QuestionDraft::Marker::none)
        return wordOf(draft.marker);
    const bool chosen = field.type == FieldType::boolean || field.type == FieldType::code ||
                        field.type == FieldType::codes ||
                        (field.type == FieldType::commune && !draft.selected.isEmpty());
    if (chosen)
        return draft.selected.join(QLatin1Char(',')).toStdString();
    // Empty boxes of a date are joined all the same.
    QString typed = draft.typed;
    return typed.remove(QLatin1Char('/')).trimmed().isEmpty() ? std::string()
                                                              : draft.typed.toStdString();
}

} // namespace

QuestionDraft draftOf(const Question& question, const Dossier& dossier) {
    QuestionDraft draft;
    if (question.holdsItems())
        return draft;
    const bool several = question.fields.size() > 1;
    for (const auto& path : question.fields) {
        const auto& field = *specOf(path);
        const auto value = dossier.answer(path);
        if (several)
            draft.fields.append(typedOf(field, value));
        else
            draft.typed = typedOf(field, value);
        if (!several || field.type == FieldType::commune)
            draft.selected = selectedOf(field, value);
        if (draft.marker == QuestionDraft::Marker::none)
            draft.marker = markerOf(value);
        draft.abroad = draft.abroad || (several && field.type == FieldType::postcode &&
                                        markerOf(value) == QuestionDraft::Marker::noSuch);
    }
    if (!several && specOf(question.fields.front())->type != FieldType::commune &&
        !draft.selected.isEmpty())
        draft.typed.clear();
    return draft;
}

QuestionDraft proposedOn(const Question& question, QuestionFace& face, const Dossier& dossier,
                         const Date& today) {
    if (question.fields.size() != 1 || !isEmpty(dossier.answer(question.fields.front())))
        return {};
    const auto& path = question.fields.front();
    const auto& field = *specOf(path);
    const auto typed = proposedAnswer(dossier, path, today);
    const auto value = parseTyped(field, typed, today, catalogue());
    if (typed.empty() || !value)
        return {};
    face.proposedField = &field;
    face.proposed = *value;
    Dossier answered = dossier;
    answered.fields[path].value = *value;
    return draftOf(question, answered);
}

std::vector<client::TypedAnswer> answersOf(const Question& question, const QuestionFace& face,
                                           const QuestionDraft& draft) {
    std::vector<client::TypedAnswer> answers;
    if (question.fields.size() == 1)
        return {{question.fields.front(), onlyText(*specOf(question.fields.front()), draft)}};
    for (std::size_t i = 0; i < question.fields.size() && qsizetype(i) < face.fields.size(); ++i)
        answers.push_back({question.fields[i], fieldText(question, draft, i)});
    return answers;
}

QString missingOn(const Question& question, const std::vector<client::TypedAnswer>& answers,
                  const QuestionDraft& draft, const Dossier& dossier, const Date& today) {
    if (question.holdsItems()) {
        const bool none = draft.selected.isEmpty() && draft.typed.trimmed().isEmpty() &&
                          dossier.items(question.collection).empty();
        return question.input == Input::commune && none ? QStringLiteral("manque.localisation")
                                                        : QString();
    }
    for (const auto& answer : answers) {
        const bool needed =
            specOf(answer.path)->mandatory.evaluate(dossier, today, question.item) == Truth::yes;
        // Abroad, the postcode and the town are written there.
        const bool town = draft.abroad && text(answer.path).endsWith(QLatin1String(".complement"));
        if ((needed || town) && text(answer.text).trimmed().isEmpty())
            return QStringLiteral("erreur.reponse");
    }
    return {};
}

bool isAnswered(const Question& question, const Dossier& dossier) {
    if (question.holdsItems())
        return !dossier.items(question.collection).empty();
    return std::none_of(question.fields.begin(), question.fields.end(),
                        [&](const std::string& path) { return isEmpty(dossier.answer(path)); });
}

} // namespace escale
