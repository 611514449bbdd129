// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/calendar.h"

namespace escale::cotation {

Date reachedOn(const Date& from, int months, const DateRules& rules) {
    Date day = addMonths(from, months);
    if (!rules.lastDayOfMonth && day.day < from.day)
        day = addDays(day, 1);
    return rules.anniversaryIncluded ? day : addDays(day, 1);
}

namespace {

/// Days that every month has need no calendar: most birthdays are of this kind.
constexpr int kEveryMonth = 28;

bool reachedInMonth(const Date& from, const Date& today, const DateRules& rules) {
    return rules.anniversaryIncluded ? today.day >= from.day : today.day > from.day;
}

} // namespace

int monthsPassed(const Date& from, const Date& today, const DateRules& rules) {
    int months = (today.year - from.year) * 12 + today.month - from.month;
    if (from.day <= kEveryMonth)
        return reachedInMonth(from, today, rules) ? months : months - 1;
    while (reachedOn(from, months, rules) > today)
        --months;
    return months;
}

int yearsPassed(const Date& from, const Date& today, const DateRules& rules) {
    int years = today.year - from.year;
    if (from.day <= kEveryMonth) {
        const bool reached = today.month > from.month ||
                             (today.month == from.month && reachedInMonth(from, today, rules));
        return reached ? years : years - 1;
    }
    while (reachedOn(from, years * 12, rules) > today)
        --years;
    return years;
}

Date expiredOn(const Date& expiry, const DateRules& rules) {
    return rules.expiryIncluded ? addDays(expiry, 1) : expiry;
}

} // namespace escale::cotation
