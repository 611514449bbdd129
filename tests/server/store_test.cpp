// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sne_outbox.h"
#include "server/store/sqlite_store.h"
#include "shared/sqlite/sqlite.h"
#include "tests/server/store_support.h"

#include <QtTest>

using namespace escale;
using namespace escale::server_test;
using protocol::Role;
using server::OutboxKind;
using server::OutboxRow;
using server::OutboxState;

namespace {

const std::string kNumero = "035112600001GDOU35"; // invented

class OutboxBench : public Bench {
public:
    OutboxBench()
        : device(addDevice(Role::mediateur, "Rennes"))
        , id(newDossier())
        , outbox(*store, clock) {
        send(device, {edit(device, id, 1, {change("demandeur.nom", std::string("BELLEC"))})});
        add(id);
    }
    void add(const DossierId& dossier) {
        OutboxRow row;
        row.dossier = dossier;
        row.dossierRevision = row.wantedRevision = 1;
        row.nextAttemptMs = kNow;
        store
            ->inTransaction([&](server::StoreSession& session) -> Result<void> {
                ESCALE_TRY(session.outbox().add(row));
                return {};
            })
            .value();
    }
    /// Somebody asks for a newer revision while the row is away.
    void want(OutboxRow row, std::int64_t revision) {
        row.wantedRevision = revision;
        store
            ->inTransaction(
                [&](server::StoreSession& session) { return session.outbox().update(row); })
            .value();
    }
    OutboxRow next() { return outbox.nextOutbox(kNow).value().value(); }

    server::DeviceRow device;
    DossierId id;
    server::SneOutbox outbox;
};

} // namespace

class StoreTest : public QObject {
    Q_OBJECT
private slots:
    void aNewerDatabaseIsLeftAlone() {
        Bench bench;
        const std::string path = bench.path("autre.sqlite");
        {
            auto db = sqlite::Database::open(path).value();
            db.setUserVersion(99).value();
        }
        QCOMPARE(server::SqliteStore::open(path).error().code, Errc::unsupportedVersion);
    }

    void openingAgainKeepsEverything() {
        OutboxBench bench;
        const auto again = bench.openAgain();
        again
            ->reading([&](server::StoreSession& session) -> Result<void> {
                ESCALE_TRY_ASSIGN(row, session.dossiers().find(bench.id));
                if (!row || row->dossier.fields.empty())
                    return fail(Errc::notFound);
                return {};
            })
            .value();
    }

    void aTransactionThatFailsLeavesNothing() {
        Bench bench;
        server::DeviceRow row;
        row.id = newId<DeviceId>(bench.clock, bench.random);
        const auto result = bench.store->inTransaction([&](server::StoreSession& session) {
            session.devices().add(row).value();
            return Result<void>(fail(Errc::internal));
        });
        QCOMPARE(result.error().code, Errc::internal);
        QVERIFY_EXCEPTION_THROWN(
            (void)bench.store->inTransaction([&](server::StoreSession& session) -> Result<void> {
                session.devices().add(row).value();
                throw std::runtime_error("panne");
            }),
            std::runtime_error);
        QCOMPARE(bench.reconciler->sync(row.id, {}).error().code, Errc::unauthorized);
    }

    void historyGivesEditsBackAsTheyCame() {
        Bench bench;
        const auto device = bench.addDevice(Role::mediateur, "Rennes");
        const DossierId id = bench.newDossier();
        const Edit first = edit(device, id, 1, completeAnswers());
        bench.send(device, {first});
        bench.store
            ->reading([&](server::StoreSession& session) -> Result<void> {
                ESCALE_TRY_ASSIGN(rows, session.dossiers().history(id));
                if (rows.size() != 1 || !(rows[0].edit == first))
                    return fail(Errc::internal, "historique différent");
                return {};
            })
            .value();
    }

    void aNumberFoundAgainIsKeptWhileTheRowGoesOn() {
        OutboxBench bench;
        OutboxRow row = bench.next();
        row.state = OutboxState::uncertain;
        QVERIFY(bench.outbox.updateOutbox(row, DossierStage::forwarding));
        QCOMPARE(bench.outbox.adoptNumber(row, "court").error().code, Errc::invalidArgument);
        QVERIFY(bench.outbox.adoptNumber(row, kNumero));
        QCOMPARE(bench.outbox.dossier(bench.id)->numeroUnique, kNumero);
        QCOMPARE(bench.outbox.adoptNumber(row, std::string(18, '9')).error().code, Errc::conflict);
        QCOMPARE(bench.next().kind, server::OutboxKind::modification);
    }

    void theNumeroUniqueReachesTheDossierAndItsDevices() {
        OutboxBench bench;
        const std::int64_t cursor = bench.send(bench.device, {}).cursor;
        OutboxRow row = bench.next();
        row.state = OutboxState::sending;
        QVERIFY(bench.outbox.updateOutbox(row, DossierStage::forwarding));
        QCOMPARE(bench.dossier(bench.id).dossier.stage, DossierStage::forwarding);
        QCOMPARE(bench.outbox.completeOutbox(row, "court").error().code, Errc::invalidArgument);
        QVERIFY(bench.outbox.completeOutbox(row, kNumero));
        const auto answer = bench.send(bench.device, {}, cursor);
        QCOMPARE(answer.dossiers.size(), std::size_t{1});
        QCOMPARE(answer.dossiers[0].numeroUnique, kNumero);
        QCOMPARE(answer.dossiers[0].stage, DossierStage::registered);
        QVERIFY(!bench.outbox.nextOutbox(kNow).value());
        QVERIFY(bench.outbox.completeOutbox(row, kNumero));
        QCOMPARE(bench.outbox.completeOutbox(row, std::string(18, '9')).error().code,
                 Errc::conflict);
    }

    void aChangeDuringTheCallIsSentAfterwards() {
        OutboxBench bench;
        OutboxRow row = bench.next();
        row.state = OutboxState::sending;
        QVERIFY(bench.outbox.updateOutbox(row));
        bench.want(row, 2);
        QVERIFY(bench.outbox.completeOutbox(row, kNumero));
        const OutboxRow next = bench.next();
        QCOMPARE(next.kind, OutboxKind::modification);
        QCOMPARE(next.dossierRevision, 2);
    }

    void aRenewalSignedDuringTheCallIsSentAsOneOnce() {
        OutboxBench bench;
        OutboxRow row = bench.next();
        bench.send(bench.device, {edit(bench.device, bench.id, 2,
                                       {change("renouvellement.signe", Value(true))})});
        bench.want(row, 2);
        QVERIFY(bench.outbox.completeOutbox(row, kNumero));
        row = bench.next();
        QCOMPARE(row.kind, OutboxKind::renewal);
        bench.want(row, 3);
        QVERIFY(bench.outbox.completeOutbox(row, kNumero));
        QCOMPARE(bench.next().kind, OutboxKind::modification);
    }

    void anomaliesBecomeTasksUnlessTheDossierMoved() {
        OutboxBench bench;
        OutboxRow row = bench.next();
        row.state = OutboxState::sending;
        QVERIFY(bench.outbox.updateOutbox(row));
        bench.want(row, 2);
        QVERIFY(bench.outbox.rejectOutbox(row, {{"anomalie:X", "demandeur.nom", "À revoir."}}));
        row = bench.next();
        QCOMPARE(row.state, OutboxState::toCheck);
        QCOMPARE(row.dossierRevision, 2);
        QVERIFY(bench.outbox.rejectOutbox(row, {{"anomalie:X", "demandeur.nom", "À revoir."}}));
        QVERIFY(!bench.outbox.nextOutbox(kNow).value());
        const Dossier dossier = bench.dossier(bench.id).dossier;
        QCOMPARE(dossier.stage, DossierStage::toCorrect);
        QCOMPARE(dossier.tasks.size(), std::size_t{1});
    }

    void aDossierHasOneOpenRow() {
        OutboxBench bench;
        OutboxRow row;
        row.dossier = bench.id;
        const auto second = bench.store->inTransaction([&](server::StoreSession& session) {
            return Result<void>(session.outbox().add(row).error());
        });
        QCOMPARE(second.error().code, Errc::alreadyExists);
    }

    void aWaitingRowIsLentToOneServerAtATime() {
        constexpr std::int64_t kLeaseMs = 300'000;
        OutboxBench bench;
        const auto other = bench.openAgain();
        server::SneOutbox one(*bench.store, bench.clock, "un:8443");
        server::SneOutbox two(*other, bench.clock, "deux:8443");
        const OutboxRow row = one.nextOutbox(kNow).value().value();
        QVERIFY(!two.nextOutbox(kNow).value());
        QCOMPARE(one.nextOutbox(kNow).value().value().id, row.id); // as after a restart
        QVERIFY(!two.nextOutbox(kNow + kLeaseMs - 1).value());
        QCOMPARE(two.nextOutbox(kNow + kLeaseMs).value().value().id, row.id);
        QVERIFY(!one.nextOutbox(kNow + kLeaseMs).value());
    }

    void exchangesAreKeptAsTheyWere() {
        OutboxBench bench;
        const Bytes request{0, 1, 2, 255};
        const Bytes response{9, 8};
        QVERIFY(bench.outbox.archiveExchange(bench.id, "getNumUnique", request, response, "ab"));
        bench.store
            ->reading([&](server::StoreSession& session) -> Result<void> {
                ESCALE_TRY_ASSIGN(rows, session.outbox().exchanges(bench.id));
                if (rows.size() != 1 || rows[0].request != request || rows[0].response != response)
                    return fail(Errc::internal, "échange différent");
                return {};
            })
            .value();
    }
};

QTEST_APPLESS_MAIN(StoreTest)
#include "store_test.moc"
