// SPDX-License-Identifier: GPL-3.0-or-later
// A person chooses which demande of the register is somebody's: only among those it gave, only when
// asked, and who did it is written down.
#include "server/console/commands.h"
#include "server/console/data_dir.h"
#include "shared/base/system_ports.h"
#include "shared/crypto/random.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace escale;
using namespace escale::server;

namespace {

const std::string kFirst = "095011700012311111";
const std::string kSecond = "095011800045611111";

/// A server's folder with one dossier for which the register knows two demandes.
struct Bench {
    Bench() {
        initDataDir(dir, {}, clock, random).value();
        store = openStore(dir).value();
        const DeviceId device = newId<DeviceId>(clock, random);
        id = newId<DossierId>(clock, random);
        write([&](StoreSession& session) -> Result<void> {
            ESCALE_TRY(session.devices().add(
                {device, protocol::Role::mediateur, "EPN", "00", clock.nowMs(), 0, false}));
            DossierRow dossier;
            dossier.dossier.id = id;
            dossier.dossier.revision = 3;
            dossier.dossier.stage = DossierStage::toDecide;
            dossier.dossier.tasks = {{"doublons", {}, "choisissez"}, {"manque", "x", "il manque"}};
            dossier.owner = device;
            dossier.site = "EPN";
            ESCALE_TRY(session.dossiers().save(dossier));
            OutboxRow row;
            row.dossier = id;
            row.state = OutboxState::toDecide;
            row.dossierRevision = row.wantedRevision = 3;
            ESCALE_TRY(session.outbox().add(row));
            const std::string answer = "<d><numUnique>" + kFirst + "</numUnique><numUnique>" +
                                       kSecond + "</numUnique><nom>Benarous</nom></d>";
            const ByteView bytes = asBytes(answer);
            return session.outbox().archive(
                {id, "getDoublons", clock.nowMs(), {}, Bytes(bytes.begin(), bytes.end()), {}});
        });
    }

    void write(const Store::Work& work) { store->inTransaction(work).value(); }
    Result<json::value> decide(const std::string& numero = {}) {
        std::vector<std::string> words{"--data", dir.root(), "--dossier", id.str()};
        if (!numero.empty())
            words.insert(words.end(), {"--numero", numero});
        return dossierDecideCommand(
            Options::parse(words, {"--data", "--dossier", "--numero"}, {}).value(), clock);
    }
    Dossier dossier() {
        Dossier found;
        store
            ->reading([&](StoreSession& session) -> Result<void> {
                ESCALE_TRY_ASSIGN(row, session.dossiers().find(id));
                found = row->dossier;
                return {};
            })
            .value();
        return found;
    }
    QByteArray audit() const {
        QFile file(QString::fromStdString(dir.file("audit.jsonl")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    SystemClock clock;
    crypto::SystemRandom random;
    DataDir dir{folder.filePath("serveur").toStdString()};
    std::unique_ptr<Store> store;
    DossierId id;
};

} // namespace

class DecisionTest : public QObject {
    Q_OBJECT
private slots:
    void theNumbersOfTheRegisterAreTold() {
        Bench bench;
        const auto told = bench.decide();
        QVERIFY2(told, told ? "" : told.error().detail.c_str());
        QCOMPARE(json::serialize(told->at("numeros")), "[\"" + kFirst + "\",\"" + kSecond + "\"]");
        QVERIFY(bench.dossier().numeroUnique.empty());
        QVERIFY(bench.audit().isEmpty());
    }

    void theOneThatAPersonChoosesIsTheDossiers() {
        Bench bench;
        QVERIFY(bench.decide(kSecond));
        const Dossier dossier = bench.dossier();
        QCOMPARE(dossier.numeroUnique, kSecond);
        QCOMPARE(dossier.stage, DossierStage::forwarding);
        QCOMPARE(dossier.tasks.size(), std::size_t{1});
        QCOMPARE(dossier.tasks.front().code, std::string("manque"));
        bench.write([&](StoreSession& session) -> Result<void> {
            ESCALE_TRY_ASSIGN(row, session.outbox().nextDue(bench.clock.nowMs(), {}));
            if (!row || row->kind != OutboxKind::modification || row->dossier != bench.id)
                return fail(Errc::internal, "rien ne part");
            return {};
        });
        QVERIFY(bench.audit().contains("choix_doublon") &&
                bench.audit().contains(QByteArray::fromStdString(kSecond)));
    }

    void anythingElseIsRefused() {
        Bench bench;
        QCOMPARE(bench.decide("095011900078911111").error().code, Errc::invalidArgument);
        QVERIFY(bench.dossier().numeroUnique.empty());
        QVERIFY(bench.decide(kFirst));
        QCOMPARE(bench.decide(kSecond).error().code, Errc::conflict);
        QCOMPARE(bench.decide().error().code, Errc::conflict);
        QCOMPARE(bench.dossier().numeroUnique, kFirst);
    }
};

QTEST_GUILESS_MAIN(DecisionTest)
#include "decision_test.moc"
