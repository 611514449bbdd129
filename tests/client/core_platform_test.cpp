// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/capture/scanned_files.h"
#include "client/platform/atomic_file.h"
#include "client/platform/key_vault.h"
#include "client/platform/page_content.h"
#include "client/platform/page_files.h"
#include "shared/crypto/hash.h"
#include "tests/client/device_fixture.h"

#include <QImage>
#include <QtTest>

#include <sys/stat.h>
#include <utime.h>

using namespace escale;
using namespace escale::client;
using namespace escale::tests;

namespace {

QByteArray bytesOf(ByteView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

Bytes bytesOf(const char* text, std::size_t size) {
    return {text, text + size};
}

int modeOf(const std::string& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 ? static_cast<int>(info.st_mode & 0777) : -1;
}

Bytes pngOf(std::uint32_t width) {
    Bytes png = bytesOf("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\0\0\0\0\x08\x08\x02\0\0\0CRC0", 33);
    for (int i = 0; i < 4; ++i)
        png[static_cast<std::size_t>(16 + i)] = static_cast<std::uint8_t>(width >> (24 - 8 * i));
    for (const char* chunk : {"\0\0\0\x06tEXtParis!CRC1", "\0\0\0\0IENDCRC2"}) {
        const Bytes part = bytesOf(chunk, chunk[3] == '\x06' ? 18 : 12);
        png.insert(png.end(), part.begin(), part.end());
    }
    return png;
}

} // namespace

class CorePlatformTest : public QObject {
    Q_OBJECT
    static void write(const QString& path, const char* content) {
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) > 0);
    }

private slots:
    void whatAScannerLeftIsErasedAndNothingElse() {
        const QTemporaryDir dir;
        const QString scans = dir.filePath("a-numeriser");
        write(scans + "/page 1.jpg", "a page");
        write(scans + "/.page.part", "half a page");
        write(scans + "/lundi/page 2.pdf", "another page");
        write(dir.filePath("autre.jpg"), "not ours");
        QVERIFY(QFile::link(dir.filePath("autre.jpg"), scans + "/lien.jpg"));
        QVERIFY(eraseScannedFiles(scans.toStdString()));
        QVERIFY(QDir(scans).exists());
        QCOMPARE(QDir(scans).entryList(QDir::AllEntries | QDir::Hidden | QDir::System |
                                       QDir::NoDotAndDotDot),
                 QStringList());
        QFile other(dir.filePath("autre.jpg"));
        QVERIFY(other.open(QIODevice::ReadOnly));
        QCOMPARE(other.readAll(), QByteArray("not ours"));
        QVERIFY(eraseScannedFiles(dir.filePath("absent").toStdString()));
    }

    void aJpegLosesPlaceAndCommentsButNoPixel() {
        const Bytes before = jpegWithPlace();
        QVERIFY(bytesOf(before).contains("GPS 48.9912") && bytesOf(before).contains("Gabriel"));
        const Bytes after = withoutMetadata(before).value();
        QVERIFY(!bytesOf(after).contains("GPS") && !bytesOf(after).contains("Exif"));
        QVERIFY(!bytesOf(after).contains("Gabriel"));
        const QImage first = QImage::fromData(bytesOf(before));
        QVERIFY(!first.isNull());
        QCOMPARE(QImage::fromData(bytesOf(after)), first);
    }

    void whatFollowsTheEndOfAJpegIsNotKept() {
        Bytes page = jpegWithPlace();
        const Bytes tail = bytesOf("archive cachée", 15);
        page.insert(page.end(), tail.begin(), tail.end());
        QVERIFY(!bytesOf(withoutMetadata(page).value()).contains("archive"));
    }

    void aPngLosesItsTexts() {
        const Bytes after = withoutMetadata(pngOf(8)).value();
        QVERIFY(!bytesOf(after).contains("Paris"));
        QVERIFY(bytesOf(after).contains("IHDR") && bytesOf(after).contains("IEND"));
    }

    void whatIsNoPageIsRefused_data() {
        QTest::addColumn<QByteArray>("content");
        const QByteArray jpeg = bytesOf(jpegWithPlace());
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("bonjour");
        QTest::newRow("program") << QByteArray("\x7f"
                                               "ELF\2\1\1");
        QTest::newRow("JPEG magic only") << QByteArray("\xff\xd8\xff");
        QTest::newRow("JPEG cut in two") << jpeg.left(jpeg.size() / 2);
        QTest::newRow("JPEG without end") << jpeg.left(jpeg.size() - 2);
        QTest::newRow("PNG cut") << bytesOf(pngOf(8)).left(40);
        QTest::newRow("PNG too wide") << bytesOf(pngOf(kMaxPageSide + 1));
        QTest::newRow("PDF cut") << QByteArray("%PDF-1.4\n1 0 obj");
    }

    void whatIsNoPageIsRefused() {
        QFETCH(QByteArray, content);
        const Bytes page(content.begin(), content.end());
        const auto inspected = inspectPage(page);
        QVERIFY(!inspected);
        QCOMPARE(inspected.error().code, Errc::unreadableImage);
        QCOMPARE(withoutMetadata(page).error().code, Errc::unreadableImage);
    }

    void aJpegOfTooManyScansIsRefused() {
        Bytes page = jpegWithPlace();
        const Bytes scan = bytesOf("\xff\xda\x00\x02\x11", 5);
        for (int i = 0; i < kMaxJpegScans; ++i)
            page.insert(page.end() - 2, scan.begin(), scan.end());
        QCOMPARE(inspectPage(page).error().code, Errc::unreadableImage);
    }

    void theFolderAndItsFilesAreForTheirUserOnly() {
        DeviceFixture borne(protocol::Role::borne);
        borne.open(SessionKeeping::file);
        const DataDir dir{borne.root()};
        QCOMPARE(modeOf(dir.root), 0700);
        QCOMPARE(modeOf(dir.pages()), 0700);
        for (const auto& file : {dir.database(), dir.profile(), dir.tlsKey(), dir.sessionKey()})
            QCOMPARE(modeOf(file), 0600);
        ::chmod(dir.root.c_str(), 0755);
        QVERIFY(prepareDataDir(dir.root));
        QCOMPARE(modeOf(dir.root), 0700);
    }

    void aPinThatIsEasilyGuessedIsRefused() {
        for (const char* pin : {"", "12345", "abcdef", "123456", "654321", "111111", "12 456"})
            QCOMPARE(checkPin(pin).error().code, Errc::invalidArgument);
        QVERIFY(checkPin(kPin));
    }

    void theTlsKeyOfATabletNeedsThePin() {
        DeviceFixture tablet(protocol::Role::mediateur);
        const DataDir dir{tablet.root()};
        QVERIFY(!tablet.holds("PRIVATE KEY"));
        QCOMPARE(loadTlsKey(dir, nullptr).error().code, Errc::locked);
        QCOMPARE(openDeviceKey(dir, "402918").error().code, Errc::wrongCode);
        const auto key = openDeviceKey(dir, kPin).value();
        QVERIFY(loadTlsKey(dir, &key).value().starts_with("-----BEGIN"));
    }

    void aFileThatNobodyNamesIsSweptAfterAnHour() {
        QTemporaryDir folder;
        PageFiles files(folder.path().toStdString());
        const std::string named = files.keep(asBytes("une page")).value();
        const std::string orphan = files.keep(asBytes("une page perdue")).value();
        const std::string fresh = files.keep(asBytes("une page en cours")).value();
        QCOMPARE(named, crypto::sha256Hex(asBytes("une page")));
        const utimbuf old{1'000'000, 1'000'000};
        for (const std::string& name : {named, orphan})
            ::utime((folder.path().toStdString() + "/" + name).c_str(), &old);
        QVERIFY(files.sweep({named}, 1'795'305'508'123));
        QVERIFY(!files.read(named, 0, 10).value().empty());
        QCOMPARE(files.read(orphan, 0, 10).error().code, Errc::notFound);
        QVERIFY(files.read(fresh, 0, 10));
        QCOMPARE(files.read("../escale.sqlite", 0, 10).error().code, Errc::malformed);
    }
};

QTEST_GUILESS_MAIN(CorePlatformTest)
#include "core_platform_test.moc"
