// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/deuxddoc/typed.h"

#include <utility>

namespace escale::deuxddoc {
namespace {

std::string textOf(const AnswerSource& demande, const std::string& path) {
    const Value value = demande.answer(path);
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? *text : std::string();
}

TypedFacts::Person personOf(const AnswerSource& demande, const std::string& person) {
    TypedFacts::Person facts;
    for (const char* field : {".nom", ".nom_usage", ".prenom"}) {
        const std::string text = textOf(demande, person + field);
        if (!text.empty())
            facts.name += (facts.name.empty() ? "" : " ") + text;
    }
    const auto birth = parseIsoDate(textOf(demande, person + ".naissance"));
    if (birth)
        facts.birth = *birth;
    facts.namePath = person + ".nom";
    facts.birthPath = person + ".naissance";
    return facts;
}

void addIncomes(TypedFacts& typed, const AnswerSource& demande, const std::string& incomes,
                int depositYear) {
    for (const auto& [field, years] : {std::pair{"rfr_n2", 2}, std::pair{"rfr_n1", 1}}) {
        const std::string path = incomes + field;
        const Value value = demande.answer(path);
        if (const auto* euros = std::get_if<std::int64_t>(&value))
            typed.incomes.push_back({*euros, depositYear - years, path, typed.people.size() - 1});
    }
}

} // namespace

TypedFacts typedFactsOf(const AnswerSource& demande, int depositYear) {
    TypedFacts typed;
    typed.people.push_back(personOf(demande, "demandeur"));
    addIncomes(typed, demande, "revenus.", depositYear);
    for (const std::string& id : demande.items("codemandeurs")) {
        const std::string person = "codemandeurs[" + id + "]";
        typed.people.push_back(personOf(demande, person));
        addIncomes(typed, demande, person + ".revenus.", depositYear);
    }
    typed.postcodePath = "demandeur.adresse.code_postal";
    typed.postcode = textOf(demande, typed.postcodePath);
    return typed;
}

} // namespace escale::deuxddoc
