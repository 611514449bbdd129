// SPDX-License-Identifier: GPL-3.0-or-later
// Three servers on one PostgreSQL, killed at random with it under devices that send: what was
// acknowledged is there, every dossier has its numéro unique, and one only.
#include "tests/integration/world.h"
#include "tests/support/postgres_cluster.h"

#include <QRandomGenerator>
#include <QThread>
#include <QtTest>

using namespace escale::tests;
using namespace Qt::Literals;

namespace {

constexpr std::size_t kServers = 3;

struct Sender {
    Device device;
    QString dossier;
    int surface = 28;
};

int surfaceOf(const QJsonObject& shown) {
    return shown.value("champs"_L1)
        .toObject()
        .value("logement_actuel.surface"_L1)
        .toObject()
        .value("valeur"_L1)
        .toInt();
}

} // namespace

class ServersTest : public QObject {
    Q_OBJECT

    std::unique_ptr<PostgresCluster> m_cluster;

    static Sender sender(World& world, std::size_t which) {
        Sender one{
            world.enrol(u"tablette%1"_s.arg(which), u"mediateur"_s, u"Site %1"_s.arg(which), which),
            {}};
        one.dossier = completeDossier(one.device, world,
                                      u"Benarous%1"_s.arg(QChar(u'A' + int(which))), int(which));
        return one;
    }

    /// Everybody sends; somebody dies in the middle, and comes back.
    void oneRound(World& world, std::vector<Sender>& senders, QRandomGenerator& random) {
        std::vector<std::unique_ptr<QProcess>> under;
        for (Sender& one : senders) {
            ++one.surface;
            QCOMPARE(one.device
                         .ctl({u"dossier"_s, u"set"_s, u"--dossier"_s, one.dossier,
                               u"logement_actuel.surface=%1"_s.arg(one.surface)})
                         .code,
                     0);
            under.push_back(one.device.start({u"sync"_s}));
        }
        QThread::msleep(static_cast<unsigned long>(random.bounded(100, 700)));
        const int who = random.bounded(5);
        if (who < int(kServers))
            world.server(static_cast<std::size_t>(who)).kill();
        else if (who == 3)
            m_cluster->kill();
        else
            world.ecole().kill();
        for (const auto& process : under)
            process->waitForFinished(60'000);
        if (who < int(kServers))
            QVERIFY(world.startServer(static_cast<std::size_t>(who)));
        else if (who == 3)
            m_cluster->start();
        else
            QVERIFY(world.startEcole());
    }

private slots:
    void initTestCase() { m_cluster = std::make_unique<PostgresCluster>(); }

    void killedAtRandomTheyKeepEveryPromise() {
        World world(QString::fromStdString(m_cluster->newDatabase()));
        QVERIFY(world.isReady() && world.startEcole());
        std::vector<Sender> senders;
        for (std::size_t which = 0; which < kServers; ++which) {
            QVERIFY2(world.startServer(which), qPrintable(world.server(which).errors()));
            senders.push_back(sender(world, which));
            QVERIFY(!senders.back().dossier.isEmpty());
        }
        QRandomGenerator random(7);
        for (int round = 0; round < 8; ++round)
            oneRound(world, senders, random);

        QStringList numbers;
        for (const Sender& one : senders) {
            const QString number = waitForNumber(one.device, one.dossier);
            QVERIFY2(!number.isEmpty(), "no number came");
            numbers << number;
            QCOMPARE(surfaceOf(one.device.show(one.dossier)), one.surface);
            QTRY_VERIFY_WITH_TIMEOUT(world.xmlHeld(number).contains(u">%1<"_s.arg(one.surface)),
                                     60'000);
        }
        QStringList given = world.numbersGiven();
        given.sort();
        numbers.sort();
        QCOMPARE(given, numbers);
        QCOMPARE(QSet<QString>(numbers.begin(), numbers.end()).size(), qsizetype{kServers});
    }

    void aDatabaseThatIsAwayIsSaidAndNothingIsLost() {
        World world(QString::fromStdString(m_cluster->newDatabase()));
        QVERIFY(world.isReady() && world.startEcole() && world.startServer());
        const Sender one = sender(world, 0);
        m_cluster->kill();
        const Answer refused = one.device.sync();
        m_cluster->start();
        QVERIFY(refused.code != 0);
        QVERIFY2(!refused.message.isEmpty(), "a sentence says it");
        QVERIFY(world.server().isRunning());
        QVERIFY(!waitForNumber(one.device, one.dossier).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ServersTest)
#include "servers_test.moc"
