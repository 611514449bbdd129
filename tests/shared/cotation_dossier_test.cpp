// SPDX-License-Identifier: GPL-3.0-or-later
// The answers of a dossier as facts of the cotation.
#include "dossier_support.h"
#include "shared/cotation/from_dossier.h"
#include "shared/cotation/income.h"

#include <QtTest>

using namespace escale;
using namespace escale::test;
using cotation::Declaration;

namespace {

std::optional<std::int64_t> income(const Dossier& dossier) {
    return cotation::monthlyIncome(dossier, kToday);
}

cotation::Facts facts(const Dossier& dossier) {
    return cotation::factsFromDossier(dossier, kToday);
}

} // namespace

class CotationDossierTest : public QObject {
    Q_OBJECT
private slots:
    void resourcesAreTheSumOfWhatEachPersonDeclares() {
        Dossier dossier = completeDossier();
        put(dossier, "demandeur.ressources.natures", TextList{"af", "sal"});
        put(dossier, "demandeur.ressources.sal", std::int64_t{1450});
        QVERIFY(!income(dossier));
        put(dossier, "demandeur.ressources.af", std::int64_t{148});
        QCOMPARE(income(dossier).value(), std::int64_t{1598});
        put(dossier, "foyer.conjoint", true);
        const std::string other = item("codemandeurs", 5);
        put(dossier, other, true);
        QVERIFY(!income(dossier));
        put(dossier, other + ".ressources.natures", Marker::none);
        QCOMPARE(income(dossier).value(), std::int64_t{1598});
        QCOMPARE(facts(dossier).resourcesCents.value(), std::int64_t{159'800});
    }

    void whatIsNotKnownIsNotZero() {
        Dossier dossier = completeDossier();
        QVERIFY(!income(dossier));
        put(dossier, "demandeur.ressources.natures", Marker::doNotKnow);
        QVERIFY(!income(dossier));
        put(dossier, "demandeur.ressources.natures", TextList{"rsa"});
        put(dossier, "demandeur.ressources.rsa", Marker::doNotKnow);
        QVERIFY(!income(dossier) && !facts(dossier).resourcesCents);
        put(dossier, "demandeur.ressources.natures", Marker::none);
        QCOMPARE(income(dossier).value(), std::int64_t{0});
    }

    void anAmountWhoseNatureWasTakenBackDoesNotCount() {
        Dossier dossier = completeDossier();
        put(dossier, "demandeur.ressources.natures", TextList{"ret"});
        put(dossier, "demandeur.ressources.ret", std::int64_t{900});
        put(dossier, "demandeur.ressources.sal", std::int64_t{1450});
        QCOMPARE(income(dossier).value(), std::int64_t{900});
    }

    void dependantsCountFromSixteen() {
        Dossier dossier = completeDossier();
        put(dossier, "demandeur.ressources.natures", Marker::none);
        put(dossier, "foyer.personnes_a_charge", true);
        const std::string child = item("personnes_a_charge", 6);
        put(dossier, child + ".naissance", "2010-11-22");
        QCOMPARE(income(dossier).value(), std::int64_t{0});
        put(dossier, child + ".naissance", "2010-11-21");
        QVERIFY(!income(dossier));
        put(dossier, child + ".ressources.natures", TextList{"sal"});
        put(dossier, child + ".ressources.sal", std::int64_t{430});
        QCOMPARE(income(dossier).value(), std::int64_t{430});
    }

    void aQuestionThatIsClosedIsANo() {
        Dossier dossier = completeDossier();
        put(dossier, "demandeur.situation_familiale", "celibataire");
        const auto alone = facts(dossier);
        QVERIFY(alone.declared(Declaration::divorce) == cotation::Tri::no);
        QVERIFY(alone.declared(Declaration::ase) == cotation::Tri::no);       // 38 years old
        QVERIFY(alone.declared(Declaration::expulsion) == cotation::Tri::no); // lodged by somebody
        QVERIFY(alone.declared(Declaration::violence) == cotation::Tri::unknown);
        put(dossier, "logement_actuel.non_decent", false);
        QVERIFY(facts(dossier).declared(Declaration::indigne) != cotation::Tri::yes);
        put(dossier, "motifs", TextList{"trop_petit"});
        QVERIFY(facts(dossier).declared(Declaration::indigne) == cotation::Tri::no);
    }

    void reasonsAreDeclarations() {
        Dossier dossier = completeDossier();
        put(dossier, "motifs", TextList{"depart_personne", "handicap", "violences"});
        const auto found = facts(dossier);
        QVERIFY(found.declared(Declaration::departPersonnesACharge) == cotation::Tri::yes);
        QVERIFY(found.declared(Declaration::inadapteHandicap) == cotation::Tri::yes);
        QVERIFY(found.declared(Declaration::violence) == cotation::Tri::yes);
    }

    void theFirstChoiceIsTheTownOfTheBestRank() {
        Dossier dossier = completeDossier();
        for (const std::string& id : dossier.items("localisations"))
            put(dossier, "localisations[" + id + "]", false);
        QVERIFY(facts(dossier).firstChoice.empty());
        QVERIFY(cotation::soughtBy(dossier).town.empty());
        const auto ask = [&](int number, const char* town, std::int64_t rank) {
            const std::string one = item("localisations", static_cast<unsigned>(number));
            put(dossier, one, true);
            put(dossier, one + ".rang", rank);
            if (*town)
                put(dossier, one + ".commune", std::string(town));
        };
        ask(31, "95268", 3);
        ask(32, "", 1); // a commune that is still to be said
        ask(33, "95585", 2);
        QCOMPARE(facts(dossier).firstChoice.insee(), std::string("95585"));
        ask(31, "95268", 1);
        ask(32, "", 3);
        QCOMPARE(facts(dossier).firstChoice.insee(), std::string("95268"));
        QCOMPARE(cotation::soughtBy(dossier).town.insee(), std::string("95268"));
    }

    void homesThatAreAskedForAreTypologies() {
        Dossier dossier = completeDossier();
        put(dossier, "logement_recherche.types", TextList{"chambre", "t1", "t6"});
        QCOMPARE(cotation::soughtBy(dossier).typologies,
                 (std::vector<std::string>{"C", "T1", "T6"}));
        put(dossier, "logement_recherche.types", Marker::doNotKnow);
        QVERIFY(cotation::soughtBy(dossier).typologies.empty());
    }

    void whoHasNoHomeBelongsWhereTheirLettersAre() {
        Dossier dossier = completeDossier();
        put(dossier, "demandeur.postale.commune", "95585");
        QCOMPARE(facts(dossier).homeCommune.insee(), std::string("42218"));
        put(dossier, "logement_actuel.categorie", "sans_abri");
        QCOMPARE(facts(dossier).homeCommune.insee(), std::string("95585"));
    }
};

QTEST_APPLESS_MAIN(CotationDossierTest)
#include "cotation_dossier_test.moc"
