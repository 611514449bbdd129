// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/reconcile/page_type.h"
#include "server/reconcile/part_file.h"
#include "server/reconcile/uploads.h"
#include "shared/crypto/hash.h"
#include "tests/server/store_support.h"

#include <QtTest>

#include <array>
#include <atomic>
#include <thread>

using namespace escale;
using namespace escale::server_test;
using protocol::Role;

namespace {

void put16(Bytes& out, unsigned value) {
    out.push_back(static_cast<std::uint8_t>(value >> 8));
    out.push_back(static_cast<std::uint8_t>(value));
}

/// Headers of a JPEG with that many scans; no decoder would like it, none is asked.
Bytes jpeg(unsigned width, unsigned height, int scans = 1) {
    Bytes out{0xFF, 0xD8, 0xFF, 0xC2, 0, 11, 8};
    put16(out, height);
    put16(out, width);
    for (const int byte : {1, 1, 0x11, 0})
        out.push_back(static_cast<std::uint8_t>(byte));
    for (int i = 0; i < scans; ++i) {
        for (const int byte : {0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xFF, 0x00, 0x34})
            out.push_back(static_cast<std::uint8_t>(byte));
    }
    out.insert(out.end(), {0xFF, 0xD9});
    return out;
}

Bytes png(std::uint32_t width, std::uint32_t height) {
    Bytes out{0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
    for (const std::uint32_t side : {width, height}) {
        put16(out, side >> 16);
        put16(out, side & 0xFFFF);
    }
    out.insert(out.end(), {8, 6, 0, 0, 0, 1, 2, 3, 4}); // no decoder looks at the sum
    out.insert(out.end(), {0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xAE, 0x42, 0x60, 0x82});
    return out;
}

class UploadBench : public Bench {
public:
    UploadBench()
        : device(addDevice(Role::mediateur, "Rennes"))
        , id(newDossier())
        , piece(newId<PieceId>(clock, random)) {
        QDir(folder.path()).mkdir("uploads");
        QDir(folder.path()).mkdir("blobs");
        restart();
        send(device, {edit(device, id, 1, {change("demandeur.nom", std::string("BELLEC"))})});
    }
    void restart(server::UploadLimits limits = {}) {
        uploads = std::make_unique<server::Uploads>(
            *store, clock, random, sealing, server::Uploads::Places{path("uploads"), path("blobs")},
            [](ByteView) { return Result<void>(); }, limits);
    }
    Bytes seal(const Bytes& page) { return crypto::sealCms(page, {sealing.certPem}).value(); }
    server::UploadOffer offer(const Bytes& sealed) {
        return {id, piece, crypto::sha256Hex(sealed), static_cast<std::int64_t>(sealed.size())};
    }
    /// Announces and sends the whole page.
    Result<server::UploadProgress> upload(const Bytes& sealed) {
        ESCALE_TRY_ASSIGN(opened, uploads->create(device, offer(sealed)));
        return uploads->append(device, opened.upload.id, 0, sealed);
    }

    server::DeviceRow device;
    DossierId id;
    PieceId piece;
    std::unique_ptr<server::Uploads> uploads;
};

} // namespace

class UploadsTest : public QObject {
    Q_OBJECT
private slots:
    void aPageArrivesInPiecesAcrossARestart() {
        UploadBench bench;
        const Bytes sealed = bench.seal(jpeg(800, 600));
        const auto opened = bench.uploads->create(bench.device, bench.offer(sealed)).value();
        QCOMPARE(opened.offset, 0);
        const ByteView all(sealed);
        QCOMPARE(
            bench.uploads->append(bench.device, opened.upload.id, 0, all.first(100)).value().offset,
            100);
        bench.restart();
        QCOMPARE(bench.uploads->state(bench.device, opened.upload.id).value().offset, 100);
        const auto again = bench.uploads->create(bench.device, bench.offer(sealed)).value();
        QCOMPARE(again.upload.id, opened.upload.id);
        QCOMPARE(again.offset, 100);
        QVERIFY(bench.uploads->append(bench.device, opened.upload.id, 100, all.subspan(100)));
        const auto complete = bench.uploads->create(bench.device, bench.offer(sealed)).value();
        QVERIFY(complete.isFiled());
        QCOMPARE(complete.upload.id, opened.upload.id);
        QCOMPARE(complete.offset, static_cast<std::int64_t>(sealed.size()));
        const server::BlobFiles blobs(bench.path("blobs"));
        QCOMPARE(blobs.read(crypto::sha256Hex(sealed)).value(), sealed);
        QVERIFY(QDir(bench.folder.filePath("uploads")).isEmpty());
    }

    void aPageIsNotFiledWhileAnotherServerHoldsThePages() {
        UploadBench bench;
        const Bytes sealed = bench.seal(jpeg(800, 600));
        const auto opened = bench.uploads->create(bench.device, bench.offer(sealed)).value();
        auto held = server::lockPages(bench.path("uploads")).value();
        std::atomic<bool> filed = false;
        std::thread sender([&] {
            filed = bench.uploads->append(bench.device, opened.upload.id, 0, sealed).has_value();
        });
        QTest::qWait(200);
        const bool early = filed;
        held.close();
        sender.join();
        QVERIFY(!early);
        QVERIFY(filed);
    }

    void theDossierCountsItsPages() {
        UploadBench bench;
        const Bytes sealed = bench.seal(jpeg(800, 600));
        bench.send(bench.device, {edit(bench.device, bench.id, 2,
                                       piece(bench.piece, "identite",
                                             {crypto::sha256Hex(sealed), std::string(64, 'c')}))});
        QVERIFY(bench.upload(sealed));
        const Dossier dossier = bench.dossier(bench.id).dossier;
        QCOMPARE(dossier.pieces.size(), std::size_t{1});
        QCOMPARE(dossier.pieces[0].pagesExpected, 2);
        QCOMPARE(dossier.pieces[0].pagesReceived, 1);
    }

    void anotherOffsetIsAConflictAndChangesNothing() {
        UploadBench bench;
        const Bytes sealed = bench.seal(jpeg(800, 600));
        const auto opened = bench.uploads->create(bench.device, bench.offer(sealed)).value();
        const ByteView all(sealed);
        QVERIFY(bench.uploads->append(bench.device, opened.upload.id, 0, all.first(50)));
        for (const std::int64_t offset : {0, 49, 51})
            QCOMPARE(bench.uploads->append(bench.device, opened.upload.id, offset, all.first(10))
                         .error()
                         .code,
                     Errc::conflict);
        QCOMPARE(bench.uploads->state(bench.device, opened.upload.id).value().offset, 50);
        QCOMPARE(bench.uploads->append(bench.device, opened.upload.id, 50, sealed).error().code,
                 Errc::tooLarge);
    }

    void aPageThatIsNotWhatWasAnnouncedStartsAgain() {
        UploadBench bench;
        const Bytes sealed = bench.seal(jpeg(800, 600));
        const auto opened = bench.uploads->create(bench.device, bench.offer(sealed)).value();
        Bytes altered = sealed;
        altered[10] ^= 1;
        QCOMPARE(bench.uploads->append(bench.device, opened.upload.id, 0, altered).error().code,
                 Errc::malformed);
        QCOMPARE(bench.uploads->state(bench.device, opened.upload.id).error().code, Errc::notFound);
        QVERIFY(QDir(bench.folder.filePath("uploads")).isEmpty());
        QVERIFY(bench.upload(sealed).value().isFiled());
    }

    void whatIsNoPageOrNotSealedIsRefused() {
        UploadBench bench;
        const std::string script = "#!/bin/sh";
        const ByteView bytes = asBytes(script);
        const Bytes plain(bytes.begin(), bytes.end());
        QCOMPARE(bench.upload(bench.seal(plain)).error().code, Errc::unreadableImage);
        QCOMPARE(bench.upload(jpeg(800, 600)).error().code, Errc::cryptoFailure);
    }

    void headersThatPromiseTooMuchAreRefused() {
        QVERIFY(server::pageType(jpeg(12'000, 4'000)));
        QVERIFY(server::pageType(jpeg(800, 600, 64)));
        QVERIFY(server::pageType(png(12'000, 4'000)));
        const std::string pdf = "%PDF-1.4 startxref 9 %%EOF\n";
        QCOMPARE(server::pageType(asBytes(pdf)).value(), std::string("application/pdf"));
        QCOMPARE(server::pageType(asBytes(pdf.substr(0, 20))).error().code, Errc::unreadableImage);
        Bytes cut = jpeg(800, 600);
        cut.resize(8);
        Bytes unended = jpeg(800, 600);
        unended.resize(unended.size() - 2);
        Bytes followed = jpeg(800, 600);
        followed.push_back('P');
        Bytes longer = png(800, 600);
        longer.push_back(0);
        Bytes shorter = png(800, 600);
        shorter.resize(shorter.size() - 12);
        for (const Bytes& bad :
             {jpeg(12'001, 100), jpeg(100, 12'001), jpeg(10'000, 10'000), jpeg(0, 100),
              jpeg(800, 600, 65), jpeg(800, 600, 0), png(65'535, 65'535), png(0, 1),
              png(30'000, 30'000), Bytes{0xFF, 0xD8, 0xFF}, Bytes{}, cut, unended, followed, longer,
              shorter})
            QCOMPARE(server::pageType(bad).error().code, Errc::unreadableImage);
    }

    void aDeviceOutOfScopeSeesNoDossierAndNoUpload() {
        UploadBench bench;
        const Bytes sealed = bench.seal(jpeg(800, 600));
        const auto opened = bench.uploads->create(bench.device, bench.offer(sealed)).value();
        const auto far = bench.addDevice(Role::mediateur, "Brest");
        const auto borne = bench.addDevice(Role::borne, "Rennes");
        for (const auto& stranger : {far, borne}) {
            QCOMPARE(bench.uploads->create(stranger, bench.offer(sealed)).error().code,
                     Errc::notFound);
            QCOMPARE(bench.uploads->state(stranger, opened.upload.id).error().code, Errc::notFound);
            QCOMPARE(bench.uploads->append(stranger, opened.upload.id, 0, sealed).error().code,
                     Errc::notFound);
        }
        QCOMPARE(bench.uploads->state(bench.device, "../escale.sqlite").error().code,
                 Errc::notFound);
    }

    void sixtyPagesIsTheMostOfADossier() {
        UploadBench bench;
        server::UploadOffer offer{bench.id, bench.piece, {}, 1000};
        for (int i = 0; i < 60; ++i) {
            offer.sha256 = crypto::sha256Hex(asBytes(std::to_string(i)));
            QVERIFY(bench.uploads->create(bench.device, offer));
        }
        offer.sha256 = std::string(64, 'f');
        QCOMPARE(bench.uploads->create(bench.device, offer).error().code, Errc::tooLarge);
        bench.clock.advance(server::UploadLimits().lifeMs + 1);
        QVERIFY(bench.uploads->forgetOld());
        QVERIFY(bench.uploads->create(bench.device, offer));
    }

    void quotasOfADossierOfADeviceAndOfTheDiskAreToldApart() {
        UploadBench bench;
        server::UploadOffer offer{bench.id, bench.piece, std::string(64, 'a'), 1000};
        server::UploadLimits limits;
        limits.bytesPerDossier = 1500;
        bench.restart(limits);
        QVERIFY(bench.uploads->create(bench.device, offer));
        offer.sha256 = std::string(64, 'b');
        QCOMPARE(bench.uploads->create(bench.device, offer).error().code, Errc::tooLarge);
        limits = {};
        limits.openPerDevice = 1;
        bench.restart(limits);
        QCOMPARE(bench.uploads->create(bench.device, offer).error().code, Errc::throttled);
        const auto other = bench.addDevice(Role::mediateur, "Rennes");
        QVERIFY(bench.uploads->create(other, offer)); // of the same site
        limits = {};
        limits.reserveBytes = std::int64_t{1} << 60;
        bench.restart(limits);
        offer.sha256 = std::string(64, 'c');
        QCOMPARE(bench.uploads->create(bench.device, offer).error().code, Errc::diskFull);
    }

    void aPageThatWasFiledCountsOnce() {
        UploadBench bench;
        server::UploadLimits limits;
        limits.pagesPerDossier = 2;
        limits.openPerDevice = 1;
        bench.restart(limits);
        QVERIFY(bench.upload(bench.seal(jpeg(800, 600))));
        QVERIFY(bench.upload(bench.seal(jpeg(800, 601))));
        QCOMPARE(bench.upload(bench.seal(jpeg(800, 602))).error().code, Errc::tooLarge);
    }

    void whatExpiredIsErasedWhoeverAsksForIt() {
        UploadBench bench;
        const Bytes sealed = bench.seal(jpeg(800, 600));
        const auto opened = bench.uploads->create(bench.device, bench.offer(sealed)).value();
        QCOMPARE(opened.expiresMs, kNow + server::UploadLimits().lifeMs);
        QVERIFY(
            bench.uploads->append(bench.device, opened.upload.id, 0, ByteView(sealed).first(9)));
        bench.clock.advance(server::UploadLimits().lifeMs + 1);
        const auto late = bench.uploads->append(bench.device, opened.upload.id, 9, sealed);
        QCOMPARE(late.error().code, Errc::notFound);
        QVERIFY(QDir(bench.folder.filePath("uploads")).isEmpty());
        const auto again = bench.uploads->create(bench.device, bench.offer(sealed)).value();
        QVERIFY(again.upload.id != opened.upload.id);
        QCOMPARE(again.offset, 0);
    }

    void whatIsGivenUpLeavesNothing() {
        UploadBench bench;
        const Bytes sealed = bench.seal(jpeg(800, 600));
        const auto opened = bench.uploads->create(bench.device, bench.offer(sealed)).value();
        QVERIFY(
            bench.uploads->append(bench.device, opened.upload.id, 0, ByteView(sealed).first(9)));
        const auto far = bench.addDevice(Role::mediateur, "Brest");
        QCOMPARE(bench.uploads->end(far, opened.upload.id).error().code, Errc::notFound);
        QVERIFY(bench.uploads->end(bench.device, opened.upload.id));
        QVERIFY(QDir(bench.folder.filePath("uploads")).isEmpty());
        QCOMPARE(bench.uploads->end(bench.device, opened.upload.id).error().code, Errc::notFound);
    }

    void aFiledPageGoesOnlyWhenNoPieceNamesIt() {
        UploadBench bench;
        const Bytes sealed = bench.seal(jpeg(800, 600));
        const std::string name = crypto::sha256Hex(sealed);
        bench.send(bench.device,
                   {edit(bench.device, bench.id, 2, piece(bench.piece, "identite", {name}))});
        const auto filed = bench.upload(sealed).value();
        QCOMPARE(bench.uploads->end(bench.device, filed.upload.id).error().code, Errc::forbidden);
        const server::BlobFiles blobs(bench.path("blobs"));
        QVERIFY(blobs.read(name));
        bench.send(bench.device, {edit(bench.device, bench.id, 3,
                                       {change("pieces[" + bench.piece.str() + "]", false, 2)})});
        QVERIFY(bench.uploads->end(bench.device, filed.upload.id));
        QCOMPARE(blobs.read(name).error().code, Errc::notFound);
    }

    void partsThatNoUploadNamesAreSwept() {
        UploadBench bench;
        const Bytes sealed = bench.seal(jpeg(800, 600));
        const auto opened = bench.uploads->create(bench.device, bench.offer(sealed)).value();
        QVERIFY(
            bench.uploads->append(bench.device, opened.upload.id, 0, ByteView(sealed).first(9)));
        QFile stray(bench.folder.filePath(
            "uploads/" + QString::fromStdString(newUuid(bench.clock, bench.random))));
        QVERIFY(stray.open(QIODevice::WriteOnly));
        QVERIFY(bench.uploads->forgetOld());
        QCOMPARE(QDir(bench.folder.filePath("uploads")).entryList(QDir::Files).size(), 1);
        QCOMPARE(bench.uploads->state(bench.device, opened.upload.id).value().offset, 9);
    }

    void aPageOverTheLimitIsRefusedBeforeAnyByte() {
        UploadBench bench;
        server::UploadOffer offer{bench.id, bench.piece, std::string(64, 'a'),
                                  static_cast<std::int64_t>(protocol::kMaxUploadBytes) + 1};
        QCOMPARE(bench.uploads->create(bench.device, offer).error().code, Errc::tooLarge);
        offer.length = 0;
        QCOMPARE(bench.uploads->create(bench.device, offer).error().code, Errc::invalidArgument);
    }
};

QTEST_APPLESS_MAIN(UploadsTest)
#include "uploads_test.moc"
