// SPDX-License-Identifier: GPL-3.0-or-later
// Each kind of defect of a bareme is named; what is only doubtful is a warning.
#include "tests/shared/cotation_support.h"

#include <QtTest>

#include <algorithm>

using namespace escale;
using namespace escale::cotation;
using namespace escale::cotation::test;

namespace {

QByteArray listed(const std::vector<Remark>& remarks) {
    QByteArray text;
    for (const Remark& remark : remarks)
        text += bytes(remark.text()) + "\n";
    return text;
}

bool names(const std::vector<Remark>& remarks, const QByteArray& where, const QByteArray& member) {
    return std::any_of(remarks.begin(), remarks.end(), [&](const Remark& remark) {
        return bytes(remark.where) == where && bytes(remark.member) == member &&
               !remark.reason.empty();
    });
}

void row(const char* title, const char* from, const char* to, const char* where,
         const char* member) {
    QTest::newRow(title) << QByteArray(from) << QByteArray(to) << QByteArray(where)
                         << QByteArray(member);
}

void headRows() {
    row("mistyped member", "\"version\": 3", "\"version\": 3, \"verison\": 4", "bareme", "verison");
    row("identifier", "\"pays-invente\"", "\"Pays inventé\"", "bareme", "id");
    row("version", "\"version\": 3", "\"version\": 0", "bareme", "version");
    row("date that does not exist", "\"valable_du\": \"2024-01-01\",\n\"sources\"",
        "\"valable_du\": \"2024-02-30\",\n\"sources\"", "bareme", "valable_du");
    row("no title of a source", "\"Délibération inventée\"", "\"\"", "bareme", "sources");
    row("unknown source", "acte: 1\"", "journal: 1\"", "territoire", "source");
    row("source without place", "\"acte: 2\"", "\"acte\"", "dates", "source");
    row("commune code", "2A004", "2a004", "commune 2a004", "insee");
    row("commune twice", "{\"insee\": \"2A004\", \"nom\": \"Ville inventée\"}",
        "{\"insee\": \"2A004\", \"nom\": \"A\"}, {\"insee\": \"2A004\", \"nom\": \"B\"}",
        "territoire", "communes");
    row("no commune", "[{\"insee\": \"2A004\", \"nom\": \"Ville inventée\"}]", "[]", "territoire",
        "communes");
    row("rule of dates", "dernier_jour_du_mois", "au_hasard", "dates", "jour_absent");
    row("rule that is not a boolean", "\"anniversaire_inclus\": true", "\"anniversaire_inclus\": 1",
        "dates", "anniversaire_inclus");
    row("no grid",
        "[{\"code\": \"unique\", \"libelle\": \"Tous\", \"sinon\": true, \"source\": "
        "\"acte: 5\"}]",
        "[]", "bareme", "grilles");
    row("last grid without sinon", "\"sinon\": true", "\"si\": {\"guichet\": \"x\"}",
        "grille unique", "si");
    row("way of combining", "\"maximum\"", "\"moyenne\"", "groupe situation", "combinaison");
    row("group twice", "\"code\": \"attente\"", "\"code\": \"ressources\"", "groupe ressources",
        "code");
    row("cap", "\"plafond\": 12", "\"plafond\": 0", "groupe ressources", "plafond");
}

void parameterRows() {
    row("value that is not a number", "\"valeur\": 1000,", "\"valeur\": \"1000\",",
        "parametre plafond_ressources, valeur n° 1", "valeur");
    row("too many decimals", "1100.5", "1100.51234", "parametre plafond_ressources, valeur n° 2",
        "valeur");
    row("values out of order", "\"valable_du\": \"2025-01-01\"", "\"valable_du\": \"2023-01-01\"",
        "parametre plafond_ressources, valeur n° 2", "valable_du");
    row("no value on the first day", "\"valeur\": 1000, \"valable_du\": \"2024-01-01\"",
        "\"valeur\": 1000, \"valable_du\": \"2024-01-02\"", "parametre plafond_ressources",
        "valeurs");
    row("unknown parameter", "{\"parametre\": \"plafond_ressources\"}",
        "{\"parametre\": \"autre\"}", "notion petites_ressources", "valeur");
    row("notion of itself", "{\"fait\": \"ressources\"}, {\"parametre\"",
        "{\"notion\": \"petites_ressources\"}, {\"parametre\"", "notion petites_ressources",
        "valeur");
    row("notion without words", "\"libelle\": \"Petites ressources\", \"source\": \"acte: 3\"",
        "\"source\": \"acte: 3\"", "notion petites_ressources", "libelle");
}

void conditionRows() {
    row("unknown notion", "{\"notion\": \"petites_ressources\"}", "{\"notion\": \"autre\"}",
        "critere basses", "si");
    row("unknown fact", "[{\"fait\": \"ressources\"}, 500]", "[{\"fait\": \"fortune\"}, 500]",
        "critere tres_basses", "si");
    row("unknown declaration", "{\"declaration\": \"divorce\"}", "{\"declaration\": \"divroce\"}",
        "critere divorce", "si");
    row("unknown operation", "{\"declaration\": \"divorce\"}", "{\"declare\": \"divorce\"}",
        "critere divorce", "si");
    row("number for a condition", "\"si\": {\"declaration\": \"divorce\"}", "\"si\": 1",
        "critere divorce", "si");
    row("condition for a number", "[{\"fait\": \"ressources\"}, 500]",
        "[{\"declaration\": \"divorce\"}, 500]", "critere tres_basses", "si");
    row("comparison of three", "[{\"fait\": \"ressources\"}, 500]",
        "[{\"fait\": \"ressources\"}, 500, 600]", "critere tres_basses", "si");
    row("persons outside of a notion", "{\"declaration\": \"divorce\"}",
        "{\"existe\": {\"qui\": [\"conjoint\"]}}", "critere divorce", "si");
    row("unknown home", "{\"declaration\": \"divorce\"}", "{\"categorie\": [\"chateau\"]}",
        "critere divorce", "si");
    row("unknown place", "{\"declaration\": \"divorce\"}", "{\"logement_dans\": \"region\"}",
        "critere divorce", "si");
    row("empty list", "{\"declaration\": \"divorce\"}", "{\"et\": []}", "critere divorce", "si");
}

void lineRows() {
    row("line twice", "\"code\": \"tres_basses\"", "\"code\": \"basses\"", "critere basses",
        "code");
    row("unknown group", "\"groupe\": \"attente\", \"mode\": \"auto\",\n   \"si\"",
        "\"groupe\": \"autre\", \"mode\": \"auto\",\n   \"si\"", "critere tres_long", "groupe");
    row("unknown mode", "\"mode\": \"declare\",\n   \"si\": {\"declaration\": \"divorce\"}",
        "\"mode\": \"magique\",\n   \"si\": {\"declaration\": \"divorce\"}", "critere divorce",
        "mode");
    row("external without confirmation",
        "\"mode\": \"declare\",\n   \"si\": {\"declaration\": \"divorce\"}",
        "\"mode\": \"externe\",\n   \"si\": {\"declaration\": \"divorce\"}", "critere divorce",
        "confirmation");
    row("unknown grid", "\"points\": {\"unique\": 8}", "\"points\": {\"autre\": 8}",
        "critere divorce", "points");
    row("no points", "\"points\": {\"unique\": 8}", "\"points\": {}", "critere divorce", "points");
    row("points of a criterion below one", "\"points\": {\"unique\": 8}",
        "\"points\": {\"unique\": -8}", "critere divorce", "points");
    row("malus above zero", "{\"unique\": -10}", "{\"unique\": 10}", "malus refus", "points");
    row("malus with a piece", "\"points\": {\"unique\": -10}",
        "\"pieces\": \"avis\", \"points\": {\"unique\": -10}", "malus refus", "pieces");
}

void pointAndPieceRows() {
    row("brackets that overlap", "{\"unique\": 8}",
        "{\"unique\": {\"tranches\": {\"de\": {\"fait\": \"ressources\"}, \"lignes\": ["
        "{\"a_partir_de\": 0, \"moins_de\": 5, \"points\": 1},"
        "{\"a_partir_de\": 4, \"points\": 2}]}}}",
        "critere divorce", "tranches");
    row("empty bracket", "{\"unique\": 8}",
        "{\"unique\": {\"tranches\": {\"de\": {\"fait\": \"ressources\"}, \"lignes\": ["
        "{\"a_partir_de\": 5, \"moins_de\": 5, \"points\": 1}]}}}",
        "critere divorce", "tranches");
    row("period without cap", ", \"plafond\": 40", "", "critere mois", "plafond");
    row("unknown piece",
        "\"pieces\": \"avis\", \"pieces_source\": \"acte: 9\"},\n  {\"code\": \"tres",
        "\"pieces\": \"avsi\", \"pieces_source\": \"acte: 9\"},\n  {\"code\": \"tres",
        "critere basses", "pieces");
    row("pieces badly written", "{\"piece\": \"plainte\", \"fraicheur_mois\": 24}",
        "{\"toutes\": []}", "critere violence", "pieces");
    row("freshness", "\"fraicheur_mois\": 24", "\"fraicheur_mois\": 0", "critere violence",
        "fraicheur_mois");
    row("no word on pieces", "\"source\": \"acte: 8\",\n   \"sans_piece\": \"acte: 8\"",
        "\"source\": \"acte: 8\"", "critere divorce", "sans_piece");
    row("pieces without source", ", \"pieces_source\": \"acte: 8\"", "", "critere violence",
        "pieces_source");
}

} // namespace

class CotationLoaderTest : public QObject {
    Q_OBJECT
private slots:
    void eachDefectIsNamedByPlaceAndMember_data() {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("where");
        QTest::addColumn<QByteArray>("member");
        headRows();
        parameterRows();
        conditionRows();
        lineRows();
        pointAndPieceRows();
    }

    void eachDefectIsNamedByPlaceAndMember() {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, where);
        QFETCH(QByteArray, member);
        QByteArray text = smallBareme();
        const qsizetype at = text.indexOf(from);
        QVERIFY2(at >= 0, "the text to replace is not there");
        text.replace(at, from.size(), to);
        const LoadReport report = inspectBareme(text.toStdString());
        QVERIFY(!report.bareme);
        QVERIFY2(names(report.defects, where, member), listed(report.defects).constData());
        QCOMPARE(loadBareme(text.toStdString()).error().code, Errc::malformed);
    }

    void allDefectsAreFoundAtOnce() {
        const QByteArray text = smallBareme()
                                    .replace("\"maximum\"", "\"moyenne\"")
                                    .replace("{\"unique\": 8}", "{\"unique\": 0}")
                                    .replace("divorce\"}", "divroce\"}");
        const LoadReport report = inspectBareme(text.toStdString());
        QCOMPARE(report.defects.size(), std::size_t{3});
        const Error error = loadBareme(text.toStdString()).error();
        QVERIFY2(error.detail.find("2 autre(s)") != std::string::npos, error.detail.c_str());
    }

    void whatIsNotABaremeIsRefused() {
        QCOMPARE(loadBareme("").error().code, Errc::malformed);
        QCOMPARE(loadBareme("[]").error().code, Errc::malformed);
        QCOMPARE(loadBareme("{\"format\": \"escale-bareme/2\"}").error().code,
                 Errc::unsupportedVersion);
        QCOMPARE(loadBareme(std::string(kMaxJsonBytes + 1, ' ')).error().code, Errc::tooLarge);
        const std::string whole = smallBareme().toStdString();
        for (std::size_t size = 0; size < whole.size(); size += 97)
            QVERIFY(!loadBareme(whole.substr(0, size)));
    }

    void aGridHoldsSixtyFourLinesAndNoMore() {
        for (const int more : {58, 59}) {
            json::value file = parseJson(smallBareme().toStdString()).value();
            json::array& criteria = file.at("criteres").as_array();
            for (int i = 0; i < more - 1; ++i) {
                json::object line = criteria.at(1).as_object();
                line["code"] = "copie_" + std::to_string(i);
                criteria.push_back(line);
            }
            const LoadReport report = inspectBareme(json::serialize(file));
            QCOMPARE(report.bareme.has_value(), more == 58); // 6 lines and a malus already
            QCOMPARE(names(report.defects, "bareme", "criteres"), more != 58);
        }
    }

    void doubtsAreWarningsOfTheBareme() {
        const auto& warnings = roissy().warnings();
        QVERIFY(names(warnings, "critere dalo", "points")); // equalled in mutation
        const QByteArray all = listed(warnings);
        QVERIFY2(all.contains("égalé ou dépassé par caleol dans la grille mutation"), all);
        QVERIFY(all.contains("égalé ou dépassé par anciennete dans la grille mutation"));
        QVERIFY(!all.contains("grille hors_mutation"));
        QVERIFY(names(warnings, "critere parent_isole", "pieces")); // piece assumed
        QVERIFY(names(warnings, "piece declaration_demolition", ""));
        const auto invented = loadBareme(smallBareme().toStdString()).value().warnings();
        QVERIFY(names(invented, "critere divorce", "sans_piece"));
        QVERIFY(names(invented, "critere tres_long", "sans_piece"));
        QVERIFY(names(invented, "parametre plafond_ressources, valeur n° 2", "publie_le"));
        QVERIFY(names(invented, "bareme", "criteres")); // no line is first
    }

    void theRoissyBaremeHasThePointsOfThePlan() {
        const auto grids = roissy().grids();
        QCOMPARE(grids.size(), std::size_t{2});
        QCOMPARE(bytes(grids[0].code), QByteArray("mutation"));
        QCOMPARE(grids[0].maxTotal, 249);
        QCOMPARE(grids[1].maxTotal, 236);
        QCOMPARE(roissy().lines().size(), std::size_t{40});
        QCOMPARE(roissy().validFrom(), (Date{2023, 11, 1}));
        for (const Bareme::Line& line : roissy().lines()) {
            QVERIFY(!line.label.empty());
            QVERIFY2(bytes(line.source).startsWith("plan: "), bytes(line.code));
        }
    }
};

QTEST_APPLESS_MAIN(CotationLoaderTest)
#include "cotation_loader_test.moc"
