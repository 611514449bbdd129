// SPDX-License-Identifier: GPL-3.0-or-later
// Real pages of printed text, read by the real program.
#include "client/reading/text_process.h"
#include "tests/client/reading_support.h"

#include <QElapsedTimer>
#include <QtTest>

#include <thread>

using namespace escale;
using namespace escale::reading;
using namespace escale::test;

namespace {

QImage noticePage() {
    QImage page = blankPage();
    write(page, 60, 25, "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES", 11);
    write(page, 60, 40, "AVIS D'IMPÔT ÉTABLI EN 2025", 15);
    write(page, 20, 60, "Numéro fiscal (déclarant 1) : 3022714825376", 10);
    write(page, 20, 67, "Date d'établissement : 07/07/2025", 10);
    write(page, 115, 75, "BERNARD LUCIE", 12);
    write(page, 115, 82, "12 RUE DES SPECIMENS", 12);
    write(page, 115, 89, "75002 PARIS", 12);
    write(page, 20, 160, "Conservez cet avis : il peut vous être demandé par un bailleur.", 9);
    return page;
}

const Proposal* proposal(const TextFindings& text, Subject subject) {
    for (const Proposal& proposal : text.proposals) {
        if (proposal.subject == subject)
            return &proposal;
    }
    return nullptr;
}

QRect rectOf(const Box& box) {
    return {box.x, box.y, box.width, box.height};
}

} // namespace

class ReadingProcessTest : public QObject {
    Q_OBJECT
private slots:
    void aNoticeIsReadWithThePlaces() {
        QImage page = noticePage();
        write(page, 20, 145, "Revenu fiscal de référence :", 11);
        const QRect amount = write(page, 85, 145, "10091", 11);
        write(page, 103, 145, "€", 11);
        const TextFindings text = readTextApart(planeOf(page), kPageDpi).value();
        QCOMPARE(text.kind, std::string("avis_imposition"));
        QVERIFY(proposal(text, Subject::taxIncome) != nullptr);
        QCOMPARE(proposal(text, Subject::taxIncome)->value, std::string("10091"));
        QVERIFY(rectOf(proposal(text, Subject::taxIncome)->box).intersects(amount));
        QCOMPARE(proposal(text, Subject::name)->value, std::string("BERNARD LUCIE"));
        QCOMPARE(proposal(text, Subject::issued)->value, std::string("2025-07-07"));
        QCOMPARE(proposal(text, Subject::postcode)->value, std::string("75002"));
    }

    void aPageUpsideDownIsReadToo() {
        const QImage page = noticePage()
                                .transformed(QTransform().rotate(180))
                                .convertToFormat(QImage::Format_Grayscale8);
        const TextFindings text = readTextApart(planeOf(page), kPageDpi).value();
        QVERIFY(proposal(text, Subject::name) != nullptr);
        QCOMPARE(proposal(text, Subject::name)->value, std::string("BERNARD LUCIE"));
        QVERIFY(proposal(text, Subject::name)->box.y > page.height() / 2);
    }

    void aPageOnItsSideIsReadWhenTheCodeToldHow_data() {
        QTest::addColumn<int>("turn");
        for (const int turn : {1, 2, 3})
            QTest::addRow("%d quarter turns", turn) << turn;
    }
    void aPageOnItsSideIsReadWhenTheCodeToldHow() {
        QFETCH(int, turn);
        QImage upright = noticePage();
        const QRect name = write(upright, 115, 120, "X");
        const QTransform turns = QTransform().rotate(-90 * turn);
        const QImage page = upright.transformed(turns).convertToFormat(QImage::Format_Grayscale8);
        TextOptions options;
        options.turn = turn;
        const TextFindings text = readTextApart(planeOf(page), kPageDpi, options).value();
        const Proposal* found = proposal(text, Subject::name);
        QVERIFY(found != nullptr);
        QCOMPARE(found->value, std::string("BERNARD LUCIE"));
        // « BERNARD LUCIE » is at 115 mm, 75 mm of the upright page.
        const QTransform placed = QImage::trueMatrix(turns, upright.width(), upright.height());
        const QRect expected =
            placed.mapRect(QRect(dots(115), dots(75) - name.height(), dots(40), name.height()));
        QVERIFY(rectOf(found->box).intersects(expected));
    }

    /// A reflection eats the end of the amount little by little: what is left reads perfectly.
    void anAmountEatenByAReflectionIsNeverShortened() {
        for (int burnt = 0; burnt <= 100; burnt += 20) {
            QImage page = noticePage();
            write(page, 20, 145, "Revenu fiscal de référence :", 11);
            const QRect amount = write(page, 85, 145, "10091", 11);
            const int last = amount.left() + amount.width() * 4 / 5;
            const int all = 250 - (250 - 20) * (100 - burnt) / 100;
            for (int y = amount.top(); y <= amount.bottom(); ++y) {
                for (int x = last - amount.width() / 5; x <= amount.right() + 2; ++x) {
                    const double share = std::clamp(
                        (x - (last - amount.width() / 5)) / (amount.width() / 5.0), 0.0, 1.0);
                    uchar& grey = page.scanLine(y)[x];
                    grey = static_cast<uchar>(std::max<double>(grey, 20 + share * (all - 20)));
                }
            }
            const TextFindings text = readTextApart(planeOf(page), kPageDpi).value();
            const Proposal* income = proposal(text, Subject::taxIncome);
            QVERIFY2(income == nullptr || income->value == "10091",
                     income == nullptr ? "" : income->value.c_str());
        }
    }

    void aBlankPageSaysNothing() {
        const TextFindings text = readTextApart(planeOf(blankPage(60, 60)), kPageDpi).value();
        QVERIFY(text.proposals.empty());
        QCOMPARE(text.kind, std::string());
    }

    void withoutItsProgramNothingIsRead() {
        TextOptions options;
        options.program = "/nulle/part";
        QCOMPARE(readTextApart(planeOf(blankPage(60, 60)), kPageDpi, options).error().code,
                 Errc::notFound);
        QCOMPARE(readTextApart({}, kPageDpi).error().code, Errc::invalidArgument);
    }

    void aReaderThatEndsBadlyHarmsNobody() {
        TextOptions options;
        for (const char* program : {"/bin/false", "/bin/true", "/bin/echo"}) {
            options.program = program;
            QVERIFY(!readTextApart(planeOf(noticePage()), kPageDpi, options));
        }
    }

    void aReadingCanBeGivenUp() {
        TextOptions options;
        options.program = "/bin/sleep"; // without its argument it ends at once
        QVERIFY(!readTextApart(planeOf(blankPage(60, 60)), kPageDpi, options));
        std::atomic<bool> cancelled{true};
        options = {};
        options.cancelled = &cancelled;
        QCOMPARE(readTextApart(planeOf(noticePage()), kPageDpi, options).error().code,
                 Errc::timeout);
        options = {};
        options.timeoutMs = 1;
        QCOMPARE(readTextApart(planeOf(noticePage()), kPageDpi, options).error().code,
                 Errc::timeout);
    }
};

QTEST_MAIN(ReadingProcessTest)
#include "reading_process_test.moc"
