// SPDX-License-Identifier: GPL-3.0-or-later
// A person stops before the end, takes their code and a paper, comes back, and erases everything.
#include "client/selftest/walk.h"

namespace escale {

namespace {

using Page = Parcours::Page;

Result<void> beginDemande(Walk& walk) {
    ESCALE_TRY(walk.waitForPage(Page::Langue, "les langues"));
    ESCALE_TRY(walk.chooseLanguage(walk.language));
    ESCALE_TRY(walk.waitForPage(Page::Accueil, "l’accueil"));
    ESCALE_TRY(walk.walker.tap("continuer"));
    ESCALE_TRY(walk.waitForPage(Page::Question, "la première question"));
    // The first question has choices; the first of them is kept.
    const auto choices = walk.parcours.question()->choices();
    if (choices.isEmpty())
        return fail(Errc::internal, "la première question n’a pas de réponses");
    ESCALE_TRY(walk.walker.tap("choix:" + choices.first().toMap()["code"].toString()));
    const QString first = walk.parcours.question()->questionId();
    ESCALE_TRY(walk.walker.tap("continuer"));
    return walk.walker.waitFor("la question suivante",
                               [&] { return walk.parcours.question()->questionId() != first; });
}

Result<void> lookAtPapers(Walk& walk) {
    ESCALE_TRY(walk.walker.tap("papiers"));
    ESCALE_TRY(walk.arrive(Page::Emporter, "emporter"));
    for (const auto* kind : {"recu", "recap", "pieces"}) {
        ESCALE_TRY(walk.walker.tap(QLatin1String("choix:") + QLatin1String(kind)));
        ESCALE_TRY(walk.arrive(Page::Papier, QLatin1String("papier-") + QLatin1String(kind)));
        if (walk.parcours.departure()->papers()->pageCount() > 1)
            ESCALE_TRY(walk.walker.tap("autre-page"));
        ESCALE_TRY(walk.walker.tap("retour"));
        ESCALE_TRY(walk.waitForPage(Page::Emporter, "les papiers"));
    }
    ESCALE_TRY(walk.walker.tap("retour"));
    return walk.waitForPage(Page::MonCode, "le code");
}

Result<void> leaveWithCode(Walk& walk, QString& code) {
    ESCALE_TRY(walk.walker.tap("terminer"));
    ESCALE_TRY(walk.arrive(Page::Terminer, "arreter"));
    ESCALE_TRY(walk.walker.tap("garder"));
    ESCALE_TRY(walk.arrive(Page::MonCode, "mon-code"));
    code = walk.parcours.receipt()->reference().remove(QLatin1Char(' '));
    ESCALE_TRY(lookAtPapers(walk));
    ESCALE_TRY(walk.walker.tap("continuer"));
    return walk.waitForPage(Page::Langue, "l’écran effacé");
}

Result<void> comeBack(Walk& walk, const QString& code) {
    ESCALE_TRY(walk.chooseLanguage(walk.language));
    ESCALE_TRY(walk.waitForPage(Page::Accueil, "l’accueil"));
    ESCALE_TRY(walk.walker.tap("jai-un-code"));
    ESCALE_TRY(walk.arrive(Page::Reprise, "reprise"));
    ESCALE_TRY(walk.walker.keypad(code.left(7)));
    ESCALE_TRY(walk.walker.tap("continuer"));
    ESCALE_TRY(walk.step("reprise-court"));
    ESCALE_TRY(walk.walker.keypad(code.mid(7, 4)));
    // A last digit that is not the right one.
    const QChar wrong = code.back() == QLatin1Char('1') ? QLatin1Char('2') : QLatin1Char('1');
    ESCALE_TRY(walk.walker.keypad(wrong));
    ESCALE_TRY(walk.walker.tap("continuer"));
    ESCALE_TRY(walk.step("reprise-cherche"));
    ESCALE_TRY(walk.walker.waitFor(
        "la réponse", [&] { return !walk.parcours.departure()->typed()->error().isEmpty(); }));
    ESCALE_TRY(walk.step("reprise-inconnu"));
    ESCALE_TRY(walk.walker.tap("pave:effacer"));
    ESCALE_TRY(walk.walker.keypad(code.right(1)));
    ESCALE_TRY(walk.walker.tap("continuer"));
    return walk.arrive(Page::Question, "reprise-question");
}

/// In très grand such a page is read in several times.
Result<void> readToTheEnd(Walk& walk, Page page) {
    for (int i = 0; i < 4 && walk.parcours.page() == page; ++i)
        ESCALE_TRY(walk.walker.tap("continuer"));
    return {};
}

Result<void> readRights(Walk& walk) {
    ESCALE_TRY(walk.walker.tap("aide"));
    ESCALE_TRY(walk.waitForPage(Page::Aide, "l’aide"));
    ESCALE_TRY(walk.walker.tap("vos-droits"));
    ESCALE_TRY(walk.arrive(Page::Droits, "droits"));
    ESCALE_TRY(walk.walker.tap("accessibilite"));
    ESCALE_TRY(walk.arrive(Page::Accessibilite, "accessibilite"));
    ESCALE_TRY(readToTheEnd(walk, Page::Accessibilite));
    ESCALE_TRY(walk.waitForPage(Page::Droits, "les droits"));
    ESCALE_TRY(readToTheEnd(walk, Page::Droits));
    return walk.waitForPage(Page::Aide, "l’aide");
}

} // namespace

Result<void> walkReturn(Walk& walk) {
    QString code;
    ESCALE_TRY(beginDemande(walk));
    ESCALE_TRY(leaveWithCode(walk, code));
    ESCALE_TRY(comeBack(walk, code));
    ESCALE_TRY(readRights(walk));
    ESCALE_TRY(walk.walker.tap("terminer"));
    ESCALE_TRY(walk.waitForPage(Page::Terminer, "la fin"));
    ESCALE_TRY(walk.walker.tap("oui-effacer"));
    return walk.waitForPage(Page::Langue, "l’écran effacé");
}

} // namespace escale
