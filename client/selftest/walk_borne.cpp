// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/form_filler.h"
#include "client/selftest/walk.h"

namespace escale {

namespace {

using Page = Parcours::Page;

constexpr int kNumeroMs = 90'000;
constexpr qint64 kQuietMs = 100'000; // more than a borne waits

/// « Écouter », then « Arrêter »: on a machine without sound, the words pass all the same.
Result<void> listen(Walk& walk) {
    if (!walk.speaking)
        return {};
    ESCALE_TRY(walk.walker.tap("ecouter"));
    ESCALE_TRY(walk.walker.waitFor(
        "la voix", [&] { return walk.speaking() || walk.walker.isThere("sans-son"); }));
    if (walk.walker.isThere("sans-son")) {
        ESCALE_TRY(walk.step("sans-son"));
        ESCALE_TRY(walk.walker.tap("reponse-sure"));
    }
    ESCALE_TRY(walk.walker.waitFor("la voix", walk.speaking));
    ESCALE_TRY(walk.step("ecouter"));
    ESCALE_TRY(walk.walker.tap("ecouter"));
    return walk.walker.waitFor("le silence", [&] { return !walk.speaking(); });
}

Result<void> start(Walk& walk) {
    ESCALE_TRY(walk.arrive(Page::Langue, "langue"));
    ESCALE_TRY(walk.chooseLanguage(walk.language));
    ESCALE_TRY(walk.arrive(Page::Accueil, "accueil"));
    ESCALE_TRY(listen(walk));
    ESCALE_TRY(walk.walker.tap("continuer"));
    return walk.waitForPage(Page::Question, "la première question");
}

/// The name was written without its last letter: it is put right from the check page.
Result<void> correctName(Walk& walk) {
    ESCALE_TRY(walk.walker.tap("changer:nom"));
    ESCALE_TRY(walk.waitForPage(Page::Question, "la page du nom"));
    ESCALE_TRY(walk.walker.type("s"));
    ESCALE_TRY(walk.step("changer-nom"));
    ESCALE_TRY(walk.walker.tap("continuer"));
    return walk.waitForPage(Page::Verifier, "les réponses");
}

Result<void> check(Walk& walk) {
    auto& recap = *walk.parcours.recap();
    ESCALE_TRY(walk.step("verifier"));
    ESCALE_TRY(correctName(walk));
    if (!recap.complete())
        return fail(Errc::incomplete,
                    "il manque : " +
                        recap.missing().first().toMap()["label"].toString().toStdString());
    // A page of a few answers each time.
    for (int i = 0; i < recap.count() && walk.parcours.page() == Page::Verifier; ++i) {
        ESCALE_TRY(walk.step(QStringLiteral("verifier-%1").arg(i + 1)));
        ESCALE_TRY(walk.walker.tap("continuer"));
    }
    ESCALE_TRY(walk.arrive(Page::Confirmer, "confirmer"));
    ESCALE_TRY(walk.walker.tap("confirmer"));
    ESCALE_TRY(walk.arrive(Page::Recu, "recu"));
    if (walk.parcours.receipt()->reference().isEmpty())
        return fail(Errc::internal, "le reçu n’a pas de code");
    return {};
}

Result<void> lookAtPoints(Walk& walk) {
    ESCALE_TRY(walk.walker.tap("continuer"));
    ESCALE_TRY(walk.arrive(Page::Points, "points"));
    if (!walk.parcours.note()->available() || walk.parcours.note()->possiblePoints() <= 0)
        return fail(Errc::internal, "pas de points pour cette demande");
    ESCALE_TRY(walk.walker.tap("pourquoi"));
    ESCALE_TRY(walk.arrive(Page::Pourquoi, "pourquoi"));
    ESCALE_TRY(walk.walker.tap("retour"));
    ESCALE_TRY(walk.waitForPage(Page::Points, "les points"));
    ESCALE_TRY(walk.walker.tap("continuer"));
    ESCALE_TRY(walk.arrive(Page::Etat, "etat"));
    ESCALE_TRY(walk.walker.tap("voir-mon-code"));
    return walk.waitForPage(Page::Recu, "le reçu");
}

/// Nobody touches any more: the borne asks, somebody is still there.
Result<void> fallAsleep(Walk& walk) {
    if (!walk.passTime)
        return {};
    walk.passTime(kQuietMs);
    ESCALE_TRY(walk.walker.waitFor("êtes-vous toujours là",
                                   [&] { return walk.parcours.idleSecondsLeft() > 0; }));
    ESCALE_TRY(walk.step("inactivite"));
    walk.parcours.stillHere();
    return walk.walker.waitFor("l’alerte s’en va",
                               [&] { return walk.parcours.idleSecondsLeft() == 0; });
}

Result<void> finish(Walk& walk) {
    ESCALE_TRY(walk.walker.tap("aide"));
    ESCALE_TRY(walk.arrive(Page::Aide, "aide"));
    ESCALE_TRY(walk.walker.tap("terminer"));
    ESCALE_TRY(walk.arrive(Page::Terminer, "terminer"));
    ESCALE_TRY(walk.walker.tap("oui-effacer"));
    ESCALE_TRY(walk.arrive(Page::Langue, "efface"));
    if (!walk.parcours.receipt()->reference().isEmpty() || walk.parcours.recap()->count() > 0 ||
        !walk.parcours.question()->typed().isEmpty())
        return fail(Errc::internal, "il reste quelque chose de la personne");
    return {};
}

Result<void> fillAndConfirm(Walk& walk) {
    ESCALE_TRY_ASSIGN(answers, loadWalkAnswers(frenchWalk()));
    FormFiller filler(walk, std::move(answers));
    ESCALE_TRY(start(walk));
    ESCALE_TRY(filler.fill());
    ESCALE_TRY(check(walk));
    return lookAtPoints(walk);
}

} // namespace

Result<void> walkBorne(Walk& walk) {
    ESCALE_TRY(fillAndConfirm(walk));
    ESCALE_TRY(fallAsleep(walk));
    return finish(walk);
}

Result<void> walkToNumero(Walk& walk) {
    ESCALE_TRY(fillAndConfirm(walk));
    ESCALE_TRY(walk.walker.waitFor(
        "le numéro unique", [&] { return !walk.parcours.receipt()->numeroUnique().isEmpty(); },
        kNumeroMs));
    ESCALE_TRY(walk.step("numero-unique"));
    return finish(walk);
}

Result<void> walkNotReady(Walk& walk) {
    return walk.arrive(Page::PasPret, "pas-pret");
}

} // namespace escale
