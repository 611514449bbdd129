// SPDX-License-Identifier: GPL-3.0-or-later
// Twelve invented households answer the whole form: what is asked, what is not, what is missing.
#include "dossier_support.h"
#include "foyer.h"

#include <QtTest>
#include <algorithm>
#include <set>

using namespace escale;
using namespace escale::test;

class FoyersTest : public QObject {
    Q_OBJECT
private slots:
    void thereAreTwelve() { QCOMPARE(foyers().size(), std::size_t{12}); }

    void eachAnswersTheWholeForm_data() { foyerRows(); }

    void eachAnswersTheWholeForm() {
        QFETCH(QString, file);
        Foyer foyer(file.toStdString());
        foyer.answerAll();
        QCOMPARE(joined(foyer.faults()), QByteArray());
        if (qEnvironmentVariableIsSet("ESCALE_SHOW_PAGES"))
            qInfo("%s", joined(foyer.asked()).constData());
        QCOMPARE(joined(foyer.asked()), joined(foyer.texts("demandees")));
        const std::set<std::string> asked(foyer.asked().begin(), foyer.asked().end());
        for (const std::string& never : foyer.texts("jamais"))
            QVERIFY2(!asked.contains(never) && !asked.contains(never + " 1"), never.c_str());
    }

    void eachThenLacksOnlyItsIdentityDocument_data() { eachAnswersTheWholeForm_data(); }

    void eachThenLacksOnlyItsIdentityDocument() {
        QFETCH(QString, file);
        Foyer foyer(file.toStdString());
        foyer.answerAll();
        Dossier dossier = foyer.dossier();
        put(dossier, "depot.confirme", true);
        std::vector<std::string> reasons;
        for (const Missing& one : missingToRegister(dossier, catalogue(), foyer.today()))
            reasons.push_back(one.reason);
        QCOMPARE(joined(reasons), joined(foyer.texts("manque")));
        std::vector<std::string> refused;
        for (const Anomaly& one : blockingControls(dossier, catalogue(), foyer.today()))
            refused.push_back(one.code + ' ' + one.path);
        QCOMPARE(joined(refused), QByteArray());
    }

    void eachIsDoubtedWhereItShouldBe_data() { eachAnswersTheWholeForm_data(); }

    void eachIsDoubtedWhereItShouldBe() {
        QFETCH(QString, file);
        Foyer foyer(file.toStdString());
        foyer.answerAll();
        std::vector<std::string> reasons;
        for (const Doubt& one : doubtsOf(foyer.dossier(), foyer.today()))
            reasons.push_back(one.reason);
        QCOMPARE(joined(reasons), joined(foyer.texts("doutes")));
    }
};

QTEST_GUILESS_MAIN(FoyersTest)
#include "foyers_test.moc"
