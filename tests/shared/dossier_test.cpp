// SPDX-License-Identifier: GPL-3.0-or-later
#include "dossier_support.h"
#include "shared/dossier/check.h"
#include "shared/dossier/text.h"

#include <QtTest>

using namespace escale;
using namespace escale::test;

namespace {

FieldSpec spec(FieldType type) {
    FieldSpec field;
    field.id = "essai";
    field.type = type;
    return field;
}

bool takes(const FieldSpec& field, const Value& value) {
    return checkValue(field, value, catalogue()).has_value();
}

} // namespace

class DossierTest : public QObject {
    Q_OBJECT
private slots:
    void everyKindOfValueSurvivesJson() {
        const Value values[] = {Value(),
                                true,
                                false,
                                std::int64_t{-12},
                                std::string("né à « L’Haÿ » 🏠"),
                                TextList{"b", "a"},
                                TextList{},
                                Marker::doNotKnow,
                                Marker::none};
        for (const Value& value : values)
            QVERIFY(*valueFromJson(toJson(value)) == value);
        QCOMPARE(toText(Marker::none), std::string("n_en_a_pas"));
        QCOMPARE(toText(TextList{"a", "b"}), std::string("a,b"));
        QCOMPARE(toText(Value(false)), std::string("non"));
    }

    void otherJsonIsNotAValue() {
        for (const char* text :
             {"1.5", "{}", R"({"etat":"peut_etre"})", R"({"etat":1})", "[1]", R"([["a"]])",
              R"({"etat":"ne_sait_pas","x":1})", "18446744073709551615"})
            QCOMPARE(valueFromJson(*parseJson(text)).error().code, Errc::malformed);
    }

    void pathsAreCanonicalOrRefused() {
        const std::string id = uuid(7);
        for (const std::string& text :
             {std::string("demandeur.nom"), "localisations[" + id + "]",
              "localisations[" + id + "].commune", "codemandeurs[" + id + "].travail.situation"})
            QCOMPARE(parsePath(text)->str(), text);
        QCOMPARE(parsePath("a[" + id + "].b.c")->pattern(), std::string("a[].b.c"));
        for (const std::string& text :
             {std::string(), std::string("."), std::string("a."), std::string(".a"),
              std::string("a..b"), std::string("A"), std::string("é"), std::string("a b"),
              std::string("a[]"), std::string("a[1].b"), "a[" + id, "a[" + id + "]b",
              "a[" + id + "].", "[" + id + "]", "a.b[" + id + "]", "a[" + id + "][" + id + "]",
              std::string(201, 'a')})
            QCOMPARE(parsePath(text).error().code, Errc::unknownField);
    }

    void anItemIsThereUntilItIsRemoved() {
        Dossier dossier;
        put(dossier, item("localisations", 1) + ".commune", "42218");
        put(dossier, item("localisations", 2), true);
        put(dossier, item("localisations", 3) + ".commune", "42001");
        put(dossier, item("localisations", 3), false);
        put(dossier, item("localisations", 4) + ".commune", Value());
        put(dossier, item("localisations_bis", 5), true);
        const std::vector<std::string> expected{uuid(1), uuid(2)};
        QVERIFY(dossier.items("localisations") == expected);
    }

    void itemsFollowTheirRankThenTheirCreation() {
        Dossier dossier;
        for (const unsigned n : {1U, 2U, 3U, 4U})
            put(dossier, item("localisations", n), true);
        put(dossier, item("localisations", 3) + ".rang", std::int64_t{1});
        put(dossier, item("localisations", 1) + ".rang", std::int64_t{2});
        const std::vector<std::string> expected{uuid(3), uuid(1), uuid(2), uuid(4)};
        QVERIFY(dossier.items("localisations") == expected);
    }

    void stagesHaveOneWordEach() {
        for (const auto stage :
             {DossierStage::draft, DossierStage::deposited, DossierStage::toDecide,
              DossierStage::toCorrect, DossierStage::forwarding, DossierStage::registered})
            QCOMPARE(*stageFromName(stageName(stage)), stage);
        QVERIFY(!stageFromName("fini"));
    }

    void theKeyOfANirIsChecked() {
        // Invented: 13 digits, and 97 minus their remainder.
        QVERIFY(isValidNir("284037512345640"));
        QVERIFY(!isValidNir("284037512345639"));
        QVERIFY(!isValidNir("28403751234564"));
        QVERIFY(!isValidNir("2840375123456O6"));
        for (const auto& [departement, digits] : {std::pair{"2A", "19"}, std::pair{"2B", "18"}}) {
            const std::string number = std::string("28403") + digits + "123456";
            const auto key = 97 - std::stoll(number) % 97;
            const std::string text = (key < 10 ? "0" : "") + std::to_string(key);
            QVERIFY(isValidNir(std::string("28403") + departement + "123456" + text));
        }
    }

    void communesOfCorsicaAreCommunes() {
        for (const char* code : {"42218", "2A004", "2B033", "97105", "01001"})
            QVERIFY(isCommuneCode(code));
        for (const char* code : {"2C001", "4221", "422188", "2a004", "00001", "A2004", ""})
            QVERIFY(!isCommuneCode(code));
    }

    void namesAreOfAnyScriptAndNothingElse() {
        for (const char* name : {"O’Brien", "D'Été", "Nguyễn", "Ōkawa", "Jean-Luc", "بن عروس",
                                 "Мария", "Łukasz", "陈", "Ka‌waii", "de la Ó"})
            QVERIFY2(isPersonName(name), name);
        for (const char* name : {"Nadia2", "Nadia🏠", "Nadia\n", "a@b", "-", "’", "№", "a/b", "<b>",
                                 "\xFF", "a\u202Eb", "٣"})
            QVERIFY2(!isPersonName(name), name);
        QVERIFY(!isPersonName(std::string_view("a\0b", 3)));
    }

    void eachTypeRefusesTheValuesOfOthers() {
        const std::pair<FieldType, Value> good[] = {
            {FieldType::text, "abc"},
            {FieldType::integer, std::int64_t{3}},
            {FieldType::amount, std::int64_t{0}},
            {FieldType::date, "1988-03-14"},
            {FieldType::boolean, true},
            {FieldType::list, TextList{"b", "a"}},
            {FieldType::phone, "0612345678"},
            {FieldType::email, "a@b.fr"},
            {FieldType::commune, "2A004"},
            {FieldType::postcode, "42000"},
        };
        for (const auto& [type, value] : good) {
            QVERIFY(takes(spec(type), value));
            QVERIFY(takes(spec(type), Value()));
            QVERIFY(!takes(spec(type), Marker::none));
            QVERIFY(!takes(spec(type), Marker::doNotKnow));
        }
        QVERIFY(!takes(spec(FieldType::text), true));
        QVERIFY(!takes(spec(FieldType::text), std::int64_t{1}));
        QVERIFY(!takes(spec(FieldType::integer), "1"));
        QVERIFY(!takes(spec(FieldType::boolean), "oui"));
        QVERIFY(!takes(spec(FieldType::date), "1988-02-30"));
        QVERIFY(!takes(spec(FieldType::text), TextList{"a"}));
        QVERIFY(!takes(spec(FieldType::list), "a"));
    }

    void boundsOfTextsAndNumbersHold() {
        FieldSpec name = spec(FieldType::text);
        name.max = 3;
        QVERIFY(takes(name, "été"));
        QCOMPARE(checkValue(name, "étés", catalogue()).error().detail,
                 std::string("erreur.texte.long:3"));
        for (const char* bad : {" a", "a ", "a\tb", "\xC3", "a\nb"})
            QVERIFY(!takes(spec(FieldType::text), bad));
        QVERIFY(takes(spec(FieldType::longText), "a\nb"));
        QVERIFY(takes(spec(FieldType::longText), std::string(kMaxTextBytes, 'a')));
        QCOMPARE(
            checkValue(spec(FieldType::longText), std::string(kMaxTextBytes + 1, 'a'), catalogue())
                .error()
                .code,
            Errc::tooLarge);
        FieldSpec number = spec(FieldType::integer);
        number.min = 1;
        number.max = 30;
        QVERIFY(takes(number, std::int64_t{1}) && takes(number, std::int64_t{30}));
        QVERIFY(!takes(number, std::int64_t{0}) && !takes(number, std::int64_t{31}));
        QVERIFY(!takes(spec(FieldType::list), TextList(kMaxListEntries + 1, "a")));
        QVERIFY(!takes(spec(FieldType::list), TextList{std::string(kMaxListTextBytes + 1, 'a')}));
    }

    void setsOfCodesAreSortedAndKnown() {
        const FieldSpec& motifs = *catalogue().find("motifs");
        QVERIFY(takes(motifs, TextList{"expulsion", "sante"}));
        QVERIFY(!takes(motifs, TextList{"sante", "expulsion"}));
        QVERIFY(!takes(motifs, TextList{"sante", "sante"}));
        QVERIFY(!takes(motifs, TextList{"inconnu"}));
        QVERIFY(!takes(motifs, TextList{}));
        QVERIFY(!takes(*catalogue().find("demandeur.civilite"), "mlle"));
    }

    void foldingForgetsCaseAccentsAndHyphens() {
        QCOMPARE(foldName("SAINT-Étienne"), std::string("saint etienne"));
        QCOMPARE(foldName("  L'Haÿ-les-Roses "), std::string("l hay les roses"));
        QCOMPARE(foldName("Ste Œuvre"), std::string("sainte oeuvre"));
        QCOMPARE(foldName("E\u0301vry"), std::string("evry"));
        QCOMPARE(foldName("St"), std::string("saint"));
    }
};

QTEST_APPLESS_MAIN(DossierTest)
#include "dossier_test.moc"
