// SPDX-License-Identifier: GPL-3.0-or-later
// The check page.
#include "client/viewmodels/recap_words.h"
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

RecapModel::Row row(const QString& id, int part, const QString& answer) {
    RecapModel::Row one;
    one.questionId = id;
    one.part = part;
    one.answer = answer;
    return one;
}

QStringList idsOf(const QVariantList& page) {
    QStringList ids;
    for (const auto& one : page)
        ids.append(one.toMap()["questionId"].toString());
    return ids;
}

} // namespace

class ViewmodelsRecapTest : public QObject {
    Q_OBJECT
private slots:
    void theModelKeepsItsPromises() {
        RecapModel recap;
        QAbstractItemModelTester tester(&recap,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        recap.show({row("nom", 1, "Diallo"), {}}, {});
        QCOMPARE(recap.count(), 2);
        QVERIFY(recap.complete());
        QCOMPARE(recap.data(recap.index(0), RecapModel::AnswerRole).toString(), QString("Diallo"));
        QVERIFY(!recap.data(recap.index(5), RecapModel::AnswerRole).isValid());
        QCOMPARE(recap.roleNames().size(), 13);
        recap.show({}, {QVariantMap{{"label", "x"}}});
        QCOMPARE(recap.count(), 0);
        QVERIFY(!recap.complete());
    }

    void everyAnswerIsThereInWords() {
        const SaidAs words({{"phrase.nom", "Votre nom est %1."},
                            {"recap.ne_sait_pas", "vous ne savez pas encore"}});
        BorneAtWork borne;
        borne.begin();
        borne.goTo({});
        auto& recap = *borne.parcours->recap();
        QVERIFY(recap.complete());
        QCOMPARE(of(recap, "nom", RecapModel::AnswerRole).toString(), QString("Benarou"));
        QCOMPARE(of(recap, "naissance", RecapModel::AnswerRole).toString(),
                 QString("14 mars 1985"));
        QCOMPARE(of(recap, "telephone", RecapModel::AnswerRole).toString(),
                 QString("06\u00A039\u00A098\u00A041\u00A052"));
        QCOMPARE(of(recap, "nom", RecapModel::SentenceRole).toString(),
                 QString("Votre nom est <b>Benarou</b>."));
        QCOMPARE(of(recap, "prenom", RecapModel::SentenceRole).toString(),
                 QString("recap.prenom&nbsp;: <b>Lina</b>"));
        QVERIFY(of(recap, "logement_surface", RecapModel::SentenceRole)
                    .toString()
                    .endsWith("vous ne savez pas encore"));
        QCOMPARE(of(recap, "localisations", RecapModel::AnswerRole).toString(),
                 QString("Sarcelles (95200)"));
        QCOMPARE(of(recap, "personnes_a_charge", RecapModel::AnswerRole).toString(),
                 QString("Inès Benarous"));
        QCOMPARE(of(recap, "logement_surface", RecapModel::UnknownRole).toBool(), true);
        QCOMPARE(of(recap, "nom", RecapModel::PartRole).toInt(), 1);
        QVERIFY(of(recap, "adresse", RecapModel::AnswerRole).toString().contains("rue des lilas"));
    }

    void rowsAreShownByFiveAndByPart() {
        RecapModel recap;
        QList<RecapModel::Row> rows;
        for (int i = 0; i < 7; ++i)
            rows.append(row(QString("q%1").arg(i), 1, "x"));
        rows.append(row("q7", 2, "x"));
        recap.show(rows, {});
        QCOMPARE(idsOf(recap.page()), (QStringList{"q0", "q1", "q2", "q3", "q4"}));
        QVERIFY(!recap.backward());
        QVERIFY(recap.forward(3)); // only three found room
        QCOMPARE(idsOf(recap.page()), (QStringList{"q3", "q4", "q5", "q6"}));
        QVERIFY(recap.forward(4));
        QCOMPARE(idsOf(recap.page()), QStringList{"q7"});
        QVERIFY(!recap.forward(1));
        QVERIFY(recap.backward());
        QCOMPARE(recap.first(), 3);
        // After a change, the same rows are in front of the person.
        rows.prepend(row("new", 1, "x"));
        recap.show(rows, {});
        QCOMPARE(idsOf(recap.page()).first(), QString("q3"));
        recap.clear();
        QVERIFY(recap.page().isEmpty());
    }

    void whatPeopleTypedIsNoMarkup() {
        auto one = row("nom", 1, "a <b>& \n b");
        one.label = "<i>";
        const QString words = recapSentence(one);
        QVERIFY(words.contains("a &lt;b&gt;&amp; <br> b"));
        QVERIFY(!words.contains("<i>"));
    }

    void aLongAnswerGoesOnInTheNextRow() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo({});
        Dossier dossier = borne.session->dossier();
        const QString words = QString("mot ").repeated(120).trimmed();
        dossier.fields["demandeur.nom"].value = words.toStdString();
        const auto rows = recapRows(visibleQuestions(dossier, borne.session->today()), dossier);
        QStringList parts;
        for (const auto& one : rows) {
            if (one.questionId != "nom")
                continue;
            QCOMPARE(one.more, !parts.isEmpty());
            QVERIFY(one.answer.size() <= 180);
            parts.append(one.answer);
        }
        QVERIFY(parts.size() > 1);
        QCOMPARE(parts.join(' '), words);
    }

    void whatIsNotKnownIsListedAtTheEndWithWhyItMatters() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo({});
        auto& recap = *borne.parcours->recap();
        int later = 0;
        bool surface = false;
        for (int i = 0; i < recap.count(); ++i) {
            const auto index = recap.index(i);
            if (recap.data(index, RecapModel::GroupRole) != "plus_tard")
                continue;
            ++later;
            QVERIFY(!recap.data(index, RecapModel::WhyRole).toString().isEmpty());
            surface =
                surface || recap.data(index, RecapModel::QuestionIdRole) == "logement_surface";
        }
        QVERIFY(surface);
        QCOMPARE(recap.left(), later);
        // And what a document would bring to the note.
        QVERIFY(!gainsFor(borne.session->dossier(), borne.session->today()).pieces.isEmpty());
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
        QVERIFY(recap.blocked());
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
