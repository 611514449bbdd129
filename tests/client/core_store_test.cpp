// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/platform/key_vault.h"
#include "shared/crypto/cms.h"
#include "shared/sqlite/sqlite.h"
#include "tests/client/device_fixture.h"

#include <QtTest>

using namespace escale;
using namespace escale::client;
using namespace escale::tests;

namespace {

Draft draftOf(const DossierId& id, const std::string& name) {
    Draft draft;
    draft.dossier = id;
    draft.author = "mediateur";
    draft.schema = 1;
    draft.changes = {{"demandeur.nom", name, 0}};
    return draft;
}

DossierId newDossier(DeviceFixture& device, LocalStore& store, const std::string& name) {
    const auto id = newId<DossierId>(device.clock, device.random);
    store.create(draftOf(id, name), "482915703642").value();
    return id;
}

std::string nameOf(LocalStore& store, const DossierId& id) {
    return textOf(store.load(id).value().answer("demandeur.nom"));
}

/// Changes one byte in the middle of a blob, behind the store's back.
void damage(const std::string& root, const std::string& table, const std::string& column,
            const std::string& where) {
    auto db = sqlite::Database::open(DataDir{root}.database()).value();
    auto read = db.prepare("SELECT " + column + " FROM " + table + " WHERE " + where).value();
    QVERIFY(read.step().value());
    Bytes blob = read.columnBlob(0);
    read.reset();
    blob[blob.size() / 2] ^= 1;
    auto write = db.prepare("UPDATE " + table + " SET " + column + " = ? WHERE " + where).value();
    write.bind(1, ByteView(blob)).run().value();
}

Dossier snapshotOf(const DossierId& id, const std::string& name, std::int64_t revision) {
    Dossier dossier;
    dossier.id = id;
    dossier.revision = revision;
    dossier.fields["demandeur.nom"] = {name, revision, {DeviceId(), 1, "guichet", {}}};
    return dossier;
}

} // namespace

class CoreStoreTest : public QObject {
    Q_OBJECT
private slots:
    void editsAreNumberedFromOneWithoutGaps() {
        DeviceFixture tablet(protocol::Role::mediateur);
        auto workspace = tablet.open(SessionKeeping::file);
        LocalStore& store = workspace->store();
        const DossierId first = newDossier(tablet, store, "DIALLO");
        const DossierId second = newDossier(tablet, store, "MARTIN");
        QCOMPARE(store.append(draftOf(first, "DIALLO-BA")).value().seq, 3);
        QCOMPARE(store.append(draftOf(DossierId(newUuid(tablet.clock, tablet.random)), "X"))
                     .error()
                     .code,
                 Errc::notFound);
        QCOMPARE(store.append(draftOf(second, "MARTIN-DUPONT")).value().seq, 4);
        QCOMPARE(store.queue().value().edits, 4);
        QCOMPARE(nameOf(store, first), std::string("DIALLO-BA"));
    }

    void aPreparedCodeOpensTheDossierAgain() {
        DeviceFixture borne(protocol::Role::borne);
        auto workspace = borne.open(SessionKeeping::memory);
        LocalStore& store = workspace->store();
        store.prepareReference();
        store.prepareReference(); // one is enough
        const std::string code = store.nextReference();
        QCOMPARE(store.nextReference(), code); // until it is used
        const DossierId id(newUuid(borne.clock, borne.random));
        store.create(draftOf(id, "DIALLO"), code).value();
        QVERIFY(store.nextReference() != code);
        workspace->endSession().value();
        workspace->beginSession().value();
        QCOMPARE(store.load(id).error().code, Errc::locked);
        QCOMPARE(store.reopen(id, "000000000000").error().code, Errc::wrongCode);
        store.reopen(id, code).value();
        QCOMPARE(nameOf(store, id), std::string("DIALLO"));
    }

    void stampsNeverGoBackWhateverTheClockDoes() {
        DeviceFixture tablet(protocol::Role::mediateur);
        auto workspace = tablet.open(SessionKeeping::file);
        const DossierId id = newDossier(tablet, workspace->store(), "A");
        const Stamp before = workspace->store().append(draftOf(id, "B")).value().at;
        tablet.clock.now -= 86'400'000;
        QVERIFY(workspace->store().append(draftOf(id, "C")).value().at > before);
    }

    void acknowledgedEditsLeaveAndTheSnapshotTakesTheirPlace() {
        DeviceFixture tablet(protocol::Role::mediateur);
        auto workspace = tablet.open(SessionKeeping::file);
        LocalStore& store = workspace->store();
        const DossierId id = newDossier(tablet, store, "DIALLO");
        store.append(draftOf(id, "BA")).value();
        store.receive(acknowledge(1)).value();
        QCOMPARE(store.queue().value().edits, 1);
        QCOMPARE(nameOf(store, id), std::string("BA")); // still shown: no snapshot has it yet
        auto answer = acknowledge(1, 5);
        answer.dossiers = {snapshotOf(id, "DIALLO", 1)};
        QCOMPARE(store.receive(answer).value().dossiers, 1);
        QCOMPARE(nameOf(store, id), std::string("BA")); // what waits is shown on top
        QCOMPARE(store.snapshot(id).value().fields["demandeur.nom"].revision, 1);
        answer.acknowledged = 2;
        answer.dossiers = {snapshotOf(id, "AUTRE", 3)};
        store.receive(answer).value();
        QCOMPARE(nameOf(store, id), std::string("AUTRE"));
        QCOMPARE(store.nextBatch(500).value().cursor, 5);
    }

    void aLostAnswerSendsTheSameNumbersAgain() {
        DeviceFixture tablet(protocol::Role::mediateur);
        auto workspace = tablet.open(SessionKeeping::file);
        newDossier(tablet, workspace->store(), "DIALLO");
        const auto once = workspace->store().nextBatch(500).value();
        QCOMPARE(workspace->store().nextBatch(500).value().edits, once.edits);
        workspace->store().receive(acknowledge(1)).value();
        QVERIFY(workspace->store().nextBatch(500).value().edits.empty());
        workspace->store().receive(acknowledge(1)).value(); // a second copy changes nothing
        QCOMPARE(workspace->store().queue().value().edits, 0);
    }

    void numbersTheServerHasSeenAreNotUsedAgain() {
        DeviceFixture tablet(protocol::Role::mediateur);
        auto workspace = tablet.open(SessionKeeping::file);
        workspace->store().receive(acknowledge(40)).value();
        const DossierId id = newDossier(tablet, workspace->store(), "DIALLO");
        QCOMPARE(workspace->store().append(draftOf(id, "BA")).value().seq, 42);
    }

    void aRefusedEditIsKeptWithItsReasonAndNoLongerShown() {
        DeviceFixture tablet(protocol::Role::mediateur);
        auto workspace = tablet.open(SessionKeeping::file);
        LocalStore& store = workspace->store();
        const DossierId id = newDossier(tablet, store, "DIALLO");
        store.append(draftOf(id, "BA")).value();
        auto answer = acknowledge(2);
        answer.refused = {{2, id, Errc::unknownField, "demandeur.nom"}};
        store.receive(answer).value();
        QCOMPARE(store.queue().value().edits, 0);
        QCOMPARE(nameOf(store, id), std::string("DIALLO"));
        const auto refusals = store.refusals(id).value();
        QCOMPARE(refusals.size(), std::size_t{1});
        QCOMPARE(refusals[0].code, Errc::unknownField);
    }

    void nothingTypedCanBeReadInTheFolder() {
        for (const auto role : {protocol::Role::borne, protocol::Role::mediateur}) {
            DeviceFixture device(role);
            auto workspace = device.open(SessionKeeping::file);
            const DossierId id = newDossier(device, workspace->store(), "TRAORÉ-SENTINELLE");
            workspace->store().append(draftOf(id, "95585-SENTINELLE")).value();
            for (const char* needle : {"SENTINELLE", "95585", "demandeur", "482915703642"})
                QVERIFY2(!device.holds(needle), needle);
        }
    }

    void aBorneQueuesWhatOnlyTheServerOpens() {
        DeviceFixture borne(protocol::Role::borne);
        auto workspace = borne.open(SessionKeeping::memory);
        newDossier(borne, workspace->store(), "DIALLO");
        workspace->endSession().value();
        const auto batch = workspace->store().nextBatch(500).value();
        QVERIFY(batch.edits.empty());
        QCOMPARE(batch.sealed.size(), std::size_t{1});
        const FakeAuthority& server = fakeAuthority();
        const Bytes opened =
            crypto::openCms(batch.sealed[0].cms, server.sealingCertPem, server.sealingKeyPem)
                .value();
        const auto edit = protocol::editFromJson(parseJson(asString(opened)).value()).value();
        QCOMPARE(edit.seq, 1);
        QCOMPARE(textOf(edit.changes[0].value), std::string("DIALLO"));
    }

    void aChangedByteIsRefusedAndTheOthersPass() {
        DeviceFixture tablet(protocol::Role::mediateur);
        auto workspace = tablet.open(SessionKeeping::file);
        LocalStore& store = workspace->store();
        const DossierId first = newDossier(tablet, store, "DIALLO");
        const DossierId second = newDossier(tablet, store, "MARTIN");
        damage(tablet.root(), "edition", "scelle", "seq = 1");
        QCOMPARE(store.load(first).error().code, Errc::cryptoFailure);
        QCOMPARE(nameOf(store, second), std::string("MARTIN"));
        const auto batch = store.nextBatch(500).value();
        QCOMPARE(batch.sealed.size(), std::size_t{1}); // goes as it is, for the server to refuse
        QCOMPARE(batch.sealed[0].seq, 1);
        QCOMPARE(batch.edits.size(), std::size_t{1});
        QCOMPARE(batch.edits[0].seq, 2);
    }

    void aRowCannotBePutInTheplaceOfAnother() {
        DeviceFixture tablet(protocol::Role::mediateur);
        auto workspace = tablet.open(SessionKeeping::file);
        const DossierId id = newDossier(tablet, workspace->store(), "DIALLO");
        workspace->store().append(draftOf(id, "BA")).value();
        auto db = sqlite::Database::open(DataDir{tablet.root()}.database()).value();
        db.exec("UPDATE edition SET scelle = (SELECT scelle FROM edition WHERE seq = 1) "
                "WHERE seq = 2")
            .value();
        QCOMPARE(workspace->store().load(id).error().code, Errc::cryptoFailure);
    }

    void aWrongPinIsCountedAndMakesWait() {
        DeviceFixture tablet(protocol::Role::permanence);
        const auto attempt = [&](const char* pin) {
            auto workspace =
                Workspace::open(tablet.root(), SessionKeeping::file, tablet.clock, tablet.random)
                    .value();
            const auto opened = workspace->unlockWithPin(pin);
            return opened ? Errc::internal : opened.error().code;
        };
        for (int i = 0; i < 5; ++i)
            QCOMPARE(attempt("835017"), Errc::wrongCode);
        QCOMPARE(attempt(kPin), Errc::throttled); // also after a restart, also the right one
        tablet.clock.now += 29'000;
        QCOMPARE(attempt(kPin), Errc::throttled);
        tablet.clock.now += 2'000;
        QCOMPARE(attempt("835017"), Errc::wrongCode);
        tablet.clock.now += 31'000;
        QCOMPARE(attempt(kPin), Errc::throttled); // the wait has doubled
        tablet.clock.now += 30'000;
        QCOMPARE(attempt(kPin), Errc::internal);      // opened
        QCOMPARE(attempt("835017"), Errc::wrongCode); // and the count starts anew
    }

    void aDatabaseOfALaterProgramIsNotTouched() {
        DeviceFixture tablet(protocol::Role::mediateur);
        tablet.open(SessionKeeping::file);
        {
            auto db = sqlite::Database::open(DataDir{tablet.root()}.database()).value();
            db.setUserVersion(999).value();
        }
        const auto opened =
            Workspace::open(tablet.root(), SessionKeeping::file, tablet.clock, tablet.random);
        QCOMPARE(opened.error().code, Errc::unsupportedVersion);
    }

    void aFolderThatIsNotEnrolledSaysSo() {
        QTemporaryDir empty;
        SteppingClock clock;
        crypto::SystemRandom random;
        const auto opened =
            Workspace::open(empty.path().toStdString(), SessionKeeping::file, clock, random);
        QCOMPARE(opened.error().code, Errc::unauthorized);
    }
};

QTEST_GUILESS_MAIN(CoreStoreTest)
#include "core_store_test.moc"
