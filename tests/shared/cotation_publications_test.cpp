// SPDX-License-Identifier: GPL-3.0-or-later
// Who has published a barème, who has a part of one, who has none.
#include "shared/cotation/publications.h"
#include "tests/shared/cotation_support.h"

#include <QtTest>

using namespace escale;
using namespace escale::cotation;
using namespace escale::cotation::test;

namespace {

const Bareme& toulouse() {
    const Bareme* bareme = baremeCovering(Commune("31555"));
    if (!bareme)
        qFatal("Toulouse n’a pas de barème");
    return *bareme;
}

int pointsOf(const Note& note, std::string_view code) {
    const LineResult* line = findLine(note, code);
    return line ? line->retained : -1;
}

} // namespace

class CotationPublicationsTest : public QObject {
    Q_OBJECT
private slots:
    void eachBaremeOfTheProgramIsReadWithoutDefect() {
        for (const std::string_view id : builtinBaremes()) {
            const LoadReport report = inspectBareme(builtinBareme(id));
            QVERIFY2(report.bareme,
                     report.defects.empty() ? "" : report.defects.front().text().c_str());
            QCOMPARE(bytes(report.bareme->id()), bytes(id));
        }
        QVERIFY(builtinBareme("rien").empty());
    }

    void aCommuneHasTheBaremeOfItsTerritory() {
        QCOMPARE(bytes(baremeCovering(Commune("95585"))->id()), bytes(roissy().id()));
        QVERIFY(roissy().partial().empty());
        QVERIFY(!toulouse().partial().empty());
        QVERIFY(!baremeCovering(Commune("42218"))); // Saint-Étienne
        QVERIFY(!baremeCovering(Commune()));
    }

    void whatNobodyPublishedIsSaid() {
        for (const char* siren : {"244200770", "200066322"}) {
            const Publication* one = publicationOf(siren);
            QVERIFY(one);
            QVERIFY(one->state == Published::not_yet);
            QVERIFY(one->bareme.empty());
            QVERIFY(one->sentence().find("n’a pas publié") != std::string::npos);
        }
        QVERIFY(publicationOf("243100518")->state == Published::partly);
        QVERIFY(!publicationOf("123456789"));
        QVERIFY(!publicationOf("")); // one plan does not name its territory
        QCOMPARE(publications().size(), std::size_t{5});
    }

    void toulouseGivesAPointAMonthAndABonusAfterThreeYears() {
        Facts facts = basePerson();
        facts.depositedOn = {2023, 1, 10};
        const auto on = [&](Date day) {
            return evaluate(toulouse(), facts, Commune("31555"), day);
        };
        QCOMPARE(on({2023, 2, 9}).totalRetenu, 0);
        QCOMPARE(on({2023, 2, 10}).totalRetenu, 1);
        QCOMPARE(on({2026, 1, 10}).totalRetenu, 36); // 36 months are not more than 36
        QCOMPARE(pointsOf(on({2026, 2, 9}), "delai_anormal"), 0);
        QCOMPARE(on({2026, 2, 10}).totalRetenu, 57);
        QCOMPARE(on({2026, 2, 9}).nextChangeOn, (Date{2026, 2, 10}));
        facts.declare(Declaration::dalo);
        facts.comDalo = Tri::yes;
        QCOMPARE(on({2026, 2, 10}).totalRetenu, 107);
        facts.declare(Declaration::labelPdalhpd);
        QCOMPARE(on({2026, 2, 10}).totalRetenu, 107); // no piece yet
        QCOMPARE(on({2026, 2, 10}).totalPotentiel, 147);
    }

    void aListThatDoesNotHoldIsRefused() {
        const auto with = [](const char* territory) {
            return loadPublications(std::string("{\"format\": \"escale-publications/1\", "
                                                "\"territoires\": [") +
                                    territory + "]}");
        };
        QVERIFY(with(R"({"nom": "A", "etat": "non_publie", "source": "s"})"));
        QVERIFY(!with(R"({"nom": "A", "etat": "publie", "source": "s"})"));
        QVERIFY(!with(R"({"nom": "A", "etat": "publie", "bareme": "rien", "source": "s"})"));
        QVERIFY(!with(R"({"nom": "A", "etat": "peut-etre", "source": "s"})"));
        QVERIFY(!with("3"));
        QVERIFY(!loadPublications("{}"));
    }
};

QTEST_APPLESS_MAIN(CotationPublicationsTest)
#include "cotation_publications_test.moc"
