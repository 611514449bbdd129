// SPDX-License-Identifier: GPL-3.0-or-later
// From page to page: what is kept, what stays, what is erased.
#include "tests/client/viewmodels_support.h"

#include <QSignalSpy>
#include <QtTest>

using namespace escale;
using namespace escale::tests;

using Page = Parcours::Page;

class ViewmodelsParcoursTest : public QObject {
    Q_OBJECT
private slots:
    void aDeviceThatIsNotEnrolledSaysSoAndMovesNowhere() {
        Parcours parcours({});
        QCOMPARE(parcours.page(), Page::PasPret);
        parcours.begin();
        parcours.next();
        parcours.back();
        parcours.change("nom", {});
        QCOMPARE(parcours.page(), Page::PasPret);
        parcours.openHelp();
        QCOMPARE(parcours.page(), Page::Aide);
        parcours.closeOverlay();
        QCOMPARE(parcours.page(), Page::PasPret);
        parcours.finish();
        QCOMPARE(parcours.page(), Page::PasPret);
    }

    void theDossierIsCreatedAtTheFirstAnswerKept() {
        BorneAtWork borne;
        borne.begin();
        QCOMPARE(borne.parcours->page(), Page::Question);
        QVERIFY(!borne.session->isOpen());
        borne.answer();
        QVERIFY(!borne.session->isOpen());
        borne.parcours->next();
        QVERIFY(borne.session->isOpen());
        QCOMPARE(borne.edits(), 1);
    }

    void backAndForthKeepsTheAnswersAndWritesNothingTwice() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("naissance");
        const auto before = borne.edits();
        borne.parcours->back();
        QCOMPARE(borne.questionId(), QString("prenom"));
        QCOMPARE(borne.parcours->direction(), -1);
        QCOMPARE(borne.parcours->question()->typed(), QString("Lina"));
        borne.parcours->next();
        QCOMPARE(borne.questionId(), QString("naissance"));
        QCOMPARE(borne.parcours->direction(), 1);
        QCOMPARE(borne.edits(), before);
    }

    void whatIsTypedAndFitsIsKeptOnTheWayBack() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("nom");
        borne.parcours->question()->setTyped("Diallo");
        borne.parcours->back();
        QCOMPARE(textOf(borne.session->answer("demandeur.nom")), std::string("Diallo"));
        borne.parcours->next();
        QCOMPARE(borne.parcours->question()->typed(), QString("Diallo"));
    }

    void whatDoesNotFitIsThereAgainOnReturn() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("telephone");
        borne.parcours->question()->setTyped("063998415");
        borne.parcours->back();
        QCOMPARE(borne.questionId(), QString("nir"));
        QVERIFY(isEmpty(borne.session->answer("demandeur.telephone")));
        borne.parcours->next();
        QCOMPARE(borne.parcours->question()->typed(), QString("063998415"));
        QVERIFY(borne.parcours->question()->error().isEmpty());
    }

    void aWrongAnswerStaysOnThePageWithItsError() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("telephone");
        borne.type("063998415");
        QCOMPARE(borne.questionId(), QString("telephone"));
        QCOMPARE(borne.parcours->question()->error(), QString("erreur.telephone.court"));
        QCOMPARE(borne.parcours->question()->typed(), QString("063998415"));
        borne.parcours->question()->setTyped("0639984152");
        QVERIFY(borne.parcours->question()->error().isEmpty());
        borne.parcours->next();
        QCOMPARE(borne.questionId(), QString("telephone_autre"));
    }

    void anAnswerThatIsNeededIsAskedForAgain() {
        BorneAtWork borne;
        borne.begin();
        borne.parcours->next();
        QCOMPARE(borne.questionId(), QString("nature"));
        QCOMPARE(borne.parcours->question()->error(), QString("erreur.reponse"));
    }

    void theLanguageChangesOnAnyPageAndThePageStays() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("nom");
        borne.parcours->question()->setTyped("Bena");
        borne.parcours->openLanguages();
        QCOMPARE(borne.parcours->page(), Page::Langue);
        QVERIFY(borne.parcours->canGoBack());
        borne.parcours->chooseLanguage("ar");
        QCOMPARE(borne.parcours->page(), Page::Question);
        QCOMPARE(borne.parcours->question()->typed(), QString("Bena"));
        QVERIFY(borne.parcours->preferences()->rightToLeft());
        borne.parcours->openLanguages();
        borne.parcours->back();
        QCOMPARE(borne.questionId(), QString("nom"));
    }

    void helpAndFinishLieOverThePage() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("nom");
        borne.parcours->openHelp();
        borne.parcours->askToFinish();
        QCOMPARE(borne.parcours->page(), Page::Terminer);
        borne.parcours->closeOverlay();
        QCOMPARE(borne.parcours->page(), Page::Question);
        QCOMPARE(borne.questionId(), QString("nom"));
    }

    void theEndOfTheSessionEmptiesEverything() {
        BorneAtWork borne;
        borne.deposit();
        borne.parcours->openPoints();
        borne.parcours->preferences()->setLanguage("ar");
        borne.parcours->preferences()->setProperty("largeText", true);
        borne.parcours->finish();
        auto& parcours = *borne.parcours;
        QCOMPARE(parcours.page(), Page::Langue);
        QVERIFY(!parcours.canGoBack());
        QVERIFY(!borne.session->isOpen());
        QVERIFY(parcours.question()->typed().isEmpty());
        QVERIFY(parcours.question()->questionId().isEmpty());
        QVERIFY(parcours.pieces()->rows().isEmpty());
        QCOMPARE(parcours.piece()->files()->count(), 0);
        QVERIFY(parcours.piece()->picture().isEmpty());
        QCOMPARE(parcours.recap()->count(), 0);
        QVERIFY(parcours.note()->criteria().isEmpty());
        QVERIFY(parcours.receipt()->reference().isEmpty());
        QCOMPARE(parcours.preferences()->language(), QString("fr"));
        QVERIFY(!parcours.preferences()->property("largeText").toBool());
        QVERIFY(!borne.device.holds("Benarou"));
    }

    void nothingTypedByOnePersonIsThereForTheNext() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("telephone");
        borne.parcours->question()->setTyped("06");
        borne.parcours->back();
        borne.parcours->finish();
        borne.begin();
        QVERIFY(borne.parcours->question()->draft() == QuestionDraft());
        borne.goTo("telephone");
        QVERIFY(borne.parcours->question()->typed().isEmpty());
    }

    void nobodyThereErasesAfterACountdown() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("nom");
        auto& idle = *borne.parcours->idle();
        borne.steadyMs += 89'000;
        idle.check();
        QCOMPARE(borne.parcours->idleSecondsLeft(), 0);
        borne.steadyMs += 2'000;
        idle.check();
        QCOMPARE(borne.parcours->idleSecondsLeft(), 59);
        borne.parcours->stillHere();
        QCOMPARE(borne.parcours->idleSecondsLeft(), 0);
        QCOMPARE(borne.questionId(), QString("nom"));
        borne.steadyMs += 149'999;
        idle.check();
        QCOMPARE(borne.parcours->idleSecondsLeft(), 1);
        borne.steadyMs += 1;
        idle.check();
        QCOMPARE(borne.parcours->page(), Page::Langue);
        QVERIFY(!borne.session->isOpen());
        QVERIFY(!idle.isRunning());
    }

    void aTouchOrAKeyOfTheWindowSaysThatSomebodyIsHere() {
        BorneAtWork borne;
        borne.begin();
        borne.steadyMs += 100'000;
        borne.parcours->idle()->check();
        QVERIFY(borne.parcours->idleSecondsLeft() > 0);
        QEvent touch(QEvent::TouchBegin);
        QVERIFY(!borne.parcours->eventFilter(nullptr, &touch));
        QCOMPARE(borne.parcours->idleSecondsLeft(), 0);
    }

    void whatAScreenReaderPressesSaysItToo() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("telephone");
        borne.steadyMs += 100'000;
        borne.parcours->idle()->check();
        QVERIFY(borne.parcours->idleSecondsLeft() > 0);
        borne.parcours->question()->setTyped("06");
        QCOMPARE(borne.parcours->idleSecondsLeft(), 0);
        borne.steadyMs += 100'000;
        borne.parcours->idle()->check();
        QVERIFY(borne.parcours->idleSecondsLeft() > 0);
        borne.parcours->openHelp();
        QCOMPARE(borne.parcours->idleSecondsLeft(), 0);
    }

    void anAdvisersDeviceWaitsForEver() {
        BorneAtWork tablet(protocol::Role::mediateur);
        tablet.begin();
        QVERIFY(!tablet.parcours->idle()->isRunning());
        tablet.goTo("nom");
        tablet.parcours->finish();
        QVERIFY(tablet.workspace->store().unlocked());
        tablet.begin();
        tablet.answer();
        tablet.parcours->next();
        QVERIFY(tablet.parcours->failure().isEmpty());
    }

    void aFailureIsSaidAndTheAnswerStays() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("prenom");
        borne.workspace->store().lock();
        borne.type("Lina");
        QCOMPARE(borne.questionId(), QString("prenom"));
        QCOMPARE(borne.parcours->question()->typed(), QString("Lina"));
        QCOMPARE(borne.parcours->failure(), QString("errc.ferme"));
    }
};

QTEST_MAIN(ViewmodelsParcoursTest)
#include "viewmodels_parcours_test.moc"
