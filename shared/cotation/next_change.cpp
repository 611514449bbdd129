// SPDX-License-Identifier: GPL-3.0-or-later
// Time alone moves notes: birthdays, seniority, expiries, parameters. The dates that could matter
// are few; each is tried, in order, until one gives another score.
#include "shared/cotation/calendar.h"
#include "shared/cotation/score.h"

#include <algorithm>

namespace escale::cotation {
namespace {

constexpr int kStepsAhead = 36; // for a line that may change at every month or year

class Candidates {
public:
    explicit Candidates(const Date& today)
        : m_today(today) {}
    void add(const Date& day) {
        if (day > m_today && isValid(day))
            m_days.push_back(day);
    }
    std::vector<Date> sorted() {
        std::sort(m_days.begin(), m_days.end());
        m_days.erase(std::unique(m_days.begin(), m_days.end()), m_days.end());
        return std::move(m_days);
    }

private:
    Date m_today;
    std::vector<Date> m_days;
};

void addSeniority(const Slot& slot, const Inputs& in, const Date& today, Candidates& days) {
    const Date& since = in.facts.depositedOn;
    if (since.empty())
        return;
    const DateRules& rules = in.program.dates;
    const bool years = slot.kind == SlotKind::seniorityYears;
    const int unit = years ? 12 : 1;
    for (const std::int32_t threshold : slot.thresholds)
        days.add(reachedOn(since, threshold * unit, rules));
    if (!slot.everyStep)
        return;
    const int now = years ? yearsPassed(since, today, rules) : monthsPassed(since, today, rules);
    for (int step = 1; step <= kStepsAhead; ++step)
        days.add(reachedOn(since, (now + step) * unit, rules));
}

void addPeople(const Slot& slot, const Inputs& in, Candidates& days) {
    for (const Person& person : in.facts.persons) {
        if ((slot.roles & (1U << static_cast<unsigned>(person.role))) == 0 || person.birth.empty())
            continue;
        days.add(person.birth);
        for (const std::int16_t age : {slot.ageFrom, slot.ageBelow})
            if (age != kAnyAge)
                days.add(reachedOn(person.birth, age * 12, in.program.dates));
    }
}

void addSlots(const Inputs& in, const Date& today, Candidates& days) {
    for (const Slot& slot : in.program.slots) {
        if (slot.kind == SlotKind::seniorityYears || slot.kind == SlotKind::seniorityMonths)
            addSeniority(slot, in, today, days);
        else if (slot.kind == SlotKind::countOf || slot.kind == SlotKind::exists)
            addPeople(slot, in, days);
    }
}

void addPieces(const Inputs& in, Candidates& days) {
    for (const Piece& piece : in.facts.pieces)
        for (const Requirement& wanted : in.program.requirements)
            if (in.program.pieces[wanted.piece].code == piece.type)
                days.add(endOf(piece, wanted, in.program.dates));
}

bool same(const Score& a, const Score& b) {
    return a.grid == b.grid && a.exclusion == b.exclusion && a.retenu == b.retenu &&
           a.valide == b.valide && a.potentiel == b.potentiel &&
           std::equal(a.lines.begin(), a.lines.end(), b.lines.begin(), b.lines.end(),
                      [](const LineResult& one, const LineResult& other) {
                          return one.line == other.line && one.state == other.state &&
                                 one.points == other.points && one.retained == other.retained;
                      });
}

} // namespace

Date nextChange(const Inputs& in, const Date& today, const Score& score) {
    Candidates days(today);
    addSlots(in, today, days);
    addPieces(in, days);
    for (const Parameter& parameter : in.program.parameters)
        for (const ParameterValue& value : parameter.values)
            days.add(std::max(value.validFrom, value.publishedOn));
    Score later;
    for (const Date& day : days.sorted()) {
        fillScore(in, day, later);
        if (!same(score, later))
            return day;
    }
    return {};
}

} // namespace escale::cotation
