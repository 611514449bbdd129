// SPDX-License-Identifier: GPL-3.0-or-later
// cote: the note of a dossier for a commune, and why; or those of a file of cases.
#include "client/ctl/commands.h"
#include "shared/cotation/explain.h"
#include "shared/cotation/from_dossier.h"
#include "shared/cotation/publications.h"
#include "shared/cotation/trace.h"
#include "shared/dossier/communes.h"

namespace escale::client::ctl {
namespace {

/// What is known of a commune that no barème of the program covers.
std::string nothingFor(cotation::Commune commune) {
    const auto* town = findCommune(commune.insee());
    const auto* known = town ? cotation::publicationOf(town->epci) : nullptr;
    return known ? known->sentence()
                 : "aucun barème n’est connu ici pour la commune " + commune.insee();
}

} // namespace

Result<Outcome> cote(const Arguments& arguments, Machine& machine) {
    if (!arguments.option("cas").empty())
        return coteCases(arguments);
    const cotation::Commune commune(arguments.option("commune"));
    if (commune.empty())
        return fail(Errc::invalidArgument, "--commune attend un code INSEE, par exemple 95585");
    const cotation::Bareme* bareme = cotation::baremeCovering(commune);
    if (bareme == nullptr)
        return fail(Errc::notFound, nothingFor(commune));
    ESCALE_TRY_ASSIGN(device, openDevice(arguments, machine));
    ESCALE_TRY(openDossier(arguments, device));
    const Date today = device.session->today();
    const cotation::Facts facts = cotation::factsFromDossier(device.session->dossier(), today);
    const cotation::Note note = cotation::evaluate(*bareme, facts, commune, today);
    if (!arguments.flag("trace"))
        return Outcome{cotation::noteToJson(note), {}};
    json::object trace = cotation::traceOf(note, facts);
    std::string hash = cotation::traceHash(trace);
    return Outcome{{{"trace", std::move(trace)}, {"empreinte", std::move(hash)}}, {}};
}

} // namespace escale::client::ctl
