// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves a permanence about its visits: one line each (CSV), and the totals of the bilan.
#pragma once

#include "shared/base/date.h"
#include "shared/visits/visit.h"

#include <map>
#include <string>
#include <vector>

namespace escale {

/// Days in Paris, both included; an empty date has no limit on its side.
struct VisitPeriod {
    Date from;
    Date to;
    [[nodiscard]] bool holds(std::int64_t atMs) const;
};

/// UTF-8, semicolons, CRLF, one header line; several codes of a cell are separated by a comma.
/// date;heure;venu_pour;explique;oriente;menage;commune_insee;commune;langue;minutes
/// Day and hour are those of Paris, the hour without minutes: it tells the busy hours and nobody.
std::string visitsCsv(const std::vector<Visit>& visits);

struct VisitTotals {
    std::int64_t visits = 0;
    std::int64_t timed = 0;   // visits whose duration was said
    std::int64_t minutes = 0; // of those
    /// By list ("venu_pour"…) then code; "commune" by INSEE code. A visit counts once a code.
    std::map<std::string, std::map<std::string, std::int64_t>> by;
};
VisitTotals totalsOf(const std::vector<Visit>& visits);

/// Those of the period, oldest first.
std::vector<Visit> within(std::vector<Visit> visits, const VisitPeriod& period);

} // namespace escale
