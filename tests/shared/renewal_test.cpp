// SPDX-License-Identifier: GPL-3.0-or-later
// A household that is known renews its demande: three questions when nothing has changed.
#include "dossier_support.h"
#include "foyer.h"
#include "shared/rules/renewal.h"

#include <QtTest>

using namespace escale;
using namespace escale::test;

namespace {

const Date kNextYear{2027, 11, 2};

/// `file` answered in November 2026, confirmed and registered.
Dossier registered(const std::string& file) {
    Foyer foyer(file);
    foyer.answerAll();
    Dossier dossier = foyer.dossier();
    put(dossier, "depot.confirme", true);
    dossier.numeroUnique = "111112600000100001";
    dossier.receivedOn = "2026-11-21";
    return dossier;
}

void write(Dossier& dossier, const std::vector<std::pair<std::string, Value>>& answers) {
    for (const auto& [path, value] : answers)
        put(dossier, path, value);
}

Dossier renewing(const std::string& file) {
    Dossier dossier = registered(file);
    write(dossier, renewalStart(dossier, kNextYear));
    return dossier;
}

std::vector<std::string> asked(const Dossier& dossier, const Date& today = kNextYear) {
    std::vector<std::string> ids;
    for (const Question& page : visibleQuestions(dossier, today))
        if (isAskedNow(page, dossier))
            ids.push_back(page.id);
    return ids;
}

const char* const kThree = "renouveler_toujours\nrenouveler_change\nrfr";

} // namespace

class RenewalTest : public QObject {
    Q_OBJECT
private slots:
    void itsTimeComesOneMonthBeforeTheYearEnds() {
        Dossier dossier = registered("01-seule");
        QVERIFY(!mayRenew(dossier, {2027, 10, 20}));
        QVERIFY(mayRenew(dossier, {2027, 10, 21}));
        dossier.numeroUnique.clear();
        QVERIFY(!mayRenew(dossier, {2027, 10, 21})); // the register does not know it
        dossier.numeroUnique = "111112600000100001";
        put(dossier, "depot.confirme", Value());
        QVERIFY(!mayRenew(dossier, {2027, 10, 21}));
    }

    void nothingChangedIsThreeQuestionsForEachHousehold_data() { foyerRows(); }

    void nothingChangedIsThreeQuestionsForEachHousehold() {
        QFETCH(QString, file);
        Dossier dossier = renewing(file.toStdString());
        put(dossier, "renouvellement.toujours", true);
        put(dossier, "renouvellement.change", TextList{"rien"});
        const auto ids = asked(dossier);
        QCOMPARE(joined({ids.begin(), ids.begin() + 3}).trimmed(), QByteArray(kThree));
        // Then the income of each codemandeur who declares their own.
        for (auto id = ids.begin() + 3; id != ids.end(); ++id)
            QCOMPARE(*id, std::string("codemandeur_rfr"));
        for (const Missing& one : missingToRegister(dossier, catalogue(), kNextYear))
            QCOMPARE(one.path, std::string("pieces"));
    }

    void whatChangedLeadsToItsRubricOnly_data() {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("part");
        QTest::newRow("contact") << "contact"
                                 << "telephone"
                                 << "vous";
        QTest::newRow("famille") << "famille"
                                 << "situation_familiale"
                                 << "famille";
        QTest::newRow("logement") << "logement"
                                  << "logement"
                                  << "logement";
        QTest::newRow("argent") << "argent"
                                << "travail"
                                << "argent";
        QTest::newRow("souhait") << "souhait"
                                 << "souhait_categorie"
                                 << "souhait";
    }

    void whatChangedLeadsToItsRubricOnly() {
        QFETCH(QString, code);
        QFETCH(QString, first);
        QFETCH(QString, part);
        Dossier dossier = renewing("12-renouvellement");
        put(dossier, "renouvellement.toujours", true);
        put(dossier, "renouvellement.change", TextList{code.toStdString(), "rien"});
        std::vector<std::string> inPart;
        for (const Question& page : visibleQuestions(dossier, kNextYear)) {
            if (!isAskedNow(page, dossier) || page.id.starts_with("renouveler_"))
                continue;
            if (page.part == part.toStdString())
                inPart.push_back(page.id);
            else
                QVERIFY2(page.id == "rfr" || page.id == "pieces", page.id.c_str());
        }
        QCOMPARE(inPart.front(), first.toStdString());
        QVERIFY(inPart.size() > 3);
        for (const char* identity : {"nom", "prenom", "naissance", "nir"})
            QVERIFY(std::find(inPart.begin(), inPart.end(), identity) == inPart.end());
    }

    void whoLooksNoLongerIsAskedNothingMoreAndSeesAnAdviser() {
        Dossier dossier = renewing("01-seule");
        QCOMPARE(asked(dossier), (std::vector<std::string>{"renouveler_toujours"}));
        put(dossier, "renouvellement.toujours", false);
        QCOMPARE(asked(dossier), (std::vector<std::string>{"renouveler_toujours"}));
        const auto missing = missingToRegister(dossier, catalogue(), kNextYear);
        QVERIFY(std::any_of(missing.begin(), missing.end(), [](const Missing& one) {
            return one.reason == "manque.renonciation" && one.source == "CCH R441-2-8 b";
        }));
    }

    void theIncomeOfLastYearIsNotAskedAnew() {
        Dossier dossier = renewing("12-renouvellement");
        QCOMPARE(dossier.answer("revenus.rfr_n2"), Value(std::int64_t{15020})); // of 2025
        QVERIFY(isEmpty(dossier.answer("revenus.rfr_n1")));
        for (const Question& page : visibleQuestions(dossier, kNextYear))
            if (page.id == "rfr")
                QCOMPARE(page.year, 2025);
        // Two years later nothing of it is the income that is asked for.
        Dossier late = registered("12-renouvellement");
        write(late, renewalStart(late, {2028, 3, 1}));
        QVERIFY(isEmpty(late.answer("revenus.rfr_n2")));
    }

    void signedItRunsForAnotherYear() {
        Dossier dossier = renewing("01-seule");
        put(dossier, "renouvellement.toujours", true);
        put(dossier, "renouvellement.change", TextList{"rien"});
        write(dossier, renewalSigned(dossier));
        QVERIFY(!isRenewing(dossier));
        QCOMPARE(dossier.answer("demande.nature"), Value(std::string("renouvellement")));
        QCOMPARE(dossier.answer("demande.numero_unique"), Value(dossier.numeroUnique));
        QVERIFY(asked(dossier).size() > 20); // the whole form again, for who looks at it
        QVERIFY(!mayRenew(dossier, {2028, 10, 1}));
        QVERIFY(mayRenew(dossier, {2028, 10, 2}));
        QCOMPARE(incomeBaseYear(dossier, {2028, 1, 5}), 2027);
        write(dossier, renewalStart(dossier, {2028, 10, 2}));
        QVERIFY(isRenewing(dossier) && isEmpty(dossier.answer("renouvellement.toujours")));
    }
};

QTEST_GUILESS_MAIN(RenewalTest)
#include "renewal_test.moc"
