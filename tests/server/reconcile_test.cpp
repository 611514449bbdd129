// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/reconcile/progress.h"
#include "server/store/sne_outbox.h"
#include "shared/dossier/catalogue.h"
#include "tests/server/store_support.h"

#include <QtTest>

using namespace escale;
using namespace escale::server_test;
using protocol::Role;

namespace {

const std::string kPhone = "demandeur.telephone";
const std::string kName = "demandeur.nom";

std::string textAt(const Dossier& dossier, const std::string& path) {
    return toText(dossier.answer(path));
}

QString text(const std::string& value) {
    return QString::fromStdString(value);
}

std::vector<Change> with(std::vector<Change> changes, std::vector<Change> more) {
    changes.insert(changes.end(), more.begin(), more.end());
    return changes;
}

std::vector<std::string> messages(const Dossier& dossier) {
    std::vector<std::string> result;
    for (const Task& task : dossier.tasks)
        result.push_back(task.code + " " + task.path + " " + task.message);
    return result;
}

/// A page of that dossier is here.
void receivePage(Bench& bench, const DossierId& id, const PieceId& piece, const std::string& sha) {
    bench.store
        ->inTransaction([&](server::StoreSession& session) -> Result<void> {
            ESCALE_TRY(session.pages().addPage({id, piece, sha, "image/jpeg", 10, kNow}));
            ESCALE_TRY_ASSIGN(row, session.dossiers().find(id));
            return server::saveWithProgress(session, *row, kNow);
        })
        .value();
}

} // namespace

class ReconcileTest : public QObject {
    Q_OBJECT
private slots:
    void anEditIsAppliedAcknowledgedAndSharedWithTheSite() {
        Bench bench;
        const auto tablet = bench.addDevice(Role::mediateur, "Rennes");
        const auto other = bench.addDevice(Role::permanence, "Rennes");
        const auto far = bench.addDevice(Role::mediateur, "Brest");
        const DossierId id = bench.newDossier();
        const auto answer =
            bench.send(tablet, {edit(tablet, id, 1, {change(kName, std::string("BELLEC"))})});
        QCOMPARE(answer.acknowledged, 1);
        QCOMPARE(answer.dossiers.size(), std::size_t{1});
        const auto seen = bench.send(other, {});
        QCOMPARE(seen.dossiers.size(), std::size_t{1});
        QCOMPARE(text(textAt(seen.dossiers[0], kName)), QString("BELLEC"));
        QVERIFY(bench.send(other, {}, seen.cursor).dossiers.empty());
        QVERIFY(bench.send(far, {}).dossiers.empty());
    }

    void disjointAnswersOfTwoDevicesBothSurvive() {
        Bench bench;
        const auto a = bench.addDevice(Role::mediateur, "Rennes");
        const auto b = bench.addDevice(Role::mediateur, "Rennes");
        const DossierId id = bench.newDossier();
        bench.send(a, {edit(a, id, 1, {change(kName, std::string("BELLEC"))})});
        bench.send(a, {edit(a, id, 2, {change(kPhone, std::string("0612345678"))})});
        bench.send(b, {edit(b, id, 1, {change("demandeur.prenom", std::string("Amina"))})});
        const Dossier dossier = bench.dossier(id).dossier;
        QCOMPARE(text(textAt(dossier, kPhone)), QString("0612345678"));
        QCOMPARE(text(textAt(dossier, "demandeur.prenom")), QString("Amina"));
        QVERIFY(dossier.conflicts.empty());
    }

    void aClashKeepsBothValuesTheirAuthorsAndWhatBothHadSeen() {
        Bench bench;
        const auto a = bench.addDevice(Role::mediateur, "Rennes");
        const auto b = bench.addDevice(Role::mediateur, "Rennes");
        const DossierId id = bench.newDossier();
        bench.send(a, {edit(a, id, 1, {change(kPhone, std::string("0611111111"))})});
        bench.send(a, {edit(a, id, 2, {change(kPhone, std::string("0622222222"), 1)})});
        bench.send(b, {edit(b, id, 1, {change(kPhone, std::string("0633333333"), 1)})});
        const Dossier dossier = bench.dossier(id).dossier;
        QCOMPARE(dossier.conflicts.size(), std::size_t{1});
        const Conflict& conflict = dossier.conflicts[0];
        QCOMPARE(text(toText(conflict.baseValue)), QString("0611111111"));
        QCOMPARE(conflict.candidates.size(), std::size_t{2});
        QCOMPARE(text(toText(conflict.candidates[0].value)), QString("0622222222"));
        QCOMPARE(text(toText(conflict.candidates[1].value)), QString("0633333333"));
        QVERIFY(conflict.candidates[0].origin.device == a.id);
        QVERIFY(conflict.candidates[1].origin.device == b.id);
        const Dossier forwarded = server::forwardable(dossier);
        QCOMPARE(text(textAt(forwarded, kPhone)), QString("0611111111"));
    }

    void aClashComesWithThePlacesWhereItWasWritten() {
        Bench bench;
        const auto borne = bench.addDevice(Role::borne, "Rennes");
        const auto tablet = bench.addDevice(Role::mediateur, "Rennes");
        const DossierId id = bench.newDossier();
        bench.send(borne, {edit(borne, id, 1, {change(kPhone, std::string("0611111111"))})});
        const auto before = bench.send(tablet, {});
        QCOMPARE(before.dossiers.size(), std::size_t{1});
        QVERIFY(before.dossiers[0].places.empty()); // nothing to choose between
        bench.send(borne, {edit(borne, id, 2, {change(kPhone, std::string("0622222222"), 1)})});
        const auto answer = bench.send(
            tablet, {edit(tablet, id, 1, {change(kPhone, std::string("0633333333"), 1)})});
        QCOMPARE(answer.dossiers.size(), std::size_t{1});
        const Dossier& dossier = answer.dossiers[0];
        QCOMPARE(dossier.places.size(), std::size_t{2});
        QVERIFY(*dossier.placeOf(borne.id) == (DevicePlace{borne.id, "borne", "Rennes"}));
        QVERIFY(*dossier.placeOf(tablet.id) == (DevicePlace{tablet.id, "mediateur", "Rennes"}));
    }

    void aDossierOutOfScopeIsRefusedAndTheEditKept() {
        Bench bench;
        const auto owner = bench.addDevice(Role::borne, "Rennes");
        const auto borne = bench.addDevice(Role::borne, "Rennes");
        const auto far = bench.addDevice(Role::mediateur, "Brest");
        const DossierId id = bench.newDossier();
        bench.send(owner, {edit(owner, id, 1, {change(kName, std::string("BELLEC"))})});
        for (const auto& stranger : {borne, far}) {
            const auto answer = bench.send(
                stranger, {edit(stranger, id, 1, {change(kName, std::string("AUTRE"))})});
            QCOMPARE(answer.acknowledged, 1);
            QCOMPARE(answer.refused.size(), std::size_t{1});
            QCOMPARE(answer.refused[0].code, Errc::forbidden);
            QVERIFY(answer.dossiers.empty() && answer.statuses.empty());
        }
        QCOMPARE(text(textAt(bench.dossier(id).dossier, kName)), QString("BELLEC"));
    }

    void aGapIsRefusedWholeAndTeachesNothing() {
        Bench bench;
        const auto device = bench.addDevice(Role::mediateur, "Rennes");
        const DossierId id = bench.newDossier();
        protocol::SyncRequest request;
        request.edits = {edit(device, id, 1, {change(kName, std::string("A"))}),
                         edit(device, id, 3, {change(kName, std::string("B"))})};
        QCOMPARE(bench.reconciler->sync(device.id, request).error().code, Errc::conflict);
        request.edits.erase(request.edits.begin());
        QCOMPARE(bench.reconciler->sync(device.id, request).error().code, Errc::conflict);
        const auto answer = bench.send(device, {});
        QCOMPARE(answer.acknowledged, 0);
        QVERIFY(answer.dossiers.empty());
    }

    void replayingChangesNothingAndRepeatsTheRefusals() {
        Bench bench;
        const auto device = bench.addDevice(Role::mediateur, "Rennes");
        const DossierId id = bench.newDossier();
        const std::vector<Edit> edits{
            edit(device, id, 1, {change(kName, std::string("BELLEC"))}),
            edit(device, id, 2, {change("demandeur.inconnu", std::string("x"))}),
            edit(device, id, 3, {change(kPhone, std::string("0612345678"))})};
        const auto first = bench.send(device, edits);
        QCOMPARE(first.acknowledged, 3);
        QCOMPARE(first.refused.size(), std::size_t{1});
        QCOMPARE(first.refused[0].seq, 2);
        QCOMPARE(first.refused[0].code, Errc::unknownField);
        const auto again = bench.send(device, edits);
        QCOMPARE(text(protocol::encode(again)), text(protocol::encode(first)));
        QCOMPARE(bench.dossier(id).dossier.revision, 2);
    }

    void refusedEditsAreKeptWhole() {
        Bench bench;
        const auto device = bench.addDevice(Role::borne, "Rennes");
        const DossierId id = bench.newDossier();
        const Edit forged = edit(device, id, 1, {change(kName, std::string("X"))}, "guichet");
        QCOMPARE(bench.send(device, {forged}).refused.at(0).code, Errc::forbidden);
        std::vector<server::RefusedRow> rows;
        bench.store
            ->reading([&](server::StoreSession& session) -> Result<void> {
                ESCALE_TRY_ASSIGN(found, session.dossiers().refused(device.id, 1, 9));
                rows = std::move(found);
                return {};
            })
            .value();
        QCOMPARE(rows.size(), std::size_t{1});
        const auto kept = protocol::editFromJson(parseJson(asString(rows[0].body)).value());
        QVERIFY(kept.value() == forged);
    }

    void anEditOfAnotherDeviceIsRefused() {
        Bench bench;
        const auto device = bench.addDevice(Role::mediateur, "Rennes");
        const auto other = bench.addDevice(Role::mediateur, "Rennes");
        const auto answer = bench.send(
            device, {edit(other, bench.newDossier(), 1, {change(kName, std::string("X"))})});
        QCOMPARE(answer.refused.at(0).code, Errc::forbidden);
        QVERIFY(answer.dossiers.empty());
    }

    void sealedEditsAreOpenedAndThoseThatDoNotOpenAreKept() {
        Bench bench;
        const auto borne = bench.addDevice(Role::borne, "Rennes");
        const DossierId id = bench.newDossier();
        const Edit clear = edit(borne, id, 1, {change(kName, std::string("BELLEC"))});
        const std::string body = json::serialize(protocol::toJson(clear));
        const Bytes cms = crypto::sealCms(asBytes(body), {bench.sealing.certPem}).value();
        Bytes broken = cms;
        broken.back() ^= 1;
        protocol::SyncRequest request;
        request.sealed = {{1, cms}, {2, broken}};
        const auto answer = bench.reconciler->sync(borne.id, request).value();
        QCOMPARE(answer.acknowledged, 2);
        QCOMPARE(answer.refused.size(), std::size_t{1});
        QCOMPARE(answer.refused[0].seq, 2);
        QCOMPARE(text(textAt(bench.dossier(id).dossier, kName)), QString("BELLEC"));
    }

    void aBorneGetsStatusesAndNoValue() {
        Bench bench;
        const auto borne = bench.addDevice(Role::borne, "Rennes");
        const DossierId id = bench.newDossier();
        const auto answer =
            bench.send(borne, {edit(borne, id, 1, {change(kName, std::string("BELLEC"))})});
        QVERIFY(answer.dossiers.empty());
        QCOMPARE(answer.statuses.size(), std::size_t{1});
        QVERIFY(answer.statuses[0].dossier == id);
        QVERIFY(protocol::encode(answer).find("BELLEC") == std::string::npos);
    }

    void pagesOfManyDossiersFollowEachOther() {
        Bench bench;
        const auto device = bench.addDevice(Role::mediateur, "Rennes");
        std::vector<Edit> edits;
        for (std::int64_t seq = 1; seq <= 250; ++seq)
            edits.push_back(edit(device, bench.newDossier(), seq,
                                 {change("logement_actuel.personnes", seq % 30 + 1)}));
        auto answer = bench.send(device, edits);
        std::size_t seen = answer.dossiers.size();
        while (answer.more) {
            answer = bench.send(device, {}, answer.cursor);
            seen += answer.dossiers.size();
            QVERIFY(answer.dossiers.size() <= protocol::kMaxSnapshotsPerSync);
        }
        QCOMPARE(seen, std::size_t{250});
    }

    void aConfirmedDossierIsDepositedOnceItsIdentityPagesAreHere() {
        Bench bench;
        const auto device = bench.addDevice(Role::mediateur, "Rennes");
        const DossierId id = bench.newDossier();
        const PieceId identity = newId<PieceId>(bench.clock, bench.random);
        const std::string sha(64, 'a');
        bench.send(device, {edit(device, id, 1, completeAnswers())});
        QCOMPARE(bench.dossier(id).dossier.stage, DossierStage::draft);
        bench.send(device, {edit(device, id, 2,
                                 with(piece(identity, "identite", {sha}),
                                      {change("depot.confirme", true)}))});
        Dossier dossier = bench.dossier(id).dossier;
        QCOMPARE(text(dossier.receivedOn), QString("2026-11-22"));
        QCOMPARE(dossier.stage, DossierStage::toCorrect);
        QCOMPARE(messages(dossier).size(), std::size_t{1});
        QVERIFY(bench.outbox(id).empty());
        bench.clock.advance(std::int64_t{3} * 24 * 3600 * 1000);
        receivePage(bench, id, identity, sha);
        dossier = bench.dossier(id).dossier;
        QCOMPARE(dossier.stage, DossierStage::deposited);
        QVERIFY(dossier.tasks.empty());
        QCOMPARE(text(dossier.receivedOn), QString("2026-11-22"));
        QCOMPARE(bench.outbox(id).size(), std::size_t{1});
        QCOMPARE(bench.outbox(id)[0].kind, server::OutboxKind::creation);
    }

    void aClashOnANeededFieldWithoutBaseWaitsForAPerson() {
        Bench bench;
        const auto a = bench.addDevice(Role::mediateur, "Rennes");
        const auto b = bench.addDevice(Role::mediateur, "Rennes");
        const DossierId id = bench.newDossier();
        const PieceId identity = newId<PieceId>(bench.clock, bench.random);
        const std::string sha(64, 'b');
        bench.send(a,
                   {edit(a, id, 1, with(completeAnswers(), piece(identity, "identite", {sha})))});
        bench.send(b, {edit(b, id, 1, {change(kPhone, std::string("0699999999"))})});
        receivePage(bench, id, identity, sha);
        bench.send(a, {edit(a, id, 2, {change("depot.confirme", true)})});
        const Dossier dossier = bench.dossier(id).dossier;
        QCOMPARE(dossier.stage, DossierStage::toDecide);
        QCOMPARE(dossier.tasks.size(), std::size_t{1});
        QCOMPARE(text(dossier.tasks[0].path), text(kPhone));
        QVERIFY(bench.outbox(id).empty());
    }
};

QTEST_APPLESS_MAIN(ReconcileTest)
#include "reconcile_test.moc"
