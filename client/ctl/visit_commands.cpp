// SPDX-License-Identifier: GPL-3.0-or-later
// visites export, visites bilan: what a permanence gives to who makes the yearly bilan.
#include "client/ctl/commands.h"
#include "client/dossier/visit_book.h"

namespace escale::client::ctl {
namespace {

/// "2026-11-26", "26/11/2026"; empty: no limit.
Result<Date> dayOf(const Arguments& arguments, std::string_view option, const Date& today) {
    const std::string text = arguments.option(option);
    if (text.empty())
        return Date{};
    auto day = parseIsoDate(text);
    if (!day)
        day = parseTypedDate(text, today);
    if (!day)
        return fail(Errc::invalidArgument,
                    "--" + std::string(option) + " : « " + text + " » n’est pas un jour");
    return day;
}

Result<VisitPeriod> periodOf(const Arguments& arguments, const VisitBook& book) {
    ESCALE_TRY_ASSIGN(from, dayOf(arguments, "du", book.today()));
    ESCALE_TRY_ASSIGN(to, dayOf(arguments, "au", book.today()));
    if (!to.empty() && to < from)
        return fail(Errc::invalidArgument, "--au vient avant --du");
    return VisitPeriod{from, to};
}

json::object counted(const std::map<std::string, std::int64_t>& totals) {
    json::object object;
    for (const auto& [code, count] : totals)
        object[code] = count;
    return object;
}

/// Demandes confirmed on this device in the period, by their nature.
Result<json::object> demandesOf(OpenDevice& device, const VisitPeriod& period) {
    ESCALE_TRY_ASSIGN(summaries, device.session->list());
    std::map<std::string, std::int64_t> totals;
    for (const DossierSummary& summary : summaries) {
        ESCALE_TRY_ASSIGN(dossier, device.session->read(summary.id));
        const auto confirmed = dossier.fields.find("depot.confirme");
        const bool counts = confirmed != dossier.fields.end() &&
                            confirmed->second.value == Value(true) &&
                            confirmed->second.origin.device == device.workspace->profile().device &&
                            period.holds(confirmed->second.origin.at.ms);
        const std::string nature = textOf(dossier.answer("demande.nature"));
        if (counts)
            ++totals[nature.empty() ? "non_dite" : nature];
    }
    return counted(totals);
}

} // namespace

Result<Outcome> exportVisits(const Arguments& arguments, Machine& machine) {
    ESCALE_TRY_ASSIGN(device, openDevice(arguments, machine));
    VisitBook book(*device.workspace);
    ESCALE_TRY_ASSIGN(period, periodOf(arguments, book));
    std::string folder = arguments.option("vers");
    if (folder.empty())
        folder = device.workspace->dir().root + "/a-exporter";
    ESCALE_TRY_ASSIGN(visits, book.visits(period));
    ESCALE_TRY_ASSIGN(file, book.exportTo(folder, period));
    return Outcome{{{"fichier", file}, {"visites", visits.size()}}, {}};
}

Result<Outcome> totalVisits(const Arguments& arguments, Machine& machine) {
    ESCALE_TRY_ASSIGN(device, openDevice(arguments, machine));
    VisitBook book(*device.workspace);
    ESCALE_TRY_ASSIGN(period, periodOf(arguments, book));
    ESCALE_TRY_ASSIGN(visits, book.visits(period));
    const VisitTotals totals = totalsOf(visits);
    ESCALE_TRY_ASSIGN(demandes, demandesOf(device, period));
    json::object output{{"du", period.from.empty() ? "" : period.from.iso()},
                        {"au", period.to.empty() ? "" : period.to.iso()},
                        {"visites", totals.visits},
                        {"visites_avec_duree", totals.timed},
                        {"minutes", totals.minutes}};
    for (const auto& [list, codes] : totals.by)
        output[list] = counted(codes);
    output["demandes_confirmees"] = std::move(demandes);
    return Outcome{std::move(output), {}};
}

} // namespace escale::client::ctl
