// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/pieces/freshness.h"

namespace escale::pieces {

Date lastGoodDay(const Freshness& rule, const PieceDates& dates) {
    // Only a rule looks at the day of expiry: a card of France says who somebody is, even expired.
    if (rule.inDate)
        return dates.expiresOn;
    if (dates.issuedOn.empty())
        return {};
    if (rule.months != 0)
        return addMonths(dates.issuedOn, rule.months);
    if (rule.incomeYear != 0)
        return Date{dates.issuedOn.year - 1 - rule.incomeYear, 12, 31};
    return {};
}

bool isStale(const Freshness& rule, const PieceDates& dates, const Date& today) {
    const Date last = lastGoodDay(rule, dates);
    return !last.empty() && last < today;
}

} // namespace escale::pieces
