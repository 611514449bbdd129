// SPDX-License-Identifier: GPL-3.0-or-later
// What a page shows.
#include "client/viewmodels/question_page.h"

#include "client/viewmodels/question_lists.h"
#include "shared/rules/renewal.h"

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
constexpr int kMaxLongTyped = 1000;
constexpr int kSiretDigits = 14;
constexpr int kNumeroUnique = 18; // characters

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), qsizetype(words.size()));
}

const FieldSpec* specOf(const std::string& path) {
    const auto parsed = parsePath(path);
    return parsed ? catalogue().find(*parsed) : nullptr;
}

/// A text of fixed length is a number written in groups.
bool isNumber(const FieldSpec& field) {
    return field.type == FieldType::text && field.min > 0 && field.min == field.max;
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
    // One digit too many is told, not cut.
    case FieldType::text:
        return int(isNumber(field) ? field.max + field.max / 3 : field.max);
    case FieldType::longText:
        return int(field.max > 0 ? field.max : kMaxLongTyped);
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

void fillField(QuestionFace& face, const FieldSpec& field) {
    face.choices = choicesOf(field);
    face.maximumLength = maximumLengthOf(field);
    face.canSayUnknown = field.allowDoNotKnow;
    face.canSayNone = field.allowNone;
    face.groups = groupsOf(field);
    if (isNumber(field) && face.saisie == QLatin1String("texte"))
        face.saisie = QStringLiteral("code");
}

void fillFields(QuestionFace& face, const Question& question) {
    for (const auto& path : question.fields) {
        const auto* field = specOf(path);
        face.fields.append(
            {text(path), "champ." + text(field->id), fieldSaisie(*field), maximumLengthOf(*field)});
    }
    // « Je n’en ai pas » on a page of several fields answers the first that can be without.
    face.canSayNone = std::any_of(question.fields.begin(), question.fields.end(),
                                  [](const std::string& path) { return specOf(path)->allowNone; });
}

/// In a renewal or a change: what the dossier says already may still be true.
bool wasGiven(const Question& question, const Dossier& dossier) {
    const std::string nature = textOf(dossier.answer("demande.nature"));
    const bool again = (!nature.empty() && nature != "premiere") || isRenewing(dossier);
    return again && !question.holdsItems() && !question.fields.front().starts_with("demande.") &&
           !question.fields.front().starts_with("renouvellement.") && isAnswered(question, dossier);
}

/// Where the person lives is often where they work, or want to stay: offered, never chosen.
QString townNear(const Question& question, const Dossier& dossier) {
    const std::string town = textOf(dossier.answer("demandeur.adresse.commune"));
    const auto ids = dossier.items(question.holdsItems() ? question.collection : std::string());
    const bool listed = std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
        return textOf(dossier.answer(question.collection + '[' + id + "].commune")) == town;
    });
    return listed ? QString() : text(town);
}

} // namespace

QList<int> groupsOf(const FieldSpec& field) {
    if (field.type == FieldType::nir)
        return {1, 2, 2, 2, 3, 3, 2};
    if (field.type == FieldType::phone)
        return {2, 2, 2, 2, 2};
    if (!isNumber(field))
        return {};
    if (field.max == kSiretDigits)
        return {3, 3, 3, 5};
    if (field.max == kNumeroUnique)
        return {3, 2, 2, 6, 5};
    const int size = field.max % 4 == 0 ? 4 : 3;
    return QList<int>(qsizetype(field.max) / size, size);
}

QStringList allQuestionIds() {
    QStringList ids;
    for (const auto& question : catalogueQuestions())
        ids.append(QString::fromStdString(question.id));
    return ids;
}

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

QuestionFace faceOf(const Question& question, const Dossier& dossier, ListStep step) {
    QuestionFace face;
    face.id = text(question.id);
    face.item = text(question.item);
    face.saisie = saisieOf(question.input);
    face.titleKey = text(question.titleKey());
    face.hintKey = text(question.hintKey());
    face.part = partNumber(question.part);
    face.partKey = "partie." + text(question.part);
    face.partPicto = "partie-" + text(question.part);
    face.picto = text(question.picto);
    face.isPrivate = question.priv;
    for (const auto& term : question.glossary)
        face.glossary.append(text(term));
    face.givenBefore = wasGiven(question, dossier);
    face.year = question.year;
    if (!question.item.empty())
        face.subject = text(textOf(dossier.answer(question.item + ".prenom")));
    if (question.holdsItems())
        fillList(face, question, dossier, step);
    else if (question.fields.size() == 1)
        fillField(face, *specOf(question.fields.front()));
    else
        fillFields(face, question);
    if (face.saisie == QLatin1String("commune"))
        face.townNear = townNear(question, dossier);
    return face;
}

} // namespace escale
