// SPDX-License-Identifier: GPL-3.0-or-later
// A plan that may be read otherwise: the other reading is another text of the barème, never other
// code. Cases in tests/data/cotation/lectures/cas.json (format cotation-cases/1).
#include "shared/cotation/case_file.h"
#include "shared/position/rank.h"
#include "tests/shared/cotation_support.h"

#include <QtTest>

#include <functional>
#include <map>

using namespace escale;
using namespace escale::cotation;
using namespace escale::cotation::test;

namespace {

constexpr const char* kCases = ESCALE_TEST_DATA "/cotation/lectures/cas.json";

json::object& criterion(json::value& bareme, std::string_view code) {
    for (json::value& line : bareme.at("criteres").as_array())
        if (line.at("code").as_string() == code)
            return line.as_object();
    qFatal("ligne inconnue : %s", bytes(code).constData());
}

/// Of these lines only the best counts.
void onlyBest(json::value& bareme, std::initializer_list<std::string_view> codes) {
    const std::string group = "mieux_" + std::string(*codes.begin());
    bareme.at("groupes").as_array().push_back({{"code", group},
                                               {"libelle", "L'une ou l'autre"},
                                               {"combinaison", "maximum"},
                                               {"source", "lecture: autre"}});
    for (const std::string_view code : codes)
        criterion(bareme, code)["groupe"] = group;
}

void homes(json::value& bareme, std::string_view code,
           std::initializer_list<std::string_view> words) {
    criterion(bareme, code)["si"] =
        json::object{{"categorie", json::array(words.begin(), words.end())}};
}

using Change = std::function<void(json::value&)>;

const std::map<std::string, Change>& readings() {
    static const std::map<std::string, Change> all{
        {"commune_epci_exclusifs",
         [](json::value& b) {
             onlyBest(b, {"habite_epci", "habite_commune"});
             onlyBest(b, {"travaille_epci", "travaille_commune"});
         }},
        {"bissextile_1er_mars",
         [](json::value& b) { b.at("dates").as_object()["jour_absent"] = "jour_suivant"; }},
        {"seul_9m2",
         [](json::value& b) {
             json::value& least = b.at("notions").at("surface_minimale").at("valeur").at("min");
             least.at(1).at("max").at(0) = 9;
         }},
        {"agees_exclusif_effort",
         [](json::value& b) {
             onlyBest(b, {"effort", "agees_difficulte"});
         }},
        {"act_est_transition",
         [](json::value& b) {
             homes(b, "transition", {"structure_hebergement", "act"});
         }},
        {"hotel_est_loge", [](json::value& b) { homes(b, "sans_logement", {"sans_abri"}); }},
        {"parents_sont_tiers",
         [](json::value& b) {
             homes(b, "tiers", {"heberge_tiers", "heberge_parents"});
         }},
        {"dalo_label_exclusifs",
         [](json::value& b) {
             onlyBest(b, {"dalo", "label"});
         }},
        {"valide_survit_expiration",
         [](json::value& b) { b.at("dates").as_object()["expiration_retire_valide"] = false; }},
        {"handicap_pieces_et",
         [](json::value& b) {
             criterion(b, "handicap")["pieces"] = {
                 {"toutes", {"carte_invalidite", "justificatif_adaptation"}}};
         }},
        {"commune_choix1_partout",
         [](json::value& b) {
             criterion(b, "habite_commune")["si"] = {{"logement_dans", "premier_choix"}};
             criterion(b, "travaille_commune")["si"] = {{"travail_dans", "premier_choix"}};
         }},
    };
    return all;
}

Bareme readOtherwise(const std::string& option) {
    json::value text = parseJson(roissyPaysDeFrance()).value();
    readings().at(option)(text);
    const LoadReport report = inspectBareme(json::serialize(text));
    if (!report.bareme)
        qFatal("%s : %s", option.c_str(), report.defects.front().text().c_str());
    return *report.bareme;
}

std::map<std::string, std::string> expectedLines(const json::value& item) {
    std::map<std::string, std::string> lines;
    for (const auto& entry : item.at("attendu").at("points").as_object())
        lines[std::string(entry.key())] = std::to_string(entry.value().at("points").as_int64()) +
                                          " " + std::string(entry.value().at("statut").as_string());
    return lines;
}

} // namespace

class CotationReadingsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        m_file = readJsonFile(QString::fromUtf8(kCases));
        m_cases = readCases(json::serialize(m_file), roissy()).value();
        QVERIFY(m_cases.cases.size() >= 14);
    }

    void everyCaseHasItsLinesAndTotals() {
        for (std::size_t i = 0; i < m_cases.cases.size(); ++i) {
            const Case& one = m_cases.cases[i];
            const json::value& item = m_file.at("cas").at(i);
            const Note note = evaluate(roissy(), one.facts, one.asked, one.date);
            const QByteArray id = bytes(one.id);
            QVERIFY2(declaredLines(note) == expectedLines(item), id);
            const json::value& wanted = item.at("attendu");
            QVERIFY2(note.totalRetenu == wanted.at("total_retenu").as_int64(), id);
            QVERIFY2(note.totalValide == wanted.at("total_valide").as_int64(), id);
            QVERIFY2(note.totalPotentiel == wanted.at("total_potentiel").as_int64(), id);
            QCOMPARE(bytes(note.grid), bytes(wanted.at("grille").as_string()));
            const auto warned = jsonIntOr(item.as_object(), "avertissements", 0);
            QVERIFY2(static_cast<std::int64_t>(one.warnings.size()) == warned, id);
        }
    }

    void anotherReadingIsAnotherTextOfTheBareme() {
        std::size_t tried = 0;
        for (std::size_t i = 0; i < m_cases.cases.size(); ++i)
            for (const json::value& other : m_file.at("cas").at(i).at("alternatives").as_array()) {
                const std::string option(other.at("option").as_string());
                const Case& one = m_cases.cases[i];
                const Note note = evaluate(readOtherwise(option), one.facts, one.asked, one.date);
                const auto wanted = other.at("total_retenu").as_int64();
                QVERIFY2(note.totalRetenu == wanted, bytes(one.id + " " + option));
                ++tried;
            }
        QCOMPARE(tried, readings().size()); // each reading has its case
    }

    void placesAreCounted() {
        QCOMPARE(m_cases.ranks.size(), std::size_t{2});
        for (std::size_t i = 0; i < m_cases.ranks.size(); ++i) {
            const json::value& wanted = m_file.at("rangs").at(i);
            const auto rank = position::rankOf(m_cases.ranks[i].notes, m_cases.ranks[i].mine);
            QCOMPARE(rank.rank, wanted.at("rang").as_int64());
            QCOMPARE(rank.ties, wanted.at("ex_aequo").as_int64());
            QCOMPARE(rank.of, wanted.at("sur").as_int64());
            QCOMPARE(rank.above, wanted.at("au_dessus").as_int64());
            QCOMPARE(rank.below, wanted.at("au_dessous").as_int64());
        }
    }

    void aCaseThatCannotBeScoredSaysWhy() {
        const auto read = [](std::string_view text) { return readCases(text, roissy()); };
        QCOMPARE(read("{}").error().code, Errc::malformed);
        QCOMPARE(read("{\"schema\": \"cotation-cases/2\", \"cas\": []}").error().code,
                 Errc::malformed);
        const CaseFile file =
            read("{\"schema\": \"cotation-cases/1\", \"cas\": [3, {\"id\": \"X\", "
                 "\"date_calcul\": \"2026-02-30\", \"faits\": {}}, {\"id\": \"Y\", "
                 "\"date_calcul\": \"2026-02-28\", \"faits\": {}}]}")
                .value();
        QCOMPARE(file.cases.size(), std::size_t{3});
        QVERIFY(!file.cases[0].refusal.empty());
        QVERIFY(file.cases[1].refusal.find("date_calcul") != std::string::npos);
        QVERIFY(file.cases[2].refusal.empty()); // nothing is known: nothing is given
        const Note note =
            evaluate(roissy(), file.cases[2].facts, file.cases[2].asked, file.cases[2].date);
        QCOMPARE(note.totalPotentiel, 0);
        QVERIFY(!note.gridKnown);
    }

private:
    json::value m_file;
    CaseFile m_cases;
};

QTEST_APPLESS_MAIN(CotationReadingsTest)
#include "cotation_readings_test.moc"
