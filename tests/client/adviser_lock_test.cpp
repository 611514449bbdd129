// SPDX-License-Identifier: GPL-3.0-or-later
// The PIN: right, wrong, waited for; the device locked again.
#include "tests/client/tablet_at_work.h"

#include <QtTest>

using namespace escale;
using namespace escale::tests;

using Page = Parcours::Page;
using Place = Adviser::Place;

class AdviserLockTest : public QObject {
    Q_OBJECT
private slots:
    void aTabletStartsLockedAndShowsNobody() {
        TabletAtWork tablet;
        QCOMPARE(tablet.parcours->page(), Page::Suivi);
        QCOMPARE(tablet.place(), Place::Code);
        QVERIFY(!tablet.parcours->canGoBack());
        QVERIFY(!tablet.workspace->store().unlocked());
        QCOMPARE(tablet.adviser().people()->allCount(), 0);
    }

    void theRightPinOpensTheList() {
        TabletAtWork tablet;
        tablet.open();
        QCOMPARE(tablet.place(), Place::Personnes);
        QVERIFY(tablet.workspace->store().unlocked());
        QCOMPARE(tablet.adviser().lock()->count(), 0);
    }

    void thePageAnswersWhileTheCodeIsTried() {
        TabletAtWork tablet;
        auto& lock = *tablet.adviser().lock();
        for (const char digit : std::string(kPin))
            lock.type(QString(QChar::fromLatin1(digit)));
        lock.open();
        QVERIFY(lock.busy()); // the call has come back, the code is tried elsewhere
        QCOMPARE(lock.count(), 0);
        lock.type("1"); // nothing is written meanwhile
        QCOMPARE(lock.count(), 0);
        QTRY_COMPARE(tablet.place(), Place::Personnes);
    }

    void aWrongPinIsSaidAndOpensNothing() {
        TabletAtWork tablet;
        tablet.enter("402918");
        QCOMPARE(tablet.place(), Place::Code);
        QCOMPARE(tablet.adviser().lock()->error(), QString("code_pin.faux"));
        QVERIFY(!tablet.workspace->store().unlocked());
        tablet.adviser().lock()->type("4");
        QVERIFY(tablet.adviser().lock()->error().isEmpty());
    }

    void aShortPinIsNotTried() {
        TabletAtWork tablet;
        tablet.enter("4029");
        QCOMPARE(tablet.adviser().lock()->error(), QString("code_pin.court"));
        QCOMPARE(tablet.adviser().lock()->count(), 4);
        tablet.adviser().lock()->erase();
        QCOMPARE(tablet.adviser().lock()->count(), 3);
    }

    void afterFiveWrongOnesTheWaitIsSaidAndTheRightOneWaitsToo() {
        TabletAtWork tablet;
        auto& lock = *tablet.adviser().lock();
        for (int i = 0; i < 5; ++i)
            tablet.enter("402918");
        QCOMPARE(lock.waitSeconds(), 30);
        QCOMPARE(lock.error(), QString("code_pin.attendre"));
        tablet.open();
        QCOMPARE(tablet.place(), Place::Code);
        tablet.device.clock.now += 29'000;
        lock.check();
        QCOMPARE(lock.waitSeconds(), 1);
        tablet.device.clock.now += 1'000;
        lock.check();
        QCOMPARE(lock.waitSeconds(), 0);
        QVERIFY(lock.error().isEmpty());
        lock.clear();
        tablet.open();
        QCOMPARE(tablet.place(), Place::Personnes);
    }

    void theWaitOutlivesTheProgram() {
        TabletAtWork tablet;
        for (int i = 0; i < 5; ++i)
            tablet.enter("402918");
        tablet.restart();
        QCOMPARE(tablet.adviser().lock()->waitSeconds(), 30);
        QCOMPARE(tablet.adviser().lock()->error(), QString("code_pin.attendre"));
    }

    void lockingKeepsWhatWasTypedAndForgetsTheRest() {
        TabletAtWork tablet;
        tablet.open();
        const auto id = tablet.addPerson("Samir", "Belghazi");
        tablet.adviser().openPerson(id);
        tablet.adviser().openRecap();
        tablet.parcours->change("nom", {});
        tablet.parcours->question()->setTyped("Belgazi");
        tablet.parcours->askToFinish(); // « Fermer à clé »
        QCOMPARE(tablet.place(), Place::Code);
        QCOMPARE(tablet.parcours->page(), Page::Suivi);
        QVERIFY(!tablet.workspace->store().unlocked());
        QVERIFY(!tablet.session->isOpen());
        QVERIFY(tablet.parcours->question()->typed().isEmpty());
        QVERIFY(tablet.adviser().people()->rows().isEmpty());
        QVERIFY(tablet.adviser().person()->name().isEmpty());
        QVERIFY(tablet.workspace->tlsKey().has_error());
        tablet.open();
        QCOMPARE(textOf(tablet.read(id).answer("demandeur.nom")), std::string("Belgazi"));
    }

    void lockingInAnotherLanguageLeavesNobodyOnScreen() {
        TabletAtWork tablet;
        tablet.open();
        tablet.addPerson("Samir", "Belghazi");
        tablet.parcours->openLanguages();
        tablet.parcours->chooseLanguage("ar");
        QCOMPARE(tablet.adviser().people()->allCount(), 1);
        tablet.adviser().lockDevice();
        QCOMPARE(tablet.parcours->preferences()->language(), QString("fr"));
        QCOMPARE(tablet.adviser().people()->allCount(), 0);
        QVERIFY(tablet.adviser().sending()->rows().isEmpty());
    }

    void aTabletThatNobodyTouchesLocksItself() {
        TabletAtWork tablet;
        tablet.open();
        auto& idle = *tablet.parcours->idle();
        QVERIFY(idle.isRunning());
        tablet.steadyMs += 151'000;
        idle.check();
        QCOMPARE(tablet.place(), Place::Code);
        QVERIFY(!tablet.workspace->store().unlocked());
        QVERIFY(!idle.isRunning());
    }

    void anOpenerThatFailsLeavesTheDeviceLocked() {
        TabletAtWork tablet;
        tablet.lock->setOpener([] { return Result<void>(fail(Errc::cryptoFailure)); });
        tablet.open();
        QCOMPARE(tablet.place(), Place::Code);
        QVERIFY(!tablet.workspace->store().unlocked());
        QCOMPARE(tablet.adviser().lock()->error(), QString("errc.cle_refusee"));
    }
};

QTEST_MAIN(AdviserLockTest)
#include "adviser_lock_test.moc"
