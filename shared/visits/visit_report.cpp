// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/visits/visit_report.h"

#include "shared/dossier/communes.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace escale {

namespace {

constexpr std::string_view kHeader =
    "date;heure;venu_pour;explique;oriente;menage;commune_insee;commune;langue;minutes\r\n";
constexpr int kMinutesAnHour = 60;

std::string joined(const std::vector<std::string>& codes) {
    std::string text;
    for (const std::string& code : codes)
        text += (text.empty() ? "" : ",") + code;
    return text;
}

std::string townName(const std::string& insee) {
    const Commune* town = findCommune(insee);
    return town != nullptr ? town->name : std::string();
}

std::string line(const Visit& visit) {
    std::string text = parisDate(visit.atMs).iso();
    text += ';' + std::to_string(parisMinuteOfDay(visit.atMs) / kMinutesAnHour);
    for (const auto* codes : {&visit.asked, &visit.explained, &visit.sentTo, &visit.household})
        text += ';' + joined(*codes);
    text += ';' + visit.commune + ';' + townName(visit.commune) + ';' + visit.language + ';';
    if (visit.minutes > 0)
        text += std::to_string(visit.minutes);
    return text + "\r\n";
}

void count(std::map<std::string, std::int64_t>& totals, const std::vector<std::string>& codes) {
    for (const std::string& code : std::set<std::string>(codes.begin(), codes.end()))
        ++totals[code];
}

} // namespace

bool VisitPeriod::holds(std::int64_t atMs) const {
    const Date day = parisDate(atMs);
    return (from.empty() || day >= from) && (to.empty() || day <= to);
}

std::string visitsCsv(const std::vector<Visit>& visits) {
    std::string text(kHeader);
    for (const Visit& visit : visits)
        text += line(visit);
    return text;
}

VisitTotals totalsOf(const std::vector<Visit>& visits) {
    VisitTotals totals;
    for (const std::string& list : visitLists())
        totals.by[list];
    totals.by["commune"];
    for (const Visit& visit : visits) {
        ++totals.visits;
        totals.timed += visit.minutes > 0 ? 1 : 0;
        totals.minutes += visit.minutes;
        count(totals.by["venu_pour"], visit.asked);
        count(totals.by["explique"], visit.explained);
        count(totals.by["oriente"], visit.sentTo);
        count(totals.by["menage"], visit.household);
        if (!visit.language.empty())
            ++totals.by["langue_visite"][visit.language];
        if (!visit.commune.empty())
            ++totals.by["commune"][visit.commune];
    }
    return totals;
}

std::vector<Visit> within(std::vector<Visit> visits, const VisitPeriod& period) {
    std::erase_if(visits, [&](const Visit& visit) { return !period.holds(visit.atMs); });
    std::sort(visits.begin(), visits.end(), [](const Visit& a, const Visit& b) {
        return std::tie(a.atMs, a.id) < std::tie(b.atMs, b.id);
    });
    return visits;
}

} // namespace escale
