// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/deuxddoc/compare.h"
#include "shared/deuxddoc/names.h"
#include "shared/deuxddoc/typed.h"
#include "tests/shared/dossier_support.h"

#include <QtTest>

using namespace escale;
using namespace escale::deuxddoc;

namespace {

TypedFacts household() {
    TypedFacts typed;
    typed.people = {
        {"Benaroûs Lina Marie", Date{1990, 7, 13}, "demandeur.nom", "demandeur.naissance"},
        {"Diallo Moussa", Date{1988, 1, 2}, "codemandeurs[1].nom", "codemandeurs[1].naissance"}};
    typed.incomes = {{13614, 2024, "revenus.rfr_n2", 0}, {15000, 2025, "revenus.rfr_n1", 0}};
    typed.postcode = "69002";
    typed.postcodePath = "demandeur.adresse.code_postal";
    return typed;
}

} // namespace

class DeuxDDocCompareTest : public QObject {
    Q_OBJECT
private slots:
    void namesAreComparedWordByWord_data() {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<int>("match");
        const auto row = [](const char* one, const char* other, NameMatch match) {
            QTest::addRow("%s / %s", one, other) << one << other << static_cast<int>(match);
        };
        row("MARTIN EXEMPLE", "exemple Martin", NameMatch::same);
        row("MME BENAROUS LINA", "Benaroûs Lina Marie", NameMatch::same);
        row("LE GOFF ANNE-MARIE", "Anne Marie Le Goff", NameMatch::same);
        row("RETISOPHIE", "Reti Sophie", NameMatch::same);
        row("BENARUOS LINA", "Benarous Lina", NameMatch::close);
        row("BENAROUX LINA", "Benarous Lina", NameMatch::close);
        row("DIALLO LI", "Diallo Lu", NameMatch::different);
        row("MARTIN PAUL", "Martin Jeanne", NameMatch::different);
        row("MARTIN", "", NameMatch::unknown);
        row("MARTIN", "مارتان", NameMatch::unknown);
    }
    void namesAreComparedWordByWord() {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(int, match);
        QCOMPARE(static_cast<int>(matchNames(one.toStdString(), other.toStdString())), match);
        QCOMPARE(static_cast<int>(matchNames(other.toStdString(), one.toStdString())), match);
    }

    void distanceCountsEdits() {
        QCOMPARE(distance("martin", "martin", 2), 0);
        QCOMPARE(distance("martin", "matrin", 2), 1);
        QCOMPARE(distance("martin", "marti", 2), 1);
        QCOMPARE(distance("martin", "durand", 2), 3);
        QCOMPARE(distance("", "abcd", 2), 3);
    }

    void nothingToAskWhenAllAgrees() {
        DocumentFacts read;
        read.people = {"BENAROUS LINA"};
        read.birth = Date{1990, 7, 13};
        read.taxIncome = 13614;
        read.incomeYear = 2024;
        read.postcode = "69002";
        QVERIFY(compare(read, household()).empty());
        QVERIFY(compare({}, household()).empty());
        QVERIFY(compare(read, {}).empty());
    }

    void adocumentOfTheOtherPersonOfTheHouseholdIsNoQuestion() {
        DocumentFacts read;
        read.people = {"DIALLO MOUSSA"};
        read.birth = Date{1988, 1, 3};
        const auto questions = compare(read, household());
        QCOMPARE(questions.size(), std::size_t{1});
        QCOMPARE(questions[0].subject, Subject::birth);
        QCOMPARE(questions[0].path, std::string("codemandeurs[1].naissance"));
        QCOMPARE(questions[0].read, std::string("1988-01-03"));
        QVERIFY(questions[0].close);
    }

    void differencesBecomeQuestions() {
        DocumentFacts read;
        read.people = {"DURAND FICTIF"};
        read.birth = Date{1970, 1, 1};
        read.taxIncome = 16314;
        read.incomeYear = 2024;
        read.postcode = "95200";
        const auto questions = compare(read, household());
        QCOMPARE(questions.size(), std::size_t{3});
        QCOMPARE(questions[0].subject, Subject::name);
        QVERIFY(!questions[0].close);
        QCOMPARE(questions[1].subject, Subject::income);
        QCOMPARE(questions[1].path, std::string("revenus.rfr_n2"));
        QCOMPARE(questions[1].read, std::string("16314"));
        QCOMPARE(questions[1].typed, std::string("13614"));
        QVERIFY(questions[1].close);
        QCOMPARE(questions[2].subject, Subject::postcode);
    }

    void anIncomeOfTheOtherPersonIsComparedWithTheirs() {
        TypedFacts typed = household();
        typed.incomes.push_back({9000, 2024, "codemandeurs[1].revenus.rfr_n2", 1});
        DocumentFacts read;
        read.people = {"DIALLO MOUSSA"};
        read.incomeYear = 2024;
        for (const std::int64_t same : {9000, 13614}) {
            read.taxIncome = same;
            QVERIFY(compare(read, typed).empty());
        }
        read.taxIncome = 9900;
        QCOMPARE(compare(read, typed).front().path, std::string("codemandeurs[1].revenus.rfr_n2"));
    }

    void theAnswersOfADemandeAreTaken() {
        Dossier dossier;
        const std::string other = test::item("codemandeurs", 7);
        test::put(dossier, "demandeur.nom", std::string("Benarous"));
        test::put(dossier, "demandeur.prenom", std::string("Lina"));
        test::put(dossier, "demandeur.naissance", std::string("1990-07-13"));
        test::put(dossier, "demandeur.adresse.code_postal", std::string("69002"));
        test::put(dossier, "revenus.rfr_n2", std::int64_t{13614});
        test::put(dossier, "revenus.rfr_n1", Marker::doNotKnow);
        test::put(dossier, other + ".nom", std::string("Diallo"));
        test::put(dossier, other + ".prenom", std::string("Moussa"));
        test::put(dossier, other + ".revenus.rfr_n1", std::int64_t{9000});
        const TypedFacts typed = typedFactsOf(dossier, 2026);
        QCOMPARE(typed.people.size(), std::size_t{2});
        QCOMPARE(typed.people[0].name, std::string("Benarous Lina"));
        QVERIFY(typed.people[0].birth == (Date{1990, 7, 13}));
        QCOMPARE(typed.people[1].name, std::string("Diallo Moussa"));
        QCOMPARE(typed.people[1].namePath, other + ".nom");
        QCOMPARE(typed.incomes.size(), std::size_t{2});
        QCOMPARE(typed.incomes[0].year, 2024);
        QCOMPARE(typed.incomes[1].year, 2025);
        QCOMPARE(typed.incomes[1].person, std::size_t{1});
        QCOMPARE(typed.postcode, std::string("69002"));
        QVERIFY(typedFactsOf(Dossier{}, 2026).incomes.empty());
    }

    void anIncomeIsComparedWithItsOwnYearOnly() {
        DocumentFacts read;
        read.taxIncome = 13614;
        read.incomeYear = 2025;
        QCOMPARE(compare(read, household()).front().path, std::string("revenus.rfr_n1"));
        read.incomeYear = 2023;
        QVERIFY(compare(read, household()).empty());
        read.incomeYear.reset();
        QVERIFY(compare(read, household()).empty());
    }
};

QTEST_GUILESS_MAIN(DeuxDDocCompareTest)
#include "deuxddoc_compare_test.moc"
