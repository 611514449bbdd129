// SPDX-License-Identifier: GPL-3.0-or-later
// What words say, without reading a picture; and whether the ink of an amount is there.
#include "client/reading/evidence.h"
#include "tests/client/reading_support.h"

#include <QtTest>

using namespace escale;
using namespace escale::reading;
using namespace escale::test;

namespace {

/// Words of lines written "text | text": a bar is a column 40 points away.
std::vector<Word> wordsOf(const std::vector<std::string>& lines, int confidence = 95) {
    std::vector<Word> words;
    for (std::size_t line = 0; line < lines.size(); ++line) {
        int x = 100;
        std::string word;
        const auto end = [&] {
            if (word == "|")
                x += 200;
            else if (!word.empty())
                words.push_back(
                    {word,
                     {x, 100 + 40 * static_cast<int>(line), 14 * static_cast<int>(word.size()), 20},
                     confidence,
                     static_cast<int>(line)});
            if (word != "|")
                x += 14 * static_cast<int>(word.size()) + 10;
            word.clear();
        };
        for (const char letter : lines[line] + " ") {
            if (letter == ' ')
                end();
            else
                word += letter;
        }
    }
    return words;
}

std::optional<std::string> incomeIn(const std::vector<std::string>& lines) {
    const auto words = wordsOf(lines);
    const auto amount = taxIncomeIn(words, segmentsOf(words));
    return amount ? std::optional(amount->digits) : std::nullopt;
}

std::string firstName(const std::vector<std::string>& lines) {
    const auto names = namesIn(segmentsOf(wordsOf(lines)));
    return names.empty() ? std::string() : names.front().value;
}

std::string dateIn(const std::vector<std::string>& lines, Subject subject) {
    for (const Proposal& proposal : datesIn(segmentsOf(wordsOf(lines)))) {
        if (proposal.subject == subject)
            return proposal.value;
    }
    return {};
}

std::string kind(const std::vector<std::string>& lines) {
    return kindOf(segmentsOf(wordsOf(lines)));
}

/// A line « Revenu fiscal de référence : 10091 € » drawn, and the amount as if it had been read.
struct Drawn {
    QImage page = blankPage(210, 30);
    AmountRead amount;
};

Drawn drawnAmount(const QString& digits, int grey = 20) {
    Drawn drawn;
    const QRect label = write(drawn.page, 20, 15, "Revenu fiscal de référence :", 11);
    const QRect box = write(drawn.page, 85, 15, digits, 11, grey);
    const QRect euro = write(drawn.page, 105, 15, "€", 11);
    drawn.amount.digits = digits.toStdString();
    drawn.amount.label = {label.x(), label.y(), label.width(), label.height()};
    drawn.amount.box = {box.x(), box.y(), box.width(), box.height()};
    drawn.amount.before = label.right();
    drawn.amount.next = euro.x();
    drawn.amount.confidence = 96;
    return drawn;
}

bool inkHolds(const Drawn& drawn) {
    const scan::Plane plane = planeOf(drawn.page);
    const cv::Mat grey(plane.height, plane.width, CV_8U,
                       const_cast<std::uint8_t*>(plane.pixels.data()));
    return reading::inkHolds(drawn.amount, grey);
}

} // namespace

class ReadingTextTest : public QObject {
    Q_OBJECT
private slots:
    void theTaxIncomeIsBesideItsLabel() {
        QCOMPARE(incomeIn({"Revenu fiscal de référence : 13614 €"}), std::string("13614"));
        QCOMPARE(incomeIn({"Revenu fiscal de référence ..... 13 614"}), std::string("13614"));
        QCOMPARE(incomeIn({"REVENU FISCAL DE RÉFÉRENCE | 13 614 €"}), std::string("13614"));
        QCOMPARE(incomeIn({"Le revenu fiscal de référence sert à vos droits",
                           "Revenu fiscal de référence : 0 €"}),
                 std::string("0"));
    }

    void whatIsNotAnAmountIsNoIncome() {
        QVERIFY(!incomeIn({"Revenu fiscal de référence"}));
        QVERIFY(!incomeIn({"Revenu fiscal de référence : voir au dos"}));
        QVERIFY(!incomeIn({"Revenu fiscal de référence : 1009l €"}));
        QVERIFY(!incomeIn({"Revenu fiscal de référence : 123456789"}));
        QVERIFY(!incomeIn({"Revenu imposable : 13614 €"}));
    }

    void anAmountKnowsItsNeighbours() {
        const auto words = wordsOf({"Revenu fiscal de référence : 13614 €"});
        const AmountRead amount = *taxIncomeIn(words, segmentsOf(words));
        QCOMPARE(amount.before, words[4].box.x + words[4].box.width);
        QCOMPARE(amount.next, words[6].box.x);
        QCOMPARE(amount.confidence, 95);
    }

    void theInkOfAnAmountIsThere() {
        QVERIFY(inkHolds(drawnAmount("10091")));
        QVERIFY(inkHolds(drawnAmount("0")));
    }

    void aPaleAmountDoesNotHold() { QVERIFY(!inkHolds(drawnAmount("10091", 150))); }

    void aPaleLastDigitDoesNotHold() {
        Drawn drawn = drawnAmount("10091");
        QPainter painter(&drawn.page);
        const Box& box = drawn.amount.box;
        painter.fillRect(QRect(box.x + box.width * 4 / 5, box.y - 4, box.width, box.height + 8),
                         QColor(250, 250, 250, 190));
        painter.end();
        QVERIFY(!inkHolds(drawn));
    }

    void aDigitThatNobodyReadDoesNotHold() {
        Drawn drawn = drawnAmount("10091");
        // Read as « 1009 », the last digit pale; then as « 0091 ».
        drawn.amount.box.width = drawn.amount.box.width * 4 / 5 - 2;
        QVERIFY(!inkHolds(drawn));
        drawn = drawnAmount("10091");
        const int cut = drawn.amount.box.width / 5 + 2;
        drawn.amount.box.x += cut;
        drawn.amount.box.width -= cut;
        QVERIFY(!inkHolds(drawn));
    }

    void namesStandOverAnAddress() {
        QCOMPARE(
            firstName({"Vos références | BERNARD TEST", "N° de rôle : 011 | 12 RUE DES SPECIMENS",
                       "Date : 07/07/2025 | 75000 PARIS"}),
            std::string("BERNARD TEST"));
        QCOMPARE(firstName({"MME DIALLO AMINATA", "CHEZ M MARTIN", "3 IMPASSE DU LAC",
                            "95200 SARCELLES"}),
                 std::string("MME DIALLO AMINATA"));
        QCOMPARE(firstName({"DIRECTION DES FINANCES PUBLIQUES", "10 RUE DU CENTRE", "75000 PARIS"}),
                 std::string());
        QCOMPARE(firstName({"Bonjour à tous", "et bonne lecture"}), std::string());
    }

    void namesStandBesideTheirLabel() {
        QCOMPARE(firstName({"Nom", "MARTIN", "Prénoms", "Maëlys-Gaëlle, Marie"}),
                 std::string("MARTIN Maëlys-Gaëlle, Marie"));
        QCOMPARE(firstName({"Nom : DIALLO", "Prénom : Aminata"}), std::string("DIALLO Aminata"));
        QCOMPARE(firstName({"Locataire : Karim Exemple", "Loyer : 450 €"}),
                 std::string("Karim Exemple"));
    }

    void aNameReadBadlyIsNotProposed() {
        QVERIFY(namesIn(segmentsOf(wordsOf({"BERNARD TEST", "12 RUE DU LAC", "75000 PARIS"}, 40)))
                    .empty());
    }

    void datesAreWhatTheirLabelSays() {
        QCOMPARE(dateIn({"Date d’établissement : 07/07/2025"}, Subject::issued),
                 std::string("2025-07-07"));
        QCOMPARE(dateIn({"Date : 1er septembre 2025"}, Subject::issued), std::string("2025-09-01"));
        QCOMPARE(dateIn({"Née le 13.07.1990 à Paris"}, Subject::birth), std::string("1990-07-13"));
        QCOMPARE(dateIn({"Date de naissance", "13 07 1990"}, Subject::birth),
                 std::string("1990-07-13"));
        QCOMPARE(dateIn({"Date d’expiration | 11 02 2030"}, Subject::validUntil),
                 std::string("2030-02-11"));
        QCOMPARE(dateIn({"Date : 31/02/2025"}, Subject::issued), std::string());
        QCOMPARE(dateIn({"Date de mise en recouvrement : 31/07/2025"}, Subject::issued),
                 std::string());
    }

    void postcodesNeedToBeSure() {
        const std::vector<std::string> address{"KARIM EXEMPLE", "12 RUE DU LAC", "95200 SARCELLES"};
        QCOMPARE(postcodeIn(segmentsOf(wordsOf(address)))->value, std::string("95200"));
        QVERIFY(!postcodeIn(segmentsOf(wordsOf(address, 76))));
        QVERIFY(!postcodeIn(segmentsOf(wordsOf({"Total 95200 euros"}))));
    }

    void documentsAreToldByTheirWords() {
        QCOMPARE(kind({"AVIS D'IMPÔT ÉTABLI EN 2025"}), std::string("avis_imposition"));
        QCOMPARE(kind({"BULLETIN DE PAIE", "Net à payer : 1 450,00"}),
                 std::string("bulletin_salaire"));
        QCOMPARE(kind({"TITRE DE SÉJOUR", "Nationalité : XXX", "Date de naissance"}),
                 std::string("titre_sejour"));
        QCOMPARE(kind({"CARTE NATIONALE D'IDENTITÉ"}), std::string("identite"));
        QCOMPARE(kind({"Quittance de loyer", "du mois de mars"}), std::string("quittance"));
        QCOMPARE(kind({"ATTESTATION D’HÉBERGEMENT"}), std::string("hebergement"));
        QCOMPARE(kind({"Votre facture", "d’électricité"}), std::string("domicile"));
        QCOMPARE(kind({"Liste des courses", "le loyer du mois"}), std::string());
    }

    void findingsGoThroughJson() {
        TextFindings findings;
        findings.kind = "identite";
        findings.proposals = {{Subject::name, "Maëlys « M »", {1, 2, 3, 4}, 91, Source::text},
                              {Subject::birth, "1990-07-13", {5, 6, 7, 8}, 96, Source::text}};
        QVERIFY(decodeFindings(encodeFindings(findings)).value() == findings);
        for (const char* bad :
             {"", "[]", "{}", R"({"nature": "", "propositions": [1]})",
              R"({"nature": "", "propositions": [{"sujet": "autre", "valeur": "x"}]})",
              R"({"nature": "", "propositions": [{"sujet": "nom", "valeur": "x", "x": -1, "y": 0,
                  "largeur": 1, "hauteur": 1}]})"})
            QCOMPARE(decodeFindings(bad).error().code, Errc::malformed);
    }
};

QTEST_MAIN(ReadingTextTest)
#include "reading_text_test.moc"
