// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/answers.h"

#include "shared/base/json.h"

namespace escale::data {
extern const std::string_view kFoyers;
extern const std::string_view kParcoursFr;
} // namespace escale::data

namespace escale {

namespace {

Result<QStringList> texts(const json::value& value) {
    const auto* array = value.if_array();
    if (!array)
        return fail(Errc::malformed, "liste attendue");
    QStringList all;
    for (const auto& one : *array) {
        if (!one.is_string())
            return fail(Errc::malformed, "texte attendu");
        all.append(QString::fromUtf8(one.get_string().data(), qsizetype(one.get_string().size())));
    }
    return all;
}

Result<void> readFields(const json::value& value, WalkAnswer& answer) {
    const auto* array = value.if_array();
    if (!array)
        return fail(Errc::malformed, "liste attendue");
    for (const auto& pair : *array) {
        ESCALE_TRY_ASSIGN(words, texts(pair));
        if (words.size() != 2)
            return fail(Errc::malformed, "chemin et texte attendus");
        answer.fields.append({words[0], words[1]});
    }
    return {};
}

Result<WalkAnswer> readAnswer(const json::object& object) {
    WalkAnswer answer;
    if (const auto* value = object.if_contains("choix")) {
        ESCALE_TRY_ASSIGN(choices, texts(*value));
        answer.choices = choices;
    }
    if (const auto* value = object.if_contains("date")) {
        ESCALE_TRY_ASSIGN(date, texts(*value));
        answer.date = date;
    }
    if (const auto* value = object.if_contains("commune")) {
        ESCALE_TRY_ASSIGN(words, texts(*value));
        answer.town = words.value(0);
        answer.insee = words.value(1);
    }
    if (const auto* value = object.if_contains("champs"))
        ESCALE_TRY(readFields(*value, answer));
    answer.accepted = object.contains("rien");
    answer.letters = QString::fromStdString(jsonStringOr(object, "ecrire"));
    answer.digits = QString::fromStdString(jsonStringOr(object, "chiffres"));
    answer.button = QString::fromStdString(jsonStringOr(object, "bouton"));
    return answer;
}

Result<std::map<QString, WalkAnswer>> readHousehold(const json::value& json) {
    const auto* root = json.if_object();
    if (!root)
        return fail(Errc::malformed, "objet attendu");
    ESCALE_TRY_ASSIGN(questions, jsonObject(*root, "questions"));
    std::map<QString, WalkAnswer> answers;
    for (const auto& [id, value] : *questions) {
        const auto* object = value.if_object();
        auto answer = object ? readAnswer(*object) : fail(Errc::malformed, "objet attendu");
        if (!answer)
            return fail(Errc::malformed, std::string(id) + " : " + answer.error().detail);
        answers.emplace(QString::fromUtf8(id.data(), qsizetype(id.size())), std::move(*answer));
    }
    return answers;
}

} // namespace

Result<std::map<QString, WalkAnswer>> loadWalkAnswers(std::string_view text) {
    ESCALE_TRY_ASSIGN(json, parseJson(text));
    return readHousehold(json);
}

Result<std::vector<std::map<QString, WalkAnswer>>> loadHouseholds(std::string_view text) {
    ESCALE_TRY_ASSIGN(json, parseJson(text));
    const auto* list = json.if_array();
    if (!list)
        return fail(Errc::malformed, "liste attendue");
    std::vector<std::map<QString, WalkAnswer>> all;
    for (const auto& one : *list) {
        ESCALE_TRY_ASSIGN(answers, readHousehold(one));
        all.push_back(std::move(answers));
    }
    return all;
}

std::string_view frenchWalk() {
    return data::kParcoursFr;
}

std::string_view walkHouseholds() {
    return data::kFoyers;
}

} // namespace escale
