// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/dossier/dossier_session.h"
#include "client/sync/sync_engine.h"
#include "tests/client/device_fixture.h"
#include "tests/client/fake_server.h"

#include <QtTest>

using namespace escale;
using namespace escale::client;
using namespace escale::tests;

namespace {

const std::string kFirst(64, 'a');
const std::string kSecond(64, 'b');

/// A dossier with one pièce of two pages.
Dossier twoPages(const PieceId& piece) {
    Dossier dossier;
    const std::string base = "pieces[" + piece.str() + "]";
    dossier.fields[base].value = true;
    dossier.fields[base + ".type"].value = std::string("identite");
    dossier.fields[base + ".pages"].value = TextList{kFirst, kSecond};
    return dossier;
}

const PieceId kPiece("018f4c00-0000-7000-8000-000000000001");

} // namespace

class CoreSendingTest : public QObject {
    Q_OBJECT
private slots:
    void aPieceIsSentWithItsLastPageAndNotBefore() {
        const Dossier dossier = twoPages(kPiece);
        std::vector<KeptPage> rows{{kPiece, kFirst, PageStep::sent},
                                   {kPiece, kSecond, PageStep::waiting}};
        const auto before = pieceSendings(dossier, rows);
        QCOMPARE(before.size(), std::size_t{1});
        QCOMPARE(before[0].type, std::string("identite"));
        QCOMPARE(before[0].sent, 1);
        QCOMPARE(before[0].waiting, 1);
        QCOMPARE(before[0].stand(), PieceStand::kept);
        rows[1].step = PageStep::sent;
        QCOMPARE(pieceSendings(dossier, rows)[0].stand(), PieceStand::sent);
        rows[1].step = PageStep::refused;
        QCOMPARE(pieceSendings(dossier, rows)[0].stand(), PieceStand::refused);
    }

    void whatAnotherDeviceCapturedIsKnownFromTheServer() {
        Dossier dossier = twoPages(kPiece);
        dossier.pieces = {{kPiece, 2, 1}};
        QCOMPARE(pieceSendings(dossier, {})[0].stand(), PieceStand::elsewhere);
        dossier.pieces = {{kPiece, 2, 2}};
        QCOMPARE(pieceSendings(dossier, {})[0].stand(), PieceStand::sent);
        // The server counted before a page was taken again: what waits here still waits.
        QCOMPARE(pieceSendings(dossier, {{kPiece, kSecond, PageStep::waiting}})[0].stand(),
                 PieceStand::kept);
    }

    void theCountsAddUp() {
        DeviceFixture device(protocol::Role::mediateur);
        FakeServer server;
        auto workspace = device.open(SessionKeeping::memory);
        DossierSession session(*workspace, catalogue());
        SyncEngine engine(workspace->store(), workspace->pages(), server, device.clock,
                          device.random);
        const DossierId id = session.create({}).value();
        for (int i = 0; i < 3; ++i)
            session.addPiece("identite", {jpegWithPlace(i)}).value();
        SendingCounts counts = countSendings(session.sendings(id).value());
        QCOMPARE(counts.total, 3);
        QCOMPARE(counts.kept, 3);
        const auto last = session.dossier().items("pieces").back();
        server.neverTakes =
            std::get<TextList>(session.answer("pieces[" + last + "].pages")).front();
        bool finished = false;
        QObject::connect(&engine, &SyncEngine::roundFinished, [&] { finished = true; });
        engine.runOnce();
        QVERIFY(QTest::qWaitFor([&] { return finished; }, 60'000));
        counts = countSendings(session.sendings(id).value());
        QCOMPARE(counts.sent, 2);
        QCOMPARE(counts.kept, 1);
        session.removeItem("pieces", ItemId(last)).value();
        QCOMPARE(countSendings(session.sendings(id).value()).total, 2);
    }

    void whatChangesTakeOutIsNamed() {
        const Dossier dossier = twoPages(kPiece);
        const std::string base = "pieces[" + kPiece.str() + "]";
        QCOMPARE(pagesDropped(dossier, {{base, false, 0}}), (TextList{kFirst, kSecond}));
        QCOMPARE(pagesDropped(dossier, {{base + ".pages", TextList{kSecond}, 0}}),
                 TextList{kFirst});
        QVERIFY(pagesDropped(dossier, {{base + ".pages", TextList{kSecond, kFirst}, 0}}).empty());
        QVERIFY(pagesDropped(dossier, {{base + ".type", std::string("autre"), 0}}).empty());
        QVERIFY(pagesDropped(dossier, {{base, true, 0}}).empty());
    }
};

QTEST_GUILESS_MAIN(CoreSendingTest)
#include "core_sending_test.moc"
