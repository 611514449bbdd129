// SPDX-License-Identifier: GPL-3.0-or-later
// The check page.
#include "tests/client/viewmodels_support.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace escale;
using namespace escale::tests;

using Page = Parcours::Page;

namespace {

QVariant of(RecapModel& recap, const QString& questionId, RecapModel::Role role) {
    for (int row = 0; row < recap.count(); ++row) {
        const auto index = recap.index(row);
        if (recap.data(index, RecapModel::QuestionIdRole) == questionId)
            return recap.data(index, role);
    }
    return {};
}

} // namespace

class ViewmodelsRecapTest : public QObject {
    Q_OBJECT
private slots:
    void theModelKeepsItsPromises() {
        RecapModel recap;
        QAbstractItemModelTester tester(&recap,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        recap.show({{1, "Vous", "p", "Nom", "Diallo", "nom", {}, false}, {}}, {});
        QCOMPARE(recap.count(), 2);
        QVERIFY(recap.complete());
        QCOMPARE(recap.data(recap.index(0), RecapModel::AnswerRole).toString(), QString("Diallo"));
        QVERIFY(!recap.data(recap.index(5), RecapModel::AnswerRole).isValid());
        QCOMPARE(recap.roleNames().size(), 8);
        recap.show({}, {QVariantMap{{"label", "x"}}});
        QCOMPARE(recap.count(), 0);
        QVERIFY(!recap.complete());
    }

    void everyAnswerIsThereInWords() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo({});
        auto& recap = *borne.parcours->recap();
        QVERIFY(recap.complete());
        QCOMPARE(of(recap, "nom", RecapModel::AnswerRole).toString(), QString("Benarou"));
        QCOMPARE(of(recap, "naissance", RecapModel::AnswerRole).toString(),
                 QString("14 mars 1985"));
        QCOMPARE(of(recap, "telephone", RecapModel::AnswerRole).toString(),
                 QString("06 39 98 41 52"));
        QCOMPARE(of(recap, "localisations", RecapModel::AnswerRole).toString(),
                 QString("Sarcelles (95200)"));
        QCOMPARE(of(recap, "personnes_a_charge", RecapModel::AnswerRole).toString(),
                 QString("Inès Benarous"));
        QCOMPARE(of(recap, "logement_surface", RecapModel::UnknownRole).toBool(), true);
        QCOMPARE(of(recap, "nom", RecapModel::PartRole).toInt(), 1);
        QVERIFY(of(recap, "adresse", RecapModel::AnswerRole).toString().contains("rue des lilas"));
    }

    void aChangeComesBackHereAtOnce() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo({});
        borne.parcours->change("nom", {});
        QCOMPARE(borne.parcours->page(), Page::Question);
        borne.type("Benarous");
        QCOMPARE(borne.parcours->page(), Page::Verifier);
        QCOMPARE(of(*borne.parcours->recap(), "nom", RecapModel::AnswerRole).toString(),
                 QString("Benarous"));
    }

    void aChangeThatOpensQuestionsAsksThemFirst() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo({});
        borne.parcours->change("nature", {});
        borne.parcours->question()->choose("renouvellement");
        borne.parcours->next();
        QCOMPARE(borne.questionId(), QString("numero_unique"));
        borne.parcours->question()->sayUnknown();
        QCOMPARE(borne.parcours->page(), Page::Verifier);
    }

    void backFromAChangeComesBackHere() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo({});
        borne.parcours->change("prenom", {});
        borne.parcours->back();
        QCOMPARE(borne.parcours->page(), Page::Verifier);
        borne.parcours->back();
        QCOMPARE(borne.questionId(), QString("consentement"));
    }

    void whatIsMissingIsSaidAndContinuerLeadsThere() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo({});
        const auto item = borne.session->dossier().items("localisations").front();
        borne.session->removeItem("localisations", ItemId(item)).value();
        borne.parcours->change("accession", {});
        borne.parcours->next();
        auto& recap = *borne.parcours->recap();
        QVERIFY(!recap.complete());
        QCOMPARE(recap.missing().first().toMap()["questionId"].toString(),
                 QString("localisations"));
        borne.parcours->next();
        QCOMPARE(borne.questionId(), QString("localisations"));
    }

    void aMissingDocumentDoesNotKeepFromConfirming() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo({});
        const auto piece = borne.session->dossier().items("pieces").front();
        borne.session->removeItem("pieces", ItemId(piece)).value();
        borne.parcours->change("accession", {});
        borne.parcours->next();
        QVERIFY(!borne.parcours->recap()->complete());
        borne.parcours->next();
        QCOMPARE(borne.parcours->page(), Page::Confirmer);
    }
};

QTEST_MAIN(ViewmodelsRecapTest)
#include "viewmodels_recap_test.moc"
