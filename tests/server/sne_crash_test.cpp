// SPDX-License-Identifier: GPL-3.0-or-later
// A forwarder and the stand-in, killed at random moments: one numéro unique each, whatever happens.
#include "tests/support/sne_ecole_process.h"
#include "tests/support/sne_store.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace escale::sne_test;

namespace {

constexpr int kDossiers = 40;
constexpr int kKills = 30;

} // namespace

class SneCrashTest : public QObject {
    Q_OBJECT

private slots:
    void oneNumberEachWhateverIsKilled() {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        EcoleProcess ecole;
        QVERIFY(ecole.start());
        const int port = ecole.port();
        const QString store = ecole.dir() + "/serveur.db";
        QVERIFY(fillStore(store, kDossiers));
        const QStringList arguments{store, QString::number(port), ecole.dir() + "/client"};
        for (int i = 0; i < kKills; ++i) {
            QProcess forwarder;
            forwarder.start(ESCALE_SNE_FORWARDER, arguments);
            QVERIFY(forwarder.waitForReadyRead(20'000));
            QTest::qSleep(random.bounded(120));
            if (i % 3 == 2) {
                ecole.kill();
                QVERIFY(ecole.start({}, port));
                QTest::qSleep(random.bounded(60));
            }
            forwarder.kill();
            forwarder.waitForFinished(20'000);
        }
        QProcess last;
        last.start(ESCALE_SNE_FORWARDER, arguments);
        QVERIFY(last.waitForFinished(120'000));
        QCOMPARE(last.exitCode(), 0);
        const QStringList held = ecole.numbers();
        QCOMPARE(numbersIn(store), held);
        QCOMPARE(held.size(), kDossiers);
        QCOMPARE(QSet<QString>(held.begin(), held.end()).size(), kDossiers);
        QVERIFY(!held.contains(QString()));
    }

    void oneNumberEachWhenAnswersAreLost() {
        EcoleProcess ecole;
        QVERIFY(ecole.start({"--panne", "3", "--perdre-reponse", "15"}));
        const QString store = ecole.dir() + "/serveur.db";
        QVERIFY(fillStore(store, kDossiers));
        QProcess forwarder;
        forwarder.start(ESCALE_SNE_FORWARDER,
                        {store, QString::number(ecole.port()), ecole.dir() + "/client"});
        QVERIFY(forwarder.waitForFinished(120'000));
        QCOMPARE(ecole.numbers().size(), kDossiers);
        QCOMPARE(numbersIn(store), ecole.numbers());
    }
};

QTEST_GUILESS_MAIN(SneCrashTest)
#include "sne_crash_test.moc"
