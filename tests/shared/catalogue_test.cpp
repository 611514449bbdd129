// SPDX-License-Identifier: GPL-3.0-or-later
#include "dossier_support.h"
#include "json_schema.h"
#include "shared/dossier/catalogue_templates.h"
#include "shared/rules/questions.h"
#include "shared/rules/rules.h"
#include "shared/rules/text_keys.h"

#include <QtTest>
#include <algorithm>
#include <set>

using namespace escale;
using namespace escale::test;

namespace {

json::value readData(const char* name) {
    QFile file(QStringLiteral(ESCALE_DATA) + "/" + name);
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    const QByteArray bytes = file.readAll();
    return *parseJson({bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

std::string withField(const std::string& entry) {
    return R"({"schema":1,"listes":{"l":[{"code":"a"}]},"collections":[{"nom":"c","max":2,
        "source":"abc"}],"questions":[],"champs":[)" +
           entry + "]}";
}

} // namespace

class CatalogueTest : public QObject {
    Q_OBJECT
private slots:
    void theDataFollowTheirSchema() {
        const json::value schema = readData("schemas/demande.schema.json");
        const json::value data = readData("demande.json");
        QCOMPARE(schemaError(schema, data), std::string());
        QVERIFY(data == *parseJson(catalogueSource()));
        // Written once or repeated for each person, entries follow the same schema.
        json::object whole = *expandCatalogue(catalogueSource());
        QCOMPARE(schemaError(schema, whole), std::string());
        for (const json::value& field : whole["champs"].as_array())
            QVERIFY(!field.as_object().contains("modele"));
    }

    void aTemplateIsWrittenForEachPerson() {
        const char* text = R"({"modeles":{"travail":{"champs":[
              {"id":"lieu","case":{"selon":{"demandeur":"D1"}},"sne":"lieu","visible":{"eq":[".a","b"]}},
              {"id":"date"}],
            "questions":[{"id":"lieu","champs":["lieu"]}]}},
            "champs":[{"modele":"travail","de":"demandeur","sne":"d"},
              {"modele":"travail","de":"enfants[]","visible":true}],
            "questions":[{"modele":"travail","de":"demandeur"},
              {"modele":"travail","de":"enfants[]","prefixe":"enfant_","mots":"_de"}]})";
        const auto whole = expandCatalogue(text);
        QVERIFY(whole.has_value());
        QVERIFY(whole->at("champs") == *parseJson(R"([
            {"id":"demandeur.lieu","case":"D1","sne":"d/lieu","visible":{"eq":["demandeur.a","b"]}},
            {"id":"demandeur.date"},
            {"id":"enfants[].lieu","visible":{"all":[true,{"eq":[".a","b"]}]}},
            {"id":"enfants[].date","visible":true}])"));
        QVERIFY(whole->at("questions") == *parseJson(R"([
            {"id":"lieu","champs":["demandeur.lieu"]},
            {"id":"enfant_lieu","champs":["enfants[].lieu"],"mots":"lieu_de"}])"));
        QVERIFY(!whole->contains("modeles"));
    }

    void aTemplateThatIsNotUnderstoodIsRefused() {
        for (const char* use : {R"({"modele":"autre","de":"demandeur"})", R"({"modele":"m"})",
                                R"({"modele":"m","de":"demandeur","plus":1})"})
            QVERIFY2(!expandCatalogue(std::string(R"({"modeles":{"m":{"champs":[]}},"champs":[)") +
                                      use + "]}"),
                     use);
    }

    void theSchemaRefusesWhatItShould() {
        const json::value schema = readData("schemas/demande.schema.json");
        json::value data = readData("demande.json");
        json::object& field = data.as_object()["champs"].as_array()[0].as_object();
        field["inconnu"] = 1;
        QVERIFY(!schemaError(schema, data).empty());
        field.erase("inconnu");
        field["visible"] = json::object{{"eq", json::array{"x"}}};
        QVERIFY(!schemaError(schema, data).empty());
        field["visible"] = true;
        QCOMPARE(schemaError(schema, data), std::string());
        field.erase("source");
        QVERIFY(!schemaError(schema, data).empty());
    }

    void badEntriesAreRefusedByName() {
        const char* good = R"({"id":"x","type":"texte","partie":"vous","source":"abc"})";
        QVERIFY(Catalogue::load(withField(good)).has_value());
        for (const char* bad :
             {R"({"id":"x","type":"mot","partie":"vous","source":"abc"})",
              R"({"id":"x","type":"texte","partie":"ici","source":"abc"})",
              R"({"id":"x","type":"texte","partie":"vous"})",
              R"({"id":"X","type":"texte","partie":"vous","source":"abc"})",
              R"({"id":"d[].x","type":"texte","partie":"vous","source":"abc"})",
              R"({"id":"x","type":"code","partie":"vous","source":"abc"})",
              R"({"id":"x","type":"code","liste":"m","partie":"vous","source":"abc"})",
              R"({"id":"x","type":"texte","liste":"l","partie":"vous","source":"abc"})",
              R"({"id":"x","type":"texte","partie":"vous","source":"abc","politique":"union"})",
              R"({"id":"x","type":"texte","partie":"vous","source":"abc","visible":{"et":1}})",
              R"({"id":"x","type":"texte","partie":"vous","source":"abc","plus":1})"})
            QCOMPARE(Catalogue::load(withField(bad)).error().code, Errc::malformed);
        QVERIFY(!Catalogue::load(withField(std::string(good) + "," + good)));
        QVERIFY(!Catalogue::load("[]"));
        QVERIFY(!Catalogue::load("{"));
    }

    void conditionsReadOnlyFieldsThatExist() {
        for (const FieldSpec& field : catalogue().fields()) {
            const std::string item = field.id.substr(0, field.id.find("[]") + 2);
            for (const Condition* condition : {&field.visible, &field.mandatory})
                for (const std::string& path : condition->reads()) {
                    const std::string full = path.starts_with('.') ? item + path : path;
                    const bool known =
                        catalogue().find(full) ||
                        (full.ends_with("[]") &&
                         catalogue().findCollection(full.substr(0, full.size() - 2)));
                    QVERIFY2(known, full.c_str());
                }
        }
    }

    void piecesOfFieldsAreKnown() {
        for (const FieldSpec& field : catalogue().fields())
            for (const std::string& piece : field.pieces)
                QVERIFY2(catalogue().findCode("piece", piece), piece.c_str());
    }

    void codesOfTheInterfaceAreAllThere() {
        const std::pair<const char*, std::size_t> sizes[] = {
            {"logement_actuel", 17}, {"motif", 24}, {"travail", 8}, {"situation_familiale", 7}};
        for (const auto& [list, size] : sizes) {
            std::set<std::string> sne;
            for (const CodeEntry& entry : *catalogue().codeList(list)) {
                QVERIFY(!entry.picto.empty());
                sne.insert(entry.sneCode);
            }
            QCOMPARE(sne.size(), size);
        }
    }

    void everyFieldThatIsAskedHasExactlyOnePage() {
        std::multiset<std::string> onPages;
        for (const Question& page : catalogueQuestions()) {
            onPages.insert(page.fields.begin(), page.fields.end());
            if (page.holdsItems())
                onPages.insert(page.collection);
        }
        for (const FieldSpec& field : catalogue().fields()) {
            const std::string collection = field.id.substr(0, field.id.find('['));
            const bool byList = collection == "localisations" || collection == "pieces";
            const std::size_t expected = field.part == "depot" ? 0 : 1;
            QVERIFY2(onPages.count(byList ? collection : field.id) == expected, field.id.c_str());
        }
    }

    void theSixPartsComeInOrder() {
        int last = 1;
        for (const Question& page : catalogueQuestions()) {
            QVERIFY(partNumber(page.part) >= last);
            last = partNumber(page.part);
        }
        QCOMPARE(last, 6);
        QCOMPARE(partNumber("depot"), 0);
    }

    void keysOfTextsAreCompleteAndUnique() {
        const auto keys = allTextKeys();
        QVERIFY(std::is_sorted(keys.begin(), keys.end()));
        for (const char* key :
             {"partie.vous", "question.nom", "aide.nom", "recap.nom", "code.motif.sante",
              "erreur.telephone.court", "manque.champ", "collection.localisations"})
            QVERIFY2(std::binary_search(keys.begin(), keys.end(), key), key);
        QCOMPARE(std::set<std::string>(keys.begin(), keys.end()).size(), keys.size());
    }

    void sentencesSpeakPlainly() {
        for (const std::string& key : allTextKeys()) {
            if (!key.starts_with("erreur.") && !key.starts_with("manque."))
                continue;
            const QString text = QString::fromStdString(messageFor(key + ":1")).toLower();
            QVERIFY(!text.contains("%1"));
            for (const char* word : {"veuillez", "obligatoire", "invalide", "erreur", "échec"})
                QVERIFY2(!text.contains(QString::fromUtf8(word)), key.c_str());
        }
        QCOMPARE(messageFor("erreur.telephone.court:1"),
                 std::string("Il manque 1 chiffre. Un numéro a 10 chiffres."));
        QCOMPARE(messageFor("erreur.telephone.court:2"),
                 std::string("Il manque 2 chiffres. Un numéro a 10 chiffres."));
        QVERIFY(!messageFor("inconnu").empty());
    }
};

QTEST_APPLESS_MAIN(CatalogueTest)
#include "catalogue_test.moc"
