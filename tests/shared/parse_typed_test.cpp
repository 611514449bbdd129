// SPDX-License-Identifier: GPL-3.0-or-later
#include "dossier_support.h"
#include "shared/rules/rules.h"

#include <QtTest>

using namespace escale;
using namespace escale::test;

namespace {

Result<Value> parse(const char* field, std::string_view typed) {
    return parseTyped(*catalogue().find(field), typed, kToday, catalogue());
}

std::string text(const char* field, std::string_view typed) {
    const auto value = parse(field, typed);
    return value ? toText(*value) : "! " + value.error().detail;
}

} // namespace

class ParseTypedTest : public QObject {
    Q_OBJECT
private slots:
    void telephonesLoseTheirSpacing_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        const std::pair<const char*, const char*> rows[] = {
            {"06 12 34 56 78", "0612345678"},
            {"06.12.34.56.78", "0612345678"},
            {"06-12-34-56-78", "0612345678"},
            {"+33 6 12 34 56 78", "0612345678"},
            {"+33 (0)6 12 34 56 78", "0612345678"},
            {"0033612345678", "0612345678"},
            {"+213 555 12 34 56", "+213555123456"},
            {"06 12 34 56 7", "! erreur.telephone.court:1"},
            {"0612345678 90", "! erreur.telephone.long:2"},
            {"+33 6 12", "! erreur.telephone.court:6"},
            {"six", "! erreur.telephone.signes"},
            {"6123456789", "! erreur.telephone.debut"},
            {"+12", "! erreur.telephone"},
            {"06\u00A012 34 56 78", "0612345678"},
            {"n_en_a_pas", "! erreur.reponse"},
            {"", ""},
        };
        for (const auto& [typed, expected] : rows)
            QTest::newRow(typed) << QString(typed) << QString(expected);
    }

    void telephonesLoseTheirSpacing() {
        QFETCH(QString, typed);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(text("demandeur.telephone", typed.toStdString())),
                 expected);
    }

    void aNirKeepsOnlyItsSigns() {
        const std::string nir = "2840375123456" + std::to_string(97 - 2'840'375'123'456 % 97);
        QCOMPARE(text("demandeur.nir", nir), nir);
        QCOMPARE(text("demandeur.nir", "2 84 03 75 123 456 " + nir.substr(13)), nir);
        QCOMPARE(text("demandeur.nir", nir.substr(0, 13)), std::string("! erreur.nir.court:2"));
        QCOMPARE(text("demandeur.nir", nir + "1"), std::string("! erreur.nir.long:1"));
        QCOMPARE(text("demandeur.nir", "284037512345600"), std::string("! erreur.nir.cle"));
        QCOMPARE(text("demandeur.nir", "deux"), std::string("! erreur.nir.signes"));
        QCOMPARE(text("demandeur.nir", "n_en_a_pas"), std::string("n_en_a_pas"));
        QCOMPARE(text("demandeur.nir", "ne_sait_pas"), std::string("! erreur.reponse"));
    }

    void amountsAreWholeEuros() {
        const std::pair<const char*, const char*> rows[] = {
            {"650", "650"},
            {"1 250,90 €", "1250"},
            {"1.250", "1250"},
            {"1250.5", "1250"},
            {"1.250,99", "1250"},
            {"0", "0"},
            {"1\u202F250 €", "1250"},
            {"six cents", "! erreur.nombre"},
            {"-5", "! erreur.nombre"},
            {"1,2,3", "! erreur.nombre"},
            {"1,234", "! erreur.nombre"},
            {"€", "! erreur.nombre"},
            {"99999999999999999999", "! erreur.nombre"},
            {"20001", "! erreur.nombre.grand:20000"},
            {"ne_sait_pas", "ne_sait_pas"},
        };
        for (const auto& [typed, expected] : rows)
            QCOMPARE(text("logement_actuel.loyer", typed), std::string(expected));
    }

    void namesAreKeptAsTheyAreWritten() {
        const char* field = "demandeur.nom";
        QCOMPARE(text(field, "  DE La O’Brien-Ñandú "), std::string("DE La O’Brien-Ñandú"));
        QCOMPARE(text(field, "بن عروس"), std::string("بن عروس"));
        QCOMPARE(text(field, "Nadia 🏠"), std::string("! erreur.nom"));
        QCOMPARE(text(field, "Nadia2"), std::string("! erreur.nom"));
        QCOMPARE(text(field, "a\x01z"), std::string("! erreur.texte.signes"));
        QCOMPARE(text(field, "a\xFFz"), std::string("! erreur.texte.signes"));
        std::string hundred;
        for (int i = 0; i < 100; ++i)
            hundred += "é";
        QCOMPARE(text(field, hundred), hundred);
        QCOMPARE(text(field, hundred + "é"), std::string("! erreur.texte.long:100"));
        QCOMPARE(text(field, ""), std::string());
    }

    void datesAreReadAndChecked() {
        const char* field = "demandeur.naissance";
        QCOMPARE(text(field, "1/3/82"), std::string("1982-03-01"));
        QCOMPARE(text(field, "01 03 1982"), std::string("1982-03-01"));
        QCOMPARE(text(field, "21/11/2026"), std::string("2026-11-21"));
        QCOMPARE(text(field, "22/11/2026"), std::string("! erreur.date.future"));
        QCOMPARE(text(field, "30/02/1990"), std::string("! erreur.date"));
        QCOMPARE(text(field, "31/12/1899"), std::string("! erreur.date"));
        QCOMPARE(text(field, "1/1/1900"), std::string("1900-01-01"));
        QCOMPARE(text(field, "mars"), std::string("! erreur.date"));
    }

    void choicesAreCodesOfTheList() {
        QCOMPARE(text("demandeur.civilite", "mme"), std::string("mme"));
        QCOMPARE(text("demandeur.civilite", "Mme"), std::string("! erreur.choix"));
        QCOMPARE(text("motifs", "sante, expulsion,sante"), std::string("expulsion,sante"));
        QCOMPARE(text("motifs", "sante,autre chose"), std::string("! erreur.choix"));
        QCOMPARE(text("motifs", ","), std::string("! erreur.choix"));
        QCOMPARE(text("foyer.conjoint", "oui"), std::string("oui"));
        QCOMPARE(text("foyer.conjoint", "peut-être"), std::string("! erreur.oui_non"));
        QCOMPARE(text("pieces[].pages", "b,a,b"), std::string("b,a,b"));
    }

    void townsAreNamedOrCoded() {
        const char* field = "localisations[].commune";
        QCOMPARE(text(field, "42218"), std::string("42218"));
        QCOMPARE(text(field, "2A004"), std::string("2A004"));
        QCOMPARE(text(field, "st etienne"), std::string("42218"));
        QCOMPARE(text(field, "Atlantide"), std::string("! erreur.commune.inconnue"));
        QCOMPARE(text(field, "sarc"), std::string("! erreur.commune.inconnue"));
        QCOMPARE(text("demandeur.adresse.code_postal", "42 000"), std::string("42000"));
        QCOMPARE(text("demandeur.adresse.code_postal", "4200"),
                 std::string("! erreur.code_postal"));
    }

    void emailsAreCheckedLoosely() {
        const char* field = "demandeur.courriel";
        for (const char* good : {"nadia@exemple.fr", "a+b@c.d.e", "é@exemple.fr"})
            QCOMPARE(text(field, good), std::string(good));
        for (const char* bad : {"nadia", "@exemple.fr", "nadia@exemple", "a b@exemple.fr",
                                "a@b@c.fr", "a@.fr", "a@b."})
            QCOMPARE(text(field, bad), std::string("! erreur.courriel"));
        QCOMPARE(text(field, std::string(250, 'a') + "@b.fr"), std::string("! erreur.courriel"));
        QCOMPARE(text(field, "n_en_a_pas"), std::string("n_en_a_pas"));
    }

    void numbersHaveBounds() {
        const char* field = "logement_actuel.personnes";
        QCOMPARE(text(field, " 3 "), std::string("3"));
        QCOMPARE(text(field, "0"), std::string("! erreur.nombre.petit:1"));
        QCOMPARE(text(field, "31"), std::string("! erreur.nombre.grand:30"));
        QCOMPARE(text(field, "3.5"), std::string("! erreur.nombre"));
        QCOMPARE(text(field, "trois"), std::string("! erreur.nombre"));
    }

    void numbersWrittenInGroupsAreJoined() {
        QCOMPARE(text("reference", "4829 1570 3642"), std::string("482915703642"));
        QCOMPARE(text("demande.numero_unique", "999 01 26 000001 gtest"),
                 std::string("9990126000001GTEST"));
        QCOMPARE(text("demande.numero_unique", "999"), std::string("! erreur.texte.court"));
    }

    void numbersWithAKeyAreChecked() {
        const char* siret = "demandeur.travail.siret";
        QCOMPARE(text(siret, "732 829 320 00074"), std::string("73282932000074"));
        QCOMPARE(text(siret, "732.829.320-00074"), std::string("73282932000074"));
        QCOMPARE(text(siret, "73282932000075"), std::string("! erreur.chiffres.cle"));
        QCOMPARE(text(siret, "7328293200007"), std::string("! erreur.chiffres.court:1"));
        QCOMPARE(text(siret, "732829320000745"), std::string("! erreur.chiffres.long:1"));
        QCOMPARE(text(siret, "73282932A00074"), std::string("! erreur.chiffres.signes"));
        QCOMPARE(text(siret, "ne_sait_pas"), std::string("ne_sait_pas"));
        QCOMPARE(text("logement_actuel.bailleur_siren", "732 829 320"), std::string("732829320"));
        QVERIFY(hasLuhnKey("35600000000048") && hasLuhnKey("35600000049837")); // La Poste
        QVERIFY(!hasLuhnKey("") && !hasLuhnKey("12a"));
    }

    void whatIsParsedPassesTheCheckOfTheWire() {
        Seeded random(11);
        const char* samples[] = {
            "06 12 34 56 78", "oui",   "1 250,5",    "mme", "1/3/82", "é’- a", "42218",
            "st etienne",     "t2,t1", "n_en_a_pas", "🏠",   "",       "12 345"};
        for (int i = 0; i < 4000; ++i) {
            const auto& fields = catalogue().fields();
            const FieldSpec& field = fields[random.below(static_cast<unsigned>(fields.size()))];
            std::string typed = samples[random.below(std::size(samples))];
            if (random.oneIn(3))
                typed += static_cast<char>(random.below(256));
            const auto value = parseTyped(field, typed, kToday, catalogue());
            if (value)
                QVERIFY(checkValue(field, *value, catalogue()).has_value());
            else
                QVERIFY(messageFor(value.error().detail) != messageFor("inconnu"));
        }
    }
};

QTEST_APPLESS_MAIN(ParseTypedTest)
#include "parse_typed_test.moc"
