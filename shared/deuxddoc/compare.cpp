// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/deuxddoc/compare.h"

#include "shared/deuxddoc/names.h"

#include <algorithm>

namespace escale::deuxddoc {
namespace {

/// A name of the document and a person of the demande, and how near they are.
struct Pair {
    const std::string* read = nullptr;
    const TypedFacts::Person* person = nullptr;
    NameMatch match = NameMatch::different;
};

Pair nearest(const DocumentFacts& read, const TypedFacts& typed) {
    Pair best;
    for (const TypedFacts::Person& person : typed.people) {
        for (const std::string& name : read.people) {
            const NameMatch match = matchNames(name, person.name);
            if (best.person == nullptr || match < best.match)
                best = {&name, &person, match};
        }
    }
    return best;
}

void askName(std::vector<Question>& questions, const Pair& pair) {
    if (pair.person == nullptr || pair.match == NameMatch::same || pair.match == NameMatch::unknown)
        return;
    questions.push_back({Subject::name, pair.person->namePath, *pair.read, pair.person->name,
                         pair.match == NameMatch::close});
}

void askBirth(std::vector<Question>& questions, const DocumentFacts& read, const Pair& pair) {
    const bool known = pair.person != nullptr && pair.match <= NameMatch::close && read.birth &&
                       pair.person->birth;
    if (!known || *read.birth == *pair.person->birth)
        return;
    questions.push_back({Subject::birth, pair.person->birthPath, read.birth->iso(),
                         pair.person->birth->iso(),
                         distance(read.birth->iso(), pair.person->birth->iso(), 1) <= 1});
}

void askIncome(std::vector<Question>& questions, const DocumentFacts& read, const TypedFacts& typed,
               const Pair& pair) {
    if (!read.taxIncome || !read.incomeYear)
        return;
    const TypedFacts::Income* nearest = nullptr;
    for (const TypedFacts::Income& income : typed.incomes) {
        if (income.year != *read.incomeYear)
            continue;
        if (income.euros == *read.taxIncome)
            return;
        const bool theirs =
            income.person < typed.people.size() && &typed.people[income.person] == pair.person;
        if (nearest == nullptr || theirs)
            nearest = &income;
    }
    if (nearest == nullptr)
        return;
    const std::string one = std::to_string(*read.taxIncome);
    const std::string other = std::to_string(nearest->euros);
    questions.push_back({Subject::income, nearest->path, one, other, distance(one, other, 1) <= 1});
}

} // namespace

std::vector<Question> compare(const DocumentFacts& read, const TypedFacts& typed) {
    std::vector<Question> questions;
    const Pair pair = nearest(read, typed);
    askName(questions, pair);
    askBirth(questions, read, pair);
    askIncome(questions, read, typed, pair);
    if (!read.postcode.empty() && !typed.postcode.empty() && read.postcode != typed.postcode)
        questions.push_back({Subject::postcode, typed.postcodePath, read.postcode, typed.postcode,
                             distance(read.postcode, typed.postcode, 1) <= 1});
    return questions;
}

std::string_view subjectName(Subject subject) {
    switch (subject) {
    case Subject::name:
        return "nom";
    case Subject::birth:
        return "naissance";
    case Subject::income:
        return "revenu";
    case Subject::postcode:
        return "code_postal";
    }
    return "nom";
}

} // namespace escale::deuxddoc
