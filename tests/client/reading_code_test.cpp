// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/reading/read_page.h"
#include "tests/client/reading_support.h"
#include "tests/support/deuxddoc_authority.h"

#include <QtTest>

using namespace escale;
using namespace escale::reading;
using namespace escale::test;
using deuxddoc::Verdict;

namespace {

constexpr Date kToday{2026, 5, 1};

/// The same symbol in every run: a signature is not.
std::string sameCode() {
    std::string code = noticeText() + '\x1F';
    for (int at = 0; at < 103; ++at)
        code += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[(at * 7 + at * at) % 32];
    return code;
}

/// A page with its text, and the symbol where an avis d'imposition has it.
QImage noticePage(const std::string& code, double moduleMm = 0.5) {
    QImage page = blankPage();
    write(page, 60, 30, "DIRECTION GENERALE DES FINANCES PUBLIQUES", 12);
    for (int line = 0; line < 20; ++line)
        write(page, 20, 60 + 8 * line, "Ligne d’information complémentaire : 426 € par an", 8);
    drawSymbol(page, 15, 248, code, moduleMm);
    return page;
}

const Proposal* proposal(const ReadPage& read, Subject subject) {
    for (const Proposal& proposal : read.proposals) {
        if (proposal.subject == subject)
            return &proposal;
    }
    return nullptr;
}

} // namespace

class ReadingCodeTest : public QObject {
    Q_OBJECT
private:
    DeuxDDocAuthority m_authority{"FR00"};
    deuxddoc::CertificateBundle m_bundle;
    std::string m_code;

    ReadPage read(const QImage& page) const {
        return readPage(planeOf(page), kPageDpi, {&m_bundle, kToday}).value();
    }

private slots:
    void initTestCase() {
        m_authority.issue("T001");
        m_bundle =
            deuxddoc::CertificateBundle::fromFiles(m_authority.files({2026, 3, 1}, {2026, 9, 1}))
                .value();
        m_code = m_authority.complete("T001", noticeText());
    }

    void aCodeIsFoundReadAndVerified() {
        const ReadPage page = read(noticePage(m_code));
        QVERIFY(page.code);
        QCOMPARE(page.code->raw, m_code);
        QCOMPARE(page.code->verification.verdict, Verdict::verified);
        QCOMPARE(page.kind, std::string("avis_imposition"));
        QCOMPARE(proposal(page, Subject::taxIncome)->value, std::string("13614"));
        QCOMPARE(proposal(page, Subject::taxIncome)->source, Source::code);
        QCOMPARE(proposal(page, Subject::name)->value, std::string("MARTIN EXEMPLE"));
        QCOMPARE(proposal(page, Subject::postcode)->value, std::string("75000"));
        const Box& box = page.code->box;
        QVERIFY(QRect(box.x, box.y, box.width, box.height)
                    .contains(QPoint(dots(15 + 12), dots(248 + 12))));
    }

    void aCodeIsFoundWhateverTheSideUp_data() {
        QTest::addColumn<int>("turn");
        QTest::addColumn<double>("module");
        for (const int turn : {0, 90, 180, 270}) {
            for (const double module : {0.35, 0.5, 0.8})
                QTest::addRow("%d degrees, %.2f mm", turn, module) << turn << module;
        }
    }
    void aCodeIsFoundWhateverTheSideUp() {
        QFETCH(int, turn);
        QFETCH(double, module);
        const QImage page = noticePage(sameCode(), module)
                                .transformed(QTransform().rotate(turn))
                                .convertToFormat(QImage::Format_Grayscale8);
        if (qEnvironmentVariableIsSet("DUMP"))
            page.save(QString("/tmp/codes/t_%1_%2.png").arg(turn).arg(module));
        const ReadPage found = read(page);
        QVERIFY(found.code);
        QCOMPARE(found.code->raw, sameCode());
    }

    void aCodeOnCrumpledPaperIsRead_data() {
        QTest::addColumn<double>("mm");
        QTest::addColumn<int>("turn");
        for (const double mm : {0.5, 0.9, 1.2}) {
            for (const int turn : {0, 180})
                QTest::addRow("%.1f mm, %d degrees", mm, turn) << mm << turn;
        }
    }
    void aCodeOnCrumpledPaperIsRead() {
        QFETCH(double, mm);
        QFETCH(int, turn);
        const QImage page = crumpled(noticePage(sameCode()), mm)
                                .transformed(QTransform().rotate(turn))
                                .convertToFormat(QImage::Format_Grayscale8);
        const ReadPage found = read(page);
        QVERIFY(found.code);
        QCOMPARE(found.code->raw, sameCode());
    }

    /// Version 01 has raw bytes in the symbol.
    void aRawSignatureIsReadByteByByte() {
        const std::string code = m_authority.complete("T001", "DC01FR00T0012519251900"
                                                              "10M/EXEMPLE/KARIM\x1D"
                                                              "22145 AVENUE DES SPECIMENS\x1D"
                                                              "246900225LYON\x1D"
                                                              "26FR");
        const ReadPage page = read(noticePage(code));
        QVERIFY(page.code);
        QCOMPARE(page.code->raw, code);
        QCOMPARE(page.code->verification.verdict, Verdict::verified);
        QCOMPARE(page.kind, std::string("domicile"));
    }

    void aPaleCodeIsRead() {
        QImage page = blankPage();
        drawSymbol(page, 15, 248, m_code, 0.5, 150);
        QVERIFY(read(page).code);
    }

    void aPageWithoutCodeHasNone() {
        QVERIFY(!read(blankPage()).code);
        QImage page = blankPage();
        for (int line = 0; line < 60; ++line)
            write(page, 15, 15 + 4.5 * line,
                  "Texte serré qui remplit toute la page sans laisser de blanc entre les lignes",
                  11);
        const ReadPage text = read(page);
        QVERIFY(!text.code && !text.refused && text.proposals.empty());
        QCOMPARE(text.kind, std::string());
    }

    void anotherSymbolIsSaidToBeOne() {
        const ReadPage page = read(noticePage("HTTPS://EXEMPLE.FR/PAGE/12345678901234567890"));
        QVERIFY(!page.code);
        QVERIFY(page.refused);
        QCOMPARE(page.refused->code, Errc::malformed);
        QVERIFY(page.proposals.empty());
    }

    void whatAnAlteredCodeSaysIsNotProposed() {
        std::string changed = m_code;
        changed.replace(changed.find("4113614"), 7, "4110614");
        const ReadPage page = read(noticePage(changed));
        QVERIFY(page.code);
        QCOMPARE(page.code->verification.verdict, Verdict::altered);
        QVERIFY(page.proposals.empty());
    }

    void withoutCertificatesTheCodeIsReadAndNotVerifiable() {
        const ReadPage page =
            readPage(planeOf(noticePage(m_code)), kPageDpi, {nullptr, kToday}).value();
        QCOMPARE(page.code->verification.verdict, Verdict::unverifiable);
        QCOMPARE(proposal(page, Subject::taxIncome)->value, std::string("13614"));
    }

    void theCodeWinsOverTheText() {
        ReadPage page = read(noticePage(m_code));
        TextFindings text;
        text.kind = "quittance";
        text.proposals = {{Subject::taxIncome, "1361", {1, 2, 3, 4}, 96, Source::text},
                          {Subject::birth, "1990-07-13", {1, 2, 3, 4}, 90, Source::text}};
        addText(page, text);
        QCOMPARE(page.kind, std::string("avis_imposition"));
        QCOMPARE(proposal(page, Subject::taxIncome)->value, std::string("13614"));
        QCOMPARE(proposal(page, Subject::birth)->value, std::string("1990-07-13"));
        QCOMPARE(std::count_if(page.proposals.begin(), page.proposals.end(),
                               [](const Proposal& p) { return p.subject == Subject::taxIncome; }),
                 1);
    }

    /// A true code pasted on another page.
    void whatThePageSaysOtherwiseThanItsCodeIsSaid() {
        const auto disagreements = [&](const TextFindings& text) {
            ReadPage page = read(noticePage(m_code));
            addText(page, text);
            return page.disagreements;
        };
        const Box box{1, 2, 3, 4};
        QVERIFY(disagreements({"",
                               {{Subject::name, "M Exemple Martin", box, 90, Source::text},
                                {Subject::taxIncome, "13614", box, 90, Source::text},
                                {Subject::postcode, "75000", box, 90, Source::text}}})
                    .empty());
        QCOMPARE(disagreements({"", {{Subject::taxIncome, "9614", box, 90, Source::text}}}),
                 std::vector<Subject>{Subject::taxIncome});
        QCOMPARE(disagreements({"", {{Subject::name, "DURAND PAUL", box, 90, Source::text}}}),
                 std::vector<Subject>{Subject::name});
    }

    void pagesThatAreNoneAreRefused() {
        const deuxddoc::Trust trust{&m_bundle, kToday};
        QCOMPARE(readPage({}, kPageDpi, trust).error().code, Errc::invalidArgument);
        QCOMPARE(readPage({10, 10, std::vector<std::uint8_t>(99)}, kPageDpi, trust).error().code,
                 Errc::invalidArgument);
        QCOMPARE(readPage({-1, -1, {1}}, kPageDpi, trust).error().code, Errc::invalidArgument);
        const scan::Plane small{4, 4, std::vector<std::uint8_t>(16, 255)};
        QCOMPARE(readPage(small, 0, trust).error().code, Errc::invalidArgument);
        QVERIFY(!readPage(small, kPageDpi, trust).value().code);
        const scan::Plane thin{1, 3000, std::vector<std::uint8_t>(3000, 0)};
        QVERIFY(!readPage(thin, kPageDpi, trust).value().code);
    }

    void aPageOfNoiseHasNoCode() {
        scan::Plane noise{800, 1100, {}};
        std::uint32_t state = 12345;
        for (int at = 0; at < noise.width * noise.height; ++at) {
            state = state * 1664525U + 1013904223U;
            noise.pixels.push_back(static_cast<std::uint8_t>(state >> 24));
        }
        QVERIFY(!readPage(noise, kPageDpi, {&m_bundle, kToday}).value().code);
    }
};

QTEST_MAIN(ReadingCodeTest)
#include "reading_code_test.moc"
