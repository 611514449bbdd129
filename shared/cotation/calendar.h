// SPDX-License-Identifier: GPL-3.0-or-later
// Anniversaries by the rules of a bareme (A02: 29 February; the day itself included or not).
#pragma once

#include "shared/base/date.h"
#include "shared/cotation/program.h"

namespace escale::cotation {

/// First day on which `months` full months have passed since `from`.
Date reachedOn(const Date& from, int months, const DateRules& rules);
/// Full months, or years, from `from` to `today`; negative when `from` is later.
int monthsPassed(const Date& from, const Date& today, const DateRules& rules);
int yearsPassed(const Date& from, const Date& today, const DateRules& rules);
/// First day on which a piece whose last valid day is `expiry` is no longer valid.
Date expiredOn(const Date& expiry, const DateRules& rules);

} // namespace escale::cotation
