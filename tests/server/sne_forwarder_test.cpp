// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sne/dead_letter.h"
#include "server/sne/forwarder.h"
#include "shared/nuu/xml_writer.h"
#include "tests/support/sne_samples.h"

#include <QTest>

#include <algorithm>
#include <atomic>

using namespace escale;
using namespace escale::sne;
using namespace escale::sne_test;
using server::OutboxState;

namespace {

/// A forwarder over a register and an outbox in memory.
struct Bench {
    explicit Bench(int dossiers = 1) {
        config.guichet = "G1226";
        for (int i = 1; i <= dossiers; ++i)
            outbox.add(sampleDossier(i));
    }
    /// Runs what is due, letting time pass between, until nothing is open.
    void settle() {
        Forwarder forwarder(outbox, sne, catalogue(), clock, random, config);
        for (int round = 0; round < 200; ++round) {
            while (forwarder.runOnce().value()) {
            }
            clock.advance(60'000);
        }
    }
    bool step() {
        Forwarder forwarder(outbox, sne, catalogue(), clock, random, config);
        return forwarder.runOnce().value();
    }
    const Dossier& dossier(int number = 1) {
        return outbox.dossiers[sampleDossier(number).id.str()];
    }
    int calls(const std::string& name) const {
        return static_cast<int>(std::ranges::count(sne.calls, name));
    }
    std::string xmlOf(const Dossier& from) const {
        return writeXml(toInterfaceNuu(from, catalogue(), {"G1226", "CRE", {}, clock.nowMs()}),
                        "ns1", XmlCharset::ascii);
    }

    TestClock clock;
    TestRandom random;
    MemoryOutbox outbox;
    FakeSne sne;
    ForwarderConfig config;
};

} // namespace

class SneForwarderTest : public QObject {
    Q_OBJECT

private slots:
    void bringsADossierToItsNumber() {
        Bench bench;
        bench.settle();
        QCOMPARE(bench.sne.calls, (std::vector<std::string>{"getDoublons", "getNumUnique CRE"}));
        QVERIFY(isNumeroUnique(bench.dossier().numeroUnique));
        QCOMPARE(bench.dossier().stage, DossierStage::registered);
        QCOMPARE(bench.outbox.archived.size(), 2U);
        QCOMPARE(bench.outbox.archived.front().sha256.size(), 64U);
        QVERIFY(bench.outbox.rows.front().fileName.starts_with("DEMG1226-2026"));
    }

    void isDurablyUncertainBeforeACreationLeaves() {
        Bench bench;
        bool seen = false;
        bench.sne.beforeCreation = [&] {
            const auto& row = bench.outbox.rows.front();
            QCOMPARE(row.state, OutboxState::uncertain);
            QVERIFY(row.nextAttemptMs > bench.clock.nowMs());
            QVERIFY(!bench.outbox.creations[row.dossier.str()].empty());
            seen = true;
        };
        bench.settle();
        QVERIFY(seen);
    }

    void sendsNothingThatABlockingControlRefuses() {
        Bench bench;
        bench.outbox.dossiers.begin()->second.fields.erase("logement_actuel.personnes");
        bench.settle();
        QVERIFY(bench.sne.calls.empty());
        QCOMPARE(bench.dossier().stage, DossierStage::toCorrect);
        QCOMPARE(bench.dossier().tasks.front().path, "logement_actuel.personnes");
    }

    void turnsAnomaliesIntoTasks() {
        Bench bench;
        bench.config.anomalyPaths["CTRL_DEM_0012"] = "demandeur.nom";
        bench.sne.nextOutcomes = {GotDoublons{}, GotAnomalies{{{"CTRL_DEM_0012", "Nom refusé"}}}};
        bench.settle();
        const Task expected{"anomalie:CTRL_DEM_0012", "demandeur.nom", "Nom refusé"};
        QVERIFY(bench.dossier().tasks == std::vector<Task>{expected});
        QCOMPARE(bench.outbox.rows.front().state, OutboxState::anomalies);
        QVERIFY(bench.dossier().numeroUnique.empty());
    }

    void adoptsTheNumberOfTheSamePersonAndModifies() {
        Bench bench;
        Dossier elsewhere = sampleDossier();
        set(elsewhere, "demandeur.nom", std::string("ESSAIB"));
        const std::string number = bench.sne.hold(bench.xmlOf(elsewhere));
        bench.settle();
        QCOMPARE(bench.sne.calls, (std::vector<std::string>{"getDoublons", "getNumUnique MOD"}));
        QCOMPARE(bench.dossier().numeroUnique, number);
        QCOMPARE(bench.sne.held.size(), 1U);
    }

    void asksAPersonWhenSeveralAreFound() {
        Bench bench;
        bench.sne.hold(bench.xmlOf(sampleDossier()));
        bench.sne.hold(bench.xmlOf(sampleDossier()));
        bench.settle();
        QCOMPARE(bench.sne.calls, std::vector<std::string>{"getDoublons"});
        QCOMPARE(bench.dossier().stage, DossierStage::toDecide);
        QCOMPARE(bench.dossier().tasks.front().code, "doublons");
    }

    void takesAmongSeveralTheNumberThatThePersonGave() {
        Bench bench;
        bench.sne.hold(bench.xmlOf(sampleDossier()));
        const std::string second = bench.sne.hold(bench.xmlOf(sampleDossier()));
        Dossier& dossier = bench.outbox.dossiers.begin()->second;
        set(dossier, "demande.nature", std::string("modification"));
        set(dossier, "demande.numero_unique", second);
        bench.settle();
        QCOMPARE(bench.dossier().numeroUnique, second);
    }

    void createsNothingForANumberThatTheRegisterDoesNotFind() {
        Bench bench;
        Dossier& dossier = bench.outbox.dossiers.begin()->second;
        set(dossier, "demande.nature", std::string("modification"));
        set(dossier, "demande.numero_unique", std::string("1111126000009G1226"));
        bench.settle();
        QVERIFY(bench.sne.held.empty());
        QCOMPARE(bench.dossier().stage, DossierStage::toDecide);
    }

    void modifiesWhatHasANumberWithoutLookingForDoublons() {
        Bench bench(0);
        Dossier dossier = sampleDossier();
        dossier.numeroUnique = "1111126000007G1226";
        bench.outbox.add(dossier);
        bench.settle();
        QCOMPARE(bench.sne.calls, std::vector<std::string>{"getNumUnique MOD"});
        QCOMPARE(bench.dossier().stage, DossierStage::registered);
    }

    void tellsEachRenewalOnceAsOne() {
        Bench bench(0);
        Dossier dossier = sampleDossier();
        dossier.numeroUnique = "1111126000007G1226";
        set(dossier, "renouvellement.signe", true);
        const auto signAt = [&](std::int64_t revision) {
            dossier.revision = dossier.fields["renouvellement.signe"].revision = revision;
            bench.outbox.add(dossier);
        };
        signAt(30);
        bench.sne.loseAnswers = 1; // told again as what it is
        bench.settle();
        dossier.revision = 31;
        bench.outbox.add(dossier);
        bench.settle();
        signAt(40);
        bench.settle();
        const std::string call = "getNumUnique ";
        QCOMPARE(bench.sne.calls, (std::vector<std::string>{call + "REN", call + "REN",
                                                            call + "MOD", call + "REN"}));
        QVERIFY(std::ranges::all_of(bench.outbox.rows, [](const server::OutboxRow& row) {
            return row.state == server::OutboxState::done;
        }));
    }

    void findsTheNumberAgainWhenTheAnswerWasLost() {
        Bench bench;
        bench.sne.loseAnswers = 1;
        bench.settle();
        QCOMPARE(bench.calls("getNumUnique CRE"), 1);
        QCOMPARE(bench.sne.held.size(), 1U);
        QCOMPARE(bench.dossier().numeroUnique, bench.sne.held.begin()->first);
    }

    void findsItAgainEvenWhenTheNameWasCorrectedMeanwhile() {
        Bench bench;
        bench.sne.loseAnswers = 1;
        QVERIFY(bench.step());
        set(bench.outbox.dossiers.begin()->second, "demandeur.nom", std::string("Corrigée"));
        bench.settle();
        QCOMPARE(bench.calls("getNumUnique CRE"), 1);
        QCOMPARE(bench.dossier().numeroUnique, bench.sne.held.begin()->first);
        QVERIFY(bench.sne.held.begin()->second.find("Corrig&#233;e") != std::string::npos);
    }

    void keepsTheNumberThatItFoundBeforeItTellsMore() {
        Bench bench;
        bench.sne.loseAnswers = 1;
        QVERIFY(bench.step());
        // The register takes a corrected name, and nobody hears of it; then another correction.
        set(bench.outbox.dossiers.begin()->second, "demandeur.nom", std::string("Corrigée"));
        bench.sne.loseAnswers = 1;
        bench.clock.advance(bench.config.uncertainWait.count());
        QVERIFY(bench.step());
        QCOMPARE(bench.dossier().numeroUnique, bench.sne.held.begin()->first);
        set(bench.outbox.dossiers.begin()->second, "demandeur.nom", std::string("Recorrigée"));
        bench.settle();
        QCOMPARE(bench.calls("getNumUnique CRE"), 1);
        QCOMPARE(bench.sne.held.size(), 1U);
    }

    void keepsTheNumberThatItFoundWhenTheRegisterRefusesWhatChanged() {
        Bench bench;
        bench.sne.loseAnswers = 1;
        QVERIFY(bench.step());
        bench.sne.nextOutcomes = {bench.sne.getDoublons({}, bench.xmlOf(sampleDossier())).outcome,
                                  GotAnomalies{{{"CTRL_DEM_0001", "refusé"}}}};
        bench.clock.advance(bench.config.uncertainWait.count());
        QVERIFY(bench.step());
        QCOMPARE(bench.dossier().stage, DossierStage::toCorrect);
        QCOMPARE(bench.dossier().numeroUnique, bench.sne.held.begin()->first);
    }

    void findsItAgainWhenTheDiskWasFullAtTheAnswer() {
        Bench bench;
        bench.outbox.failNextComplete = true;
        bench.settle();
        QCOMPARE(bench.calls("getNumUnique CRE"), 1);
        QCOMPARE(bench.dossier().numeroUnique, bench.sne.held.begin()->first);
    }

    void waitsBeforeItDecidesWhatBecameOfALostCreation() {
        Bench bench;
        bench.sne.loseAnswers = 1;
        QVERIFY(bench.step());
        bench.clock.advance(bench.config.uncertainWait.count() - 1);
        QVERIFY(!bench.step());
        bench.clock.advance(1);
        QVERIFY(bench.step());
        QVERIFY(!bench.dossier().numeroUnique.empty());
    }

    void sendsAgainWhenTheLostCreationNeverArrived() {
        Bench bench;
        bench.sne.nextOutcomes = {GotDoublons{}, AnswerLost{"coupé"}};
        bench.settle();
        QCOMPARE(bench.calls("getNumUnique CRE"), 2);
        QCOMPARE(bench.sne.held.size(), 1U);
        QCOMPARE(bench.dossier().numeroUnique, bench.sne.held.begin()->first);
    }

    void recognisesItsOwnAmongSeveral() {
        Bench bench;
        bench.sne.loseAnswers = 1;
        QVERIFY(bench.step());
        const std::string ours = bench.sne.held.begin()->first;
        Dossier other = sampleDossier();
        set(other, "demandeur.telephone", std::string("0600000042"));
        bench.sne.hold(bench.xmlOf(other));
        bench.settle();
        QCOMPARE(bench.dossier().numeroUnique, ours);
        QCOMPARE(bench.sne.held.size(), 2U);
    }

    void retriesWhileTheRegisterIsAwayAndLosesNobody() {
        Bench bench(3);
        for (int i = 0; i < 10; ++i)
            bench.sne.nextOutcomes.emplace_back(Unreachable{"absent"});
        bench.settle();
        QVERIFY(bench.sne.nextOutcomes.empty());
        QCOMPARE(bench.sne.held.size(), 3U);
        for (int i = 1; i <= 3; ++i)
            QVERIFY(!bench.dossier(i).numeroUnique.empty());
    }

    void oneThatFailsNeverBlocksTheNext() {
        Bench bench(3);
        bench.outbox.dossiers.erase(sampleDossier(1).id.str());
        bench.settle();
        QVERIFY(!bench.dossier(2).numeroUnique.empty());
        QVERIFY(!bench.dossier(3).numeroUnique.empty());
        QVERIFY(!bench.outbox.rows.front().lastError.empty());
    }

    void faultsAndRefusalsAreTriedAgainLater() {
        Bench bench;
        bench.sne.nextOutcomes = {GotFault{{"a", "b"}}, Refused{"HTTP 403"}, GotDoublons{},
                                  GotFault{{"a", "b"}}};
        bench.settle();
        QCOMPARE(bench.sne.held.size(), 1U);
        QCOMPARE(bench.dossier().stage, DossierStage::registered);
    }

    void waitsLongerAndLongerUpToALimit() {
        TestRandom random;
        ForwarderConfig config;
        for (int attempts = 0; attempts < 40; ++attempts) {
            const auto full = std::min<std::int64_t>(1'000LL << std::min(attempts, 20), 900'000);
            const auto delay = backoff(config, attempts, random).count();
            QVERIFY(delay >= full / 2 && delay <= full);
        }
    }

    void rowsThatTheSneNeverTakesArePutAside() {
        Bench bench(2);
        bench.config.maxAttempts = 3;
        bench.config.breakerAfter = 50;
        for (int i = 0; i < 6; ++i)
            bench.sne.nextOutcomes.push_back(GotFault{{"soap:Receiver", "non"}});
        bench.settle();
        QVERIFY(std::ranges::all_of(bench.outbox.rows, isDead));
        QVERIFY(bench.outbox.rows.front().lastError.find("non") != std::string::npos);
        QVERIFY(bench.sne.held.empty());
    }

    void aCreationThatMayHaveArrivedIsPutAsideAsSuch() {
        Bench bench;
        bench.config.maxAttempts = 2;
        bench.sne.nextOutcomes = {GotDoublons{}, GotFault{{"a", "b"}}, GotFault{{"a", "b"}}};
        bench.settle();
        QVERIFY(isDead(bench.outbox.rows.front()));
        QCOMPARE(bench.outbox.rows.front().state, OutboxState::uncertain);
        // an operator starts it again: it is looked for before anything is sent
        startAgain(bench.outbox.rows.front(), bench.clock.nowMs());
        bench.sne.calls.clear();
        bench.settle();
        QCOMPARE(bench.sne.calls.front(), "getDoublons");
        QCOMPARE(bench.sne.held.size(), 1U);
    }

    void nobodyCallsForAWhileWhenNobodyAnswers() {
        Bench bench(20);
        bench.config.breakerAfter = 3;
        bench.config.maxAttempts = 2;
        for (int i = 0; i < 30; ++i)
            bench.sne.nextOutcomes.push_back(Unreachable{"réseau"});
        Forwarder forwarder(bench.outbox, bench.sne, catalogue(), bench.clock, bench.random,
                            bench.config);
        int treated = 0;
        while (forwarder.runOnce().value())
            ++treated;
        QCOMPARE(treated, 3);
        QVERIFY(forwarder.resting());
        bench.clock.advance(bench.config.breakerPause.count());
        QVERIFY(!forwarder.resting());
        while (forwarder.runOnce().value())
            ++treated;
        QCOMPARE(treated, 4); // one tries, then the pause is longer
        bench.clock.advance(bench.config.breakerPause.count());
        QVERIFY(forwarder.resting());
        bench.sne.nextOutcomes.clear();
        for (int round = 0; round < 200; ++round) {
            bench.clock.advance(60'000);
            while (forwarder.runOnce().value()) {
            }
        }
        QCOMPARE(bench.sne.held.size(), 20U); // none was given up meanwhile
    }

    void callsOnlyInItsHours_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<bool>("rests");
        // the test clock stands at 10:31 in Paris
        QTest::newRow("always") << ""
                                << "" << false;
        QTest::newRow("night") << "21:00"
                               << "06:00" << true;
        QTest::newRow("over midnight") << "21:00"
                                       << "10:32" << false;
        QTest::newRow("morning") << "10:00"
                                 << "12:00" << false;
        QTest::newRow("afternoon") << "12:00"
                                   << "18:00" << true;
    }
    void callsOnlyInItsHours() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(bool, rests);
        Bench bench;
        bench.config.from = from.toStdString();
        bench.config.to = to.toStdString();
        QCOMPARE(bench.step(), !rests);
    }

    void treatsNoMoreThanItsLimitAMinute() {
        Bench bench(5);
        bench.config.perMinute = 2;
        Forwarder forwarder(bench.outbox, bench.sne, catalogue(), bench.clock, bench.random,
                            bench.config);
        int treated = 0;
        while (forwarder.runOnce().value())
            ++treated;
        QCOMPARE(treated, 2);
        bench.clock.advance(60'001);
        while (forwarder.runOnce().value())
            ++treated;
        QCOMPARE(treated, 4);
    }

    void theThreadWorksWhenWokenAndStopsWhenAsked() {
        Bench bench;
        Forwarder forwarder(bench.outbox, bench.sne, catalogue(), bench.clock, bench.random,
                            bench.config);
        std::atomic<bool> created = false;
        bench.sne.beforeCreation = [&] { created = true; };
        forwarder.start();
        forwarder.wake();
        QTRY_VERIFY(created);
        forwarder.stop();
        QCOMPARE(bench.dossier().stage, DossierStage::registered);
    }
};

QTEST_GUILESS_MAIN(SneForwarderTest)
#include "sne_forwarder_test.moc"
