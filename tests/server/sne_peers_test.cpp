// SPDX-License-Identifier: GPL-3.0-or-later
// Both sides of the wire against programs that share no code with us: Python's standard library and
// the format as README.md tells it.
#include "tests/server/program_support.h"
#include "tests/support/sne_ecole_process.h"
#include "tests/support/sne_store.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace escale::sne_test;
using escale::server_test::Program;

namespace {

constexpr int kDossiers = 5;
const QString kPeers = ESCALE_SNE_PEERS;

} // namespace

class SnePeersTest : public QObject {
    Q_OBJECT

private slots:
    void aClientObtainsNumberDoublonsAndDemande() {
        EcoleProcess ecole;
        QVERIFY(ecole.start({"--trouble", "order,whitespace"}));
        QProcess client;
        client.start("python3", {kPeers + "/peer_client.py", QString::number(ecole.port()),
                                 ecole.dir() + "/client"});
        QVERIFY(client.waitForFinished(60'000));
        QVERIFY2(client.exitCode() == 0, client.readAllStandardError());
        const auto got = QJsonDocument::fromJson(client.readAllStandardOutput()).object();
        QVERIFY(got["avant"].toArray().isEmpty());
        const QString number = got["numero"].toString();
        QCOMPARE(ecole.numbers(), QStringList{number});
        QCOMPARE(got["apres"].toArray(), QJsonArray{number});
        QCOMPARE(got["noms"].toArray(), QJsonArray{QString("Lefrançois")});
        QCOMPARE(got["communes"].toArray(), (QJsonArray{"95585", "95268"}));
    }

    void aServerReceivesWhatOursSends() {
        EcoleProcess keys; // for its authority and certificates only
        QVERIFY(keys.start());
        QVERIFY(keys.stop());
        const QString report = keys.dir() + "/rapport";
        QProcess peer;
        peer.start("python3", {kPeers + "/peer_server.py", keys.dir(), report});
        QVERIFY(peer.waitForReadyRead(20'000));
        const int port = QJsonDocument::fromJson(peer.readLine()).object()["port"].toInt();
        Program program;
        const QString store = program.data() + "/escale.sqlite";
        QVERIFY(fillStore(store, kDossiers));
        QVERIFY(program.start({"--sne-url", QString("https://127.0.0.1:%1").arg(port), "--sne-pki",
                               keys.dir() + "/client"}));
        const auto all = [&] {
            const QStringList numbers = numbersIn(store);
            return numbers.size() == kDossiers && !numbers.contains(QString());
        };
        QTRY_VERIFY_WITH_TIMEOUT(all(), 60'000);
        QCOMPARE(program.stop(), 0);
        peer.kill();
        peer.waitForFinished();
        const QStringList numbers = numbersIn(store);
        QCOMPARE(QSet<QString>(numbers.begin(), numbers.end()).size(), kDossiers);
        QFile file(report);
        QVERIFY(file.open(QIODevice::ReadOnly));
        int registrations = 0;
        for (const QByteArray& line : file.readAll().trimmed().split('\n')) {
            const auto request = QJsonDocument::fromJson(line).object();
            QVERIFY2(request["faults"].toArray().isEmpty(), line);
            registrations += request["service"] == "getNumUnique" ? 1 : 0;
        }
        QCOMPARE(registrations, kDossiers);
    }
};

QTEST_GUILESS_MAIN(SnePeersTest)
#include "sne_peers_test.moc"
