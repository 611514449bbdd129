// SPDX-License-Identifier: GPL-3.0-or-later
// A forwarder and the stand-in, killed at random moments: one numéro unique each, whatever happens.
#include "server/sne/outbox_port.h"
#include "server/store/sqlite_store.h"
#include "tests/support/sne_ecole_process.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace escale;
using namespace escale::sne_test;

namespace {

constexpr int kDossiers = 40;
constexpr int kKills = 30;

/// A store with dossiers that wait for the SNE.
bool fill(const QString& path) {
    const auto store = server::SqliteStore::open(path.toStdString()).value();
    return store
        ->inTransaction([](server::StoreSession& session) -> Result<void> {
            server::DeviceRow device;
            device.id = DeviceId(kDevice);
            device.site = "essai";
            device.fingerprint = std::string(64, '0');
            ESCALE_TRY(session.devices().add(device));
            for (int i = 1; i <= kDossiers; ++i) {
                server::DossierRow row;
                row.dossier = sampleDossier(i);
                row.dossier.receivedOn = "2026-01-05";
                row.site = "essai";
                row.owner = DeviceId(kDevice);
                ESCALE_TRY(session.dossiers().save(row));
                server::OutboxRow waiting;
                waiting.dossier = row.dossier.id;
                waiting.dossierRevision = waiting.wantedRevision = row.dossier.revision;
                ESCALE_TRY(session.outbox().add(waiting));
            }
            return {};
        })
        .has_value();
}

QStringList numbersIn(const QString& path) {
    const auto store = server::SqliteStore::open(path.toStdString()).value();
    QStringList numbers;
    const auto read = store->reading([&](server::StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(all, session.dossiers().all());
        for (const server::DossierSummary& dossier : all)
            numbers << QString::fromStdString(dossier.numeroUnique);
        return {};
    });
    numbers.sort();
    return read ? numbers : QStringList();
}

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
        QVERIFY(fill(store));
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
        QVERIFY(fill(store));
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
