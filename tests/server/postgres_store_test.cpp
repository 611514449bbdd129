// SPDX-License-Identifier: GPL-3.0-or-later
// What PostgreSQL alone can do to a store: go away, come back, be shared by several programs.
#include "server/store/postgres_store.h"
#include "tests/server/store_support.h"
#include "tests/support/postgres_cluster.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace escale;
using namespace escale::server_test;
using protocol::Role;
using server::PostgresStore;
using server::Store;
using server::StoreSession;

namespace {

/// A database of the cluster, opened by as many programs as a test wants.
class Shared {
public:
    explicit Shared(tests::PostgresCluster& cluster)
        : where(cluster.newDatabase()) {}
    [[nodiscard]] std::unique_ptr<Store> open() const { return PostgresStore::open(where).value(); }

    server::DeviceRow device(const std::string& site) {
        server::DeviceRow row;
        row.id = newId<DeviceId>(clock, random);
        row.role = Role::mediateur;
        row.site = site;
        row.fingerprint = "00";
        return row;
    }
    server::DossierRow dossier(const server::DeviceRow& owner) {
        server::DossierRow row;
        row.dossier.id = newId<DossierId>(clock, random);
        row.site = owner.site;
        row.owner = owner.id;
        return row;
    }

    std::string where;
    FakeClock clock;
    crypto::SystemRandom random;
};

Result<void> addDevice(Store& store, const server::DeviceRow& row) {
    return store.inTransaction([&](StoreSession& s) { return s.devices().add(row); });
}

Result<void> save(Store& store, server::DossierRow row) {
    return store.inTransaction([&](StoreSession& s) { return s.dossiers().save(row); });
}

std::size_t devicesIn(Store& store) {
    std::size_t count = 0;
    store
        .reading([&](StoreSession& session) -> Result<void> {
            ESCALE_TRY_ASSIGN(rows, session.devices().all());
            count = rows.size();
            return {};
        })
        .value();
    return count;
}

} // namespace

class PostgresStoreTest : public QObject {
    Q_OBJECT
    std::unique_ptr<tests::PostgresCluster> m_cluster;

private slots:
    void initTestCase() { m_cluster = std::make_unique<tests::PostgresCluster>(); }

    void aDatabaseThatIsAwayIsSaidSo() {
        const auto store = PostgresStore::open("host=/nulle/part dbname=escale");
        QCOMPARE(store.error().code, Errc::storageFailure);
    }

    void severalProgramsMakeTheSchemaOnce() {
        Shared shared(*m_cluster);
        std::atomic<int> opened = 0;
        std::vector<std::thread> programs;
        for (int i = 0; i < 4; ++i)
            programs.emplace_back([&] { opened += PostgresStore::open(shared.where) ? 1 : 0; });
        for (std::thread& program : programs)
            program.join();
        QCOMPARE(opened.load(), 4);
        QVERIFY(addDevice(*shared.open(), shared.device("Rennes")));
    }

    void aTransactionThatMetAnErrorIsNotTakenForCommitted() {
        Shared shared(*m_cluster);
        const auto store = shared.open();
        const auto row = shared.device("Rennes");
        const auto result = store->inTransaction([&](StoreSession& session) -> Result<void> {
            ESCALE_TRY(session.devices().add(row));
            if (session.devices().add(row).error().code != Errc::alreadyExists)
                return fail(Errc::internal);
            return {}; // as if nothing had been refused
        });
        QCOMPARE(result.error().code, Errc::storageFailure);
        QCOMPARE(devicesIn(*store), std::size_t{0});
    }

    void changesAreNumberedInTheOrderInWhichTheyAreSeen() {
        Shared shared(*m_cluster);
        const auto first = shared.open();
        const auto owner = shared.device("Rennes");
        QVERIFY(addDevice(*first, owner));
        constexpr int kEach = 40;
        std::vector<std::vector<server::DossierRow>> rows(3);
        for (auto& mine : rows)
            for (int i = 0; i < kEach; ++i)
                mine.push_back(shared.dossier(owner));
        std::atomic<int> left = 3;
        std::vector<std::thread> writers;
        for (const auto& mine : rows)
            writers.emplace_back([&] {
                const auto store = shared.open();
                for (const auto& row : mine)
                    save(*store, row).value();
                --left;
            });
        // Whoever follows with a cursor misses none, whatever the order of the commits.
        std::int64_t cursor = 0;
        std::size_t seen = 0;
        for (bool last = false; !last;) {
            last = left == 0;
            first
                ->reading([&](StoreSession& session) -> Result<void> {
                    ESCALE_TRY_ASSIGN(
                        news, session.dossiers().changedSince({{}, owner.site}, cursor, 1000));
                    for (const auto& row : news)
                        cursor = row.change;
                    seen += news.size();
                    return {};
                })
                .value();
        }
        for (std::thread& writer : writers)
            writer.join();
        QCOMPARE(seen, std::size_t{3 * kEach});
    }

    void aDatabaseThatFallsKeepsWhatWasSaidAndIsFoundAgain() {
        Shared shared(*m_cluster);
        const auto store = shared.open();
        std::atomic<int> kept = 0;
        std::atomic<bool> refused = false;
        std::atomic<bool> stop = false;
        std::thread writer([&] {
            while (!stop) {
                const auto result = addDevice(*store, shared.device("Rennes"));
                if (result)
                    ++kept;
                else if (result.error().code == Errc::storageFailure)
                    refused = true;
                else
                    return;
            }
        });
        const auto more = [&](int count) {
            const int before = kept;
            return QTest::qWaitFor([&] { return kept >= before + count; }, 30'000);
        };
        QVERIFY(more(20));
        m_cluster->kill();
        QVERIFY(QTest::qWaitFor([&] { return refused.load(); }, 30'000));
        m_cluster->start();
        const bool again = more(20);
        stop = true;
        writer.join();
        QVERIFY(again);
        // A commit whose answer was lost may be there too: one at most.
        const std::size_t held = devicesIn(*store);
        QVERIFY(held >= static_cast<std::size_t>(kept));
        QVERIFY(held <= static_cast<std::size_t>(kept) + 1);
    }

    void anOlderProgramLeavesANewerDatabaseAlone() {
        Shared shared(*m_cluster);
        (void)shared.open();
        m_cluster->sql(shared.where, "INSERT INTO schema_version(version) VALUES (99)");
        QCOMPARE(PostgresStore::open(shared.where).error().code, Errc::unsupportedVersion);
    }
};

QTEST_GUILESS_MAIN(PostgresStoreTest)
#include "postgres_store_test.moc"
