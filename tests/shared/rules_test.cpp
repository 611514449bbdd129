// SPDX-License-Identifier: GPL-3.0-or-later
#include "dossier_support.h"
#include "shared/rules/rules.h"

#include <QtTest>
#include <algorithm>

using namespace escale;
using namespace escale::test;

namespace {

std::vector<Missing> missing(const Dossier& dossier) {
    return missingToRegister(dossier, catalogue(), kToday);
}

bool lacks(const Dossier& dossier, const std::string& path, const std::string& reason) {
    const auto all = missing(dossier);
    return std::any_of(all.begin(), all.end(), [&](const Missing& one) {
        return one.path == path && one.reason == reason && !one.source.empty();
    });
}

std::vector<std::string> controls(const Dossier& dossier) {
    std::vector<std::string> codes;
    for (const Anomaly& one : blockingControls(dossier, catalogue(), kToday))
        codes.push_back(one.code);
    return codes;
}

bool asks(const Dossier& dossier, const std::string& path) {
    const auto paths = visibleFields(dossier, catalogue(), kToday);
    return std::find(paths.begin(), paths.end(), path) != paths.end();
}

} // namespace

class RulesTest : public QObject {
    Q_OBJECT
private slots:
    void aCompleteDossierLacksNothing() {
        const Dossier dossier = completeDossier();
        for (const Missing& one : missing(dossier))
            QFAIL((one.path + " " + one.reason).c_str());
        QVERIFY(controls(dossier).empty());
    }

    void eachAnswerOfTheLegalMinimumIsNeeded() {
        for (const char* path :
             {"demande.nature", "demandeur.civilite", "demandeur.nom", "demandeur.prenom",
              "demandeur.naissance", "demandeur.nationalite", "demandeur.nir",
              "demandeur.telephone", "demandeur.adresse.voie", "demandeur.adresse.code_postal",
              "demandeur.adresse.commune", "logement_actuel.categorie", "logement_actuel.personnes",
              "logement_recherche.types", "logement_recherche.personnes",
              "logement_recherche.elargir"}) {
            Dossier dossier = completeDossier();
            dossier.fields.erase(path);
            QVERIFY2(lacks(dossier, path, "manque.champ"), path);
            QCOMPARE(missing(dossier).size(), std::size_t{1});
            const bool carried = !catalogue().find(path)->sneElement.empty();
            QCOMPARE(controls(dossier).size(), std::size_t{carried ? 1U : 0U});
        }
    }

    void anEmptyDossierLacksItAll() {
        QVERIFY(missing({}).size() > 15);
        QVERIFY(lacks({}, "localisations", "manque.localisation"));
        QVERIFY(lacks({}, "pieces", "manque.piece_identite"));
        QVERIFY(lacks({}, "depot.confirme", "manque.confirmation"));
    }

    void aTownWithoutACommuneIsNotATown() {
        Dossier dossier = completeDossier();
        put(dossier, item("localisations", 1) + ".commune", Value());
        put(dossier, item("localisations", 1), true);
        QVERIFY(lacks(dossier, item("localisations", 1) + ".commune", "manque.champ"));
        put(dossier, item("localisations", 1), false);
        QVERIFY(lacks(dossier, "localisations", "manque.localisation"));
    }

    void identityFollowsTheNationality() {
        Dossier dossier = completeDossier();
        put(dossier, "demandeur.nationalite", "hors_ue");
        QVERIFY(lacks(dossier, "pieces", "manque.piece_sejour"));
        put(dossier, item("pieces", 2) + ".type", "titre_sejour");
        QVERIFY(missing(dossier).empty());
        put(dossier, item("pieces", 2) + ".pages", TextList{});
        QVERIFY(lacks(dossier, "pieces", "manque.piece_sejour"));
    }

    void refusingToConfirmIsNotConfirming() {
        Dossier dossier = completeDossier();
        put(dossier, "depot.confirme", false);
        QVERIFY(lacks(dossier, "depot.confirme", "manque.confirmation"));
        put(dossier, "depot.confirme", Value());
        QVERIFY(lacks(dossier, "depot.confirme", "manque.confirmation"));
    }

    void whoeverFilesWithYouGivesTheSameIdentity() {
        Dossier dossier = completeDossier();
        put(dossier, "foyer.conjoint", true);
        QVERIFY(lacks(dossier, "codemandeurs", "manque.codemandeur"));
        put(dossier, item("codemandeurs", 5) + ".nom", "Essai");
        QVERIFY(!lacks(dossier, "codemandeurs", "manque.codemandeur"));
        for (const char* field : {"civilite", "prenom", "naissance", "nationalite", "nir", "lien"})
            QVERIFY(lacks(dossier, item("codemandeurs", 5) + "." + field, "manque.champ"));
        put(dossier, "foyer.conjoint", false);
        QVERIFY(missing(dossier).empty());
    }

    void aRenewalNeedsItsNumber() {
        Dossier dossier = completeDossier();
        put(dossier, "demande.nature", "renouvellement");
        QVERIFY(lacks(dossier, "demande.numero_unique", "manque.champ"));
        put(dossier, "demande.numero_unique", Marker::doNotKnow);
        QVERIFY(missing(dossier).empty());
        put(dossier, "demande.numero_unique", "9990126000001GTEST");
        QVERIFY(missing(dossier).empty() && controls(dossier).empty());
        put(dossier, "demande.numero_unique", "9990126-00001GTEST");
        QVERIFY(controls(dossier) == std::vector<std::string>{"ESC_0011"});
    }

    void hiddenQuestionsAreNotAsked() {
        Dossier dossier = completeDossier();
        QVERIFY(asks(dossier, "logement_actuel.surface"));
        QVERIFY(!asks(dossier, "logement_actuel.loyer"));
        put(dossier, "logement_actuel.categorie", "prive");
        QVERIFY(asks(dossier, "logement_actuel.loyer"));
        put(dossier, "logement_actuel.categorie", "sans_abri");
        QVERIFY(!asks(dossier, "logement_actuel.surface"));
        QVERIFY(!asks(dossier, "situation.ase"));
        put(dossier, "demandeur.naissance", "2005-01-01");
        QVERIFY(asks(dossier, "situation.ase"));
    }

    void fieldsOfOneItemComeTogether() {
        Dossier dossier = completeDossier();
        put(dossier, "foyer.personnes_a_charge", true);
        put(dossier, item("personnes_a_charge", 1), true);
        put(dossier, item("personnes_a_charge", 2), true);
        std::vector<std::string> items;
        for (const std::string& path : visibleFields(dossier, catalogue(), kToday))
            if (path.starts_with("personnes_a_charge["))
                items.push_back(path.substr(0, path.find(']') + 1));
        QCOMPARE(items.size(), std::size_t{10});
        QVERIFY(std::is_sorted(items.begin(), items.end()));
    }

    void datesAndAgesAreControlled() {
        const std::pair<const char*, const char*> rows[] = {
            {"2027-01-01", "ESC_0004"}, {"2010-11-22", "ESC_0005"}, {"2010-11-21", ""},
            {"1906-11-21", ""},         {"1905-11-21", "ESC_0006"}, {"1990-02-30", "ESC_0003"}};
        for (const auto& [birth, code] : rows) {
            Dossier dossier = completeDossier();
            put(dossier, "demandeur.naissance", birth);
            const auto found = controls(dossier);
            QCOMPARE(found.empty() ? std::string() : found.front(), std::string(code));
        }
    }

    void townsAreOfOneTerritory() {
        Dossier dossier = completeDossier();
        put(dossier, item("localisations", 3) + ".commune", "42001");
        QVERIFY(controls(dossier).empty());
        put(dossier, item("localisations", 4) + ".commune", "42218");
        QVERIFY(controls(dossier) == std::vector<std::string>{"ESC_0007"});
        put(dossier, item("localisations", 4) + ".commune", "31555");
        QVERIFY(controls(dossier) == std::vector<std::string>{"ESC_0008"});
        Dossier paris = completeDossier();
        put(paris, item("localisations", 1) + ".commune", "75101");
        put(paris, item("localisations", 3) + ".commune", "93066");
        QVERIFY(controls(paris).empty());
        put(paris, item("localisations", 4) + ".commune", "2A004");
        QVERIFY(controls(paris) == std::vector<std::string>{"ESC_0008"});
    }

    void atMostTenTowns() {
        Dossier dossier = completeDossier();
        for (unsigned n = 10; n < 19; ++n)
            put(dossier, item("localisations", n) + ".commune", "420" + std::to_string(n));
        QVERIFY(controls(dossier).empty());
        put(dossier, item("localisations", 20) + ".commune", "42020");
        QVERIFY(controls(dossier) == std::vector<std::string>{"ESC_0009"});
    }

    void sharingNeedsABedroom() {
        Dossier dossier = completeDossier();
        put(dossier, "foyer.colocataires", true);
        put(dossier, item("colocataires", 5), true);
        const std::string name = item("colocataires", 5) + ".nom";
        QVERIFY(!asks(dossier, "foyer.colocataires") && !asks(dossier, name));
        put(dossier, "logement_recherche.types", TextList{"chambre", "t3"});
        QVERIFY(asks(dossier, "foyer.colocataires") && asks(dossier, name));
        put(dossier, "foyer.colocataires", false);
        QVERIFY(!asks(dossier, name));
    }

    void whoSeparatesAsksAlone() {
        Dossier dossier = completeDossier();
        put(dossier, "foyer.conjoint", true);
        put(dossier, item("codemandeurs", 5) + ".nom", "Essai");
        put(dossier, "demandeur.situation_familiale", "marie");
        QVERIFY(asks(dossier, "situation.divorce") && asks(dossier, "foyer.conjoint"));
        put(dossier, "situation.divorce", true);
        QVERIFY(!asks(dossier, "foyer.conjoint"));
        QVERIFY(!asks(dossier, item("codemandeurs", 5) + ".nom"));
        QVERIFY(missing(dossier).empty());
        // Divorced already: somebody else may ask with them.
        put(dossier, "demandeur.situation_familiale", "divorce");
        QVERIFY(asks(dossier, "foyer.conjoint"));
    }

    void whoHasNoHomeGivesAnAddressForLetters() {
        Dossier dossier = completeDossier();
        put(dossier, "logement_actuel.categorie", "sans_abri");
        for (const char* field : {"chez", "voie", "code_postal", "commune"})
            QVERIFY(lacks(dossier, std::string("demandeur.postale.") + field, "manque.champ"));
        for (const char* path : {"demandeur.adresse.voie", "logement_actuel.loyer",
                                 "logement_actuel.surface", "demandeur.postale.differente"})
            QVERIFY2(!asks(dossier, path), path);
    }

    void anAddressAbroadSaysItsCountry() {
        Dossier dossier = completeDossier();
        QVERIFY(!asks(dossier, "demandeur.adresse.pays"));
        put(dossier, "demandeur.adresse.code_postal", Marker::none);
        put(dossier, "demandeur.adresse.commune", Marker::none);
        QVERIFY(lacks(dossier, "demandeur.adresse.pays", "manque.champ"));
        put(dossier, "demandeur.adresse.pays", "Belgique");
        QVERIFY(missing(dossier).empty() && controls(dossier).empty());
    }

    void lettersThatGoAbroadSayTheirCountry() {
        Dossier dossier = completeDossier();
        put(dossier, "demandeur.postale.differente", true);
        put(dossier, "demandeur.postale.voie", "rue des Essais");
        put(dossier, "demandeur.postale.code_postal", Marker::none);
        put(dossier, "demandeur.postale.commune", Marker::none);
        QVERIFY(lacks(dossier, "demandeur.postale.pays", "manque.champ"));
        put(dossier, "demandeur.postale.pays", "Belgique");
        QVERIFY(missing(dossier).empty() && controls(dossier).empty());
    }

    void nothingIsAskedTwice() {
        Dossier dossier = completeDossier();
        put(dossier, "logement_actuel.categorie", "prive");
        for (const char* field :
             {"situation.expulsion", "situation.violences", "logement_actuel.non_decent"})
            QVERIFY2(asks(dossier, field), field);
        put(dossier, "motifs", TextList{"expulsion", "non_decent", "violences"});
        for (const char* field :
             {"situation.expulsion", "situation.violences", "logement_actuel.non_decent"})
            QVERIFY2(!asks(dossier, field), field);
        QVERIFY(asks(dossier, "logement_actuel.indigne"));
        // Married people have one tax notice, others their own.
        put(dossier, "foyer.conjoint", true);
        const std::string other = item("codemandeurs", 5);
        for (const auto& [link, own] : {std::pair{"conjoint", false}, std::pair{"pacs", false},
                                        std::pair{"concubin", true}, std::pair{"fratrie", true}}) {
            put(dossier, other + ".lien", link);
            QCOMPARE(asks(dossier, other + ".revenus.rfr_n2"), own);
        }
    }

    void oneComplementForEachPersonConcerned() {
        Dossier dossier = completeDossier();
        put(dossier, "situation.handicap", true);
        QVERIFY(!asks(dossier, "demandeur.handicap.concerne")); // nobody else: who asks
        QVERIFY(asks(dossier, "demandeur.handicap.equipements"));
        put(dossier, "foyer.personnes_a_charge", true);
        const std::string child = item("personnes_a_charge", 7);
        put(dossier, child, true);
        QVERIFY(asks(dossier, "demandeur.handicap.concerne"));
        QVERIFY(!asks(dossier, "demandeur.handicap.equipements"));
        put(dossier, child + ".handicap.concerne", true);
        QVERIFY(asks(dossier, child + ".handicap.equipements"));
        put(dossier, "situation.handicap", false);
        QVERIFY(!asks(dossier, child + ".handicap.concerne"));
    }
};

QTEST_APPLESS_MAIN(RulesTest)
#include "rules_test.moc"
