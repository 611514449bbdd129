// SPDX-License-Identifier: GPL-3.0-or-later
#include "dossier_support.h"
#include "shared/rules/questions.h"
#include "shared/rules/rules.h"

#include <QtTest>
#include <algorithm>
#include <set>

using namespace escale;
using namespace escale::test;

namespace {

std::vector<std::string> ids(const Dossier& dossier) {
    std::vector<std::string> list;
    for (const Question& page : visibleQuestions(dossier, kToday))
        list.push_back(page.id);
    return list;
}

bool shows(const Dossier& dossier, const std::string& id) {
    const auto list = ids(dossier);
    return std::find(list.begin(), list.end(), id) != list.end();
}

} // namespace

class QuestionsTest : public QObject {
    Q_OBJECT
private slots:
    void anEmptyDossierStartsWithItsNature() {
        const auto pages = visibleQuestions({}, kToday);
        QCOMPARE(pages.front().id, std::string("nature"));
        QCOMPARE(pages.front().titleKey(), std::string("question.nature"));
        QVERIFY(!shows({}, "numero_unique"));
        QVERIFY(!shows({}, "codemandeurs"));
        QVERIFY(shows({}, "localisations"));
        QCOMPARE(pages.back().id, std::string("consentement"));
    }

    void theAddressIsOnePageOfFiveFields() {
        const auto pages = visibleQuestions({}, kToday);
        const Question* address = questionFor(pages, "demandeur.adresse.commune");
        QVERIFY(address);
        QCOMPARE(address->id, std::string("adresse"));
        QCOMPARE(address->fields.size(), std::size_t{5});
        QCOMPARE(address->input, Input::address);
    }

    void pagesOfAnItemRepeatForEachItem() {
        Dossier dossier;
        put(dossier, "foyer.personnes_a_charge", true);
        put(dossier, item("personnes_a_charge", 1), true);
        put(dossier, item("personnes_a_charge", 2), true);
        std::vector<std::string> items;
        std::vector<std::string> paths;
        for (const Question& page : visibleQuestions(dossier, kToday))
            if (!page.item.empty()) {
                items.push_back(page.item);
                paths.insert(paths.end(), page.fields.begin(), page.fields.end());
            }
        QCOMPARE(items.size(), std::size_t{10});
        QVERIFY(std::is_sorted(items.begin(), items.end()));
        QCOMPARE(paths.front(), item("personnes_a_charge", 1) + ".prenom");
        put(dossier, item("personnes_a_charge", 1), false);
        const auto pages = visibleQuestions(dossier, kToday);
        QVERIFY(!questionFor(pages, item("personnes_a_charge", 1) + ".prenom") ||
                questionFor(pages, item("personnes_a_charge", 1) + ".prenom")->holdsItems());
        put(dossier, "foyer.personnes_a_charge", false);
        QVERIFY(!shows(dossier, "personnes_a_charge") && !shows(dossier, "personne_prenom"));
    }

    void answersOpenAndClosePages() {
        Dossier dossier;
        put(dossier, "demande.nature", "renouvellement");
        QVERIFY(shows(dossier, "numero_unique"));
        QVERIFY(!shows(dossier, "bailleur"));
        put(dossier, "logement_actuel.categorie", "hlm");
        QVERIFY(shows(dossier, "bailleur") && shows(dossier, "loyer"));
    }

    void everythingThatIsMissingHasItsPage() {
        Dossier dossier;
        put(dossier, "foyer.conjoint", true);
        put(dossier, item("codemandeurs", 3), true);
        put(dossier, item("localisations", 4), true);
        const auto pages = visibleQuestions(dossier, kToday);
        for (const Missing& one : missingToRegister(dossier, catalogue(), kToday))
            if (one.path != "depot.confirme")
                QVERIFY2(questionFor(pages, one.path), one.path.c_str());
    }

    void privatePagesAreMarked() {
        const std::set<std::string> priv{"nom", "nir", "violences", "ressources", "naissance"};
        for (const Question& page : catalogueQuestions()) {
            if (priv.contains(page.id))
                QVERIFY2(page.priv, page.id.c_str());
            for (const std::string& pattern : page.fields)
                if (catalogue().find(pattern)->sensitivity == Sensitivity::secret)
                    QVERIFY2(page.priv, page.id.c_str());
        }
    }

    void aPageMaySharePlainWordsAndExplainTerms() {
        const auto pages = loadQuestions(R"({"questions":[{"id":"employeur","partie":"vous",
            "champs":["demandeur.nom"],"saisie":"chiffres","picto":"","parle":"libre",
            "mots":"siret","glossaire":["siret","cdi"]},{"id":"precisions","partie":"vous",
            "champs":["demandeur.prenom"],"saisie":"texte_long","picto":"","parle":"libre"}]})",
                                         catalogue());
        QVERIFY(pages.has_value());
        QCOMPARE(pages->front().input, Input::digits);
        QCOMPARE(pages->front().titleKey(), std::string("question.siret"));
        QCOMPARE(pages->front().hintKey(), std::string("aide.siret"));
        QCOMPARE(pages->front().recapKey(), std::string("recap.siret"));
        QCOMPARE(pages->front().glossary, (std::vector<std::string>{"siret", "cdi"}));
        QCOMPARE(pages->back().input, Input::longText);
        QCOMPARE(pages->back().titleKey(), std::string("question.precisions"));
        QVERIFY(pages->back().glossary.empty());
    }

    void badPagesAreRefused() {
        const auto load = [](const std::string& page) {
            return loadQuestions(R"({"questions":[)" + page + "]}", catalogue());
        };
        const std::string good = R"({"id":"nom","partie":"vous","champs":["demandeur.nom"],
            "saisie":"texte","picto":"","parle":"libre"})";
        QVERIFY(load(good).has_value());
        QVERIFY(!load(good + "," + good));
        for (const auto& [from, to] :
             {std::pair{"demandeur.nom", "demandeur.age"}, std::pair{"\"vous\"", "\"depot\""},
              std::pair{"\"vous\"", "\"famille\""}, std::pair{"texte", "dessin"},
              std::pair{"libre", "fort"}, std::pair{"[\"demandeur.nom\"]", "[]"},
              std::pair{"demandeur.nom", "inconnus[]"}, std::pair{"\"picto\":\"\",", ""},
              std::pair{"\"picto\"", "\"inconnu\":1,\"picto\""},
              std::pair{"\"picto\"", "\"glossaire\":\"nom\",\"picto\""},
              std::pair{"\"picto\"", "\"glossaire\":[\"\"],\"picto\""}}) {
            std::string bad = good;
            bad.replace(bad.find(from), std::string(from).size(), to);
            QVERIFY2(!load(bad), to);
        }
    }
};

QTEST_APPLESS_MAIN(QuestionsTest)
#include "questions_test.moc"
