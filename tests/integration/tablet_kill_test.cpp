// SPDX-License-Identifier: GPL-3.0-or-later
// The real touch program on a médiateur's tablet, killed in the middle of a page: behind the PIN,
// the answers are still there, and what was half typed too.
#include "tests/client/device_fixture.h"
#include "tests/integration/touch_machine.h"

#include <QtTest>

using namespace escale;
using namespace escale::tests;

namespace {

/// A new person agreed, answered two questions, and is in the middle of a third one.
const QStringList kFill{"attendre Suivi",    "toucher nouvelle-personne",
                        "toucher choix:oui", "attendre Accueil",
                        "toucher continuer", "attendre Question",
                        "aller nom",         "ecrire zyriakova",
                        "toucher continuer", "aller prenom",
                        "ecrire wuluw"};

class Tablet {
public:
    [[nodiscard]] bool start(bool unlocked) { return machine.start({"--mediateur"}, unlocked); }
    bool orders(const QStringList& lines) { return machine.orders(lines); }
    bool shows(const char* letters) { return machine.interface().toLower().contains(letters); }
    /// The only person of the tablet, read while the program is dead.
    QString person() {
        const auto workspace = device.open(client::SessionKeeping::memory);
        const auto all = workspace->store().list().value();
        return all.size() == 1 ? QString::fromStdString(all.front().id.str()) : QString();
    }
    /// Something half typed stands on the disk, sealed: the program is dead.
    bool keptHalf() {
        const auto workspace = device.open(client::SessionKeeping::memory);
        const auto all = workspace->store().list().value();
        const auto draft = workspace->store().draft(all.front().id);
        return draft && draft->find("uluw") != std::string::npos && !device.holds("uluw");
    }

    DeviceFixture device{protocol::Role::mediateur};
    TouchMachine machine{QString::fromStdString(device.root())};
};

} // namespace

class TabletKillTest : public QObject {
    Q_OBJECT

    static void open(Tablet& tablet, const QString& person) {
        QVERIFY(tablet.start(false));
        QVERIFY2(tablet.orders({"attendre Suivi", "chiffres " + QString::fromLatin1(kPin),
                                "toucher continuer", "toucher personne:" + person}),
                 qPrintable(tablet.machine.failure()));
    }

private slots:
    void killedInTheMiddleOfAPage() {
        Tablet tablet;
        QVERIFY(tablet.start(true));
        QVERIFY2(tablet.orders(kFill), qPrintable(tablet.machine.failure()));
        // Long enough for what is typed to be kept: a finger that rests.
        QTest::qWait(1500);
        QVERIFY(tablet.shows("wuluw"));
        tablet.machine.kill();
        for (const char* typed : {"zyriakova", "wuluw"})
            QCOMPARE(tablet.machine.filesWith(typed), QStringList());
        QVERIFY(tablet.keptHalf());
        open(tablet, tablet.person());
        QVERIFY2(tablet.orders({"toucher reponse-sure", "attendre Question"}),
                 qPrintable(tablet.machine.failure()));
        QVERIFY(tablet.shows("wuluw"));
        QVERIFY2(tablet.orders({"ecrire ahi", "toucher continuer", "attendre Question",
                                "toucher retour", "attendre Question"}),
                 qPrintable(tablet.machine.failure()));
        QVERIFY(tablet.shows("wuluwahi"));
        QVERIFY2(tablet.orders({"toucher retour", "attendre Question"}),
                 qPrintable(tablet.machine.failure()));
        QVERIFY(tablet.shows("zyriakova"));
    }

    void whatIsHalfTypedIsErasedWhenThePersonWants() {
        Tablet tablet;
        QVERIFY(tablet.start(true));
        QVERIFY2(tablet.orders(kFill), qPrintable(tablet.machine.failure()));
        QTest::qWait(1500);
        tablet.machine.kill();
        open(tablet, tablet.person());
        QVERIFY2(
            tablet.orders({"toucher effacer-brouillon", "toucher continuer", "attendre Question"}),
            qPrintable(tablet.machine.failure()));
        QVERIFY(!tablet.shows("wuluw"));
        tablet.machine.kill();
        QVERIFY(!tablet.keptHalf());
    }

    void anotherLanguageTheScreenTurnedAndNoKeyboardLoseNothing() {
        Tablet tablet;
        QVERIFY(tablet.start(true));
        QVERIFY2(tablet.orders(kFill), qPrintable(tablet.machine.failure()));
        for (const QStringList& orders :
             {QStringList{"toucher langue", "attendre Langue", "toucher langue:ar",
                          "attendre Question"},
              QStringList{"taille 800x1280"},
              QStringList{"toucher aide", "attendre Aide", "toucher retour", "attendre Question"},
              QStringList{"taille 1280x800"}}) {
            QVERIFY2(tablet.orders(orders), qPrintable(tablet.machine.failure()));
            QVERIFY(tablet.shows("wuluw"));
        }
    }
};

QTEST_GUILESS_MAIN(TabletKillTest)
#include "tablet_kill_test.moc"
