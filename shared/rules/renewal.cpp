// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/renewal.h"

#include <algorithm>
#include <array>

namespace escale {
namespace {

constexpr const char* kBegun = "renouvellement.le";
constexpr const char* kWanted = "renouvellement.toujours";
constexpr const char* kChanged = "renouvellement.change";
constexpr const char* kSigned = "renouvellement.signe";
constexpr std::string_view kOwnFields = "renouvellement.";
constexpr std::string_view kIncome = "revenus.rfr_n2";
constexpr std::string_view kIncomeAfter = "revenus.rfr_n1";
// Names and births are put right at a guichet only (notice 51423#05, page 1).
constexpr std::array<std::string_view, 3> kContact{"demandeur.telephone", "demandeur.courriel",
                                                   "demandeur.accord_messages"};
constexpr std::string_view kHelper = "aidant.";
constexpr const char* kContactCode = "contact";
constexpr const char* kNothing = "rien";

bool isSigned(const Dossier& dossier) {
    return dossier.answer(kSigned) == Value(true);
}

TextList changedParts(const Dossier& dossier) {
    const Value value = dossier.answer(kChanged);
    const auto* codes = std::get_if<TextList>(&value);
    TextList parts = codes ? *codes : TextList();
    // With something else beside it, « rien » was a slip: what changed is looked at.
    std::erase(parts, kNothing);
    return parts;
}

bool isContact(const std::string& path) {
    return path.starts_with(kHelper) ||
           std::any_of(kContact.begin(), kContact.end(),
                       [&](std::string_view known) { return path.starts_with(known); });
}

bool hasChanged(const Question& page, const TextList& parts) {
    const auto has = [&](std::string_view part) {
        return std::find(parts.begin(), parts.end(), part) != parts.end();
    };
    if (page.part == "vous")
        return has(kContactCode) && !page.fields.empty() && isContact(page.fields.front());
    if (page.part == "documents") // what changed may have to be proved
        return page.input == Input::piece && !parts.empty();
    return has(page.part);
}

/// "revenus." of the demandeur, "codemandeurs[ID].revenus." of the others.
std::vector<std::string> peopleWithIncome(const Dossier& dossier) {
    std::vector<std::string> prefixes{""};
    for (const std::string& id : dossier.items("codemandeurs"))
        prefixes.push_back("codemandeurs[" + id + "].");
    return prefixes;
}

} // namespace

Date yearStart(const Dossier& dossier) {
    const Date renewed = isSigned(dossier) ? dateOf(dossier.answer(kBegun)) : Date();
    const Date received = dateOf(Value(dossier.receivedOn));
    return std::max(renewed, received);
}

bool isEnded(const Dossier& dossier) {
    return std::any_of(dossier.tasks.begin(), dossier.tasks.end(),
                       [](const Task& task) { return task.code.starts_with(kTaskEnded); });
}

bool isRenewing(const Dossier& dossier) {
    return !isEmpty(dossier.answer(kBegun)) && !isSigned(dossier);
}

bool mayRenew(const Dossier& dossier, const Date& today) {
    const Date since = yearStart(dossier);
    return dossier.answer("depot.confirme") == Value(true) && !dossier.numeroUnique.empty() &&
           !isRenewing(dossier) && !since.empty() && today >= addMonths(since, kRenewalAfterMonths);
}

int incomeBaseYear(const Dossier& dossier, const Date& today) {
    const Date last = std::max(yearStart(dossier), dateOf(dossier.answer(kBegun)));
    return last.empty() ? today.year : last.year;
}

std::vector<std::pair<std::string, Value>> renewalStart(const Dossier& dossier, const Date& today) {
    std::vector<std::pair<std::string, Value>> answers{
        {kBegun, today.iso()}, {kWanted, {}}, {kChanged, {}}, {kSigned, {}}};
    const int years = today.year - incomeBaseYear(dossier, today);
    if (years <= 0)
        return answers;
    for (const std::string& person : peopleWithIncome(dossier)) {
        const std::string before = person + std::string(kIncome);
        const std::string after = person + std::string(kIncomeAfter);
        answers.emplace_back(before, std::monostate());
        const Value given = dossier.answer(after);
        if (years == 1 && std::holds_alternative<std::int64_t>(given))
            answers.back().second = given;
        answers.emplace_back(after, std::monostate());
    }
    return answers;
}

std::vector<std::pair<std::string, Value>> renewalSigned(const Dossier& dossier) {
    return {{kSigned, true},
            {"demande.nature", std::string("renouvellement")},
            {"demande.numero_unique", dossier.numeroUnique}};
}

bool isAskedNow(const Question& page, const Dossier& dossier) {
    if (!isRenewing(dossier))
        return true;
    const std::string first = page.fields.empty() ? std::string() : page.fields.front();
    if (first.starts_with(kOwnFields))
        return true;
    if (dossier.answer(kWanted) != Value(true))
        return false;
    return first.ends_with(kIncome) || hasChanged(page, changedParts(dossier));
}

const Question* firstAsked(const std::vector<Question>& visible, const Dossier& dossier) {
    const auto at = std::find_if(visible.begin(), visible.end(),
                                 [&](const Question& page) { return isAskedNow(page, dossier); });
    return at == visible.end() ? nullptr : &*at;
}

const Question* lastAsked(const std::vector<Question>& visible, const Dossier& dossier) {
    const auto at = std::find_if(visible.rbegin(), visible.rend(),
                                 [&](const Question& page) { return isAskedNow(page, dossier); });
    return at == visible.rend() ? nullptr : &*at;
}

} // namespace escale
