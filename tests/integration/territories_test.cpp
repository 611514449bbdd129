// SPDX-License-Identifier: GPL-3.0-or-later
// From demandes on the server, and from a file, to the place that a device says: the real programs
// publish, sync and refuse.
#include "tests/integration/world.h"

#include <QDir>
#include <QFile>
#include <QtTest>

#include <memory>

using namespace escale::tests;
using namespace Qt::Literals;

namespace {

const QString kBareme = u"roissy-pays-de-france-2023-11"_s;

QString packOf(const Device& device) {
    return device.dir() + u"/territoires/200055655.place"_s;
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What the device says of a note of 20 points, with the key of its enrolment.
Answer place(const Device& device, const QString& day) {
    return run(u"escale-ctl"_s,
               {u"distribution"_s, u"rank"_s, u"--pack"_s, packOf(device), u"--cle-publique"_s,
                device.dir() + u"/publication.pem"_s, u"--commune"_s, u"95585"_s, u"--typologie"_s,
                u"T3"_s, u"--note"_s, u"20"_s, u"--date"_s, day});
}

Answer publish(World& world, const QString& day, const QStringList& more = {}) {
    return run(u"escale-server"_s,
               QStringList{u"territoire"_s, u"publish"_s, u"--data"_s, world.path(u"serveur"_s),
                           u"--bareme"_s, kBareme, u"--date"_s, day} +
                   more);
}

} // namespace

class TerritoriesTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QVERIFY(m_world.isReady() && m_world.startServer());
        m_tablet = std::make_unique<Device>(m_world.enrol(u"tablette"_s, u"mediateur"_s));
        m_people = m_world.path(u"gens.csv"_s);
        const Answer people =
            run(u"escale-ctl"_s,
                {u"population"_s, u"--epci"_s, u"roissy"_s, u"--n"_s, u"5000"_s, u"--seed"_s,
                 u"3"_s, u"--date"_s, u"2026-10-01"_s, u"--out"_s, m_people});
        QVERIFY2(people.code == 0, qPrintable(people.message));
    }

    void nothingIsPublishedAtFirst() {
        QCOMPARE(m_tablet->sync().json["territoires"_L1].toInt(), 0);
        QVERIFY(!QFile::exists(packOf(*m_tablet)));
    }

    void publishedThenFetchedTheDeviceSaysThePlace() {
        const Answer published = publish(m_world, u"2026-10-01"_s, {u"--from"_s, m_people});
        QVERIFY2(published.code == 0, qPrintable(published.message));
        QCOMPARE(published.json["demandes"_L1].toInt(), 5000);
        QVERIFY(published.json["octets"_L1].toInt() <= 10'000);
        QVERIFY(published.json["inventees"_L1].toBool());
        const Answer synced = m_tablet->sync();
        QCOMPARE(synced.code, 0);
        QCOMPARE(synced.json["territoires"_L1].toInt(), 1);

        const Answer said = place(*m_tablet, u"2026-10-20"_s);
        QVERIFY2(said.code == 0, qPrintable(said.message));
        const QJsonObject interval = said.json["place"_L1].toObject();
        QVERIFY(interval["a"_L1].toInt() - interval["de"_L1].toInt() + 1 >= 11);
        QVERIFY(interval["a"_L1].toInt() <= interval["sur"_L1].toInt());
        QVERIFY(said.json["inventee"_L1].toBool());
        QVERIFY(!said.json["perime"_L1].toBool());
        QVERIFY(place(*m_tablet, u"2026-11-26"_s).json["perime"_L1].toBool());
        QCOMPARE(m_tablet->sync().json["territoires"_L1].toInt(), 0); // nothing new
    }

    void theDemandesOfTheServerCount() {
        const QString dossier = completeDossier(*m_tablet, m_world);
        QVERIFY(!dossier.isEmpty());
        QCOMPARE(m_tablet->sync().code, 0);
        const Answer published = publish(m_world, u"2026-11-01"_s, {u"--from"_s, m_people});
        QVERIFY2(published.code == 0, qPrintable(published.message));
        QCOMPARE(published.json["du_serveur"_L1].toInt(), 2); // T2 and T3
        QCOMPARE(published.json["demandes"_L1].toInt(), 5002);
        QCOMPARE(m_tablet->sync().json["territoires"_L1].toInt(), 1);
    }

    void anOlderReleaseIsNotPublished() {
        const Answer published = publish(m_world, u"2026-10-15"_s, {u"--from"_s, m_people});
        QCOMPARE(published.code, 1);
        QVERIFY(published.message.contains(u"2026-11-01"_s));
    }

    /// Somebody who took the place of the server, and has not the key of the enrolment.
    void aPackSignedByAnotherKeyIsRefused() {
        const QByteArray held = contentOf(packOf(*m_tablet));
        QVERIFY(!held.isEmpty());
        QVERIFY(m_world.server().stop());
        const QDir keys(m_world.path(u"serveur/pki"_s));
        QVERIFY(QFile::remove(keys.filePath(u"publication.pem"_s)));
        QVERIFY(QFile::remove(keys.filePath(u"publication-cle.pem"_s)));
        QVERIFY(QDir(m_world.path(u"serveur/territoires"_s)).removeRecursively());
        const Answer published = publish(m_world, u"2026-12-01"_s, {u"--from"_s, m_people});
        QVERIFY2(published.code == 0, qPrintable(published.message));
        QVERIFY(m_world.startServer());
        const Answer synced = m_tablet->sync();
        QCOMPARE(synced.code, 0);
        QCOMPARE(synced.json["territoires"_L1].toInt(), 0);
        QCOMPARE(synced.json["territoires_refuses"_L1].toInt(), 1);
        QVERIFY(!synced.json["territoires_raison"_L1].toString().isEmpty());
        QCOMPARE(contentOf(packOf(*m_tablet)), held);
    }

private:
    World m_world;
    std::unique_ptr<Device> m_tablet;
    QString m_people;
};

QTEST_GUILESS_MAIN(TerritoriesTest)
#include "territories_test.moc"
