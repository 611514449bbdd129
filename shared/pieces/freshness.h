// SPDX-License-Identifier: GPL-3.0-or-later
// How fresh a pièce must be. No clock: the day is given.
#pragma once

#include "shared/base/date.h"

#include <string>

namespace escale::pieces {

/// At most one member is set; none: the pièce never grows old.
struct Freshness {
    int months = 0;      // « moins de 3 mois »: counted from the day written on it
    int incomeYear = 0;  // -2: an avis on the income of that year, counted from today, or later
    bool inDate = false; // its own last day of validity has not passed
    std::string source;  // where the rule comes from
    bool operator==(const Freshness&) const = default;
};

/// What is written on a pièce; an empty date is not known.
struct PieceDates {
    Date issuedOn;
    Date expiresOn;
    bool operator==(const PieceDates&) const = default;
};

/// Last day on which the pièce is still accepted; empty: never grows old, or nobody knows, and what
/// nobody knows refuses nothing. The day itself is good ("expiration_incluse", cotation A18); a day
/// that a month lacks is its last (29 February; Code de procédure civile, art. 641). An avis on the
/// income of a year is issued the year after.
Date lastGoodDay(const Freshness& rule, const PieceDates& dates);

/// True when `today` is past the last good day.
bool isStale(const Freshness& rule, const PieceDates& dates, const Date& today);

} // namespace escale::pieces
