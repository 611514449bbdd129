// SPDX-License-Identifier: GPL-3.0-or-later
// Printing through a real CUPS of our own, on the loopback, whose printer is a file.
#include "client/papers/cups_printer.h"
#include "tests/client/print_service.h"

#include <QtTest>

using namespace escale;
using namespace escale::papers;

class PapersPrintingTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(m_service.start()); }

    void aPaperComesOutWholeAndNothingStays() {
        CupsPrinter printer({}, std::chrono::seconds(20));
        QVERIFY(printer.isThere());
        const std::string pdf = "%PDF-1.5 " + std::string(100'000, 'x') + " Benarous %%EOF";
        const auto printed = printer.print(asBytes(pdf), "Escale");
        QVERIFY2(printed, printed ? "" : printed.error().detail.c_str());
        QCOMPARE(m_service.paper(), QByteArray::fromStdString(pdf));
        QCOMPARE(m_service.waiting(), QStringList());
    }

    void aQueueThatIsStoppedIsNoPrinter() {
        m_service.admin("cupsdisable", {"Essai"});
        CupsPrinter printer({}, std::chrono::seconds(2));
        QVERIFY(!printer.isThere());
        QCOMPARE(printer.print(asBytes("%PDF-1.5"), "Escale").error().code, Errc::notFound);
        m_service.admin("cupsenable", {"Essai"});
        QVERIFY(printer.isThere());
    }

    void aPrinterThatDoesNotPrintIsSaidAndTheJobIsTakenBack() {
        CupsPrinter printer("Panne", std::chrono::seconds(2));
        const auto printed = printer.print(asBytes("%PDF-1.5"), "Escale");
        QVERIFY(!printed);
        QVERIFY(printed.error().code == Errc::timeout || printed.error().code == Errc::peerRefused);
        QCOMPARE(m_service.waiting(), QStringList());
    }

    void aNameThatNobodyKnowsIsNoPrinter() { QVERIFY(!CupsPrinter("inconnue").isThere()); }

private:
    tests::PrintService m_service;
};

QTEST_MAIN(PapersPrintingTest)
#include "papers_printing_test.moc"
