// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that do not go together. None is refused: people know their life better than a rule does.
#include "shared/dossier/text.h"
#include "shared/rules/rules.h"
#include "shared/rules/visible.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace escale {
namespace {

constexpr int kWorkingAge = 16; // Code du travail, art. L4153-1
constexpr int kMonthsOfPregnancy = 10;
constexpr const char* kIdentity = "CCH R441-2-2 a";
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
    void add(const std::string& path, const char* reason, const char* source) {
        found.push_back({path, std::string("doute.") + reason, source});
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
        add(person + ".nir", "nir_civilite", kIdentity);
    const Date birth = date(person + ".naissance");
    const int month = std::stoi(number.substr(3, 2));
    const bool otherMonth = month >= 1 && month <= 12 && month != birth.month;
    if (!birth.empty() && (std::stoi(number.substr(1, 2)) != birth.year % 100 || otherMonth))
        add(person + ".nir", "nir_naissance", kIdentity);
}

void Doubts::ages() {
    const Date mine = date("demandeur.naissance");
    for (const std::string& person : items("personnes_a_charge")) {
        const Date theirs = date(person + ".naissance");
        const std::string link = text(person + ".lien");
        if (mine.empty() || theirs.empty())
            continue;
        if (link == "enfant" && theirs <= mine)
            add(person + ".naissance", "enfant_age", kDependants);
        if (link == "parent" && theirs >= mine)
            add(person + ".naissance", "parent_age", kDependants);
    }
    for (const std::string& child : items("autres_enfants"))
        if (const Date theirs = date(child + ".naissance"); !theirs.empty() && theirs <= mine)
            add(child + ".naissance", "enfant_age", "notice 51423#05, page 5");
}

/// Under 21, student under 25, or disabled at any age; in alternating custody, on both tax notices.
void Doubts::dependant(const std::string& person) {
    if (value(person + ".deux_foyers") == Value(false))
        add(person + ".deux_foyers", "garde", kDependants);
    if (value(person + ".invalidite") == Value(false))
        add(person + ".invalidite", "charge", kDependants);
}

void Doubts::couple() {
    const std::string mine = text("demandeur.situation_familiale");
    const std::set<std::string> alone{"celibataire", "divorce", "veuf"};
    for (const std::string& person : items("codemandeurs")) {
        const std::string link = text(person + ".lien");
        if ((link == "conjoint" || link == "pacs") && alone.contains(mine))
            add(person + ".lien", "couple", "notice 51423#05, page 2, cases B2 et B3");
    }
}

void Doubts::twice() {
    std::set<std::tuple<std::string, std::string, std::string>> seen;
    const auto once = [&](const std::string& person) {
        const std::string first = foldName(text(person + ".prenom"));
        const std::string birth = text(person + ".naissance");
        if (first.empty() || birth.empty())
            return;
        if (!seen.insert({first, foldName(text(person + ".nom")), birth}).second)
            add(person + ".prenom", "deux_fois", kIdentity);
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
    if (*number < named || *number > named + more)
        add("logement_recherche.personnes", "personnes", "notice 51423#05, page 9, case G2");
}

void Doubts::births() {
    const Date due = date("naissances.date");
    if (!due.empty() && (addMonths(due, 1) < today || addMonths(today, kMonthsOfPregnancy) < due))
        add("naissances.date", "naissance_prevue", kDependants);
}

void Doubts::handicap() {
    if (value("situation.handicap") != Value(true))
        return;
    bool someoneAsked = false;
    for (const std::string& path : asked) {
        if (!path.ends_with("handicap.concerne"))
            continue;
        someoneAsked = true;
        if (dossier.answer(path) != Value(false))
            return;
    }
    if (someoneAsked)
        add("situation.handicap", "handicap", "notice 51423#05, page 3, case C1");
}

void Doubts::work(const std::string& person) {
    const Date back = date(person + ".travail.reprise_activite");
    const Date birth = date(person + ".naissance");
    if (!back.empty() && !birth.empty() && fullYears(birth, back) < kWorkingAge)
        add(person + ".travail.reprise_activite", "reprise", "notice 51423#05, page 6, case D15");
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

std::int64_t householdSize(const Dossier& dossier, const Date& today) {
    std::size_t others = 0;
    for (const char* collection : {"codemandeurs", "personnes_a_charge"})
        if (isCollectionAsked(dossier, *catalogue().findCollection(collection), today))
            others += dossier.items(collection).size();
    return 1 + static_cast<std::int64_t>(others);
}

std::string proposedAnswer(const Dossier& dossier, std::string_view path, const Date& today) {
    const bool homeless = textOf(dossier.answer("logement_actuel.categorie")) == "sans_abri";
    if (path == "logement_recherche.personnes" || (path == "logement_actuel.personnes" && homeless))
        return std::to_string(householdSize(dossier, today));
    return {};
}

} // namespace escale
