// SPDX-License-Identifier: GPL-3.0-or-later
// Cases scored by hand: those of the project, and those of a folder named by ESCALE_FIXTURES.
#include "tests/shared/cotation_support.h"

#include <QDir>
#include <QtTest>

using namespace escale;
using namespace escale::cotation;
using namespace escale::cotation::test;

namespace {

/// What is told apart between the expected lines and those found; empty when all agree.
QByteArray differences(const std::map<std::string, std::string>& wanted, const Note& note) {
    QByteArray text;
    const auto found = declaredLines(note);
    for (const auto& [code, line] : wanted)
        if (const auto at = found.find(code); at == found.end() || at->second != line)
            text += bytes(code + " : attendu " + line + ", trouvé " +
                          (at == found.end() ? "rien" : at->second) + "; ");
    for (const auto& [code, line] : found)
        if (!wanted.contains(code))
            text += bytes(code + " : en trop, " + line + "; ");
    return text;
}

Commune communeNamed(std::string_view name) {
    for (const std::string& insee : roissy().communes())
        if (roissy().communeName(insee) == name)
            return Commune(insee);
    return Commune("75056"); // Paris, or anywhere outside
}

} // namespace

class CotationCasesTest : public QObject {
    Q_OBJECT
private slots:
    void everyHandMadeCaseIsScoredLineByLine_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("index");
        const QDir dir(QStringLiteral(ESCALE_TEST_DATA "/cotation"));
        for (const QString& name : dir.entryList({"*.json"}, QDir::Files, QDir::Name)) {
            const json::value file = readJsonFile(dir.filePath(name));
            int index = 0;
            for (const json::value& item : file.at("cas").as_array()) {
                const std::string title = jsonString(item.as_object(), "titre").value();
                QTest::newRow((name + ": " + QString::fromStdString(title)).toUtf8())
                    << dir.filePath(name) << index++;
            }
        }
    }

    void everyHandMadeCaseIsScoredLineByLine() {
        QFETCH(QString, file);
        QFETCH(int, index);
        const json::value all = readJsonFile(file);
        const json::object& item =
            all.at("cas").as_array().at(static_cast<std::size_t>(index)).as_object();
        Facts facts =
            item.contains("faits") ? factsFrom(item.at("faits").as_object()) : basePerson();
        if (item.contains("pieces"))
            addPieces(item.at("pieces").as_array(), facts);
        const Note note = evaluate(roissy(), facts, Commune(jsonStringOr(item, "commune")),
                                   *parseIsoDate(jsonString(item, "date").value()));
        const json::object& expected = item.at("attendu").as_object();
        std::map<std::string, std::string> lines;
        for (const auto& entry : expected.at("lignes").as_object())
            lines[std::string(entry.key())] = std::string(entry.value().as_string());
        QCOMPARE(differences(lines, note), QByteArray());
        QCOMPARE(bytes(note.grid), bytes(jsonString(expected, "grille").value()));
        QCOMPARE(bytes(note.exclusion), bytes(jsonStringOr(expected, "exclusion")));
        QCOMPARE(note.totalRetenu, static_cast<int>(jsonInt(expected, "retenu").value()));
        QCOMPARE(note.totalValide, static_cast<int>(jsonInt(expected, "valide").value()));
        QCOMPARE(note.totalPotentiel, static_cast<int>(jsonInt(expected, "potentiel").value()));
        if (expected.contains("change_le"))
            QCOMPARE(bytes(note.nextChangeOn.iso()),
                     bytes(jsonString(expected, "change_le").value()));
        if (expected.contains("inconnus"))
            for (const json::value& code : expected.at("inconnus").as_array()) {
                const LineResult* line = findLine(note, code.as_string());
                QVERIFY2(line && line->state == State::unknown, code.as_string().c_str());
                QCOMPARE(line->retained, 0);
            }
    }

    void everyLineOfTheBaremeGivesPointsInSomeCaseOfEachGrid() {
        std::map<std::string, int> seen; // code -> bit per grid
        const QDir dir(QStringLiteral(ESCALE_TEST_DATA "/cotation"));
        for (const QString& name : dir.entryList({"*.json"}, QDir::Files)) {
            const json::value file = readJsonFile(dir.filePath(name));
            for (const json::value& item : file.at("cas").as_array()) {
                const json::object& expected = item.at("attendu").as_object();
                const bool mutation = jsonString(expected, "grille").value() == "mutation";
                for (const auto& entry : expected.at("lignes").as_object())
                    seen[std::string(entry.key())] |= mutation ? 1 : 2;
            }
        }
        for (const Bareme::Line& line : roissy().lines())
            for (std::size_t grid = 0; grid < 2; ++grid)
                if (line.maxPoints[grid])
                    QVERIFY2((seen[std::string(line.code)] & (grid == 0 ? 1 : 2)) != 0,
                             bytes(line.code).constData());
    }
};

/// Replays cotation-cases.json (format cotation-cases/1) of the folder ESCALE_FIXTURES. Registered
/// only when that variable is set: the project passes its tests without the folder.
class CotationFixturesTest : public QObject {
    Q_OBJECT
private slots:
    void everyCaseOfTheSharedFixturesIsScoredLineByLine_data() {
        QTest::addColumn<int>("index");
        load();
        int index = 0;
        for (const json::value& item : m_file.at("cas").as_array())
            QTest::newRow(jsonString(item.as_object(), "id").value().c_str()) << index++;
    }

    void everyCaseOfTheSharedFixturesIsScoredLineByLine() {
        QFETCH(int, index);
        const json::object& item =
            m_file.at("cas").as_array().at(static_cast<std::size_t>(index)).as_object();
        Facts facts = fixtureFacts(item.at("faits").as_object());
        addPieces(item.at("pieces").as_array(), facts);
        const Note note =
            evaluate(roissy(), facts, communeNamed(item.at("commune_demandee").as_string()),
                     *parseIsoDate(item.at("date_calcul").as_string()));
        const json::object& expected = item.at("attendu").as_object();
        std::map<std::string, std::string> lines;
        for (const auto& entry : expected.at("points").as_object())
            lines[std::string(entry.key())] =
                std::to_string(entry.value().at("points").as_int64()) + " " +
                std::string(entry.value().at("statut").as_string());
        QCOMPARE(differences(lines, note), QByteArray());
        QCOMPARE(bytes(note.grid), bytes(item.at("grille").as_string()));
        QCOMPARE(note.totalRetenu, static_cast<int>(expected.at("total_retenu").as_int64()));
        QCOMPARE(note.totalValide, static_cast<int>(expected.at("total_valide").as_int64()));
        QCOMPARE(note.totalPotentiel, static_cast<int>(expected.at("total_potentiel").as_int64()));
    }

private:
    void load() {
        m_file = readJsonFile(qEnvironmentVariable("ESCALE_FIXTURES") + "/cotation-cases.json");
    }

    static void addPerson(Role role, const json::value& person, json::array& persons) {
        if (!person.is_null())
            persons.emplace_back(json::object{{"role", name(role)},
                                              {"naissance", person.at("naissance").as_string()}});
    }

    static Facts fixtureFacts(const json::object& faits) {
        json::array persons;
        addPerson(Role::demandeur, faits.at("demandeur"), persons);
        addPerson(Role::conjoint, faits.at("conjoint"), persons);
        for (const json::value& person : faits.at("personnes_a_charge").as_array())
            addPerson(Role::enfantACharge, person, persons);
        for (std::int64_t i = 0; i < faits.at("autres_personnes").as_int64(); ++i)
            persons.emplace_back(json::object{{"role", "autre"}});
        const json::object& home = faits.at("logement").as_object();
        json::array work;
        for (const json::value& place : faits.at("travail").as_array())
            work.emplace_back(
                json::object{{"qui", place.at("personne")},
                             {"commune", communeNamed(place.at("commune").as_string()).insee()}});
        return factsFrom({{"depot", faits.at("date_depot")},
                          {"personnes", persons},
                          {"logement",
                           {{"categorie", home.at("categorie")},
                            {"commune", communeNamed(home.at("commune").as_string()).insee()},
                            {"surface", home.at("surface_m2")},
                            {"pieces", home.at("pieces")},
                            {"loyer", home.at("loyer_charges")},
                            {"aide", home.at("aide_logement")}}},
                          {"travail", work},
                          {"ressources", faits.at("ressources_mensuelles")},
                          {"declare", faits.at("declarations")},
                          {"guichet", faits.at("activations_guichet")},
                          {"com_dalo", faits.at("com_dalo")}});
    }

    json::value m_file;
};

int main(int argc, char** argv) {
    CotationCasesTest cases;
    const int failures = QTest::qExec(&cases, argc, argv);
    if (!qEnvironmentVariableIsSet("ESCALE_FIXTURES")) {
        qInfo("ESCALE_FIXTURES is not set: the shared fixtures are not replayed");
        return failures;
    }
    CotationFixturesTest fixtures;
    return failures + QTest::qExec(&fixtures, argc, argv);
}

#include "cotation_cases_test.moc"
