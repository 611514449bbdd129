// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/sync/sync_engine.h"
#include "tests/client/device_fixture.h"
#include "tests/client/fake_server.h"

#include <QFile>
#include <QSignalSpy>
#include <QtTest>

using namespace escale;
using namespace escale::client;
using namespace escale::tests;

namespace {

/// A device and a server in memory, with one round of sync at a time.
struct Line {
    explicit Line(protocol::Role role)
        : device(role)
        , workspace(device.open(SessionKeeping::memory))
        , session(*workspace, catalogue())
        , engine(workspace->store(), workspace->pages(), server, device.clock, device.random) {}

    SyncReport round() { return syncRound(engine); }
    std::string pageName(const PieceId& piece) {
        return std::get<TextList>(session.answer("pieces[" + piece.str() + "].pages")).front();
    }

    DeviceFixture device;
    FakeServer server;
    std::unique_ptr<Workspace> workspace;
    DossierSession session;
    SyncEngine engine;
};

/// A page of several parts: a PDF, which is not looked into.
Bytes longPdf(std::size_t size) {
    Bytes pdf(size, 'x');
    const std::string_view head = "%PDF-1.4\n";
    const std::string_view tail = "\n%%EOF\n";
    std::copy(head.begin(), head.end(), pdf.begin());
    std::copy(tail.begin(), tail.end(), pdf.end() - static_cast<std::ptrdiff_t>(tail.size()));
    return pdf;
}

} // namespace

class CoreEngineTest : public QObject {
    Q_OBJECT
private slots:
    void aRoundSendsWhatWaits() {
        Line line(protocol::Role::mediateur);
        line.session.create({{"demandeur.nom", "DIALLO"}}).value();
        const PieceId piece = line.session.addPiece("identite", {jpegWithPlace()}).value();
        const SyncReport report = line.round();
        QVERIFY(!report.error);
        QCOMPARE(report.sentEdits, 2);
        QCOMPARE(report.sentPages, 1);
        QCOMPARE(report.waiting, 0);
        QVERIFY(line.server.complete.contains(line.pageName(piece)));
        QCOMPARE(line.device.pageFiles(), 1); // the copy to look at
        QVERIFY(!line.engine.status().running);
    }

    void anAnswerThatIsLostChangesNothing() {
        Line line(protocol::Role::mediateur);
        line.session.create({{"demandeur.nom", "DIALLO"}}).value();
        line.server.loseAnswers = 1;
        const SyncReport lost = line.round();
        QCOMPARE(lost.error->code, Errc::networkUnavailable);
        QCOMPARE(lost.waiting, 1);
        QCOMPARE(line.server.mark, 1);
        const SyncReport again = line.round();
        QVERIFY(!again.error);
        QCOMPARE(again.waiting, 0);
        QCOMPARE(line.server.edits.size(), std::size_t{1});
    }

    void withoutANetworkNothingIsLostAndTheReasonIsSaid() {
        Line line(protocol::Role::borne);
        line.session.create({{"demandeur.nom", "DIALLO"}}).value();
        line.server.away = true;
        const SyncReport report = line.round();
        QCOMPARE(report.error->code, Errc::networkUnavailable);
        QCOMPARE(line.engine.status().waitingEdits, 1);
        QCOMPARE(line.engine.status().lastError->code, Errc::networkUnavailable);
        line.server.away = false;
        QCOMPARE(line.round().waiting, 0);
        QVERIFY(!line.engine.status().lastError);
    }

    void onePageThatAlwaysFailsDoesNotHoldTheOthersBack() {
        Line line(protocol::Role::mediateur);
        line.session.create({}).value();
        const PieceId bad = line.session.addPiece("identite", {jpegWithPlace(1)}).value();
        const PieceId good = line.session.addPiece("quittance", {jpegWithPlace(2)}).value();
        line.server.neverTakes = line.pageName(bad);
        const SyncReport report = line.round();
        QVERIFY(report.error);
        QCOMPARE(report.waiting, 1);
        QVERIFY(line.server.complete.contains(line.pageName(good)));
    }

    void aCutPageGoesOnFromWhereItWas() {
        Line line(protocol::Role::mediateur);
        line.session.create({}).value();
        const std::size_t size = 4 * kUploadChunkBytes;
        const PieceId piece = line.session.addPiece("identite", {longPdf(size)}).value();
        line.server.cutAfterParts = 1;
        QVERIFY(line.round().error);
        QCOMPARE(line.server.patches, 2);
        QVERIFY(!line.round().error);
        QCOMPARE(line.server.patches, 5); // the seal makes a fifth part; none was sent twice
        QVERIFY(line.server.complete.contains(line.pageName(piece)));
    }

    void anUploadThatTheServerForgotStartsAgain() {
        Line line(protocol::Role::mediateur);
        line.session.create({}).value();
        const PieceId piece =
            line.session.addPiece("identite", {longPdf(2 * kUploadChunkBytes)}).value();
        line.server.cutAfterParts = 0;
        QVERIFY(line.round().error);
        line.server.pages.clear();
        QVERIFY(!line.round().error);
        QVERIFY(line.server.complete.contains(line.pageName(piece)));
    }

    void aPartThatComesDamagedIsSentAgainAndNothingElse() {
        Line line(protocol::Role::mediateur);
        line.session.create({}).value();
        const PieceId piece =
            line.session.addPiece("identite", {longPdf(2 * kUploadChunkBytes)}).value();
        line.server.damagedParts = 1;
        QVERIFY(!line.round().error);
        QCOMPARE(line.server.patches, 4); // three parts, one of them twice
        QVERIFY(line.server.complete.contains(line.pageName(piece)));
    }

    void aPageTakenBackBeforeItLeftNeverLeaves() {
        Line line(protocol::Role::mediateur);
        line.session.create({}).value();
        const PieceId piece = line.session.addPiece("identite", {jpegWithPlace()}).value();
        line.session.removeItem("pieces", ItemId(piece.str())).value();
        QCOMPARE(line.device.pageFiles(), 0);
        QVERIFY(!line.round().error);
        QCOMPARE(line.server.patches, 0);
        QVERIFY(line.server.pages.empty());
        QVERIFY(line.workspace->store().pageNames().value().empty());
    }

    void aPageTakenBackHalfwayIsEndedAtTheServer() {
        Line line(protocol::Role::mediateur);
        line.session.create({}).value();
        const PieceId piece =
            line.session.addPiece("identite", {longPdf(3 * kUploadChunkBytes)}).value();
        line.server.cutAfterParts = 0;
        QVERIFY(line.round().error);
        QCOMPARE(line.server.pages.size(), std::size_t{1});
        line.session.removeItem("pieces", ItemId(piece.str())).value();
        QCOMPARE(line.device.pageFiles(), 0);
        line.server.away = true; // nobody to tell: it is told later, also after a restart
        QVERIFY(line.round().error);
        QCOMPARE(line.workspace->store().pageNames().value().size(), std::size_t{1});
        line.server.away = false;
        QVERIFY(!line.round().error);
        QCOMPARE(line.server.ended, 1);
        QVERIFY(line.server.pages.empty());
        QVERIFY(line.workspace->store().pageNames().value().empty());
    }

    void aDemandeWipedOnABorneEndsWhatWasOnItsWay() {
        Line line(protocol::Role::borne);
        line.session.create({}).value();
        line.session.addPiece("identite", {longPdf(3 * kUploadChunkBytes)}).value();
        line.server.cutAfterParts = 0;
        QVERIFY(line.round().error);
        line.session.discard().value();
        QCOMPARE(line.device.pageFiles(), 0);
        line.session.endSession().value();
        QVERIFY(!line.round().error);
        QCOMPARE(line.server.ended, 1);
        QVERIFY(line.workspace->store().list().value().empty());
    }

    void aPageThatTheServerCannotReadIsNotSentAgain() {
        Line line(protocol::Role::mediateur);
        const DossierId id = line.session.create({}).value();
        line.session.addPiece("identite", {jpegWithPlace()}).value();
        line.server.refusesPages = true;
        QCOMPARE(line.round().waiting, 0);
        const auto refusals = line.workspace->store().refusals(id).value();
        QCOMPARE(refusals.size(), std::size_t{1});
        QCOMPARE(refusals[0].code, Errc::unreadableImage);
    }

    void aDamagedPageIsRefusedHereAndTheOthersGo() {
        Line line(protocol::Role::borne);
        const DossierId id = line.session.create({}).value();
        const PieceId bad = line.session.addPiece("identite", {jpegWithPlace(1)}).value();
        const PieceId good = line.session.addPiece("quittance", {jpegWithPlace(2)}).value();
        QFile file(QString::fromStdString(line.device.root() + "/pieces/" + line.pageName(bad)));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(file.size() / 2));
        const char byte = static_cast<char>(file.peek(1).at(0) ^ 1);
        file.write(&byte, 1);
        file.close();
        line.round();
        QVERIFY(line.server.complete.contains(line.pageName(good)));
        QVERIFY(!line.server.complete.contains(line.pageName(bad)));
        QCOMPARE(line.workspace->store().refusals(id).value()[0].code, Errc::cryptoFailure);
    }

    void aBorneKeepsNothingOfWhatItHasSent() {
        Line line(protocol::Role::borne);
        line.session.create({{"demandeur.nom", "DIALLO"}}).value();
        line.session.addPiece("identite", {jpegWithPlace()}).value();
        line.session.endSession().value();
        QCOMPARE(line.device.pageFiles(), 1);
        QVERIFY(!line.round().error);
        QCOMPARE(line.device.pageFiles(), 0);
        QVERIFY(line.workspace->store().list().value().empty());
        QCOMPARE(line.server.edits.size(), std::size_t{2});
    }

    void aServerThatHasMoreThanWeThinkIsAskedForItsMark() {
        Line line(protocol::Role::mediateur);
        line.session.create({}).value();
        line.server.mark = -5; // a server put back from an old copy: our first number is a gap
        const SyncReport report = line.round();
        QCOMPARE(report.waiting, 1);
        QVERIFY(std::count(line.server.batches.begin(), line.server.batches.end(), 0U) >= 1);
        line.server.mark = 0;
        QCOMPARE(line.round().waiting, 0);
    }

    void aBatchThatIsRefusedIsSentByHalves() {
        Line line(protocol::Role::mediateur);
        line.session.create({}).value();
        for (const char* name : {"A", "B", "C"})
            line.session.setAnswer("demandeur.nom", name).value();
        line.server.failingStatus = 413;
        QVERIFY(line.round().error);
        QCOMPARE(line.server.exchanges, 3); // four, two, one
        line.server.failingStatus = 0;
        QCOMPARE(line.round().waiting, 0);
    }

    void aSnapshotThatComesIsShownUnderWhatWaits() {
        Line line(protocol::Role::mediateur);
        const DossierId id = line.session.create({{"demandeur.nom", "DIALLO"}}).value();
        QVERIFY(!line.round().error);
        Dossier news = line.session.dossier();
        news.revision = 2;
        news.fields["demandeur.prenom"] = {std::string("Awa"), 2, {DeviceId(), 1, "guichet", {}}};
        line.server.snapshots = {news};
        QSignalSpy changed(&line.engine, &SyncEngine::dossiersChanged);
        QCOMPARE(line.round().received, 1);
        QCOMPARE(changed.takeFirst().at(0).toStringList(),
                 QStringList{QString::fromStdString(id.str())});
        line.session.refresh().value();
        QCOMPARE(textOf(line.session.answer("demandeur.prenom")), std::string("Awa"));
    }

    void stoppingDropsTheRequestAndKeepsTheQueue() {
        Line line(protocol::Role::mediateur);
        line.session.create({}).value();
        line.engine.start();
        QVERIFY(QTest::qWaitFor([&] { return line.engine.status().running; }));
        line.engine.stop();
        QCoreApplication::processEvents();
        QCOMPARE(line.engine.status().waitingEdits, 1);
        QVERIFY(!line.engine.status().running);
        QCOMPARE(line.round().waiting, 0);
    }

    void aTabletThatIsLockedSaysSo() {
        Line line(protocol::Role::mediateur);
        line.session.create({}).value();
        line.session.endSession().value();
        QCOMPARE(line.round().error->code, Errc::locked);
        QCOMPARE(line.server.exchanges, 0);
    }
};

QTEST_GUILESS_MAIN(CoreEngineTest)
#include "core_engine_test.moc"
