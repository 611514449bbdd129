// SPDX-License-Identifier: GPL-3.0-or-later
// A device whose disk fills up at each of its writes in turn, while a pièce is kept: it is said in
// plain words, nothing of what was there is lost, and the same pièce is kept once there is room.
#include "shared/pieces/status.h"
#include "tests/client/ctl_program.h"
#include "tests/client/device_fixture.h"
#include "tests/support/full_disk.h"

#include <QFile>
#include <QJsonArray>
#include <QtTest>

using namespace escale;
using namespace escale::client;
using namespace escale::tests;

namespace {

constexpr int kMostWrites = 200;

std::vector<Bytes> twoPages() {
    return {jpegWithPlace(90), jpegWithPlace(180)};
}

std::size_t piecesOf(const DossierSession& session) {
    return pieces::givenPieces(session.dossier()).size();
}

/// What escale-ctl needs to work on a device whose disk may be full.
QMap<QString, QString> onThatDisk(const FullDisk& disk) {
    return {{"ESCALE_PIN", kPin},
            {"ESCALE_DISK_FULL", disk.file()},
            {"LD_PRELOAD", ESCALE_DISK_FAULT},
            {"ASAN_OPTIONS", "verify_asan_link_order=0"}};
}

} // namespace

class CoreDiskFullTest : public QObject {
    Q_OBJECT
private slots:
    void whicheverWriteFailsThePieceIsNotThereAndTheOthersAre_data() {
        QTest::addColumn<int>("role");
        QTest::newRow("borne") << int(protocol::Role::borne);
        QTest::newRow("tablet") << int(protocol::Role::mediateur);
    }
    void whicheverWriteFailsThePieceIsNotThereAndTheOthersAre() {
        QFETCH(int, role);
        FullDisk disk;
        DeviceFixture device{protocol::Role(role)};
        auto workspace = device.open(SessionKeeping::memory);
        DossierSession session(*workspace, catalogue());
        session.create({{"demandeur.nom", "DIALLO"}}).value();
        session.addPiece("identite", {jpegWithPlace()}).value();
        const int files = device.pageFiles();
        const auto queued = workspace->store().queue().value();
        int refused = 0;
        for (bool kept = false; !kept; refused += kept ? 0 : 1) {
            QVERIFY(refused < kMostWrites);
            disk.fill(refused);
            const auto added = session.addPiece("handicap", twoPages());
            disk.empty();
            kept = added.has_value();
            if (kept)
                break;
            QCOMPARE(added.error().code, Errc::diskFull);
            QCOMPARE(piecesOf(session), std::size_t{1});
            QCOMPARE(workspace->store().queue().value().edits, queued.edits);
            QCOMPARE(workspace->store().queue().value().pages, queued.pages);
            // Another program that opens the same folder finds the same.
            QCOMPARE(
                pieces::givenPieces(workspace->store().load(session.dossier().id).value()).size(),
                std::size_t{1});
        }
        QVERIFY2(refused >= 3, qPrintable(QString::number(refused))); // two pages and the edit
        QCOMPARE(piecesOf(session), std::size_t{2});
        QVERIFY(device.pageFiles() > files);
        for (const auto& given : pieces::givenPieces(session.dossier()))
            for (const std::string& page : given.pages)
                QVERIFY(workspace->pages().read(page, 0, 1).has_value());
    }

    void aPageThatFindsNoRoomLeavesNoFile() {
        FullDisk disk;
        DeviceFixture device(protocol::Role::mediateur);
        auto workspace = device.open(SessionKeeping::memory);
        DossierSession session(*workspace, catalogue());
        session.create({{"demandeur.nom", "DIALLO"}}).value();
        for (int writes = 0; writes < 4; ++writes) { // two pages, each with its copy
            disk.fill(writes);
            QCOMPARE(session.addPiece("handicap", twoPages()).error().code, Errc::diskFull);
            disk.empty();
            QCOMPARE(device.pageFiles(), 0);
        }
    }

    void theCommandSaysSoAndGoesOnOnceThereIsRoom() {
        FullDisk disk;
        DeviceFixture device(protocol::Role::mediateur);
        QTemporaryDir folder;
        QFile photo(folder.filePath("photo.jpg"));
        const Bytes jpeg = jpegWithPlace();
        QVERIFY(photo.open(QIODevice::WriteOnly));
        photo.write(reinterpret_cast<const char*>(jpeg.data()), qint64(jpeg.size()));
        photo.close();
        const auto run = [&](const QStringList& verb, const QStringList& rest) {
            return ctl(verb + QStringList{"--data", QString::fromStdString(device.root())} + rest,
                       onThatDisk(disk));
        };
        const QString id = run({"dossier", "create"}, {}).json[QLatin1String("dossier")].toString();
        QVERIFY(!id.isEmpty());
        const QStringList dossier{"--dossier", id};
        const auto add = [&] {
            return run({"piece", "add"},
                       dossier + QStringList{"--type", "identite", photo.fileName()});
        };
        const auto total = [&] {
            return run({"piece", "list"}, dossier).json[QLatin1String("total")].toInt(-1);
        };
        for (int writes = 0; writes < 3; ++writes) {
            disk.fill(writes);
            const Answer full = add();
            disk.empty();
            QCOMPARE(full.code, 1);
            QVERIFY2(full.message.contains("plus de place"), qPrintable(full.message));
            QCOMPARE(total(), 0);
        }
        QCOMPARE(add().code, 0);
        QCOMPARE(total(), 1);
    }
};

QTEST_MAIN(CoreDiskFullTest)
#include "core_disk_full_test.moc"
