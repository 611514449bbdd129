// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/pieces/status.h"

#include <algorithm>

namespace escale::pieces {
namespace {

bool standsForAll(const Need& need, const Given& given) {
    const Document* document = pieceRules().document(given.type);
    return need.people.empty() || need.oneForAll || (document != nullptr && document->shared);
}

/// Whether `given` is of the people of the need at all: an avis of one adult is not another's.
bool concerns(const Need& need, const Given& given) {
    if (need.people.empty() || given.person.empty())
        return true;
    const Document* document = pieceRules().document(given.type);
    return (document != nullptr && document->shared) ||
           std::find(need.people.begin(), need.people.end(), given.person) != need.people.end();
}

class StatusMaker {
public:
    StatusMaker(const Need& need, const std::vector<Given>& given, const Date& today)
        : m_need(need)
        , m_today(today) {
        for (const Given& one : given)
            if (need.accepts(one.type) != nullptr && concerns(need, one))
                m_given.push_back(&one);
    }

    Status make() {
        m_status.need = m_need;
        if (m_need.people.empty()) {
            count(best({}), {});
            return std::move(m_status);
        }
        bool first = true;
        for (const std::string& person : m_need.people) {
            const Given* one = best(person);
            if (first || stateOf(one) < m_status.state)
                count(one, person);
            else
                note(one, person);
            first = false;
        }
        return std::move(m_status);
    }

private:
    [[nodiscard]] State stateOf(const Given* given) const {
        return given == nullptr ? State::toProvide
                                : given->state(m_need.accepts(given->type)->freshness, m_today);
    }

    /// Papers without a name: the demandeur's, or those of one child each.
    [[nodiscard]] bool isOf(const Given& given, const std::string& person) const {
        if (standsForAll(m_need, given) || given.person == person)
            return true;
        if (!given.person.empty())
            return false;
        return m_need.people.size() > 1
                   ? std::find(m_used.begin(), m_used.end(), &given) == m_used.end()
                   : person == "demandeur";
    }

    const Given* best(const std::string& person) {
        const Given* found = nullptr;
        for (const Given* one : m_given)
            if (isOf(*one, person) && (found == nullptr || stateOf(one) >= stateOf(found)))
                found = one;
        if (found != nullptr && !standsForAll(m_need, *found))
            m_used.push_back(found);
        return found;
    }

    void note(const Given* given, const std::string& person) {
        if (isWanted(stateOf(given)) && !person.empty())
            m_status.lacking.push_back(person);
        if (given == nullptr)
            return;
        if (std::find(m_status.pieces.begin(), m_status.pieces.end(), given->id) ==
            m_status.pieces.end())
            m_status.pieces.push_back(given->id);
        m_status.doubtful = m_status.doubtful || given->doubtful;
        const Date last = lastGoodDay(m_need.accepts(given->type)->freshness, given->dates);
        if (!last.empty() && (m_status.goodUntil.empty() || last < m_status.goodUntil))
            m_status.goodUntil = last;
    }

    void count(const Given* given, const std::string& person) {
        m_status.state = stateOf(given);
        m_status.type = given == nullptr ? std::string() : given->type;
        m_status.refusal = given == nullptr ? std::string() : given->refusal;
        note(given, person);
    }

    const Need& m_need;
    const Date& m_today;
    std::vector<const Given*> m_given, m_used;
    Status m_status;
};

} // namespace

std::vector<Status> statusesOf(const std::vector<Need>& needs, const std::vector<Given>& given,
                               const Date& today) {
    std::vector<Status> all;
    for (const Need& need : needs)
        all.push_back(StatusMaker(need, given, today).make());
    return all;
}

std::vector<Given> besides(const std::vector<Need>& needs, const std::vector<Given>& given) {
    std::vector<Given> all;
    for (const Given& one : given)
        if (std::none_of(needs.begin(), needs.end(), [&](const Need& need) {
                return need.accepts(one.type) != nullptr && concerns(need, one);
            }))
            all.push_back(one);
    return all;
}

} // namespace escale::pieces
