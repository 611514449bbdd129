// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/question_lists.h"

#include "client/viewmodels/read_back.h"

#include <algorithm>
#include <array>
#include <utility>

namespace escale {

namespace {

constexpr int kMaxCommuneTyped = 60;
// Who lives in the home; other children only come to visit.
constexpr std::array kHousehold{"codemandeurs", "colocataires", "personnes_a_charge"};

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), qsizetype(words.size()));
}

const FieldSpec* specOf(const std::string& path) {
    const auto parsed = parsePath(path);
    return parsed ? catalogue().find(*parsed) : nullptr;
}

bool livesIn(const std::string& collection) {
    return std::find(kHousehold.begin(), kHousehold.end(), collection) != kHousehold.end();
}

PersonFace townOf(const std::string& item, const Dossier& dossier) {
    PersonFace town;
    town.item = text(item);
    town.label = communeInWords(text(textOf(dossier.answer(item + ".commune"))));
    return town;
}

/// "personne.fille", "personne.conjoint": who it is for the person who asks.
void nameLink(PersonFace& person, const std::string& item, const std::string& collection,
              const Dossier& dossier) {
    std::string code = textOf(dossier.answer(item + ".lien"));
    if (const auto* link = specOf(item + ".lien"); link && !code.empty()) {
        const auto* entry = catalogue().findCode(link->codeList, code);
        person.otherDetailKey = entry ? text(entry->labelKey) : QString();
    } else if (!link) {
        code = collection == "autres_enfants" ? "enfant" : "colocataire";
    }
    if (code == "enfant") {
        const std::string sex = textOf(dossier.answer(item + ".sexe"));
        code = sex == "f" ? "fille" : sex == "m" ? "fils" : code;
        person.picto = QStringLiteral("personne-enfant");
    }
    person.detailKey = code.empty() ? QString() : "personne." + text(code);
}

PersonFace personOf(const std::string& item, const std::string& collection,
                    const Dossier& dossier) {
    PersonFace person;
    person.item = text(item);
    person.label = nameOfItem(item, dossier);
    person.picto = QStringLiteral("personne");
    person.birth = dateOf(dossier.answer(item + ".naissance"));
    nameLink(person, item, collection, dossier);
    return person;
}

void fillHousehold(QuestionFace& face, const Dossier& dossier) {
    PersonFace you;
    you.label = nameOfItem("demandeur", dossier);
    you.detailKey = QStringLiteral("personne.vous");
    you.picto = QStringLiteral("partie-vous");
    you.birth = dateOf(dossier.answer("demandeur.naissance"));
    face.you = {you};
    face.household = 1;
    for (const auto* collection : kHousehold)
        face.household += int(dossier.items(collection).size());
}

} // namespace

bool holdsTowns(const Question& question) {
    return question.holdsItems() && question.input == Input::commune;
}

void fillList(QuestionFace& face, const Question& question, const Dossier& dossier, ListStep step) {
    const bool towns = holdsTowns(question);
    if (towns && step == ListStep::list)
        face.saisie = QStringLiteral("communes");
    if (towns && step == ListStep::search) {
        face.item = text(question.collection) + "[]";
        face.maximumLength = kMaxCommuneTyped;
        return;
    }
    for (const auto& id : dossier.items(question.collection)) {
        const std::string item = question.collection + '[' + id + ']';
        face.persons.append(towns ? townOf(item, dossier)
                                  : personOf(item, question.collection, dossier));
    }
    if (const auto* list = catalogue().findCollection(question.collection))
        face.most = list->maxItems;
    if (livesIn(question.collection))
        fillHousehold(face, dossier);
}

QString nameOfItem(const std::string& item, const Dossier& dossier) {
    const QString first = text(textOf(dossier.answer(item + ".prenom")));
    const QString last = text(textOf(dossier.answer(item + ".nom")));
    return QStringLiteral("%1 %2").arg(first, last).trimmed();
}

std::int64_t rankAfterAll(const Dossier& dossier, const std::string& collection) {
    std::int64_t last = 0;
    for (const auto& id : dossier.items(collection)) {
        const auto rank = dossier.answer(collection + '[' + id + "].rang");
        if (const auto* number = std::get_if<std::int64_t>(&rank))
            last = std::max(last, *number);
    }
    return std::max(last, std::int64_t(dossier.items(collection).size())) + 1;
}

std::vector<std::string> raised(const Dossier& dossier, const std::string& collection,
                                const std::string& id) {
    auto ids = dossier.items(collection);
    const auto at = std::find(ids.begin(), ids.end(), id);
    if (at != ids.end() && at != ids.begin())
        std::iter_swap(at, std::prev(at));
    return ids;
}

} // namespace escale
