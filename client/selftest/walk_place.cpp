// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/walk.h"

namespace escale {

namespace {

using Page = Parcours::Page;

struct State {
    const char* figures; // what is arranged
    const char* step;
    bool known, stale;
};

constexpr State kStates[] = {{"recents", "place", true, false},
                             {"anciens", "place-ancienne", true, true},
                             {"coupes", "place-refusee", false, false},
                             {"absents", "place-absente", false, false}};

struct Town {
    const char* insee;
    const char* step;
    bool available;
};

// Saint-Étienne publishes nothing, Toulouse a part; of Brest nothing is known here.
constexpr Town kTowns[] = {{"42218", "points-non-publies", false},
                           {"31555", "points-en-partie", true},
                           {"29019", "points-inconnus", false}};

Result<void> showStates(Walk& walk) {
    ESCALE_TRY(walk.arrange("95585"));
    for (const State& state : kStates) {
        ESCALE_TRY(walk.arrange(state.figures));
        walk.parcours.openPoints();
        ESCALE_TRY(walk.arrive(Page::Points, state.step));
        const auto& place = *walk.parcours.note()->place();
        if (place.known() != state.known || place.stale() != state.stale ||
            place.invented() != state.known)
            return fail(Errc::internal,
                        std::string("la place n’est pas celle attendue : ") + state.step);
    }
    return {};
}

/// « Continuer » until the page of the points is back; every page of the list is a step.
Result<void> leaf(Walk& walk, Page page, const QString& step) {
    constexpr int kMostPages = 20;
    for (int i = 1; walk.parcours.page() == page; ++i) {
        if (i > kMostPages)
            return fail(Errc::internal, "la liste ne finit pas");
        ESCALE_TRY(walk.step(i == 1 ? step : step + QStringLiteral("-%1").arg(i)));
        ESCALE_TRY(walk.walker.tap("continuer"));
    }
    return walk.waitForPage(Page::Points, "les points");
}

Result<void> showChanges(Walk& walk) {
    ESCALE_TRY(walk.arrange("recents"));
    walk.parcours.openPoints();
    ESCALE_TRY(walk.waitForPage(Page::Points, "les points"));
    const auto& note = *walk.parcours.note();
    if (note.points() <= 0 || note.bestPiece()["place"].toString().isEmpty())
        return fail(Errc::internal, "rien ne dit ce qui changerait la place");
    ESCALE_TRY(walk.walker.tap("pourquoi"));
    ESCALE_TRY(walk.waitForPage(Page::Pourquoi, "pourquoi"));
    ESCALE_TRY(leaf(walk, Page::Pourquoi, "pourquoi"));
    ESCALE_TRY(walk.walker.tap("pourquoi"));
    ESCALE_TRY(walk.waitForPage(Page::Pourquoi, "pourquoi"));
    ESCALE_TRY(walk.walker.tap("plus-de-points"));
    ESCALE_TRY(walk.waitForPage(Page::PlusDePoints, "plus de points"));
    ESCALE_TRY(walk.step("plus-de-points"));
    ESCALE_TRY(walk.walker.tap("comparer"));
    ESCALE_TRY(walk.waitForPage(Page::Communes, "les communes"));
    return leaf(walk, Page::Communes, "communes");
}

Result<void> showTowns(Walk& walk) {
    for (const Town& town : kTowns) {
        ESCALE_TRY(walk.arrange(town.insee));
        walk.parcours.openPoints();
        ESCALE_TRY(walk.arrive(Page::Points, town.step));
        const auto& note = *walk.parcours.note();
        if (note.available() != town.available || note.publication().isEmpty())
            return fail(Errc::internal,
                        std::string("les points ne sont pas ceux attendus : ") + town.step);
    }
    return {};
}

} // namespace

Result<void> walkWorking(Walk& walk) {
    walk.parcours.openPoints();
    ESCALE_TRY(walk.arrive(Page::Points, "points"));
    ESCALE_TRY(walk.walker.tap("pourquoi"));
    ESCALE_TRY(walk.arrive(Page::Pourquoi, "pourquoi"));
    ESCALE_TRY(walk.walker.tap("trace"));
    ESCALE_TRY(walk.arrive(Page::Trace, "calcul"));
    if (walk.parcours.note()->trace().isEmpty())
        return fail(Errc::internal, "le calcul ne dit rien");
    ESCALE_TRY(walk.walker.tap("retour"));
    ESCALE_TRY(walk.waitForPage(Page::Pourquoi, "pourquoi"));
    ESCALE_TRY(walk.walker.tap("retour"));
    return walk.waitForPage(Page::Points, "les points");
}

Result<void> walkPlace(Walk& walk) {
    if (!walk.arrange)
        return fail(Errc::invalidArgument, "cet appareil n’est pas un appareil d’essai");
    ESCALE_TRY(walk.waitForPage(Page::Langue, "les langues"));
    ESCALE_TRY(walk.chooseLanguage(walk.language));
    ESCALE_TRY(walk.waitForPage(Page::Accueil, "l’accueil"));
    ESCALE_TRY(showStates(walk));
    ESCALE_TRY(showChanges(walk));
    ESCALE_TRY(showTowns(walk));
    walk.parcours.finish();
    return walk.waitForPage(Page::Langue, "les langues");
}

} // namespace escale
