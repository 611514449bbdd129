// SPDX-License-Identifier: GPL-3.0-or-later
// Each way of answering: what the page shows and what is kept.
#include "client/viewmodels/question_page.h"
#include "tests/client/viewmodels_support.h"

#include <QtTest>

using namespace escale;
using namespace escale::tests;

namespace {

QVariantMap at(const QVariantList& list, qsizetype index) {
    return list.value(index).toMap();
}

} // namespace

class ViewmodelsQuestionsTest : public QObject {
    Q_OBJECT
private slots:
    void everyPageOfTheCatalogueHasAFace() {
        for (const auto& question : catalogueQuestions()) {
            if (!question.item.empty() || question.collection.empty()) {
                const auto face = faceOf(question, Dossier());
                QVERIFY(!face.saisie.isEmpty());
                QVERIFY(face.part >= 1 && face.part <= 6);
                QVERIFY2(face.saisie != "choix" || !face.choices.isEmpty(), question.id.c_str());
            }
        }
    }

    void oneChoiceReplacesTheOther() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("nationalite");
        auto& question = *borne.parcours->question();
        question.choose("ue");
        question.choose("francaise");
        QCOMPARE(question.draft().selected, QStringList{"francaise"});
        QCOMPARE(at(question.choices(), 0)["selected"].toBool(), true);
        QCOMPARE(at(question.choices(), 1)["selected"].toBool(), false);
    }

    void severalChoicesAreToggled() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("motifs");
        auto& question = *borne.parcours->question();
        question.choose("trop_petit");
        question.choose("sante");
        question.choose("trop_petit");
        borne.parcours->next();
        QCOMPARE(borne.session->answer("motifs"), Value(TextList{"sante"}));
    }

    void aDateIsWrittenBackInWordsWhileItIsTyped() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("naissance");
        auto& question = *borne.parcours->question();
        question.setTyped("14/3/198");
        QCOMPARE(question.readBack(), QString("14 mars 198…"));
        question.setTyped("14/3/1985");
        QCOMPARE(question.readBack(), QString("14 mars 1985"));
        borne.parcours->preferences()->setLanguage("en");
        QCOMPARE(question.readBack(), QString("14 March 1985"));
        borne.parcours->preferences()->setLanguage("ar");
        QVERIFY(question.readBack().contains("1985"));
        borne.parcours->next();
        QCOMPARE(textOf(borne.session->answer("demandeur.naissance")), std::string("1985-03-14"));
        borne.parcours->back();
        QCOMPARE(question.typed(), QString("14/03/1985"));
    }

    void emptyBoxesOfADateAreNoAnswer() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("naissance");
        borne.type("//");
        QCOMPARE(borne.parcours->question()->error(), QString("erreur.reponse"));
    }

    void aMarkerIsAnAnswerAndLeavesThePage() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("nom_usage");
        auto& question = *borne.parcours->question();
        QVERIFY(question.canSayNone());
        QVERIFY(!question.canSayUnknown());
        question.sayUnknown();
        QCOMPARE(borne.questionId(), QString("nom_usage"));
        question.sayNone();
        QCOMPARE(borne.questionId(), QString("prenom"));
        QCOMPARE(borne.session->answer("demandeur.nom_usage"), Value(Marker::none));
    }

    void townsAreProposedAndOneIsChosen() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("travail_commune");
        auto& question = *borne.parcours->question();
        question.setTyped("sarcel");
        QVERIFY(question.suggestions().size() >= 1);
        QVERIFY(question.suggestions().size() <= 6);
        QCOMPARE(at(question.suggestions(), 0)["insee"].toString(), QString("95585"));
        question.choose("95585");
        QCOMPARE(question.typed(), QString("Sarcelles"));
        QCOMPARE(question.readBack(), QString("Sarcelles (95200)"));
        QVERIFY(question.suggestions().isEmpty());
        question.setTyped("Sarc");
        QVERIFY(question.draft().selected.isEmpty());
    }

    void anAddressIsOneEditAndItsTownComesFromThePostcode() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("adresse");
        auto& question = *borne.parcours->question();
        QCOMPARE(question.fields().size(), 5);
        question.setField("demandeur.adresse.voie", "rue des lilas");
        question.setField("demandeur.adresse.code_postal", "95200");
        QCOMPARE(at(question.suggestions(), 0)["insee"].toString(), QString("95585"));
        question.setField("demandeur.adresse.commune", "SARCELLES");
        const auto before = borne.edits();
        borne.parcours->next();
        QCOMPARE(borne.edits(), before + 1);
        QCOMPARE(textOf(borne.session->answer("demandeur.adresse.commune")), std::string("95585"));
    }

    void anAddressWithoutAStreetKeepsTheTown() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("adresse");
        auto& question = *borne.parcours->question();
        question.setField("demandeur.adresse.code_postal", "95200");
        question.choose("95585");
        QVERIFY(question.canSayNone());
        question.sayNone();
        QCOMPARE(borne.session->answer("demandeur.adresse.voie"), Value(Marker::none));
        QCOMPARE(textOf(borne.session->answer("demandeur.adresse.commune")), std::string("95585"));
    }

    void personsAreAddedNamedChangedAndRemoved() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("personne_lien");
        auto& question = *borne.parcours->question();
        const QString item = question.item();
        QVERIFY(item.startsWith("personnes_a_charge["));
        borne.answer();
        borne.parcours->next();
        QCOMPARE(borne.questionId(), QString("logement"));
        while (borne.questionId() != "personnes_a_charge")
            borne.parcours->back();
        QCOMPARE(at(question.choices(), 0)["label"].toString(), QString("Inès Benarous"));
        QCOMPARE(at(question.choices(), 0)["detail"].toString(),
                 QString("code.lien_parente.enfant"));
        borne.parcours->change("personnes_a_charge", item);
        QCOMPARE(borne.questionId(), QString("personne_prenom"));
        borne.parcours->back();
        question.removePerson(item);
        QVERIFY(question.choices().isEmpty());
        QVERIFY(borne.session->dossier().items("personnes_a_charge").empty());
    }

    void severalTownsCanBeWished() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("localisations");
        auto& question = *borne.parcours->question();
        borne.parcours->next();
        QCOMPARE(question.error(), QString("manque.localisation"));
        question.choose("95585");
        question.addPerson();
        QVERIFY(question.typed().isEmpty());
        QCOMPARE(at(question.choices(), 0)["label"].toString(), QString("Sarcelles (95200)"));
        question.setTyped("nulle part");
        borne.parcours->next();
        QCOMPARE(question.error(), QString("erreur.commune.inconnue"));
        question.choose("95277");
        borne.parcours->next();
        QCOMPARE(borne.session->dossier().items("localisations").size(), std::size_t{2});
        borne.parcours->back();
        QCOMPARE(question.draft().selected, QStringList{"95585"});
        borne.parcours->next();
        QCOMPARE(borne.session->dossier().items("localisations").size(), std::size_t{2});
    }

    void nothingLongerThanTheFieldIsTyped() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("nom");
        borne.parcours->question()->setTyped(QString(300, 'a'));
        QCOMPARE(borne.parcours->question()->typed().size(),
                 qsizetype(borne.parcours->question()->maximumLength()));
    }
};

QTEST_MAIN(ViewmodelsQuestionsTest)
#include "viewmodels_questions_test.moc"
