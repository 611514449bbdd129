// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/pieces/needs.h"

#include "shared/rules/rules.h"

#include <algorithm>
#include <set>

namespace escale::pieces {
namespace {

constexpr std::string_view kDemandeur = "demandeur";

/// The answers to the questions that are asked, and nothing else.
class AskedAnswers final : public AnswerSource {
public:
    AskedAnswers(const Dossier& dossier, const Date& today)
        : m_dossier(dossier)
        , m_today(today) {
        for (std::string& path : visibleFields(dossier, catalogue(), today))
            m_asked.insert(std::move(path));
    }

    [[nodiscard]] Value answer(const std::string& path) const override {
        return m_asked.contains(path) ? m_dossier.answer(path) : Value();
    }

    [[nodiscard]] std::vector<std::string> items(const std::string& collection) const override {
        const CollectionSpec* spec = catalogue().findCollection(collection);
        if (spec == nullptr || spec->visible.evaluate(m_dossier, m_today) != Truth::yes)
            return {};
        return m_dossier.items(collection);
    }

private:
    const Dossier& m_dossier;
    const Date& m_today;
    std::set<std::string> m_asked;
};

class NeedsMaker {
public:
    NeedsMaker(const Dossier& dossier, const Date& today)
        : m_answers(dossier, today)
        , m_today(today) {}

    std::vector<Need> make() {
        for (const Rule& rule : pieceRules().all())
            follow(rule);
        return std::move(m_needs);
    }

private:
    void add(const Rule& rule, std::vector<std::string> people) {
        Need need;
        need.code = rule.code;
        need.group = rule.group;
        need.oneForAll = rule.owner != Owner::children && people.size() > 1;
        need.people = std::move(people);
        need.accepted = rule.accepted;
        need.source = rule.source;
        m_needs.push_back(std::move(need));
    }

    [[nodiscard]] std::vector<std::string> itemsOf(const char* collection,
                                                   const Condition& condition) const {
        std::vector<std::string> all;
        for (const std::string& id : m_answers.items(collection)) {
            const std::string item = std::string(collection) + "[" + id + "]";
            if (condition.evaluate(m_answers, m_today, item) == Truth::yes)
                all.push_back(item);
        }
        return all;
    }

    void addEach(const Rule& rule, const char* collection) {
        for (const std::string& item : itemsOf(collection, rule.whenItem))
            add(rule, {item});
    }

    void addDemandeur(const Rule& rule) {
        if (rule.when.evaluate(m_answers, m_today) != Truth::yes)
            return;
        std::vector<std::string> people{std::string(kDemandeur)};
        for (std::string& item : itemsOf("codemandeurs", rule.sharedWith))
            people.push_back(std::move(item));
        add(rule, std::move(people));
    }

    void follow(const Rule& rule) {
        switch (rule.owner) {
        case Owner::household:
            if (rule.when.evaluate(m_answers, m_today) == Truth::yes)
                add(rule, {});
            return;
        case Owner::demandeur:
            return addDemandeur(rule);
        case Owner::codemandeur:
            return addEach(rule, "codemandeurs");
        case Owner::adult:
            addDemandeur(rule);
            return addEach(rule, "codemandeurs");
        case Owner::dependant:
            return addEach(rule, "personnes_a_charge");
        case Owner::children: {
            auto people = itemsOf("personnes_a_charge", rule.whenItem);
            for (std::string& item : itemsOf("autres_enfants", rule.whenItem))
                people.push_back(std::move(item));
            if (!people.empty())
                add(rule, std::move(people));
            return;
        }
        }
    }

    AskedAnswers m_answers;
    const Date& m_today;
    std::vector<Need> m_needs;
};

} // namespace

std::string Need::key() const {
    const std::string whose = person();
    return whose.empty() ? code : code + " " + whose;
}

const Accepted* Need::accepts(std::string_view type) const {
    const auto found = std::find_if(accepted.begin(), accepted.end(),
                                    [&](const Accepted& one) { return one.type == type; });
    return found == accepted.end() ? nullptr : &*found;
}

int Need::incomeYear(const Date& today) const {
    const int offset = accepted.empty() ? 0 : accepted.front().freshness.incomeYear;
    return offset == 0 ? 0 : today.year + offset;
}

std::vector<Need> neededPieces(const Dossier& dossier, const Date& today) {
    return NeedsMaker(dossier, today).make();
}

} // namespace escale::pieces
