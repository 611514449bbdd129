// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/answer_words.h"

#include "client/viewmodels/preferences.h"
#include "client/viewmodels/question_page.h"
#include "client/viewmodels/read_back.h"

namespace escale {

namespace {

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), qsizetype(words.size()));
}

const FieldSpec* specOf(const std::string& path) {
    const auto parsed = parsePath(path);
    return parsed ? catalogue().find(*parsed) : nullptr;
}

QString codeInWords(const FieldSpec& field, const std::string& code) {
    const auto* entry = catalogue().findCode(field.codeList, code);
    return entry ? Preferences::text(text(entry->labelKey)) : text(code);
}

QString textInWords(const FieldSpec& field, const std::string& value) {
    switch (field.type) {
    case FieldType::code:
        return codeInWords(field, value);
    case FieldType::date:
        return dateInWords(dateOf(value));
    case FieldType::commune:
        return communeInWords(text(value));
    default:
        return inGroups(text(value), groupsOf(field));
    }
}

QString itemInWords(const Question& question, const std::string& item, const Dossier& dossier) {
    if (question.input == Input::piece)
        return Preferences::text("code.piece." + text(textOf(dossier.answer(item + ".type"))));
    if (question.input == Input::commune)
        return communeInWords(text(textOf(dossier.answer(item + ".commune"))));
    return nameOfItem(item, dossier);
}

QStringList itemsInWords(const Question& question, const Dossier& dossier) {
    QStringList names;
    for (const auto& id : dossier.items(question.collection))
        names.append(itemInWords(question, question.collection + '[' + id + ']', dossier));
    return names;
}

} // namespace

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
        return listInWords(words);
    }
    if (std::holds_alternative<std::int64_t>(value))
        return field.type == FieldType::amount ? amountInWords(text(toText(value)))
                                               : text(toText(value));
    return textInWords(field, textOf(value));
}

QString answerInWords(const Question& question, const Dossier& dossier) {
    if (question.holdsItems())
        return listInWords(itemsInWords(question, dossier));
    QStringList words;
    for (const auto& path : question.fields) {
        const auto value = dossier.answer(path);
        const auto* field = specOf(path);
        const bool marker = std::holds_alternative<Marker>(value);
        if (field && !(marker && question.fields.size() > 1))
            words.append(valueInWords(*field, value));
    }
    return listInWords(words);
}

std::optional<Marker> markerIn(const Question& question, const Dossier& dossier) {
    for (const auto& path : question.fields) {
        const auto value = dossier.answer(path);
        if (const auto* marker = std::get_if<Marker>(&value))
            return *marker;
    }
    return std::nullopt;
}

} // namespace escale
