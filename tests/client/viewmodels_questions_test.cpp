// SPDX-License-Identifier: GPL-3.0-or-later
// Each way of answering: what the page shows and what is kept.
#include "client/viewmodels/name_words.h"
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
        QCOMPARE(question.draft().selected, QStringList("95585"));
        question.setField("demandeur.adresse.commune", "SARCELLES");
        QCOMPARE(at(question.suggestions(), 0)["insee"].toString(), QString("95585"));
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
        const SaidAs words({{"personne.fille", "Votre fille"}, {"personne.ans", "%1 ans"}});
        BorneAtWork borne;
        borne.begin();
        borne.goTo("personne_lien");
        auto& question = *borne.parcours->question();
        const QString item = question.item();
        QVERIFY(item.startsWith("personnes_a_charge["));
        while (!question.item().isEmpty()) { // to the end of what is asked about her
            borne.answer();
            borne.parcours->next();
        }
        // The list comes back, with her in it.
        QCOMPARE(borne.questionId(), QString("personnes_a_charge"));
        QCOMPARE(at(question.choices(), 0)["label"].toString(), QString("Inès Benarous"));
        QCOMPARE(at(question.choices(), 0)["detail"].toString(), QString("Votre fille, 9 ans"));
        QCOMPARE(at(question.choices(), 0)["picto"].toString(), QString("personne-enfant"));
        borne.parcours->change("personnes_a_charge", item);
        QCOMPARE(borne.questionId(), QString("personne_prenom"));
        borne.parcours->back();
        question.removePerson(item);
        QVERIFY(question.choices().isEmpty());
        QVERIFY(borne.session->dossier().items("personnes_a_charge").empty());
    }

    void aSecondPersonIsAddedFromTheListAndAllAreCounted() {
        const SaidAs words({{"personne.vous", "C’est vous"}, {"personne.ans", "%1 ans"}});
        BorneAtWork borne;
        borne.begin();
        borne.goTo("personnes_a_charge");
        auto& question = *borne.parcours->question();
        QCOMPARE(at(question.you(), 0)["label"].toString(), QString("Lina Benarou"));
        QCOMPARE(at(question.you(), 0)["detail"].toString(), QString("C’est vous, 41 ans"));
        const int before = question.household();
        for (int i = 0; i < 2; ++i) {
            question.addPerson();
            while (!question.item().isEmpty()) {
                borne.answer();
                borne.parcours->next();
            }
        }
        QCOMPARE(borne.questionId(), QString("personnes_a_charge"));
        QCOMPARE(question.choices().size(), 2);
        QCOMPARE(question.household(), before + 2);
        borne.parcours->next();
        QVERIFY(question.item().isEmpty()); // nothing is asked twice about them
        QVERIFY(borne.questionId() != "personnes_a_charge");
        borne.parcours->back();
        QCOMPARE(borne.questionId(), QString("personnes_a_charge"));
    }

    void whoAsksIsChangedFromTheListAndTheListComesBack() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("personnes_a_charge");
        borne.parcours->change("personnes_a_charge", {});
        QCOMPARE(borne.questionId(), QString("nom"));
        borne.type("Benarous");
        QCOMPARE(borne.questionId(), QString("prenom"));
        borne.parcours->next();
        QCOMPARE(borne.questionId(), QString("naissance"));
        borne.parcours->next();
        QCOMPARE(borne.questionId(), QString("personnes_a_charge"));
        QCOMPARE(at(borne.parcours->question()->you(), 0)["label"].toString(),
                 QString("Lina Benarous"));
    }

    void townsAreAddedOrderedAndRemoved() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("localisations");
        auto& question = *borne.parcours->question();
        QCOMPARE(question.saisie(), QString("commune"));
        borne.parcours->next();
        QVERIFY(!question.error().isEmpty());
        QCOMPARE(question.saisie(), QString("commune"));
        question.choose("95585");
        borne.parcours->next();
        QCOMPARE(question.saisie(), QString("communes"));
        question.addPerson();
        question.setTyped("nulle part");
        borne.parcours->next();
        QCOMPARE(question.saisie(), QString("commune"));
        question.choose("95585");
        borne.parcours->next();
        QCOMPARE(question.error(), QString("erreur.commune.deja"));
        question.choose("95277");
        borne.parcours->next();
        QCOMPARE(at(question.choices(), 0)["label"].toString(), QString("Sarcelles (95200)"));
        const QString second = at(question.choices(), 1)["item"].toString();
        const auto before = borne.edits();
        question.raisePerson(second);
        QCOMPARE(borne.edits(), before + 1);
        QCOMPARE(at(question.choices(), 0)["item"].toString(), second);
        question.raisePerson(second); // already the first
        QCOMPARE(borne.edits(), before + 1);
        question.removePerson(second);
        QCOMPARE(question.choices().size(), 1);
        QCOMPARE(at(question.choices(), 0)["label"].toString(), QString("Sarcelles (95200)"));
        borne.parcours->next();
        QCOMPARE(borne.questionId(), QString("elargir"));
    }

    void aTownAddedAfterAnotherWasRemovedComesLast() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("localisations");
        auto& question = *borne.parcours->question();
        const auto add = [&](const QString& insee) {
            if (question.saisie() == "communes")
                question.addPerson();
            question.choose(insee);
            borne.parcours->next();
        };
        add("95585");
        add("95277");
        add("95268");
        question.removePerson(at(question.choices(), 0)["item"].toString());
        add("95585");
        QCOMPARE(question.choices().size(), 3);
        QCOMPARE(at(question.choices(), 2)["label"].toString(), QString("Sarcelles (95200)"));
    }

    void aTownBeingWrittenIsThereAgainAfterALookAtTheList() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("localisations");
        auto& question = *borne.parcours->question();
        question.choose("95585");
        borne.parcours->next();
        question.addPerson();
        question.setTyped("Gones");
        borne.parcours->back();
        QCOMPARE(question.saisie(), QString("communes"));
        QCOMPARE(question.choices().size(), 1);
        question.addPerson();
        QCOMPARE(question.typed(), QString("Gones"));
    }

    void aTextOfSeveralLinesKeepsThemAndSaysWhatIsLeft() {
        QuestionViewModel question;
        QuestionFace face;
        face.id = "precisions";
        face.saisie = "texte_long";
        face.maximumLength = 30;
        question.show(face, {}, Date{2026, 11, 26});
        question.setTyped("Bonjour,\r\nje dors\tdehors.");
        QCOMPARE(question.typed(), QString("Bonjour,\nje dors dehors."));
        QCOMPARE(question.lettersLeft(), 30 - 24);
        question.setTyped(QString(10'000, 'x'));
        QCOMPARE(question.typed().size(), 30);
        QCOMPARE(question.lettersLeft(), 0);
    }

    void aNumberIsShownInGroupsAndKeptWithoutSpaces() {
        QuestionViewModel question;
        QuestionFace face;
        face.id = "siret";
        face.saisie = "chiffres";
        face.maximumLength = 18;
        face.groups = {3, 3, 3, 5};
        question.show(face, {}, Date{2026, 11, 26});
        question.setTyped("732 829 320 00074");
        QCOMPARE(question.typed(), QString("73282932000074"));
        QCOMPARE(question.typedInGroups(), QString("732\u00A0829\u00A0320\u00A000074"));
        question.setTyped("7328");
        QCOMPARE(question.typedInGroups(), QString("732\u00A08"));
        question.setTyped("732829320000741");
        QVERIFY(question.typedInGroups().endsWith("000741"));
    }

    void theNumeroUniqueIsAskedForARenewalAndItsLengthIsCounted() {
        const SaidAs words({{"erreur.code.court", "Il manque %1 signe(s)."}});
        BorneAtWork borne;
        borne.begin();
        auto& question = *borne.parcours->question();
        question.choose("renouvellement");
        borne.parcours->next();
        QCOMPARE(borne.questionId(), QString("numero_unique"));
        QCOMPARE(question.saisie(), QString("code"));
        QVERIFY(question.canSayUnknown());
        borne.type("095 12 23 000123");
        QCOMPARE(question.error(), QString("Il manque 5 signes."));
        QCOMPARE(question.typed(), QString("0951223000123"));
        borne.type("095 12 23 000123 G1234");
        QCOMPARE(question.error(), QString());
        QCOMPARE(textOf(borne.session->answer("demande.numero_unique")),
                 std::string("0951223000123G1234"));
        QVERIFY(borne.questionId() != "numero_unique");
    }

    void whatWasPastedIsCutBetweenTwoLettersAndOnOneLine() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("nom");
        auto& question = *borne.parcours->question();
        question.setTyped("Ben\nArous\tK");
        QCOMPARE(question.typed(), QString("Ben Arous K"));
        // A family of four is one letter of eleven units: never half of it.
        const QString family = QString::fromUtf8("\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9");
        question.setTyped(family.repeated(2'000));
        QVERIFY(question.typed().size() <= question.maximumLength());
        QVERIFY(family.repeated(2'000).startsWith(question.typed()));
        QVERIFY(!question.typed().back().isHighSurrogate());
        borne.parcours->next();
        QCOMPARE(borne.questionId(), QString("nom"));
        QVERIFY(!question.error().isEmpty());
        QVERIFY(!question.typed().isEmpty()); // what was wrong stays
    }

    void aNameInAnotherScriptIsKeptAsItIs() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("nom");
        const QString name = QString::fromUtf8("بن عروس");
        borne.type(name);
        QCOMPARE(borne.parcours->question()->error(), QString());
        QCOMPARE(QString::fromStdString(textOf(borne.session->answer("demandeur.nom"))), name);
    }

    void theNameOfThePersonStandsInTheTitle() {
        QCOMPARE(withName("Quel est le nom de %1 ?", "Rayan"),
                 QString("Quel est le nom de Rayan ?"));
        QCOMPARE(withName("Quel est le nom de %1 ?", "Inès"), QString("Quel est le nom d’Inès ?"));
        QCOMPARE(withName("Quel est le nom de %1 ?", "Élodie"),
                 QString("Quel est le nom d’Élodie ?"));
        QCOMPARE(withName("Est-ce que %1 travaille ?", "Omar"),
                 QString("Est-ce qu’Omar travaille ?"));
        QCOMPARE(withName("Où ?", "Omar"), QString("Où ?"));
        QVERIFY(withName("%1 travaille ?", "100%1").startsWith("100%1"));
        const QString arabic = QString::fromUtf8("ليلى");
        QCOMPARE(withName("Qui est %1 ?", arabic),
                 QString("Qui est \u2068") + arabic + QString("\u2069 ?"));
        QVERIFY(!withName("%1 travaille ?", {}).contains("%1"));
        QVERIFY(withName("%1 travaille ?", {}).at(0).isUpper());
    }

    void anotherLanguageLosesNothingOfWhatIsTyped() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("adresse");
        auto& question = *borne.parcours->question();
        const QString path = at(question.fields(), 1)["path"].toString();
        question.setField(path, QString(10'000, 'r'));
        const QString kept = at(question.fields(), 1)["typed"].toString();
        QVERIFY(!kept.isEmpty() && kept.size() < 10'000);
        borne.parcours->openLanguages();
        borne.parcours->chooseLanguage("ar");
        QCOMPARE(borne.questionId(), QString("adresse"));
        QCOMPARE(at(question.fields(), 1)["typed"].toString(), kept);
    }

    void bothWaysOutAreOffered() {
        for (const auto& one : catalogueQuestions()) {
            if (one.fields.size() != 1 || !one.item.empty() || !one.collection.empty())
                continue;
            const auto face = faceOf(one, Dossier());
            const auto* field = catalogue().find(parsePath(one.fields.front()).value());
            QCOMPARE(face.canSayUnknown, field->allowDoNotKnow);
            QCOMPARE(face.canSayNone, field->allowNone);
        }
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
