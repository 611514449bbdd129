// SPDX-License-Identifier: GPL-3.0-or-later
// escale-ctl: visits of a permanence, from outside.
#include "tests/client/ctl_program.h"
#include "tests/client/tablet_at_work.h"

#include <QFile>
#include <QJsonObject>
#include <QtTest>

using namespace escale;
using namespace escale::tests;

namespace {

Answer ctl(const TabletAtWork& tablet, const QStringList& command, const QStringList& rest = {}) {
    return escale::tests::ctl(
        command + QStringList{"--data", QString::fromStdString(tablet.device.root())} + rest,
        {{"ESCALE_PIN", QString::fromLatin1(kPin)}});
}

void keepVisit(TabletAtWork& tablet, std::int64_t atMs) {
    tablet.device.clock.now = atMs;
    Visit visit;
    visit.asked = {"suivi"};
    visit.commune = "95585";
    visit.minutes = 10;
    tablet.book->keep(visit).value();
}

} // namespace

class CtlVisitsTest : public QObject {
    Q_OBJECT
private slots:
    void exportWritesTheVisitsOfThePeriod() {
        TabletAtWork tablet(protocol::Role::permanence);
        tablet.open();
        keepVisit(tablet, 1'795'681'500'000);
        keepVisit(tablet, 1'795'681'500'000 + 3 * 24 * 3'600'000LL);
        const auto all = ctl(tablet, {"visites", "export"});
        QCOMPARE(all.code, 0);
        QCOMPARE(all.json["visites"].toInt(), 2);
        const auto one =
            ctl(tablet, {"visites", "export"}, {"--du", "26/11/2026", "--au", "2026-11-26"});
        QCOMPARE(one.json["visites"].toInt(), 1);
        QFile file(one.json["fichier"].toString());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("\r\n"), 2);
    }

    void totalsAreForTheBilan() {
        TabletAtWork tablet(protocol::Role::permanence);
        tablet.open();
        keepVisit(tablet, 1'795'681'500'000);
        tablet.addPerson("Samir", "Belghazi", true,
                         {{"demande.nature", "renouvellement"}, {"depot.confirme", "oui"}});
        const auto totals = ctl(tablet, {"visites", "bilan"});
        QCOMPARE(totals.code, 0);
        QCOMPARE(totals.json["visites"].toInt(), 1);
        QCOMPARE(totals.json["minutes"].toInt(), 10);
        QCOMPARE(totals.json["venu_pour"].toObject()["suivi"].toInt(), 1);
        QCOMPARE(totals.json["commune"].toObject()["95585"].toInt(), 1);
        QCOMPARE(totals.json["demandes_confirmees"].toObject()["renouvellement"].toInt(), 1);
    }

    void aDayThatIsNoneIsRefused() {
        TabletAtWork tablet(protocol::Role::permanence);
        const auto wrong = ctl(tablet, {"visites", "bilan"}, {"--du", "hier"});
        QCOMPARE(wrong.code, 1);
        QVERIFY(wrong.message.contains("--du"));
        QCOMPARE(
            ctl(tablet, {"visites", "export"}, {"--du", "2026-12-01", "--au", "2026-11-01"}).code,
            1);
    }
};

QTEST_MAIN(CtlVisitsTest)
#include "ctl_visits_test.moc"
