// SPDX-License-Identifier: GPL-3.0-or-later
// Quick visits: kept, counted, exported.
#include "client/store/sqlite_store.h"
#include "shared/dossier/communes.h"
#include "tests/client/tablet_at_work.h"

#include <QFile>
#include <QSet>
#include <QtTest>

using namespace escale;
using namespace escale::tests;

using Place = Adviser::Place;

namespace {

/// 26 November 2026, 09:25 in Paris.
constexpr std::int64_t kMorningMs = 1'795'681'500'000;
constexpr std::int64_t kHourMs = 3'600'000;
constexpr std::int64_t kDayMs = 24 * kHourMs;

Visit full() {
    Visit visit;
    visit.asked = {"premiere_demande", "documents"};
    visit.explained = {"demarche"};
    visit.sentTo = {"rendez_vous"};
    visit.household = {"sans_demande"};
    visit.commune = "95585";
    visit.language = "uk";
    visit.minutes = 20;
    return visit;
}

void answerAll(TabletAtWork& tablet) {
    auto& adviser = tablet.adviser();
    adviser.newVisit();
    for (const auto* code :
         {"premiere_demande", "points", "mairie", "deja_hlm", "95585", "ar", "15"}) {
        adviser.visit()->choose(code);
        tablet.parcours->next();
    }
}

} // namespace

class VisitTest : public QObject {
    Q_OBJECT
private slots:
    void theFileHasItsExactBytes() {
        TabletAtWork tablet(protocol::Role::permanence);
        tablet.open();
        tablet.device.clock.now = kMorningMs;
        tablet.book->keep(full()).value();
        tablet.device.clock.now = kMorningMs + 8 * kHourMs;
        Visit bare;
        bare.asked = {"suivi"};
        tablet.book->keep(bare).value();
        const auto folder = tablet.device.root() + "/sortie";
        const auto path = tablet.book->exportTo(folder).value();
        QCOMPARE(path, folder + "/visites-2026-11-26.csv");
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(),
                 QByteArray("date;heure;venu_pour;explique;oriente;menage;commune_insee;commune;"
                            "langue;minutes\r\n"
                            "2026-11-26;9;premiere_demande,documents;demarche;rendez_vous;"
                            "sans_demande;95585;Sarcelles;uk;20\r\n"
                            "2026-11-26;17;suivi;;;;;;;\r\n"));
    }

    void aPeriodCountsTheDaysOfParis() {
        TabletAtWork tablet(protocol::Role::permanence);
        tablet.open();
        // 23:30 in Paris is still the 26th, 00:30 is the 27th.
        tablet.device.clock.now = kMorningMs + 14 * kHourMs + 5 * 60'000;
        tablet.book->keep(full()).value();
        tablet.device.clock.now += kHourMs;
        tablet.book->keep(full()).value();
        const Date day{2026, 11, 26};
        QCOMPARE(tablet.book->visits({day, day}).value().size(), std::size_t{1});
        QCOMPARE(tablet.book->visits({addDays(day, 1), {}}).value().size(), std::size_t{1});
        QCOMPARE(tablet.book->visits().value().size(), std::size_t{2});
    }

    void aVisitOutlivesTheProgramAndIsSealed() {
        TabletAtWork tablet(protocol::Role::permanence);
        tablet.open();
        tablet.book->keep(full()).value();
        tablet.restart();
        QCOMPARE(tablet.book->visits().error().code, Errc::locked);
        for (const auto* word : {"premiere_demande", "rendez_vous", "95585"})
            QVERIFY2(!tablet.device.holds(word), word);
        tablet.open();
        const auto visits = tablet.book->visits().value();
        QCOMPARE(visits.size(), std::size_t{1});
        QCOMPARE(visits.front().commune, std::string("95585"));
        QCOMPARE(tablet.adviser().visit()->today(), 1);
    }

    void theSameVisitIsKeptOnceOnly() {
        TabletAtWork tablet(protocol::Role::permanence);
        tablet.open();
        Visit visit = full();
        visit.id = newId<VisitId>(tablet.device.clock, tablet.device.random);
        tablet.workspace->store().keepVisit(visit).value();
        QCOMPARE(tablet.workspace->store().keepVisit(visit).error().code, Errc::alreadyExists);
    }

    void whatIsNotOfItsListIsRefused() {
        TabletAtWork tablet(protocol::Role::permanence);
        tablet.open();
        Visit visit = full();
        visit.asked = {"son_nom"};
        QCOMPARE(tablet.book->keep(visit).error().code, Errc::invalidArgument);
        visit = full();
        visit.commune = "99999";
        QCOMPARE(tablet.book->keep(visit).error().code, Errc::invalidArgument);
        visit = Visit();
        QCOMPARE(tablet.book->keep(visit).error().code, Errc::invalidArgument);
        QVERIFY(tablet.book->visits().value().empty());
    }

    void aBorneNotesNoVisit() {
        DeviceFixture borne(protocol::Role::borne);
        const auto workspace = borne.open(client::SessionKeeping::memory);
        QCOMPARE(client::VisitBook(*workspace).keep(full()).error().code, Errc::forbidden);
    }

    void thePagesKeepOneVisit() {
        TabletAtWork tablet(protocol::Role::permanence);
        tablet.open();
        tablet.adviser().openVisits();
        QCOMPARE(tablet.place(), Place::Visites);
        answerAll(tablet);
        QCOMPARE(tablet.place(), Place::Visites);
        QCOMPARE(tablet.adviser().visit()->today(), 1);
        const auto visit = tablet.book->visits().value().front();
        QCOMPARE(visit.asked, std::vector<std::string>{"premiere_demande"});
        QCOMPARE(visit.explained, std::vector<std::string>{"points"});
        QCOMPARE(visit.sentTo, std::vector<std::string>{"mairie"});
        QCOMPARE(visit.household, std::vector<std::string>{"deja_hlm"});
        QCOMPARE(visit.commune, std::string("95585"));
        QCOMPARE(visit.language, std::string("ar"));
        QCOMPARE(visit.minutes, 15);
    }

    void theFirstPageNeedsAnAnswerTheOthersDoNot() {
        TabletAtWork tablet(protocol::Role::permanence);
        tablet.open();
        tablet.adviser().newVisit();
        auto& visit = *tablet.adviser().visit();
        tablet.parcours->next();
        QCOMPARE(visit.stepNumber(), 1);
        QCOMPARE(visit.error(), QString("erreur.reponse"));
        visit.choose("suivi");
        QVERIFY(visit.error().isEmpty());
        tablet.parcours->next();
        QCOMPARE(visit.step(), QString("explique"));
        tablet.adviser().saveVisit(); // « C’est tout »
        QCOMPARE(tablet.place(), Place::Visites);
        QCOMPARE(tablet.book->visits().value().size(), std::size_t{1});
    }

    void whatIsSaidAloneTakesTheOthersAway() {
        TabletAtWork tablet(protocol::Role::permanence);
        tablet.open();
        tablet.adviser().newVisit();
        auto& visit = *tablet.adviser().visit();
        visit.choose("suivi");
        visit.choose("points");
        QCOMPARE(visit.selected(), QStringList({"suivi", "points"}));
        visit.choose("suivi");
        QCOMPARE(visit.selected(), QStringList{"points"});
        tablet.parcours->next();
        visit.choose("demarche");
        visit.choose("rien");
        QCOMPARE(visit.selected(), QStringList{"rien"});
        visit.choose("aides");
        QCOMPARE(visit.selected(), QStringList{"aides"});
    }

    void goingBackKeepsTheAnswersAndLeavesNoVisit() {
        TabletAtWork tablet(protocol::Role::permanence);
        tablet.open();
        tablet.adviser().newVisit();
        tablet.adviser().visit()->choose("suivi");
        tablet.parcours->next();
        tablet.parcours->back();
        QCOMPARE(tablet.adviser().visit()->selected(), QStringList{"suivi"});
        tablet.parcours->back();
        QCOMPARE(tablet.place(), Place::Visites);
        QVERIFY(tablet.book->visits().value().empty());
    }

    void aMediateurHasNoVisits() {
        TabletAtWork tablet;
        tablet.open();
        QVERIFY(!tablet.adviser().permanence());
        tablet.adviser().openVisits();
        QCOMPARE(tablet.place(), Place::Personnes);
    }

    void totalsCountEachCodeOnceAVisit() {
        Visit twice = full();
        twice.asked = {"suivi", "suivi"};
        Visit bare;
        bare.asked = {"suivi"};
        const auto totals = totalsOf({full(), twice, bare});
        QCOMPARE(totals.visits, std::int64_t{3});
        QCOMPARE(totals.timed, std::int64_t{2});
        QCOMPARE(totals.minutes, std::int64_t{40});
        QCOMPARE(totals.by.at("venu_pour").at("suivi"), std::int64_t{2});
        QCOMPARE(totals.by.at("commune").at("95585"), std::int64_t{2});
        QCOMPARE(totals.by.at("explique").at("demarche"), std::int64_t{2});
    }

    void everyCodeOfTheListsIsADifferentOne() {
        for (const auto& list : visitLists()) {
            QSet<QString> codes;
            for (const auto& choice : *visitList(list))
                codes.insert(QString::fromStdString(choice.code));
            QCOMPARE(codes.size(), qsizetype(visitList(list)->size()));
        }
        QVERIFY(visitList("nom") == nullptr);
    }

    void exportingFromThePageSaysWhereTheFileIs() {
        TabletAtWork tablet(protocol::Role::permanence);
        tablet.open();
        tablet.book->keep(full()).value();
        tablet.adviser().openVisits();
        tablet.adviser().exportVisits();
        QVERIFY(!tablet.adviser().visit()->exported().isEmpty());
        QVERIFY(tablet.parcours->failure().isEmpty());
    }
};

QTEST_MAIN(VisitTest)
#include "visit_test.moc"
