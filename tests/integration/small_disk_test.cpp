// SPDX-License-Identifier: GPL-3.0-or-later
// Disks that fill up and disks that fail, under the real programs: whichever write goes wrong, it
// is said in words, what was kept stays, and the same order works once there is room again.
#include "tests/integration/world.h"

#include <QDir>
#include <QJsonArray>
#include <QtTest>

#include <sys/mount.h>

using namespace escale::tests;
using namespace Qt::Literals;

namespace {

constexpr int kMostWrites = 80; // of one order of escale-ctl

/// A disk of a few MiB; what is in it goes with it.
class SmallDisk {
public:
    SmallDisk()
        : m_mounted(::mount("tmpfs", m_folder.path().toUtf8().constData(), "tmpfs", 0,
                            "size=6m,mode=0700") == 0) {
        qputenv("TMPDIR", m_folder.path().toUtf8());
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() {
        qputenv("TMPDIR", QDir::rootPath().toUtf8() + "tmp");
        if (m_mounted)
            ::umount2(m_folder.path().toUtf8().constData(), MNT_DETACH);
    }
    [[nodiscard]] bool isThere() const { return m_mounted; }
    /// Not a byte is left.
    bool fill() const {
        QFile file(m_folder.filePath(u"plein"_s));
        if (!file.open(QIODevice::Append | QIODevice::Unbuffered))
            return false;
        for (const qint64 block : {65'536, 4'096, 1}) {
            while (file.write(QByteArray(block, 'x')) == block) {
            }
        }
        return file.size() > 0;
    }
    bool empty() const { return QFile::remove(m_folder.filePath(u"plein"_s)); }

private:
    QTemporaryDir m_folder;
    bool m_mounted;
};

/// The writes of the programs started from here fail after `writes` of them.
class FailingDisk {
public:
    FailingDisk(const QString& file, int writes, const char* how)
        : m_file(file) {
        QFile left(file);
        if (left.open(QIODevice::WriteOnly))
            left.write(QByteArray::number(writes).leftJustified(8));
        qputenv("ESCALE_DISK_FULL", file.toUtf8());
        qputenv("ESCALE_DISK_SAYS", how);
        qputenv("LD_PRELOAD", ESCALE_DISK_FAULT);
        qputenv("ASAN_OPTIONS", "verify_asan_link_order=0"); // ours comes first
    }
    FailingDisk(const FailingDisk&) = delete;
    FailingDisk& operator=(const FailingDisk&) = delete;
    ~FailingDisk() {
        qunsetenv("LD_PRELOAD");
        QFile::remove(m_file);
    }

private:
    QString m_file;
};

QString street(const Device& device, const QString& dossier) {
    return device.show(dossier)
        .value("champs"_L1)
        .toObject()
        .value("demandeur.adresse.voie"_L1)
        .toObject()
        .value("valeur"_L1)
        .toString();
}

QStringList typing(const QString& dossier, const QString& street) {
    return {u"dossier"_s, u"set"_s, u"--dossier"_s, dossier, u"demandeur.adresse.voie="_s + street};
}

} // namespace

class SmallDiskTest : public QObject {
    Q_OBJECT
private slots:
    void aDiskWithNoRoomRefusesInWordsAndGoesOn() {
        const SmallDisk disk;
        if (!disk.isThere())
            QSKIP("no right to mount a small disk: the tests with a failing library remain");
        World world;
        QVERIFY(world.isReady() && world.startServer());
        const Device tablet = world.enrol(u"tablette"_s, u"mediateur"_s);
        const QString dossier =
            tablet.ctl(QStringList{u"dossier"_s, u"create"_s} + setWords(completeDemande()))
                .json.value("dossier"_L1)
                .toString();
        QVERIFY(!dossier.isEmpty());
        QVERIFY(disk.fill());
        const Answer kept = tablet.ctl(typing(dossier, u"rue Pleine"_s));
        const Answer sent = tablet.sync();
        QVERIFY(sent.code == 1 && !sent.message.isEmpty());
        QVERIFY(kept.code == 0 || !kept.message.isEmpty());
        QVERIFY(world.server().isRunning());
        QVERIFY(disk.empty());
        if (kept.code != 0)
            QCOMPARE(tablet.ctl(typing(dossier, u"rue Pleine"_s)).code, 0);
        QTRY_COMPARE_WITH_TIMEOUT(tablet.sync().code, 0, 30'000);
        QCOMPARE(street(tablet, dossier), u"rue Pleine"_s);
        QCOMPARE(steps(tablet, dossier), (QStringList{u"rue des Essais"_s, u"rue Pleine"_s}));
    }

    void whicheverWriteOfATabletFails_data() {
        QTest::addColumn<QByteArray>("how");
        QTest::newRow("no room") << QByteArray("ENOSPC");
        QTest::newRow("broken") << QByteArray("EIO");
    }

    void whicheverWriteOfATabletFails() {
        QFETCH(QByteArray, how);
        World world;
        QVERIFY(world.isReady() && world.startServer());
        const Device tablet = world.enrol(u"tablette"_s, u"mediateur"_s);
        const QString dossier =
            tablet.ctl(QStringList{u"dossier"_s, u"create"_s} + setWords(completeDemande()))
                .json.value("dossier"_L1)
                .toString();
        QStringList expected{u"rue des Essais"_s};
        int refused = 0;
        for (int writes = 0;; writes += 1 + writes / 3) {
            QVERIFY2(writes < kMostWrites, "it never ends");
            const QString wanted = u"rue %1"_s.arg(writes);
            Answer kept;
            {
                const FailingDisk disk(world.path(u"reste"_s), writes, how.constData());
                kept = tablet.ctl(typing(dossier, wanted));
            }
            const QString there = street(tablet, dossier);
            QVERIFY2(there == wanted || (kept.code != 0 && there == expected.back()),
                     qPrintable(there));
            if (there == wanted)
                expected << wanted;
            if (kept.code == 0)
                break;
            QVERIFY2(kept.code == 1 && !kept.message.isEmpty(), qPrintable(kept.message));
            ++refused;
        }
        QVERIFY(refused >= 2);
        QCOMPARE(tablet.sync().code, 0);
        QCOMPARE(steps(tablet, dossier), expected);
    }

private:
    /// What the server knows of the street, in its order.
    static QStringList steps(const Device& device, const QString& dossier) {
        QStringList streets;
        const QJsonArray all = device
                                   .ctl({u"dossier"_s, u"history"_s, u"--dossier"_s, dossier,
                                         u"--path"_s, u"demandeur.adresse.voie"_s})
                                   .json.value("etapes"_L1)
                                   .toArray();
        for (const QJsonValue& step : all)
            streets << step.toObject().value("valeur"_L1).toString();
        return streets;
    }
};

QTEST_GUILESS_MAIN(SmallDiskTest)
#include "small_disk_test.moc"
