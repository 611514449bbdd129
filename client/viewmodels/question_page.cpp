// SPDX-License-Identifier: GPL-3.0-or-later
// What a page shows.
#include "client/viewmodels/question_page.h"

#include "client/viewmodels/read_back.h"

#include <algorithm>
#include <array>
#include <utility>

namespace escale {

namespace {

constexpr int kMaxPhoneTyped = 20; // with spaces and an international prefix
constexpr int kMaxNirTyped = 21;   // 15 characters in groups
constexpr int kMaxDateTyped = 10;
constexpr int kMaxCommuneTyped = 60;
constexpr int kMaxEmailTyped = 254;

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), qsizetype(words.size()));
}

const FieldSpec* specOf(const std::string& path) {
    const auto parsed = parsePath(path);
    return parsed ? catalogue().find(*parsed) : nullptr;
}

int maximumLengthOf(const FieldSpec& field) {
    switch (field.type) {
    case FieldType::phone:
        return kMaxPhoneTyped;
    case FieldType::nir:
        return kMaxNirTyped;
    case FieldType::date:
        return kMaxDateTyped;
    case FieldType::commune:
        return kMaxCommuneTyped;
    case FieldType::email:
        return kMaxEmailTyped;
    case FieldType::postcode:
        return 5;
    case FieldType::integer:
    case FieldType::amount:
        return field.max > 0 ? int(std::to_string(field.max).size()) : 9;
    // A number of fixed length is written in groups.
    case FieldType::text:
        return int(field.min == field.max ? field.max + field.max / 3 : field.max);
    default:
        return 0;
    }
}

QList<ChoiceFace> choicesOf(const FieldSpec& field) {
    if (field.type == FieldType::boolean)
        return {{"oui", "reponse.oui", "oui"}, {"non", "reponse.non", "non"}};
    QList<ChoiceFace> all;
    if (const auto* list = catalogue().codeList(field.codeList))
        for (const auto& entry : *list)
            all.append({text(entry.code), text(entry.labelKey), text(entry.picto)});
    return all;
}

QString fieldSaisie(const FieldSpec& field) {
    switch (field.type) {
    case FieldType::postcode:
        return QStringLiteral("code_postal");
    case FieldType::commune:
        return QStringLiteral("commune");
    default:
        return QStringLiteral("texte");
    }
}

PersonFace personOf(const Question& question, const std::string& id, const Dossier& dossier) {
    const std::string item = question.collection + '[' + id + ']';
    PersonFace person;
    person.item = text(item);
    if (question.input == Input::commune) {
        person.label = communeInWords(text(textOf(dossier.answer(item + ".commune"))));
        return person;
    }
    person.label = nameOfItem(item, dossier);
    const auto* link = specOf(item + ".lien");
    const std::string code = textOf(dossier.answer(item + ".lien"));
    if (link && !code.empty())
        if (const auto* entry = catalogue().findCode(link->codeList, code))
            person.detailKey = text(entry->labelKey);
    return person;
}

void fillItems(QuestionFace& face, const Question& question, const Dossier& dossier) {
    for (const auto& id : dossier.items(question.collection))
        face.persons.append(personOf(question, id, dossier));
    if (question.input == Input::commune)
        face.maximumLength = kMaxCommuneTyped;
}

void fillField(QuestionFace& face, const FieldSpec& field) {
    face.choices = choicesOf(field);
    face.maximumLength = maximumLengthOf(field);
    face.canSayUnknown = field.allowDoNotKnow;
    face.canSayNone = field.allowNone;
}

void fillFields(QuestionFace& face, const Question& question) {
    for (const auto& path : question.fields) {
        const auto* field = specOf(path);
        face.fields.append({text(path), "champ." + text(field->id), fieldSaisie(*field)});
    }
    // « Je n’en ai pas » on a page of several fields answers the first that can be without.
    face.canSayNone = std::any_of(question.fields.begin(), question.fields.end(),
                                  [](const std::string& path) { return specOf(path)->allowNone; });
}

} // namespace

QString saisieOf(Input input) {
    constexpr std::array<std::pair<Input, const char*>, 17> kWords{
        {{Input::text, "texte"},
         {Input::date, "date"},
         {Input::choice, "choix"},
         {Input::choices, "choix_multiples"},
         {Input::yesNo, "oui_non"},
         {Input::number, "nombre"},
         {Input::amount, "montant"},
         {Input::phone, "telephone"},
         {Input::email, "courriel"},
         {Input::nir, "nir"},
         {Input::address, "adresse"},
         {Input::commune, "commune"},
         {Input::people, "personnes"},
         {Input::piece, "piece"},
         {Input::consent, "oui_non"},
         {Input::longText, "texte_long"},
         {Input::digits, "chiffres"}}};
    const auto* at = std::find_if(kWords.begin(), kWords.end(),
                                  [&](const auto& word) { return word.first == input; });
    return QString::fromLatin1(at->second);
}

QuestionFace faceOf(const Question& question, const Dossier& dossier,
                    const std::string& editedItem) {
    QuestionFace face;
    face.id = text(question.id);
    face.item = text(question.item.empty() ? editedItem : question.item);
    face.saisie = saisieOf(question.input);
    face.part = partNumber(question.part);
    face.partKey = "partie." + text(question.part);
    face.partPicto = "partie-" + text(question.part);
    face.picto = text(question.picto);
    face.isPrivate = question.priv;
    if (!question.item.empty())
        face.subject = text(textOf(dossier.answer(question.item + ".prenom")));
    if (question.holdsItems())
        fillItems(face, question, dossier);
    else if (question.fields.size() == 1)
        fillField(face, *specOf(question.fields.front()));
    else
        fillFields(face, question);
    return face;
}

QString nameOfItem(const std::string& item, const Dossier& dossier) {
    const QString first = text(textOf(dossier.answer(item + ".prenom")));
    const QString last = text(textOf(dossier.answer(item + ".nom")));
    return QStringLiteral("%1 %2").arg(first, last).trimmed();
}

} // namespace escale
