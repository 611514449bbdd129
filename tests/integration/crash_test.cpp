// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 of the server, the stand-in or the device at any moment: the same end state, nothing
// lost, no second numéro unique.
#include "tests/integration/world.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QThread>
#include <QtTest>

using namespace escale::tests;
using namespace Qt::Literals;

namespace {

/// Starts escale-ctl and kills it after `delayMs` unless it has ended. True when it ended with 0.
bool ctlKilledAfter(const Device& device, const QStringList& words, int delayMs) {
    const auto process = device.start(words);
    if (process->waitForFinished(delayMs))
        return process->exitStatus() == QProcess::NormalExit && process->exitCode() == 0;
    process->kill();
    process->waitForFinished();
    return false;
}

} // namespace

class CrashTest : public QObject {
    Q_OBJECT
private slots:
    void killedAtRandomTheSameEndAndOneNumber_data() {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 4; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void killedAtRandomTheSameEndAndOneNumber() {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        World world;
        QVERIFY(world.isReady() && world.startServer() && world.startEcole());
        const Device tablet = world.enrol(u"tablette"_s, u"mediateur"_s);
        const QString dossier = completeDossier(tablet, world);
        QVERIFY(!dossier.isEmpty());
        int surface = 28;
        for (int round = 0; round < 8; ++round)
            surface = oneRound(world, tablet, dossier, random, surface);

        QVERIFY(world.server().isRunning() || world.startServer());
        QVERIFY(world.ecole().isRunning() || world.startEcole());
        const QString number = waitForNumber(tablet, dossier);
        QVERIFY2(!number.isEmpty(), "no number came");
        QCOMPARE(world.numbersGiven(), QStringList{number});
        const QJsonObject shown = tablet.show(dossier);
        const QJsonObject fields = shown.value("champs"_L1).toObject();
        QCOMPARE(fields.value("logement_actuel.surface"_L1).toObject().value("valeur"_L1).toInt(),
                 surface);
        QCOMPARE(fields.value("demandeur.nom"_L1).toObject().value("valeur"_L1).toString(),
                 u"Benarous"_s);
        QVERIFY(shown.value("conflits"_L1).toArray().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(world.xmlHeld(number).contains(u">%1<"_s.arg(surface)), 30'000);
    }

    void anAnswerLostAfterTheSneGaveANumberIsNotAskedAgain() {
        World world;
        QVERIFY(world.isReady() && world.startEcole({u"--perdre-reponse"_s, u"1"_s}));
        QVERIFY(world.startServer());
        const Device tablet = world.enrol(u"tablette"_s, u"mediateur"_s);
        const QString dossier = completeDossier(tablet, world);
        QVERIFY(!dossier.isEmpty());
        const QString number = waitForNumber(tablet, dossier);
        QVERIFY(!number.isEmpty());
        QCOMPARE(world.numbersGiven(), QStringList{number});
    }

private:
    /// One edit, one sync cut by somebody's death. Returns the surface that must be there.
    static int oneRound(World& world, const Device& tablet, const QString& dossier,
                        QRandomGenerator& random, int surface) {
        const int wanted = surface + 1;
        // An edit that answered 0 must be back; one that was killed may be there or not: it is
        // simply made again.
        const QStringList words{u"dossier"_s, u"set"_s, u"--dossier"_s, dossier,
                                u"logement_actuel.surface=%1"_s.arg(wanted)};
        if (!ctlKilledAfter(tablet, words, random.bounded(100, 900)))
            (void)tablet.ctl({u"dossier"_s, u"set"_s, u"--dossier"_s, dossier,
                              u"logement_actuel.surface=%1"_s.arg(wanted)});
        const auto sync = tablet.start({u"sync"_s});
        QThread::msleep(static_cast<unsigned long>(random.bounded(250, 900)));
        switch (random.bounded(3)) {
        case 0:
            sync->kill();
            break;
        case 1:
            world.server().kill();
            break;
        default:
            world.ecole().kill();
            break;
        }
        sync->waitForFinished(60'000);
        if (!world.server().isRunning())
            (void)world.startServer();
        if (!world.ecole().isRunning())
            (void)world.startEcole();
        return wanted;
    }
};

QTEST_GUILESS_MAIN(CrashTest)
#include "crash_test.moc"
