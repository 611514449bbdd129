// SPDX-License-Identifier: GPL-3.0-or-later
// The visits of a permanence.
#include "client/selftest/walk_device.h"

namespace escale {

namespace {

using Place = Adviser::Place;

/// To the next page of the visit: the same button stands at the same place.
Result<void> nextOfVisit(Walk& walk) {
    auto& adviser = *walk.parcours.adviser();
    const QString before = adviser.visit()->step();
    ESCALE_TRY(walk.walker.tap("continuer"));
    return walk.walker.waitFor("la page après « " + before + " »", [&] {
        return adviser.place() != Place::Visite || adviser.visit()->step() != before;
    });
}

Result<void> noteVisit(Walk& walk) {
    auto& visit = *walk.parcours.adviser()->visit();
    const int before = visit.today();
    ESCALE_TRY(walk.walker.tap("visites"));
    ESCALE_TRY(arriveAt(walk, Place::Visites, "visites"));
    ESCALE_TRY(walk.walker.tap("continuer"));
    ESCALE_TRY(waitForPlace(walk, Place::Visite, "une visite"));
    ESCALE_TRY(walk.walker.tap("continuer"));
    ESCALE_TRY(walk.step("visite-sans-reponse"));
    for (const auto* answer :
         {"premiere_demande", "documents", "rendez_vous", "sans_demande", "", "fr", "15"}) {
        if (visit.step() == "commune") {
            ESCALE_TRY(walk.walker.type("sarc"));
            ESCALE_TRY(walk.step("visite-commune"));
            ESCALE_TRY(walk.walker.tap("commune:95585"));
        } else {
            ESCALE_TRY(walk.choose(QLatin1String(answer)));
            ESCALE_TRY(walk.step("visite-" + visit.step()));
        }
        ESCALE_TRY(nextOfVisit(walk));
    }
    ESCALE_TRY(waitForPlace(walk, Place::Visites, "les visites"));
    if (visit.today() != before + 1)
        return fail(Errc::internal, "la visite n’est pas comptée");
    ESCALE_TRY(walk.walker.tap("exporter-visites"));
    ESCALE_TRY(walk.step("visites-fichier"));
    ESCALE_TRY(walk.walker.tap("retour"));
    return waitForPlace(walk, Place::Personnes, "la liste");
}

} // namespace

Result<void> walkPermanence(Walk& walk) {
    ESCALE_TRY(openDevice(walk));
    ESCALE_TRY(noteVisit(walk));
    return lockDevice(walk);
}

} // namespace escale
