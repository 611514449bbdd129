// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that do not go together. None is refused: people know their life better than a rule does.
#include "shared/dossier/text.h"
#include "shared/rules/rules.h"
#include "shared/rules/visible.h"

#include <map>
#include <set>
#include <tuple>

namespace escale {
namespace {

constexpr int kWorkingAge = 16; // Code du travail, art. L4153-1
constexpr int kMonthsOfPregnancy = 10;
constexpr const char* kIdentity = "CCH R441-2-2 a";
constexpr const char* kMyBirth = "demandeur.naissance";
constexpr const char* kDependants = "notice 51423#05, pages 3-4";

struct Doubts {
    const Dossier& dossier;
    const Date& today;
    std::set<std::string> asked;
    std::vector<Doubt> found;

    [[nodiscard]] std::string text(const std::string& path) const {
        return isAsked(path) ? textOf(dossier.answer(path)) : std::string();
    }
    [[nodiscard]] Date date(const std::string& path) const {
        return isAsked(path) ? dateOf(dossier.answer(path)) : Date();
    }
    [[nodiscard]] Value value(const std::string& path) const {
        return isAsked(path) ? dossier.answer(path) : Value();
    }
    [[nodiscard]] bool isAsked(const std::string& path) const { return asked.contains(path); }
    void add(const char* reason, const char* source, std::vector<std::string> answers) {
        const std::string path = answers.front();
        found.push_back({path, std::string("doute.") + reason, source, std::move(answers)});
    }
    /// "collection[ID]" of the items that are asked about.
    [[nodiscard]] std::vector<std::string> items(const std::string& collection) const {
        std::vector<std::string> paths;
        if (isCollectionAsked(dossier, *catalogue().findCollection(collection), today))
            for (const std::string& id : dossier.items(collection))
                paths.push_back(collection + '[' + id + ']');
        return paths;
    }

    void nir(const std::string& person);
    void ages();
    void dependant(const std::string& person);
    void couple();
    void twice();
    void numbers();
    void births();
    void handicap();
    void work(const std::string& person);
};

/// 1 or 2, then two digits of the year and two of the month. Months over 12 are numbers given
/// without a known month.
void Doubts::nir(const std::string& person) {
    const std::string number = text(person + ".nir");
    if (!isValidNir(number))
        return;
    const std::string civility = text(person + ".civilite");
    const bool contradicts =
        (number[0] == '1' && civility == "mme") || (number[0] == '2' && civility == "m");
    if (contradicts)
        add("nir_civilite", kIdentity, {person + ".nir", person + ".civilite"});
    const Date birth = date(person + ".naissance");
    const int month = std::stoi(number.substr(3, 2));
    const bool otherMonth = month >= 1 && month <= 12 && month != birth.month;
    if (!birth.empty() && (std::stoi(number.substr(1, 2)) != birth.year % 100 || otherMonth))
        add("nir_naissance", kIdentity, {person + ".nir", person + ".naissance"});
}

void Doubts::ages() {
    const Date mine = date(kMyBirth);
    for (const std::string& person : items("personnes_a_charge")) {
        const Date theirs = date(person + ".naissance");
        const std::string link = text(person + ".lien");
        if (mine.empty() || theirs.empty())
            continue;
        if (link == "enfant" && theirs <= mine)
            add("enfant_age", kDependants, {person + ".naissance", kMyBirth});
        if (link == "parent" && theirs >= mine)
            add("parent_age", kDependants, {person + ".naissance", kMyBirth});
    }
    for (const std::string& child : items("autres_enfants"))
        if (const Date theirs = date(child + ".naissance"); !theirs.empty() && theirs <= mine)
            add("enfant_age", "notice 51423#05, page 5", {child + ".naissance", kMyBirth});
}

/// Under 21, student under 25, or disabled at any age; in alternating custody, on both tax notices.
void Doubts::dependant(const std::string& person) {
    if (value(person + ".deux_foyers") == Value(false))
        add("garde", kDependants, {person + ".deux_foyers", person + ".garde"});
    if (value(person + ".invalidite") == Value(false))
        add("charge", kDependants, {person + ".invalidite", person + ".naissance"});
}

void Doubts::couple() {
    const std::string mine = text("demandeur.situation_familiale");
    const std::set<std::string> alone{"celibataire", "divorce", "veuf"};
    for (const std::string& person : items("codemandeurs")) {
        const std::string link = text(person + ".lien");
        if ((link == "conjoint" || link == "pacs") && alone.contains(mine))
            add("couple", "notice 51423#05, page 2, cases B2 et B3",
                {person + ".lien", "demandeur.situation_familiale"});
    }
}

void Doubts::twice() {
    std::map<std::tuple<std::string, std::string, std::string>, std::string> seen;
    const auto once = [&](const std::string& person) {
        const std::string first = foldName(text(person + ".prenom"));
        const std::string birth = text(person + ".naissance");
        if (first.empty() || birth.empty())
            return;
        const auto [at, fresh] =
            seen.insert({{first, foldName(text(person + ".nom")), birth}, person});
        if (!fresh)
            add("deux_fois", kIdentity,
                {person, at->second == "demandeur" ? "demandeur.prenom" : at->second});
    };
    once("demandeur");
    for (const char* collection :
         {"codemandeurs", "personnes_a_charge", "autres_enfants", "colocataires"})
        for (const std::string& person : items(collection))
            once(person);
}

/// At least everybody who is named; at most those who may come as well.
void Doubts::numbers() {
    const Value wanted = value("logement_recherche.personnes");
    const auto* number = std::get_if<std::int64_t>(&wanted);
    if (!number)
        return;
    const std::int64_t named = householdSize(dossier, today);
    const Value babies = value("naissances.nombre");
    const auto* expected = std::get_if<std::int64_t>(&babies);
    const std::int64_t more =
        static_cast<std::int64_t>(items("autres_enfants").size() + items("colocataires").size()) +
        (expected ? *expected : 0);
    if (*number >= named && *number <= named + more)
        return;
    std::vector<std::string> answers{"logement_recherche.personnes"};
    for (const auto& [collection, question] :
         {std::pair{"codemandeurs", "foyer.conjoint"},
          std::pair{"personnes_a_charge", "foyer.personnes_a_charge"}})
        if (!items(collection).empty())
            answers.emplace_back(collection);
        else if (isAsked(question))
            answers.emplace_back(question);
    add("personnes", "notice 51423#05, page 9, case G2", std::move(answers));
}

void Doubts::births() {
    const Date due = date("naissances.date");
    if (!due.empty() && (addMonths(due, 1) < today || addMonths(today, kMonthsOfPregnancy) < due))
        add("naissance_prevue", kDependants, {"naissances.date"});
}

void Doubts::handicap() {
    if (value("situation.handicap") != Value(true))
        return;
    std::vector<std::string> answers{"situation.handicap"};
    for (const std::string& path : asked) {
        if (!path.ends_with("handicap.concerne"))
            continue;
        answers.push_back(path);
        if (dossier.answer(path) != Value(false))
            return;
    }
    if (answers.size() > 1)
        add("handicap", "notice 51423#05, page 3, case C1", std::move(answers));
}

void Doubts::work(const std::string& person) {
    const Date back = date(person + ".travail.reprise_activite");
    const Date birth = date(person + ".naissance");
    if (!back.empty() && !birth.empty() && fullYears(birth, back) < kWorkingAge)
        add("reprise", "notice 51423#05, page 6, case D15",
            {person + ".travail.reprise_activite", person + ".naissance"});
}

} // namespace

std::vector<Doubt> doubtsOf(const Dossier& dossier, const Date& today) {
    const auto paths = visibleFields(dossier, catalogue(), today);
    Doubts doubts{dossier, today, {paths.begin(), paths.end()}, {}};
    auto adults = doubts.items("codemandeurs");
    adults.insert(adults.begin(), "demandeur");
    for (const std::string& adult : adults) {
        doubts.nir(adult);
        doubts.work(adult);
    }
    doubts.ages();
    for (const std::string& person : doubts.items("personnes_a_charge"))
        doubts.dependant(person);
    doubts.couple();
    doubts.twice();
    doubts.births();
    doubts.handicap();
    doubts.numbers();
    return std::move(doubts.found);
}

} // namespace escale
