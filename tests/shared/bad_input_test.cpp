// SPDX-License-Identifier: GPL-3.0-or-later
// What people may type by mistake or on purpose: taken as it is, or refused with what to do.
#include "dossier_support.h"
#include "shared/rules/rules.h"
#include "shared/rules/together.h"

#include <QtTest>

using namespace escale;
using namespace escale::test;

namespace {

Result<Value> parse(const FieldSpec& field, std::string_view typed) {
    return parseTyped(field, typed, kToday, catalogue());
}

std::string text(const char* field, std::string_view typed) {
    const auto value = parse(*catalogue().find(field), typed);
    return value ? toText(*value) : "! " + value.error().detail;
}

std::string repeated(std::string_view piece, int times) {
    std::string all;
    for (int i = 0; i < times; ++i)
        all += piece;
    return all;
}

/// Nothing here is what any field of digits, codes or dates waits for.
std::vector<std::string> strange() {
    return {repeated("a", 10'000),
            repeated("é", 10'000),
            repeated("9", 10'000),
            repeated("🏠", 2'500),
            "🏠",
            "👨‍👩‍👧‍👦",
            "محمد",
            "Нікітенко",
            "阮氏明",
            "Nguyễn Thị Ánh",
            "a\u202Eb",
            "\u200F",
            "\uFEFF",
            std::string("a\0b", 3),
            "a\nb\tc",
            "\xFF\xFE",
            "\xC3",
            "' ; DROP TABLE dossiers ; --",
            "<b>gras</b>",
            "&eacute;",
            "%1 %2 %s %n",
            "../../etc/passwd",
            "=1+1",
            "null",
            "NaN",
            "1e9",
            "-1",
            "0x41",
            "١٢٣٤",
            "１２３４５",
            "9223372036854775808",
            "31/02/2020",
            "//",
            ";;;"};
}

Dossier parentAndChild(const char* adult, const char* child) {
    Dossier dossier;
    put(dossier, "demandeur.naissance", adult);
    put(dossier, item("personnes_a_charge", 1), true);
    put(dossier, item("personnes_a_charge", 1) + ".naissance", child);
    put(dossier, item("personnes_a_charge", 1) + ".lien", "enfant");
    return dossier;
}

std::string together(const Dossier& dossier, const std::string& path) {
    const auto result = checkTogether(dossier, path);
    return result ? "" : result.error().detail;
}

} // namespace

class BadInputTest : public QObject {
    Q_OBJECT
private slots:
    void everyFieldTakesOrRefusesWithASentence() {
        const std::string unknown = messageFor("inconnu");
        for (const FieldSpec& field : catalogue().fields())
            for (const std::string& typed : strange()) {
                const auto value = parse(field, typed);
                if (value)
                    QVERIFY2(checkValue(field, *value, catalogue()).has_value(), field.id.c_str());
                else
                    QVERIFY2(messageFor(value.error().detail) != unknown, field.id.c_str());
            }
    }

    void amountsAndNumbersTakeNothingElseThanDigits() {
        for (const FieldSpec& field : catalogue().fields()) {
            if (field.type != FieldType::amount && field.type != FieldType::integer)
                continue;
            for (const char* typed :
                 {"abc", "12abc", "1O0", "-1", "1e3", "0x10", "+5", "🏠", "9999999999999999999999"})
                QVERIFY2(!parse(field, typed), (field.id + " " + typed).c_str());
        }
    }

    void daysThatExistAndDaysThatDoNot() {
        const std::pair<const char*, const char*> rows[] = {
            {"29/02/2024", "2024-02-29"},
            {"29/02/2000", "2000-02-29"},
            {"29/02/2023", "! erreur.date"},
            {"29/02/1900", "! erreur.date"},
            {"31/04/1990", "! erreur.date"},
            {"00/01/1990", "! erreur.date"},
            {"01/00/1990", "! erreur.date"},
            {"01/13/1990", "! erreur.date"},
            {"32/01/1990", "! erreur.date"},
            {"1/1/0000", "! erreur.date"},
            {"1/1/99999", "! erreur.date"},

            {"29/02/84", "1984-02-29"},
            {"29 02 2023", "! erreur.date"},
            {"22/11/2026", "! erreur.date.future"},
        };
        for (const auto& [typed, expected] : rows)
            QCOMPARE(QString::fromStdString(text("demandeur.naissance", typed)), QString(expected));
    }

    void namesOfEveryScriptAreKeptSignBySign() {
        for (const char* name :
             {"محمد الأمين", "Нікітенко-Лі", "阮氏明",   "Nguyễn Thị Ánh", "Nguye\u0302\u0303n",
              "ՀԱՅԿ",        "გიორგი",       "ዮሐንስ",     "ⵢⴰⵏⵉⵙ",          "नादिया",
              "தமிழ்ச்செல்வி",  "Ñandú",        "O’Connor", "D'Almeida",      "Mac Intyre",
              "İpek",        "Þór",          "Ştefan",   "Œuvrard",        "N'Guessan"})
            QCOMPARE(text("demandeur.nom", name), std::string(name));
        for (const char* name : {"🏠", "Lina🏠", "2", "Lina 2", "-", "'", "Lina_", "Li;na", "a@b"})
            QCOMPARE(text("demandeur.nom", name), std::string("! erreur.nom"));
        QCOMPARE(text("demandeur.nom", repeated("a", 10'000)),
                 std::string("! erreur.texte.long:100"));
    }

    void theKeyOfANirIsChecked() {
        const auto nir = [](const std::string& start, std::int64_t number) {
            return start + (97 - number % 97 < 10 ? "0" : "") + std::to_string(97 - number % 97);
        };
        const std::string mainland = nir("2840375123456", 2'840'375'123'456);
        const std::string south = nir("184032A004123", 1'840'319'004'123);
        const std::string north = nir("184032B033123", 1'840'318'033'123);
        for (const auto& good : {mainland, south, north})
            QCOMPARE(text("demandeur.nir", good), good);
        std::string lower = south;
        lower[6] = 'a';
        QCOMPARE(text("demandeur.nir", lower), south);
        for (std::string bad : {mainland, south, north}) {
            bad[12] = bad[12] == '9' ? '0' : static_cast<char>(bad[12] + 1);
            QCOMPARE(text("demandeur.nir", bad), std::string("! erreur.nir.cle"));
        }
        QCOMPARE(text("demandeur.nir", "184032C00412300"), std::string("! erreur.nir.signes"));
    }

    void corsicanCodesAreCodes() {
        const char* field = "localisations[].commune";
        QCOMPARE(text(field, "2A004"), std::string("2A004"));
        QCOMPARE(text(field, "ajaccio"), std::string("2A004"));
        QCOMPARE(text(field, "Bastia 20200"), std::string("2B033"));
        QCOMPARE(text(field, "2C004"), std::string("! erreur.commune.inconnue"));
    }

    void aTownOfManyNamesakesAsksForItsPostcode() {
        const char* field = "localisations[].commune";
        QCOMPARE(text(field, "Saint-Denis"), std::string("! erreur.commune.plusieurs"));
        QCOMPARE(text(field, "Saint-Denis 93200"), std::string("93066"));
    }

    void aChildIsNotOlderThanItsParents() {
        const std::string child = item("personnes_a_charge", 1);
        const Dossier good = parentAndChild("1985-03-14", "2017-09-02");
        for (const char* path : {"demandeur.naissance", "demandeur.nom"})
            QCOMPARE(together(good, path), std::string());
        QCOMPARE(together(good, child + ".naissance"), std::string());
        for (const char* born : {"1985-03-14", "1984-01-01"}) {
            const Dossier bad = parentAndChild("1985-03-14", born);
            QCOMPARE(together(bad, child + ".naissance"), std::string("erreur.date.enfant"));
            QCOMPARE(together(bad, child + ".lien"), std::string("erreur.date.enfant"));
            QCOMPARE(together(bad, "demandeur.naissance"), std::string("erreur.date.parent"));
            QCOMPARE(together(bad, child + ".prenom"), std::string());
        }
    }

    void whoIsNotAChildMayBeOlder() {
        Dossier dossier = parentAndChild("1985-03-14", "1950-01-01");
        const std::string person = item("personnes_a_charge", 1) + ".naissance";
        QVERIFY(!together(dossier, person).empty());
        put(dossier, item("personnes_a_charge", 1) + ".lien", "parent");
        QCOMPARE(together(dossier, person), std::string());
        put(dossier, item("personnes_a_charge", 1) + ".lien", Value());
        QCOMPARE(together(dossier, person), std::string());
    }

    void theChildOfTheOtherAdultMayBeOlderThanThePerson() {
        Dossier dossier = parentAndChild("1985-03-14", "1984-01-01");
        const std::string person = item("personnes_a_charge", 1) + ".naissance";
        put(dossier, item("codemandeurs", 2) + ".nom", "Essai");
        QCOMPARE(together(dossier, person), std::string());
        put(dossier, item("codemandeurs", 2) + ".naissance", "1960-05-05");
        QCOMPARE(together(dossier, person), std::string());
        put(dossier, item("codemandeurs", 2) + ".naissance", "1990-05-05");
        QCOMPARE(together(dossier, person), std::string("erreur.date.enfant"));
        QCOMPARE(together(dossier, item("codemandeurs", 2) + ".naissance"),
                 std::string("erreur.date.parent"));
    }
};

QTEST_APPLESS_MAIN(BadInputTest)
#include "bad_input_test.moc"
