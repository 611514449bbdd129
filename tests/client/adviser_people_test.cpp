// SPDX-License-Identifier: GPL-3.0-or-later
// The list: order, filters, search, pages; and the page of sending.
#include "client/viewmodels/adviser_search.h"
#include "tests/client/tablet_at_work.h"

#include <QtTest>

using namespace escale;
using namespace escale::tests;

using Place = Adviser::Place;

namespace {

QStringList names(const AdviserPeopleModel& people) {
    QStringList all;
    for (const auto& row : people.rows())
        all.append(row.toMap()["name"].toString());
    return all;
}

} // namespace

class AdviserPeopleTest : public QObject {
    Q_OBJECT
private slots:
    void namesAreFoundWithoutAccentsAndInAnyOrder_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<bool>("found");
        QTest::newRow("accents") << "Bérénice Aubrac"
                                 << "berenice" << true;
        QTest::newRow("order") << "Bérénice Aubrac"
                               << "aubr ber" << true;
        QTest::newRow("middle of a word") << "Bérénice Aubrac"
                                          << "renice" << false;
        QTest::newRow("apostrophe") << "Jean-Noël D’Estève"
                                    << "esteve noel" << true;
        QTest::newRow("ligature") << "Léa Mac’Œuvre"
                                  << "oeuvre" << true;
        QTest::newRow("arabic") << "أَحمد الإدريسي"
                                << "احمد" << true;
        QTest::newRow("ta marbuta") << "فاطمة"
                                    << "فاطمه" << true;
        QTest::newRow("ukrainian") << "Олександра Мороз"
                                   << "мороз олек" << true;
        QTest::newRow("nothing") << "Samir Belghazi"
                                 << "" << true;
        QTest::newRow("two words, one wrong") << "Samir Belghazi"
                                              << "samir martin" << false;
    }
    void namesAreFoundWithoutAccentsAndInAnyOrder() {
        QFETCH(QString, name);
        QFETCH(QString, wanted);
        QFETCH(bool, found);
        QCOMPARE(nameMatches(foldedName(name), wanted), found);
    }

    void theLastOnesComeFirstAndTheOthersOnAPageOfTheirOwn() {
        TabletAtWork tablet;
        tablet.open();
        for (const auto* name : {"Un", "Deux", "Trois", "Quatre", "Cinq", "Six", "Sept"})
            tablet.addPerson("Essai", name);
        auto& people = *tablet.adviser().people();
        QCOMPARE(people.allCount(), 7);
        QCOMPARE(names(people), QStringList({"Essai Sept", "Essai Six", "Essai Cinq",
                                             "Essai Quatre", "Essai Trois"}));
        QCOMPARE(people.others(), 2);
        people.showOthers();
        QCOMPARE(names(people), QStringList({"Essai Deux", "Essai Un"}));
        people.showOthers();
        QCOMPARE(names(people).first(), QString("Essai Sept"));
    }

    void eachFilterCountsItsPeople() {
        TabletAtWork tablet;
        tablet.open();
        tablet.addPerson("Samir", "Belghazi");
        const auto clashing = tablet.addPerson("Idriss", "Kanouté");
        tablet.clash(clashing);
        auto& people = *tablet.adviser().people();
        QCOMPARE(people.allCount(), 2);
        QCOMPARE(people.toFinishCount(), 2);
        QCOMPARE(people.toDecideCount(), 1);
        people.setFilter("a_decider");
        QCOMPARE(names(people), QStringList{"Idriss Kanouté"});
        const auto row = people.rows().first().toMap();
        QCOMPARE(row["stateText"].toString(), QString("suivi.etat.a_decider"));
        QCOMPARE(row["needsTitle"].toString(), QString("suivi.deux_reponses.court"));
        QCOMPARE(row["needs"].toList().first().toMap()["text"].toString(), QString("recap.loyer"));
        people.setSearch("samir");
        QCOMPARE(people.foundCount(), 0);
        people.setFilter("toutes");
        QCOMPARE(names(people), QStringList{"Samir Belghazi"});
    }

    void aRowSaysWhatLacksAndWhereItStands() {
        TabletAtWork tablet;
        tablet.open();
        tablet.addPerson("Samir", "Belghazi", true, {{"demandeur.adresse.commune", "95585"}});
        const auto row = tablet.adviser().people()->rows().first().toMap();
        QCOMPARE(row["town"].toString(), QString("Sarcelles"));
        QCOMPARE(row["stateText"].toString(), QString("suivi.etat.en_cours"));
        QCOMPARE(row["needsTitle"].toString(), QString("suivi.il_manque.n"));
        QCOMPARE(row["needs"].toList().size(), 2);
        QVERIFY(!row["needs"].toList().first().toMap()["icon"].toString().isEmpty());
        QVERIFY(row["more"].toInt() > 0);
    }

    void aConfirmedOneIsKeptThenSent() {
        TabletAtWork tablet;
        tablet.open();
        const auto id = tablet.addPerson("Louise", "Tramblay", true, {{"depot.confirme", "oui"}});
        auto& people = *tablet.adviser().people();
        QCOMPARE(people.rows().first().toMap()["stateText"].toString(),
                 QString("suivi.etat.gardee"));
        tablet.receive({tablet.read(id)});
        QCOMPARE(people.rows().first().toMap()["stateText"].toString(),
                 QString("suivi.etat.envoyee"));
    }

    void withoutAgreementOnlyTheNameIsSeen() {
        TabletAtWork tablet;
        tablet.open();
        tablet.addPerson("Milena", "Horvatic", false, {{"demandeur.adresse.commune", "95585"}});
        const auto row = tablet.adviser().people()->rows().first().toMap();
        QCOMPARE(row["name"].toString(), QString("Milena Horvatic"));
        QVERIFY(row["town"].toString().isEmpty());
        QVERIFY(row["needs"].toList().isEmpty());
        QCOMPARE(row["needsTitle"].toString(), QString("suivi.accord_a_demander"));
    }

    void sendingSaysWhatWaitsAndSinceWhen() {
        TabletAtWork tablet;
        tablet.open();
        const auto id = tablet.addPerson("Louise", "Tramblay");
        tablet.session->open(DossierId(id.toStdString())).value();
        tablet.session->addPiece("identite", {jpegWithPlace(), jpegWithPlace(40)}).value();
        tablet.session->close();
        tablet.adviser().openSending();
        QCOMPARE(tablet.place(), Place::Envois);
        auto& sending = *tablet.adviser().sending();
        QVERIFY(!sending.online());
        QCOMPARE(sending.title(), QString("envois.sans_reseau.jamais"));
        QCOMPARE(sending.waitingPeople(), 1);
        QCOMPARE(sending.waitingPages(), 2);
        QVERIFY(sending.photosLeft() > 0);
        const auto row = sending.rows().first().toMap();
        QCOMPARE(row["pages"].toInt(), 2);
        QCOMPARE(row["sent"].toInt(), 0);
        tablet.server.away = false;
        tablet.sync->start();
        QTRY_VERIFY(sending.online());
        QTRY_COMPARE(sending.waitingPeople(), 0);
        QCOMPARE(sending.rows().first().toMap()["sent"].toInt(), 2);
        QCOMPARE(sending.shortCount(), QString("envois.court.rien"));
    }

    void theLastSendingIsStillKnownTheNextDay() {
        TabletAtWork tablet;
        tablet.open();
        const auto id = tablet.addPerson("Louise", "Tramblay");
        tablet.receive({tablet.read(id)});
        tablet.restart();
        tablet.open();
        QVERIFY(tablet.sync->status().lastSuccessMs > 0);
        QCOMPARE(tablet.adviser().sending()->lastSending(), QString("envois.dernier"));
    }
};

QTEST_MAIN(AdviserPeopleTest)
#include "adviser_people_test.moc"
