// SPDX-License-Identifier: GPL-3.0-or-later
// A backup taken while the service runs is a server that can be started: dossiers, pages and keys.
#include "tests/integration/world.h"
#include "tests/support/postgres_cluster.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace escale::tests;
using namespace Qt::Literals;

namespace {

/// Where the restored database is, in the configuration of the restored server.
bool pointTo(const QString& configuration, const std::string& database) {
    QFile file(configuration);
    if (!file.open(QIODevice::ReadWrite))
        return false;
    QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    object["base"_L1] = QString::fromStdString(database);
    const QByteArray text = QJsonDocument(object).toJson();
    return file.resize(0) && file.seek(0) && file.write(text) == text.size();
}

} // namespace

class BackupTest : public QObject {
    Q_OBJECT

    std::unique_ptr<PostgresCluster> m_cluster;

private slots:
    void initTestCase() { m_cluster = std::make_unique<PostgresCluster>(); }

    void whatWasSavedGoesOnElsewhere_data() {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }

    void whatWasSavedGoesOnElsewhere() {
        QFETCH(bool, postgres);
        World world(postgres ? QString::fromStdString(m_cluster->newDatabase()) : QString());
        QVERIFY(world.isReady() && world.startEcole() && world.startServer());
        const Device tablet = world.enrol(u"tablette"_s, u"mediateur"_s);
        const QString dossier = completeDossier(tablet, world);
        QVERIFY(!dossier.isEmpty());
        const QString number = waitForNumber(tablet, dossier);
        QVERIFY(!number.isEmpty());

        const QStringList backup{u"backup"_s, u"--data"_s, world.path(u"serveur"_s), u"--out"_s,
                                 world.path(u"sauvegarde"_s)};
        const Answer saved = run(u"escale-server"_s, backup);
        QVERIFY2(saved.code == 0, qPrintable(saved.message));
        QCOMPARE(saved.json.value("pages"_L1).toInt(), 1);
        QCOMPARE(run(u"escale-server"_s, backup).code, 1); // never over another one
        const QStringList left = QDir(world.path(u"serveur"_s)).entryList({u"*sauvegarde*"_s});
        QVERIFY(left.isEmpty());

        // The machine is lost: another one starts from the backup.
        world.server().kill();
        QVERIFY(QDir(world.path(u"serveur"_s)).removeRecursively());
        QVERIFY(QDir().rename(world.path(u"sauvegarde"_s), world.path(u"serveur"_s)));
        if (postgres) {
            const std::string fresh = m_cluster->newDatabase();
            m_cluster->restore(fresh, world.path(u"serveur/escale.pgdump"_s));
            QVERIFY(pointTo(world.path(u"serveur/configuration.json"_s), fresh));
        }
        QVERIFY2(world.startServer(), qPrintable(world.server().errors()));
        const Answer pieces =
            run(u"escale-server"_s, {u"piece"_s, u"export"_s, u"--data"_s, world.path(u"serveur"_s),
                                     u"--dossier"_s, dossier, u"--out"_s, world.path(u"clair"_s)});
        QVERIFY2(pieces.code == 0, qPrintable(pieces.message));
        QCOMPARE(QDir(world.path(u"clair"_s)).entryList(QDir::Files).size(), qsizetype{1});
        QCOMPARE(tablet
                     .ctl({u"dossier"_s, u"set"_s, u"--dossier"_s, dossier,
                           u"logement_actuel.surface=41"_s})
                     .code,
                 0);
        QCOMPARE(tablet.sync().code, 0);
        QTRY_VERIFY_WITH_TIMEOUT(world.xmlHeld(number).contains(u">41<"_s), 30'000);
        QCOMPARE(world.numbersGiven(), QStringList{number});
    }
};

QTEST_GUILESS_MAIN(BackupTest)
#include "backup_test.moc"
