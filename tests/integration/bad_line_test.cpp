// SPDX-License-Identifier: GPL-3.0-or-later
// The acknowledgement is lost on its way, again and again: the tablet sends again, the server
// applies each answer once.
#include "tests/integration/cutting_line.h"
#include "tests/integration/world.h"

#include <QJsonArray>
#include <QtTest>

using namespace escale::tests;
using namespace Qt::Literals;

namespace {

// A device says about 2,000 bytes to be known; an exchange, packed, adds a few hundred.
constexpr std::int64_t kHandshake = 2'300;
constexpr int kTimes = 3;

} // namespace

class BadLineTest : public QObject {
    Q_OBJECT
private slots:
    void aLostAcknowledgementIsAskedForAgainAndNothingIsDoubled() {
        World world;
        QVERIFY(world.isReady() && world.startServer());
        CuttingLine line(world.server().port());
        const Device tablet(world.path(u"tablette"_s));
        QCOMPARE(tablet
                     .ctl({u"device"_s, u"init"_s, u"--server"_s, line.url(), u"--ca"_s, world.ca(),
                           u"--code"_s, world.code(u"mediateur"_s)})
                     .code,
                 0);
        const QString dossier =
            tablet.ctl(QStringList{u"dossier"_s, u"create"_s} + setWords(completeDemande()))
                .json.value("dossier"_L1)
                .toString();
        QVERIFY(!dossier.isEmpty());

        for (int time = 1; time <= kTimes; ++time) {
            const std::int64_t before = line.lost();
            line.loseAnswersAfter(kHandshake);
            const auto sync = tablet.start({u"sync"_s});
            QTRY_VERIFY_WITH_TIMEOUT(revision(world, dossier) >= 1 && line.lost() > before + 200,
                                     30'000);
            // It may try again on another connection: that one is no better.
            QTRY_VERIFY_WITH_TIMEOUT((line.cut(), sync->state() == QProcess::NotRunning), 90'000);
            QVERIFY(sync->exitCode() == 1); // it does not know that it was heard
            QVERIFY(!sync->readAllStandardError().isEmpty());
            line.loseAnswersAfter(0);
            QCOMPARE(revision(world, dossier), 1);
        }
        const Answer sent = tablet.sync();
        QCOMPARE(sent.code, 0);
        QCOMPARE(sent.json.value("en_attente"_L1).toInt(), 0);
        QCOMPARE(revision(world, dossier), 1);
        const QJsonArray steps = tablet
                                     .ctl({u"dossier"_s, u"history"_s, u"--dossier"_s, dossier,
                                           u"--path"_s, u"demandeur.nom"_s})
                                     .json.value("etapes"_L1)
                                     .toArray();
        QCOMPARE(steps.size(), 1);
    }

private:
    /// 0 when the server does not know it.
    static int revision(const World& world, const QString& dossier) {
        return run(u"escale-server"_s, {u"dossier"_s, u"show"_s, u"--data"_s,
                                        world.path(u"serveur"_s), u"--dossier"_s, dossier})
            .json.value("revision"_L1)
            .toInt();
    }
};

QTEST_GUILESS_MAIN(BadLineTest)
#include "bad_line_test.moc"
