// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that do not go together are asked again, never refused.
#include "dossier_support.h"
#include "shared/rules/rules.h"

#include <QtTest>

using namespace escale;
using namespace escale::test;

namespace {

std::string doubts(const Dossier& dossier) {
    std::string all;
    for (const Doubt& one : doubtsOf(dossier, kToday)) {
        all += (all.empty() ? "" : " ") + one.reason.substr(6);
        if (one.source.empty() || messageFor(one.reason) == messageFor("inconnu"))
            return "without source or words: " + one.reason;
    }
    return all;
}

std::string nir(const std::string& start) {
    const std::string key = std::to_string(97 - std::stoll(start) % 97);
    return start + (key.size() == 1 ? "0" : "") + key;
}

/// Nadia, with a dependant of that link and birth.
Dossier withDependant(const std::string& link, const char* birth) {
    Dossier dossier = completeDossier();
    put(dossier, "foyer.personnes_a_charge", true);
    put(dossier, "logement_recherche.personnes", std::int64_t{2});
    put(dossier, item("personnes_a_charge", 7) + ".prenom", "Lou");
    put(dossier, item("personnes_a_charge", 7) + ".lien", link);
    put(dossier, item("personnes_a_charge", 7) + ".naissance", birth);
    return dossier;
}

} // namespace

class DoubtsTest : public QObject {
    Q_OBJECT
private slots:
    void whatGoesTogetherIsNotDoubted() { QCOMPARE(doubts(completeDossier()), std::string()); }

    void aNirSaysTheSexAndTheBirth() {
        Dossier dossier = completeDossier(); // madame, March 1988
        put(dossier, "demandeur.nir", nir("2880342218001"));
        QCOMPARE(doubts(dossier), std::string());
        put(dossier, "demandeur.nir", nir("1880342218001"));
        QCOMPARE(doubts(dossier), std::string("nir_civilite"));
        put(dossier, "demandeur.nir", nir("2890342218001"));
        QCOMPARE(doubts(dossier), std::string("nir_naissance"));
        put(dossier, "demandeur.nir", nir("2880442218001"));
        QCOMPARE(doubts(dossier), std::string("nir_naissance"));
        put(dossier, "demandeur.nir", nir("2883042218001")); // month not known
        QCOMPARE(doubts(dossier), std::string());
    }

    void agesFollowTheLink() {
        QCOMPARE(doubts(withDependant("enfant", "2015-01-01")), std::string());
        QCOMPARE(doubts(withDependant("enfant", "1980-01-01")), std::string("enfant_age"));
        QCOMPARE(doubts(withDependant("parent", "1960-01-01")), std::string());
        QCOMPARE(doubts(withDependant("parent", "1990-01-01")), std::string("parent_age"));
        QCOMPARE(doubts(withDependant("autre", "1980-01-01")), std::string());
    }

    void whoIsADependantIsLookedAt() {
        Dossier child = withDependant("enfant", "2015-01-01");
        put(child, item("personnes_a_charge", 7) + ".garde", "alternee");
        put(child, item("personnes_a_charge", 7) + ".deux_foyers", false);
        QCOMPARE(doubts(child), std::string("garde"));
        Dossier student = withDependant("enfant", "2004-01-01");
        put(student, item("personnes_a_charge", 7) + ".etudes", true);
        put(student, item("personnes_a_charge", 7) + ".invalidite", false); // no longer asked
        put(student, "demandeur.naissance", "1980-03-14");
        QCOMPARE(doubts(student), std::string());
        put(student, item("personnes_a_charge", 7) + ".etudes", false);
        QCOMPARE(doubts(student), std::string("charge"));
    }

    void thePeopleToHouseAreThoseWhoAreNamed() {
        Dossier dossier = withDependant("enfant", "2015-01-01");
        QCOMPARE(householdSize(dossier, kToday), std::int64_t{2});
        QCOMPARE(proposedAnswer(dossier, "logement_recherche.personnes", kToday), std::string("2"));
        for (const std::int64_t wanted : {1, 3}) {
            put(dossier, "logement_recherche.personnes", wanted);
            QCOMPARE(doubts(dossier), std::string("personnes"));
        }
        put(dossier, "naissances.attendues", true);
        put(dossier, "naissances.nombre", std::int64_t{1});
        put(dossier, "naissances.date", "2027-02-01");
        QCOMPARE(doubts(dossier), std::string());
        put(dossier, "foyer.personnes_a_charge", false);
        QCOMPARE(householdSize(dossier, kToday), std::int64_t{1});
    }

    void onlyWhoHasNoHomeIsProposedTheirFamily() {
        Dossier dossier = withDependant("enfant", "2015-01-01");
        const char* path = "logement_actuel.personnes";
        QCOMPARE(proposedAnswer(dossier, path, kToday), std::string());
        put(dossier, "logement_actuel.categorie", "sans_abri");
        QCOMPARE(proposedAnswer(dossier, path, kToday), std::string("2"));
    }

    void datesOfABirthAreNear() {
        Dossier dossier = completeDossier();
        put(dossier, "naissances.attendues", true);
        for (const auto& [due, expected] :
             {std::pair{"2027-09-20", ""}, std::pair{"2027-09-22", "naissance_prevue"},
              std::pair{"2026-10-21", ""}, std::pair{"2026-10-20", "naissance_prevue"}}) {
            put(dossier, "naissances.date", due);
            QCOMPARE(doubts(dossier), std::string(expected));
        }
    }

    void samePersonTwiceIsSeenWhateverTheAccents() {
        Dossier dossier = completeDossier();
        put(dossier, "foyer.conjoint", true);
        put(dossier, "logement_recherche.personnes", std::int64_t{2});
        const std::string other = item("codemandeurs", 8);
        put(dossier, other + ".prenom", "NADIA");
        put(dossier, other + ".nom", "Bénarous");
        put(dossier, other + ".naissance", "1988-03-14");
        QCOMPARE(doubts(dossier), std::string("deux_fois"));
        put(dossier, other + ".naissance", "1988-03-15");
        QCOMPARE(doubts(dossier), std::string());
        put(dossier, other + ".lien", "pacs");
        put(dossier, "demandeur.situation_familiale", "celibataire");
        QCOMPARE(doubts(dossier), std::string("couple"));
    }

    void aHandicapConcernsSomebody() {
        Dossier dossier = withDependant("enfant", "2015-01-01");
        put(dossier, "situation.handicap", true);
        put(dossier, "demandeur.handicap.concerne", false);
        QCOMPARE(doubts(dossier), std::string());
        put(dossier, item("personnes_a_charge", 7) + ".handicap.concerne", false);
        QCOMPARE(doubts(dossier), std::string("handicap"));
    }

    void whatAPersonSaysIsRightIsNotAskedAgain() {
        Dossier dossier = withDependant("enfant", "1980-01-01");
        const auto open = openDoubts(dossier, kToday);
        QCOMPARE(open.size(), std::size_t{1});
        const std::vector<std::string> both{item("personnes_a_charge", 7) + ".naissance",
                                            "demandeur.naissance"};
        QVERIFY(open.front().answers == both);
        for (const auto& [path, value] : verifiedAnswers(open.front(), dossier)) {
            const auto parsed = parsePath(path);
            QVERIFY2(parsed.has_value(), path.c_str());
            if (!parsed->isItem())
                QVERIFY2(checkValue(*catalogue().find(*parsed), value, catalogue()), path.c_str());
            put(dossier, path, value);
        }
        QVERIFY(openDoubts(dossier, kToday).empty());
        QCOMPARE(doubts(dossier), std::string("enfant_age")); // still unusual
        // Other answers are asked about; the same ones again are not.
        put(dossier, "demandeur.naissance", "1988-03-15");
        QCOMPARE(openDoubts(dossier, kToday).size(), std::size_t{1});
        put(dossier, "demandeur.naissance", "1988-03-14");
        QVERIFY(openDoubts(dossier, kToday).empty());
    }

    void twoDevicesThatVerifyWriteTheSame() {
        const Dossier here = withDependant("enfant", "1980-01-01");
        const Dossier there = withDependant("enfant", "1980-01-01");
        const auto mine = verifiedAnswers(openDoubts(here, kToday).front(), here);
        const auto theirs = verifiedAnswers(openDoubts(there, kToday).front(), there);
        QVERIFY(mine == theirs);
    }

    void anotherDoubtIsAnotherQuestion() {
        Dossier dossier = withDependant("enfant", "1980-01-01");
        put(dossier, "demandeur.nir", nir("1880342218001"));
        for (const auto& [path, value] :
             verifiedAnswers(openDoubts(dossier, kToday).front(), dossier))
            put(dossier, path, value);
        QCOMPARE(openDoubts(dossier, kToday).size(), std::size_t{1});
        QCOMPARE(openDoubts(dossier, kToday).front().reason, std::string("doute.enfant_age"));
    }

    void theLinkOfACoupleIsProposed() {
        Dossier dossier = completeDossier();
        put(dossier, "foyer.conjoint", true);
        const std::string first = item("codemandeurs", 8);
        const std::string second = item("codemandeurs", 9);
        put(dossier, first, true);
        put(dossier, second, true);
        put(dossier, "demandeur.situation_familiale", "pacse");
        QCOMPARE(proposedAnswer(dossier, first + ".lien", kToday), std::string("pacs"));
        QCOMPARE(proposedAnswer(dossier, second + ".lien", kToday), std::string());
        put(dossier, second + ".lien", "pacs");
        QCOMPARE(proposedAnswer(dossier, first + ".lien", kToday), std::string());
        put(dossier, "demandeur.situation_familiale", "veuf");
        QCOMPARE(proposedAnswer(dossier, first + ".lien", kToday), std::string());
    }

    void reasonsAlreadyToldAreProposed() {
        Dossier dossier = completeDossier();
        put(dossier, "logement_actuel.categorie", "prive");
        QCOMPARE(proposedAnswer(dossier, "motifs", kToday), std::string());
        put(dossier, "logement_actuel.categorie", "hotel");
        QCOMPARE(proposedAnswer(dossier, "motifs", kToday), std::string("sans_logement"));
        put(dossier, "situation.divorce", true);
        QCOMPARE(proposedAnswer(dossier, "motifs", kToday),
                 std::string("sans_logement,separation"));
    }

    void nobodyGoesBackToWorkAsAChild() {
        Dossier dossier = completeDossier();
        put(dossier, "demandeur.travail.situation", "cdi");
        put(dossier, "demandeur.travail.chomage_long", true);
        put(dossier, "demandeur.travail.reprise_activite", "2004-03-13");
        QCOMPARE(doubts(dossier), std::string("reprise"));
        put(dossier, "demandeur.travail.reprise_activite", "2004-03-14");
        QCOMPARE(doubts(dossier), std::string());
    }
};

QTEST_APPLESS_MAIN(DoubtsTest)
#include "doubts_test.moc"
