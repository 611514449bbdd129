// SPDX-License-Identifier: GPL-3.0-or-later
// cote: the note of a dossier for a commune, and why.
#include "client/ctl/commands.h"
#include "shared/cotation/builtin.h"
#include "shared/cotation/explain.h"
#include "shared/cotation/from_dossier.h"

namespace escale::client::ctl {

Result<Outcome> cote(const Arguments& arguments, Machine& machine) {
    const cotation::Commune commune(arguments.option("commune"));
    if (commune.empty())
        return fail(Errc::invalidArgument, "--commune attend un code INSEE, par exemple 95585");
    ESCALE_TRY_ASSIGN(bareme, cotation::loadBareme(cotation::roissyPaysDeFrance()));
    if (bareme.communeName(commune.insee()).empty())
        return fail(Errc::notFound,
                    "aucun barème n’est connu ici pour la commune " + commune.insee());
    ESCALE_TRY_ASSIGN(device, openDevice(arguments, machine));
    ESCALE_TRY(openDossier(arguments, device));
    const Date today = device.session->today();
    const cotation::Note note = cotation::evaluate(
        bareme, cotation::factsFromDossier(device.session->dossier(), today), commune, today);
    return Outcome{cotation::noteToJson(note), {}};
}

} // namespace escale::client::ctl
