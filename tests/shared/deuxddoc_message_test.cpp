// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/deuxddoc/base32.h"
#include "shared/deuxddoc/facts.h"
#include "shared/deuxddoc/message.h"
#include "shared/deuxddoc/vocabulary.h"
#include "tests/shared/deuxddoc_support.h"

#include <QtTest>

using namespace escale;
using namespace escale::deuxddoc;

namespace {

Message sample(const char* name) {
    for (const test::Sample& sample : test::samples()) {
        if (std::string_view(sample.name) == name)
            return parse(sample.text + "\x1FSIGNATURE").value();
    }
    throw std::runtime_error(name);
}

std::string valueOf(const Message& message, const char* id) {
    const Field* field = message.field(id);
    return field == nullptr ? "(absent)" : field->value;
}

std::string_view kHead = "DC04FR00T001FFFF25192801FR";

Message withFields(const std::string& fields) {
    return parse(std::string(kHead) + fields).value();
}

} // namespace

class DeuxDDocMessageTest : public QObject {
    Q_OBJECT
private slots:
    void headersOfTheFourVersions() {
        for (const auto& [name, version, perimeter, country] :
             {std::tuple{"v01 domicile", 1, "01", ""},
              {"v02 facture", 2, "01", ""},
              {"v03 avis", 3, "01", ""},
              {"v04 avis", 4, "01", "FR"}}) {
            const Header header = sample(name).header;
            QCOMPARE(header.version, version);
            QCOMPARE(header.authority, std::string("FR00"));
            QCOMPARE(header.certificate, std::string("T001"));
            QCOMPARE(header.perimeter, std::string(perimeter));
            QCOMPARE(header.country, std::string(country));
            QVERIFY(header.signedOn == (Date{2026, 1, 1}));
        }
        QVERIFY(!sample("v04 avis").header.issued);
        QVERIFY(sample("v02 facture").header.issued == (Date{2026, 1, 1}));
    }

    void fixedFieldsEndByThemselvesAndVariableOnesWithGroupSeparators() {
        const Message message = sample("v04 avis");
        QCOMPARE(message.fields.size(), std::size_t{9});
        QCOMPARE(valueOf(message, "43"), std::string("2,5"));
        QCOMPARE(valueOf(message, "44"), std::string("2527726568184"));
        QCOMPARE(valueOf(message, "45"), std::string("2024"));
        QCOMPARE(valueOf(message, "46"), std::string("MARTIN EXEMPLE"));
        QCOMPARE(valueOf(message, "41"), std::string("13614"));
        QCOMPARE(valueOf(message, "4V"), std::string("-1542"));
        QCOMPARE(message.nature(), std::string("avis_imposition"));
        QCOMPARE(message.signature, std::string("SIGNATURE"));
        QVERIFY(!message.hasAnnex);
        for (const Field& field : message.fields)
            QVERIFY(field.wellFormed && !field.cut);
    }

    void aFixedFieldMayAlsoBeFollowedByASeparator() {
        QCOMPARE(withFields("246900226FR\x1D").fields.size(), std::size_t{2});
        const Message message = withFields("2469002\x1D"
                                           "26FR\x1D"
                                           "18F1");
        QCOMPARE(message.fields.size(), std::size_t{3});
        QCOMPARE(valueOf(message, "24"), std::string("69002"));
        QCOMPARE(valueOf(message, "26"), std::string("FR"));
        QCOMPARE(valueOf(message, "18"), std::string("F1"));
    }

    void aFieldAtItsLongestMayEndWithNothingOrWithASeparator() {
        const std::string longest(38, 'A');
        for (const char* end : {"", "\x1D"}) {
            const Message message = withFields("10" + longest + end + "2469002");
            QCOMPARE(message.fields.size(), std::size_t{2});
            QCOMPARE(valueOf(message, "10"), longest);
            QCOMPARE(valueOf(message, "24"), std::string("69002"));
        }
    }

    void aCutValueSaysSoAndIsNoFact() {
        const Message message = withFields("46MARTIN EXEM\x1E"
                                           "45202");
        QVERIFY(message.field("46")->cut);
        QVERIFY(!message.field("45")->wellFormed);
        QVERIFY(factsOf(message).people.empty());
        QVERIFY(!factsOf(message).incomeYear);
    }

    void whatTheTableDoesNotKnowIsKept() {
        const Message message = sample("v04 autre");
        QCOMPARE(message.nature(), std::string("autre"));
        QCOMPARE(message.typeLabel(), std::string("Document de type Z9"));
        QCOMPARE(valueOf(message, "Z1"), std::string("QUELQUE CHOSE"));
        const Message other = parse("DC04FR00T001FFFF25192802FR41100").value();
        QCOMPARE(other.nature(), std::string("autre"));
    }

    void theAnnexIsNeverRead() {
        const std::string text = std::string(kHead) + "4113614\x1D\x1F"
                                                      "ABCDEFGH\x1D"
                                                      "41999\x1D"
                                                      "46AUTRE NOM\x1D";
        const Message message = parse(text).value();
        QVERIFY(message.hasAnnex);
        QCOMPARE(message.signature, std::string("ABCDEFGH"));
        QCOMPARE(message.fields.size(), std::size_t{1});
        QVERIFY(message.signedText == std::string(kHead) + "4113614\x1D");
        QVERIFY(factsOf(message).taxIncome == 13614);
        QVERIFY(factsOf(message).people.empty());
    }

    void aRawSignatureMayHoldSeparators() {
        const std::string raw("\x1D\x1F\x1E\x00", 4);
        const Message message = parse("DC01FR00T0012519251900"
                                      "10M/EXEMPLE/KARIM\x1D\x1F" +
                                      raw)
                                    .value();
        QCOMPARE(message.signature, raw);
        QVERIFY(!message.hasAnnex);
    }

    void whatIsNotA2DDocIsRefused() {
        const auto codeOf = [](const std::string& text) { return parse(text).error().code; };
        for (const char* bad :
             {"", "DC", "DC0", "XX04FR00T001FFFF25192801FR", "DC04FR00T001FFFF251928",
              "DC03FR00T001FFFF251904", "DC4xFR00T001FFFF25192801FR", "DC04fr00T001FFFF25192801FR",
              "DC04FR00T001FFFF251928\x1FX",
              "DC04FR00T0\x1D"
              "1FFFF25192801FR",
              "https://example.fr"})
            QCOMPARE(codeOf(bad), Errc::malformed);
        for (const char* version : {"00", "05", "99"})
            QCOMPARE(codeOf("DC" + std::string(version) + "FR00T001FFFF25192801FR"),
                     Errc::unsupportedVersion);
        QCOMPARE(codeOf(std::string(kHead) + std::string(kMaxMessageBytes, 'A')), Errc::tooLarge);
        std::string many(kHead);
        for (std::size_t at = 0; at <= kMaxFields; ++at)
            many += "26FR";
        QCOMPARE(codeOf(many), Errc::tooLarge);
    }

    void factsOfATaxNotice() {
        const DocumentFacts facts = factsOf(sample("v04 avis"));
        QVERIFY(facts.taxIncome == 13614);
        QVERIFY(facts.incomeYear == 2024);
        QCOMPARE(facts.people, std::vector<std::string>{"MARTIN EXEMPLE"});
        QCOMPARE(facts.street, std::string("12 RUE DES SPECIMENS"));
        QCOMPARE(facts.postcode, std::string("75000"));
        QCOMPARE(facts.town, std::string("PARIS"));
    }

    void factsOfAHome() {
        const DocumentFacts facts = factsOf(sample("v04 domicile"));
        QCOMPARE(facts.people, std::vector<std::string>{"M EXEMPLE KARIM"});
        QCOMPARE(facts.postcode, std::string("69002"));
        QCOMPARE(facts.town, std::string("LYON"));
        QVERIFY(facts.issued == (Date{2026, 1, 1}));
        QCOMPARE(factsOf(sample("v02 facture")).people,
                 std::vector<std::string>{"SPECIMEN NATACHA"});
    }

    void factsOfAnIdentity() {
        const DocumentFacts facts = factsOf(sample("v03 identite"));
        QCOMPARE(facts.people, std::vector<std::string>{"SPECIMEN NATACHA"});
        QVERIFY(facts.birth == (Date{1988, 7, 17}));
        const DocumentFacts zone = factsOf(sample("v04 bande"));
        QCOMPARE(zone.people, std::vector<std::string>{"SPECIMEN NATACHA MARIE"});
        QVERIFY(zone.birth == (Date{1988, 7, 17}));
    }

    void machineZonesOfTheThreeSizes() {
        const auto padded = [](std::string text, std::size_t size) {
            text.resize(size, '<');
            return text;
        };
        const std::string card = padded("IDFRAX4RTBPFW46", 30) + padded("9007138F3002119FRA", 30) +
                                 padded("MARTIN<<MAELYS<GAELLE", 30);
        const std::string passport =
            padded("P<FRAMARTIN<<MAELYS<GAELLE", 44) + padded("20AD123451FRA9007138F3002119", 44);
        const std::string visa =
            padded("I<UTOMARTIN<<MAELYS<GAELLE", 36) + padded("D231458907UTO9007138F3002119", 36);
        for (const std::string& zone : {card, passport, visa}) {
            const DocumentFacts facts = factsOfMachineZone(zone, 2026);
            QCOMPARE(facts.people, std::vector<std::string>{"MARTIN MAELYS GAELLE"});
            QVERIFY(facts.birth == (Date{1990, 7, 13}));
        }
        QVERIFY(factsOfMachineZone(card, 2026).people == factsOfMachineZone(card, 1989).people);
        QVERIFY(factsOfMachineZone("TROP COURT", 2026) == DocumentFacts{});
    }

    void amounts() {
        QVERIFY(eurosIn("13 614 €") == 13614);
        QVERIFY(eurosIn("1234,56") == 1234);
        QVERIFY(eurosIn("0") == 0);
        for (const char* bad : {"", "€", "-12", "12A", "99999999999"})
            QVERIFY(!eurosIn(bad));
    }

    void base32HasOneSpelling() {
        const Bytes bytes{0x00, 0xFF, 0x10, 0x80, 0x7F, 0x01, 0x02};
        for (std::size_t size = 0; size <= bytes.size(); ++size) {
            const Bytes part(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
            QCOMPARE(fromBase32(toBase32(part)).value(), part);
        }
        QCOMPARE(toBase32(asBytes("foobar")), std::string("MZXW6YTBOI"));
        for (const char* bad : {"A", "MZ1W", "mzxw6", "MZXW6YTBOJ", "MZX", "MZXW6==="})
            QVERIFY2(!fromBase32(bad), bad);
    }

    void theTableIsSound() {
        QVERIFY(fieldShape("41") != nullptr && !fieldShape("41")->max);
        QVERIFY(fieldShape("44")->fixed());
        QVERIFY(fieldShape("??") == nullptr);
        for (const char* type : {"00", "01", "04", "28", "07", "08"})
            QVERIFY(typeShape(type) != nullptr);
    }
};

QTEST_GUILESS_MAIN(DeuxDDocMessageTest)
#include "deuxddoc_message_test.moc"
