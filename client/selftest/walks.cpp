// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/walks.h"

#include "client/selftest/form_filler.h"

#include <iostream>

namespace escale {

namespace {

using Page = Parcours::Page;

constexpr int kNumeroMs = 90'000;

Result<void> arrive(Walker& walker, Parcours& parcours, Page page, const QString& name) {
    ESCALE_TRY(walker.waitFor(name, [&] { return parcours.page() == page; }));
    return walker.step(name);
}

Result<void> start(Walker& walker, Parcours& parcours, const QString& language,
                   const QString& suffix) {
    ESCALE_TRY(arrive(walker, parcours, Page::Langue, "langue" + suffix));
    ESCALE_TRY(walker.tap("langue:" + language));
    ESCALE_TRY(arrive(walker, parcours, Page::Accueil, "accueil" + suffix));
    ESCALE_TRY(walker.tap("continuer"));
    return walker.waitFor("la première question",
                          [&] { return parcours.page() == Page::Question; });
}

/// The name was written without its last letter: it is put right from the check page.
Result<void> correctName(Walker& walker, Parcours& parcours, const QString& suffix) {
    ESCALE_TRY(walker.tap("changer:nom"));
    ESCALE_TRY(walker.waitFor("la page du nom", [&] { return parcours.page() == Page::Question; }));
    ESCALE_TRY(walker.type("s"));
    ESCALE_TRY(walker.step("changer-nom" + suffix));
    ESCALE_TRY(walker.tap("continuer"));
    return walker.waitFor("les réponses", [&] { return parcours.page() == Page::Verifier; });
}

Result<void> check(Walker& walker, Parcours& parcours, const QString& suffix) {
    ESCALE_TRY(walker.step("verifier" + suffix));
    ESCALE_TRY(correctName(walker, parcours, suffix));
    ESCALE_TRY(walker.step("verifier-change" + suffix));
    if (!parcours.recap()->complete())
        return fail(
            Errc::incomplete,
            "il manque : " +
                parcours.recap()->missing().first().toMap()["label"].toString().toStdString());
    // A page of five answers each time.
    for (int i = 0; i < parcours.recap()->count() && parcours.page() == Page::Verifier; ++i)
        ESCALE_TRY(walker.tap("continuer"));
    ESCALE_TRY(arrive(walker, parcours, Page::Confirmer, "confirmer" + suffix));
    ESCALE_TRY(walker.tap("confirmer"));
    ESCALE_TRY(arrive(walker, parcours, Page::Recu, "recu" + suffix));
    if (parcours.receipt()->reference().isEmpty())
        return fail(Errc::internal, "le reçu n’a pas de code");
    return {};
}

Result<void> lookAtPoints(Walker& walker, Parcours& parcours, const QString& suffix) {
    ESCALE_TRY(walker.tap("continuer"));
    ESCALE_TRY(arrive(walker, parcours, Page::Points, "points" + suffix));
    if (!parcours.note()->available() || parcours.note()->possiblePoints() <= 0)
        return fail(Errc::internal, "pas de points pour cette demande");
    ESCALE_TRY(walker.tap("pourquoi"));
    ESCALE_TRY(arrive(walker, parcours, Page::Pourquoi, "pourquoi" + suffix));
    ESCALE_TRY(walker.tap("retour"));
    ESCALE_TRY(walker.waitFor("les points", [&] { return parcours.page() == Page::Points; }));
    ESCALE_TRY(walker.tap("retour"));
    return walker.waitFor("le reçu", [&] { return parcours.page() == Page::Recu; });
}

Result<void> finish(Walker& walker, Parcours& parcours, const QString& suffix) {
    ESCALE_TRY(walker.tap("aide"));
    ESCALE_TRY(arrive(walker, parcours, Page::Aide, "aide" + suffix));
    ESCALE_TRY(walker.tap("terminer"));
    ESCALE_TRY(arrive(walker, parcours, Page::Terminer, "terminer" + suffix));
    ESCALE_TRY(walker.tap("oui-effacer"));
    ESCALE_TRY(arrive(walker, parcours, Page::Langue, "efface" + suffix));
    if (!parcours.receipt()->reference().isEmpty() || parcours.recap()->count() > 0 ||
        !parcours.question()->typed().isEmpty())
        return fail(Errc::internal, "il reste quelque chose de la personne");
    return {};
}

int report(const Result<void>& walked) {
    if (walked)
        return 0;
    std::cerr << "parcours arrêté : " << walked.error().detail << std::endl;
    return 1;
}

Result<void> parcoursInFrench(Walker& walker, Parcours& parcours) {
    ESCALE_TRY_ASSIGN(answers, loadWalkAnswers(frenchWalk()));
    FormFiller filler(walker, parcours, std::move(answers));
    ESCALE_TRY(start(walker, parcours, "fr", {}));
    ESCALE_TRY(filler.fill("fr", "ar", {}));
    ESCALE_TRY(check(walker, parcours, {}));
    ESCALE_TRY(lookAtPoints(walker, parcours, {}));
    ESCALE_TRY(walker.waitFor(
        "le numéro unique", [&] { return !parcours.receipt()->numeroUnique().isEmpty(); },
        kNumeroMs));
    ESCALE_TRY(walker.step("numero-unique"));
    return finish(walker, parcours, {});
}

Result<void> everyLanguage(Walker& walker, Parcours& parcours) {
    for (const auto& offered : parcours.preferences()->languages()) {
        const QString language = offered.toMap()["code"].toString();
        const QString suffix = "." + language;
        ESCALE_TRY_ASSIGN(answers, loadWalkAnswers(frenchWalk()));
        FormFiller filler(walker, parcours, std::move(answers));
        ESCALE_TRY(start(walker, parcours, language, suffix));
        ESCALE_TRY(filler.fill(language, language == "ar" ? "en" : "ar", suffix));
        ESCALE_TRY(check(walker, parcours, suffix));
        ESCALE_TRY(lookAtPoints(walker, parcours, suffix));
        ESCALE_TRY(finish(walker, parcours, suffix));
    }
    return {};
}

} // namespace

int walkParcours(Walker& walker, Parcours& parcours) {
    return report(parcoursInFrench(walker, parcours));
}

int walkSelfTest(Walker& walker, Parcours& parcours) {
    return report(everyLanguage(walker, parcours));
}

} // namespace escale
