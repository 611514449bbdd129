// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that do not go together are asked about, once; answers that follow from others are
// proposed.
#include "shared/rules/rules.h"
#include "tests/client/viewmodels_support.h"

#include <QtTest>

using namespace escale;
using namespace escale::tests;

using Page = Parcours::Page;

namespace {

QVariantList rowsOf(BorneAtWork& borne) {
    return borne.parcours->recap()->doubt()["rows"].toList();
}

QStringList doubted(BorneAtWork& borne) {
    QStringList ids;
    for (const auto& row : rowsOf(borne))
        ids.append(row.toMap()["questionId"].toString());
    return ids;
}

/// Lina's NIR says 1986, her birth 1985: the page after it asks.
void arriveAtDoubt(BorneAtWork& borne) {
    borne.begin();
    borne.goTo("nir");
    borne.type("286039558512337");
    QCOMPARE(borne.parcours->page(), Page::Doute);
}

} // namespace

class ViewmodelsDoubtsTest : public QObject {
    Q_OBJECT
private slots:
    void aDoubtIsAskedRightAfterTheAnswer() {
        BorneAtWork borne;
        arriveAtDoubt(borne);
        QCOMPARE(doubted(borne), (QStringList{"nir", "naissance"}));
        QCOMPARE(borne.parcours->recap()->doubt()["question"].toString(),
                 QString("doute.nir_naissance"));
        const auto birth = rowsOf(borne).last().toMap();
        QCOMPARE(birth["answer"].toString(), QString("14 mars 1985"));
        QCOMPARE(birth["action"].toString(), QString("corriger"));
        // Going back finds the answer; going on again asks again.
        borne.parcours->back();
        QCOMPARE(borne.questionId(), QString("nir"));
        QCOMPARE(borne.parcours->question()->typed(), QString("286039558512337"));
        borne.parcours->next();
        QCOMPARE(borne.parcours->page(), Page::Doute);
    }

    void whatIsRightIsNeverAskedAgain() {
        BorneAtWork borne;
        arriveAtDoubt(borne);
        const auto before = borne.edits();
        borne.parcours->next();
        QCOMPARE(borne.edits(), before + 1);
        QCOMPARE(borne.questionId(), QString("telephone"));
        QVERIFY(openDoubts(borne.session->dossier(), borne.session->today()).empty());
        borne.parcours->back();
        borne.parcours->next();
        QCOMPARE(borne.questionId(), QString("telephone"));
        borne.goTo({});
        QCOMPARE(borne.parcours->page(), Page::Verifier);
    }

    void theOtherAnswerIsCorrectedAndThePersonComesBack() {
        BorneAtWork borne;
        arriveAtDoubt(borne);
        borne.parcours->change("naissance", {});
        QCOMPARE(borne.questionId(), QString("naissance"));
        borne.type("14/3/1986");
        QCOMPARE(borne.questionId(), QString("nir"));
        borne.parcours->next();
        QCOMPARE(borne.questionId(), QString("telephone"));
        QCOMPARE(borne.parcours->page(), Page::Question);
    }

    void theSameAnswerIsCorrectedOnItsPage() {
        BorneAtWork borne;
        arriveAtDoubt(borne);
        borne.parcours->change("nir", {});
        QCOMPARE(borne.questionId(), QString("nir"));
        borne.type("285039558512386");
        QCOMPARE(borne.questionId(), QString("telephone"));
    }

    void whatIsStillDoubtedIsAskedBeforeTheCheckPage() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("consentement");
        QVERIFY(borne.session->setAnswer("demandeur.naissance", "14/3/1984"));
        borne.goTo({}); // answers « C’est juste » on the way
        QCOMPARE(borne.parcours->page(), Page::Verifier);
        QVERIFY(openDoubts(borne.session->dossier(), borne.session->today()).empty());

        QVERIFY(borne.session->setAnswer("demandeur.naissance", "14/3/1983"));
        borne.parcours->back();
        borne.parcours->next();
        QCOMPARE(borne.parcours->page(), Page::Doute);
        borne.parcours->change("naissance", {});
        QCOMPARE(borne.questionId(), QString("naissance"));
        borne.type("14/3/1986");
        QCOMPARE(borne.parcours->page(), Page::Verifier);
    }

    void nothingIsLeftOfADoubtAfterTheEnd() {
        BorneAtWork borne;
        arriveAtDoubt(borne);
        borne.parcours->finish();
        QVERIFY(borne.parcours->recap()->doubt().isEmpty());
    }

    void thePeopleToHouseAreProposed() {
        const SaidAs words({{"aide.propose", "D’après vos réponses : %1. C’est bien ça ?"}});
        BorneAtWork borne;
        borne.begin();
        borne.goTo("souhait_personnes");
        auto& question = *borne.parcours->question();
        QCOMPARE(question.typed(), QString("2"));
        QCOMPARE(question.hint(), QString("D’après vos réponses : 2. C’est bien ça ?"));
        // Nobody has agreed: leaving backwards keeps nothing.
        borne.parcours->back();
        QVERIFY(isEmpty(borne.session->answer("logement_recherche.personnes")));
        borne.parcours->next();
        QCOMPARE(question.typed(), QString("2"));
        borne.parcours->next();
        QVERIFY(borne.session->answer("logement_recherche.personnes") == Value(std::int64_t{2}));
    }

    void aProposalMayBeAnsweredOtherwise() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("souhait_personnes");
        borne.type("4");
        QCOMPARE(borne.parcours->page(), Page::Doute);
        QCOMPARE(doubted(borne),
                 (QStringList{"souhait_personnes", "conjoint", "personnes_a_charge"}));
        borne.parcours->next();
        QVERIFY(borne.session->answer("logement_recherche.personnes") == Value(std::int64_t{4}));
    }

    void theTownOfThePersonIsOfferedWhereTheyWork() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("travail_commune");
        const auto offered = borne.parcours->question()->suggestions();
        QCOMPARE(offered.size(), 1);
        QCOMPARE(offered.first().toMap()["insee"].toString(), QString("95585"));
        borne.parcours->question()->setTyped("par");
        QVERIFY(borne.parcours->question()->suggestions().size() > 1);
    }

    void aPostcodeOfOneTownSaysTheTown() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("adresse");
        auto& question = *borne.parcours->question();
        const auto town = [&] { return question.fields().last().toMap()["typed"].toString(); };
        question.setField("demandeur.adresse.code_postal", "9520");
        QCOMPARE(town(), QString());
        question.setField("demandeur.adresse.code_postal", "95200");
        QCOMPARE(town(), QString("Sarcelles"));
        // Another postcode takes it away again; one of several towns chooses none.
        question.setField("demandeur.adresse.code_postal", "95380");
        QCOMPARE(town(), QString());
        QVERIFY(question.suggestions().size() > 1);
    }

    void oneTownTooManyIsSaidSo() {
        BorneAtWork borne;
        borne.begin();
        borne.goTo("localisations");
        const int most = catalogue().findCollection("localisations")->maxItems;
        for (int i = 0; i < most; ++i)
            QVERIFY(borne.session->addItem("localisations", {{"commune", "95585"}}));
        borne.type("95268");
        QCOMPARE(borne.parcours->question()->error(),
                 QString("erreur.communes.trop").replace("%1", QString::number(most)));
        QCOMPARE(borne.parcours->failure(), QString());
        QCOMPARE(int(borne.session->dossier().items("localisations").size()), most);
    }
};

QTEST_MAIN(ViewmodelsDoubtsTest)
#include "viewmodels_doubts_test.moc"
