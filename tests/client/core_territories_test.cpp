// SPDX-License-Identifier: GPL-3.0-or-later
// What the server publishes of territories reaches the device with a sync, and nothing else does.
#include "client/sync/sync_engine.h"
#include "client/territory/held_packs.h"
#include "shared/cotation/publications.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/sign.h"
#include "shared/position/pack.h"
#include "tests/client/device_fixture.h"
#include "tests/client/fake_server.h"

#include <QtTest>

using namespace escale;
using namespace escale::client;
using namespace escale::tests;

namespace {

constexpr const char* kSiren = "200055655";
constexpr Date kDay{2026, 10, 1};
constexpr std::int64_t kHourMs = 3'600'000;

const crypto::KeyPair& serverKey() {
    static const crypto::KeyPair kKey = crypto::newEd25519().value();
    return kKey;
}

Bytes packOf(const Date& date, int count = 20, const crypto::KeyPair& key = serverKey()) {
    const auto& bareme = *cotation::baremeCovering(cotation::Commune("95585"));
    position::Distribution figures;
    figures.epci = kSiren;
    figures.bareme = bareme.id();
    figures.baremeVersion = bareme.version();
    figures.date = date;
    figures.edges = position::defaultEdges(255);
    figures.cells[{"95585", "T3"}] = {{0, count}};
    return position::sealPack(figures, key.privatePem, key.publicPem).value();
}

/// The folder of a device that has enrolled.
std::string pinned(const std::string& root) {
    if (const auto kept = HeldPacks::pin(root, serverKey().publicPem); !kept)
        qFatal("%s", kept.error().detail.c_str());
    return root;
}

/// A borne that knows the key of its server.
struct Line {
    Line()
        : device(protocol::Role::borne)
        , workspace(device.open(SessionKeeping::memory))
        , packs(pinned(workspace->dir().root))
        , engine(workspace->store(), workspace->pages(), server, device.clock, device.random) {
        engine.fetchTerritories(packs);
    }

    void publish(const Bytes& pack, const std::string& bareme = "roissy-pays-de-france-2023-11") {
        server.packs[kSiren] = pack;
        server.territories = {{kSiren, bareme, "2026-10-01", crypto::sha256Hex(pack)}};
    }
    SyncReport round() { return syncRound(engine); }
    [[nodiscard]] Date held() const { return packs.of(kSiren).distribution.date; }

    DeviceFixture device;
    FakeServer server;
    std::unique_ptr<Workspace> workspace;
    HeldPacks packs;
    SyncEngine engine;
};

} // namespace

class CoreTerritoriesTest : public QObject {
    Q_OBJECT
private slots:
    void aPackComesWithTheSync() {
        Line line;
        line.publish(packOf(kDay));
        const SyncReport report = line.round();
        QVERIFY(!report.error);
        QCOMPARE(report.territories.kept, 1);
        QCOMPARE(line.held(), kDay);
    }

    void nothingNewCostsOneSmallQuestionAnHour() {
        Line line;
        line.publish(packOf(kDay));
        line.round();
        line.round();
        QCOMPARE(line.server.lists, 1);
        line.device.clock.now += kHourMs;
        QCOMPARE(line.round().territories.kept, 0);
        QCOMPARE(line.server.listsUnchanged, 1);
        QCOMPARE(line.server.packsSent, 1);
    }

    void aNewReleaseTakesThePlaceOfTheFormerOne() {
        Line line;
        line.publish(packOf(kDay));
        line.round();
        line.device.clock.now += kHourMs;
        line.publish(packOf(addDays(kDay, 31), 40));
        QCOMPARE(line.round().territories.kept, 1);
        QCOMPARE(line.held(), addDays(kDay, 31));
    }

    void whatIsNotTrueIsRefusedAndWhatIsHeldStays_data() {
        QTest::addColumn<QByteArray>("pack");
        const auto row = [](const char* name, Bytes pack) {
            QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(pack.data()),
                                              qsizetype(pack.size()));
        };
        row("another key", packOf(addDays(kDay, 31), 20, crypto::newEd25519().value()));
        row("older", packOf(addDays(kDay, -1)));
        Bytes cut = packOf(addDays(kDay, 31));
        cut.resize(cut.size() - 10);
        row("cut", cut);
        Bytes forged = packOf(addDays(kDay, 31));
        forged[forged.size() - 80] ^= 1;
        row("changed", forged);
        row("nothing", {});
    }

    void whatIsNotTrueIsRefusedAndWhatIsHeldStays() {
        QFETCH(QByteArray, pack);
        Line line;
        line.publish(packOf(kDay));
        line.round();
        line.device.clock.now += kHourMs;
        line.publish(Bytes(pack.begin(), pack.end()));
        const SyncReport report = line.round();
        QVERIFY(!report.error); // the answers of the person are sent all the same
        QCOMPARE(report.territories.refused, 1);
        QVERIFY(!report.territories.error->detail.empty());
        QCOMPARE(line.held(), kDay);
    }

    void whatWasDamagedOnTheDiskComesAgain() {
        Line line;
        line.publish(packOf(kDay));
        line.round();
        QFile file(QString::fromStdString(line.packs.path(kSiren)));
        QVERIFY(file.resize(30));
        QCOMPARE(line.packs.of(kSiren).state, HeldPack::State::refused);
        line.device.clock.now += kHourMs;
        QCOMPARE(line.round().territories.kept, 1);
        QCOMPARE(line.held(), kDay);
    }

    void aDeviceWithoutTheKeyAsksForNothing() {
        Line line;
        line.publish(packOf(kDay));
        QVERIFY(
            QFile::remove(QString::fromStdString(line.workspace->dir().root + "/publication.pem")));
        HeldPacks keyless(line.workspace->dir().root);
        line.engine.fetchTerritories(keyless);
        QVERIFY(!line.round().error);
        QCOMPARE(line.server.lists, 0);
        QVERIFY(!keyless.keep(kSiren, packOf(kDay)));
    }

    void aTerritoryOfUnknownRulesIsLeftThere() {
        Line line;
        line.publish(packOf(kDay), "bareme-que-personne-ne-connait");
        QCOMPARE(line.round().territories.kept, 0);
        QCOMPARE(line.server.packsSent, 0);
    }

    void aServerWithoutTerritoriesIsNoFailure() {
        Line line;
        line.server.territories = {{kSiren, "roissy-pays-de-france-2023-11", "2026-10-01", "x"}};
        const SyncReport report = line.round();
        QVERIFY(!report.error);
        QVERIFY(report.territories.error);
        QCOMPARE(line.packs.of(kSiren).state, HeldPack::State::none);
    }
};

QTEST_MAIN(CoreTerritoriesTest)
#include "core_territories_test.moc"
