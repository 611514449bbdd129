// SPDX-License-Identifier: GPL-3.0-or-later
// A server whose disk fills up at each of its writes in turn: it says so, loses nothing that it
// acknowledged, and goes on by itself once there is room again.
#include "shared/crypto/hash.h"
#include "tests/server/tus_bench.h"

#include <QFile>
#include <QtTest>

using namespace escale;
using namespace escale::server_test;

namespace {

constexpr int kNoRoom = 507;

class FullDisk {
public:
    explicit FullDisk(const char* says = "ENOSPC")
        : m_file(m_folder.filePath("reste")) {
        qputenv("ESCALE_DISK_FULL", m_file.toUtf8());
        qputenv("ESCALE_DISK_SAYS", says);
        qputenv("LD_PRELOAD", ESCALE_DISK_FAULT);
        qputenv("ASAN_OPTIONS", "verify_asan_link_order=0"); // ours comes first
    }
    /// The first `writes` succeed.
    void fill(int writes) {
        QFile file(m_file);
        if (file.open(QIODevice::WriteOnly))
            file.write(QByteArray::number(writes).leftJustified(8));
    }
    void empty() { QFile::remove(m_file); }

private:
    QTemporaryDir m_folder;
    QString m_file;
};

bool isSaid(int status) {
    return status / 100 == 2 || status == kNoRoom;
}

} // namespace

class DiskFullTest : public QObject {
    Q_OBJECT
private slots:
    void whicheverWriteFailsThePageArrivesLater() {
        FullDisk disk;
        TusBench bench;
        int refused = 0;
        for (int writes = 0;; ++writes) {
            const std::string sealed =
                bench.seal(plainPdf() + std::string(20'000, ' ') + plainPdf());
            disk.fill(writes);
            const auto opened =
                bench.program.post(bench.device, "/v1/uploads", bench.announcement(sealed), {});
            QVERIFY2(opened && isSaid(opened->status), qPrintable(QString::number(writes)));
            std::string target(opened->header("Location"));
            int kept = 0;
            bool failed = target.empty();
            for (const std::size_t from : {std::size_t{0}, sealed.size() / 2}) {
                if (failed)
                    break;
                const std::size_t size = from == 0 ? sealed.size() / 2 : std::string::npos;
                const int status = bench.patch(target, from, sealed.substr(from, size)).status();
                QVERIFY2(isSaid(status), qPrintable(QString("%1: %2").arg(writes).arg(status)));
                failed = status == kNoRoom;
                kept = failed ? kept : static_cast<int>(std::min(from + size, sealed.size()));
            }
            disk.empty();
            if (target.empty())
                target = bench.open(sealed);
            const int offset = bench.offset(target);
            QVERIFY2(offset >= kept, qPrintable(QString("%1: %2").arg(writes).arg(offset)));
            if (offset < static_cast<int>(sealed.size()))
                QCOMPARE(bench
                             .patch(target, static_cast<std::size_t>(offset),
                                    sealed.substr(static_cast<std::size_t>(offset)))
                             .status(),
                         204);
            const QString name = QString::fromStdString(crypto::sha256Hex(asBytes(sealed)));
            QFile blob(bench.program.data() + "/blobs/" + name.left(2) + "/" + name);
            QVERIFY(blob.open(QIODevice::ReadOnly) && blob.readAll().toStdString() == sealed);
            if (!failed)
                break;
            ++refused;
            QVERIFY(refused < 60);
        }
        QVERIFY2(refused >= 3, qPrintable(QString::number(refused))); // the row, two parts, filing
    }

    void whicheverWriteFailsTheAnswersArriveLater_data() {
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("no room") << QByteArray("ENOSPC");
        QTest::newRow("broken") << QByteArray("EIO");
    }

    void whicheverWriteFailsTheAnswersArriveLater() {
        QFETCH(QByteArray, says);
        FullDisk disk(says.constData());
        TusBench bench;
        int refused = 0;
        for (int writes = 0;; ++writes) {
            const std::vector<Change> changes{
                {"demandeur.prenom", std::string(1, static_cast<char>('A' + writes % 26)), 0}};
            disk.fill(writes);
            const int status = bench.tryEdit(changes);
            disk.empty();
            if (status == 200)
                break;
            QVERIFY2(status == kNoRoom, qPrintable(QString("%1: %2").arg(writes).arg(status)));
            QCOMPARE(bench.tryEdit(changes), 200);
            QVERIFY(++refused < 60);
        }
        QVERIFY(refused >= 1);
    }

    void answersAreRefusedInWordsAndComeBackLater() {
        FullDisk disk;
        TusBench bench;
        disk.fill(0);
        QCOMPARE(bench.tryEdit({{"demandeur.prenom", std::string("Lina"), 0}}), kNoRoom);
        disk.empty();
        QCOMPARE(bench.tryEdit({{"demandeur.prenom", std::string("Lina"), 0}}), 200);
    }
};

QTEST_GUILESS_MAIN(DiskFullTest)
#include "disk_full_test.moc"
