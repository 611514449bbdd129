// SPDX-License-Identifier: GPL-3.0-or-later
// The stand-in misbehaves in every way it knows: as many numbers as dossiers, no double, nothing
// stuck, and the story of each can be read.
#include "server/sne/dead_letter.h"
#include "server/sne/ecole/trouble.h"
#include "shared/base/system_ports.h"
#include "shared/crypto/random.h"
#include "shared/nuu/xml_writer.h"
#include "tests/server/program_support.h"
#include "tests/support/sne_ecole_process.h"
#include "tests/support/sne_store.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace escale;
using namespace escale::sne;
using namespace escale::sne_test;
using server_test::Program;
using server_test::Ran;

namespace {

constexpr int kDossiers = 200;

bool forwardAll(const QString& store, const EcoleProcess& ecole) {
    QProcess forwarder;
    forwarder.start(ESCALE_SNE_FORWARDER,
                    {store, QString::number(ecole.port()), ecole.dir() + "/client"});
    return forwarder.waitForFinished(250'000) && forwarder.exitCode() == 0;
}

/// Gives up every row that is open, as after too many failures.
void giveUpAll(const QString& path) {
    const auto store = server::SqliteStore::open(path.toStdString()).value();
    const auto rows = rowsIn(path);
    QVERIFY(store->inTransaction([&](server::StoreSession& session) -> Result<void> {
        for (server::OutboxRow row : rows) {
            row.state = server::OutboxState::uncertain;
            row.attempts = 40;
            giveUp(row, "le SNE n’a pas pu traiter la demande");
            ESCALE_TRY(session.outbox().update(row));
        }
        return {};
    }));
}

} // namespace

class SneTroubleTest : public QObject {
    Q_OBJECT

private slots:
    void asManyNumbersAsDossiers() {
        EcoleProcess ecole;
        QVERIFY(
            ecole.start({"--trouble", "slow:1,500:40,fault:40,cut:40,lost:40,order,whitespace"}));
        const QString store = ecole.dir() + "/serveur.db";
        QVERIFY(fillStore(store, kDossiers));
        QVERIFY(forwardAll(store, ecole));
        const QStringList held = ecole.numbers();
        QCOMPARE(held.size(), kDossiers);
        QCOMPARE(QSet<QString>(held.begin(), held.end()).size(), kDossiers);
        QCOMPARE(numbersIn(store), held);
        const auto rows = rowsIn(store);
        QVERIFY(std::ranges::all_of(rows, [](const server::OutboxRow& row) {
            return row.state == server::OutboxState::done;
        }));
        int troubled = 0;
        for (const auto& story : exchangesIn(store)) {
            QVERIFY(story.size() >= 2); // doublons, then the demande
            QVERIFY(!story.back().response.empty());
            troubled += story.size() > 2 ? 1 : 0;
        }
        QVERIFY(troubled >= 20);
    }

    void refusesACertificateOutOfDate() {
        EcoleProcess ecole;
        QVERIFY(ecole.start({"--trouble", "expired"}));
        const SystemClock clock;
        crypto::SystemRandom random;
        const auto client = SneClient::make(ecole.clientConfig(), clock, random).value();
        const auto outcome = client->getDemandeLogement("1110126999999G1226").outcome;
        QVERIFY(std::holds_alternative<Refused>(outcome) ||
                std::holds_alternative<Unreachable>(outcome));
        QVERIFY(ecole.stop());
        QVERIFY(ecole.start());
        const auto again = SneClient::make(ecole.clientConfig(), clock, random).value();
        QVERIFY(std::holds_alternative<GotAnomalies>(
            again->getDemandeLogement("1110126999999G1226").outcome));
    }

    void mindsOrderAndWhiteSpace() {
        EcoleProcess ecole;
        QVERIFY(ecole.start({"--trouble", "order"}));
        const SystemClock clock;
        crypto::SystemRandom random;
        const auto client = SneClient::make(ecole.clientConfig(), clock, random).value();
        Dossier dossier = sampleDossier();
        dossier.receivedOn = "2026-01-05";
        QString xml = QString::fromStdString(
            writeXml(toInterfaceNuu(dossier, catalogue(), {"G1226", "CRE", {}, kNow}), "ns1",
                     XmlCharset::ascii));
        const QString civility = "<ns1:civilite code=\"2\"/>";
        QVERIFY(xml.contains(civility));
        const QString turned = QString(xml).remove(civility).replace(
            "<ns1:telPortable>", civility + "<ns1:telPortable>");
        QVERIFY(std::holds_alternative<GotFault>(
            client->getNumUnique("DEMG1226-202601051000-000001.xml", turned.toStdString())
                .outcome));
        QVERIFY(std::holds_alternative<GotNumUnique>(
            client->getNumUnique("DEMG1226-202601051000-000001.xml", xml.toStdString()).outcome));
    }

    void tellsRadiationsAndDecisions() {
        EcoleProcess ecole;
        QVERIFY(ecole.start());
        const SystemClock clock;
        crypto::SystemRandom random;
        const auto client = SneClient::make(ecole.clientConfig(), clock, random).value();
        Dossier dossier = sampleDossier();
        dossier.receivedOn = "2026-01-05";
        const auto created = client->getNumUnique(
            "DEMG1226-202601051000-000001.xml",
            writeXml(toInterfaceNuu(dossier, catalogue(), {"G1226", "CRE", {}, kNow}), "ns1",
                     XmlCharset::ascii));
        const std::string number = std::get<GotNumUnique>(created.outcome).numUnique;
        const QString named = QString::fromStdString(number);
        QVERIFY(!ecole.ask({"inject", "--numero", named, "--radiation", "RADREN"}).isEmpty());
        const auto ended = client->getDemandesRadiees(0);
        QVERIFY2(ended.outOfSchema.empty(), ended.outOfSchema.c_str());
        QCOMPARE(std::get<GotEnded>(ended.outcome).rows.size(), 1U);
        QCOMPARE(std::get<GotEnded>(ended.outcome).rows.front().motif, "RADREN");
        QVERIFY(std::get<GotEnded>(client->getDemandesRadiees(clock.nowMs() + 60'000).outcome)
                    .rows.empty());
        // a decision, told through the service
        const NewDalo dalo{number, "ACTIF", "2026-03-01"};
        const auto told = client->declareDalo(
            "DEMG1226-202603011000-000002.xml",
            writeXml(newDaloDeclaration(dalo, "G1226", "2026-03-01T10:00:00.000+01:00"), "ns1",
                     XmlCharset::ascii));
        QVERIFY(std::holds_alternative<GotNumUnique>(told.outcome));
        QVERIFY(std::get<GotDalos>(client->getNouveauxDalo(0).outcome).rows ==
                std::vector<NewDalo>{dalo});
        // renewed within its tolerance, it is back
        dossier.numeroUnique = number;
        const auto back = client->getNumUnique(
            "DEMG1226-202601051000-000003.xml",
            writeXml(toInterfaceNuu(dossier, catalogue(), {"G1226", "REN", number, kNow}), "ns1",
                     XmlCharset::ascii));
        QVERIFY(std::holds_alternative<GotNumUnique>(back.outcome));
        QVERIFY(std::get<GotEnded>(client->getDemandesRadiees(0).outcome).rows.empty());
    }

    void anOperatorSeesAndStartsAgainWhatWasGivenUp() {
        Program program;
        const QString store = program.data() + "/escale.sqlite";
        QVERIFY(fillStore(store, 3));
        giveUpAll(store);
        const Ran letters = server_test::run({"sne", "dead-letters", "--data", program.data()});
        QCOMPARE(letters.json().array().size(), 3);
        const QString first = letters.json().array()[0].toObject()["dossier"].toString();
        QVERIFY(letters.out.contains("n’a pas pu traiter"));
        const Ran one =
            server_test::run({"sne", "replay", "--data", program.data(), "--dossier", first});
        QCOMPARE(one.json().object()["rejoues"].toInt(), 1);
        const Ran status = server_test::run({"sne", "status", "--data", program.data()});
        QCOMPARE(status.json().object()["etats"].toObject()["envoi_incertain"].toInt(), 1);
        QCOMPARE(status.json().object()["lettres_mortes"].toInt(), 2);
        QCOMPARE(
            server_test::run({"sne", "replay", "--data", program.data(), "--dossier", first}).code,
            1);
    }

    void readsItsTroubles() {
        using ecole::parseTroubles;
        const auto plan = parseTroubles("slow,500:3,order").value();
        QCOMPARE(plan.slowMs, 2000);
        QCOMPARE(plan.http500, 3);
        QVERIFY(plan.order && !plan.whitespace);
        for (const char* wrong : {"lent", "500:x", "order:2", "500:-1", "slow,,cut"})
            QVERIFY(!parseTroubles(wrong));
    }
};

QTEST_GUILESS_MAIN(SneTroubleTest)
#include "sne_trouble_test.moc"
