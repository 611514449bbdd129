// SPDX-License-Identifier: GPL-3.0-or-later
// The real touch program on a borne: wherever the person is, and however the session ends, nothing
// that was typed, photographed or printed is left on the disk, in what the program said, or in what
// its interface holds.
#include "tests/client/print_service.h"
#include "tests/integration/touch_machine.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

using namespace escale;
using namespace escale::tests;

namespace {

/// What the invented person types: found again nowhere by chance.
const QStringList kTyped{QStringLiteral("zyriakova"),       QStringLiteral("wuluwahi"),
                         QStringLiteral("285039558512386"), QStringLiteral("0639984127"),
                         QStringLiteral("zibeline"),        QStringLiteral("quincampoix")};

/// Beginnings of pictures and papers, and the addresses of those that are shown.
const QStringList kShown{QStringLiteral("JFIF"), QStringLiteral("%PDF-")};
const QByteArray kPicture("image://escale-");

/// What the scanner of the borne left for the person, and what arrives when they have gone.
const QString kScan("quittance.png");
const QByteArray kScanned("\x89PNG\r\n\x1a\n a page that was scanned");

/// Lower case and without spaces: numbers are shown in groups.
QByteArray plain(const QByteArray& text) {
    QString letters = QString::fromUtf8(text).toLower();
    letters.remove(QRegularExpression("[\\s\\x{00A0}\\x{202F}]"));
    return letters.toUtf8();
}

QStringList heldBy(const QByteArray& text) {
    QStringList found;
    for (const auto& typed : kTyped)
        if (plain(text).contains(typed.toUtf8()))
            found.append(typed);
    return found;
}

const QStringList kFill{"attendre Langue",   "toucher langue:fr", "attendre Accueil",
                        "toucher continuer", "aller nom",         "ecrire zyriakova",
                        "toucher continuer", "aller prenom",      "ecrire wuluwahi",
                        "toucher continuer", "aller nir",         "chiffres 285039558512386",
                        "toucher continuer", "aller telephone",   "chiffres 0639984127",
                        "toucher continuer", "aller courriel",    "ecrire zibeline"};
const QStringList kPhoto{"aller precisions",          "ecrire quincampoix",    "toucher continuer",
                         "avancer Documents",         "toucher photographier", "attendre Photo",
                         "toucher fichier:carte.jpg", "attendre Relire"};
const QStringList kCheck{"toucher continuer",  "attendre Feuilles", "toucher continuer",
                         "attendre Documents", "avancer Verifier",  "toucher changer:nom",
                         "attendre Question",  "ecrire zib"};
const QStringList kReceipt{"toucher continuer", "attendre Verifier", "avancer Confirmer",
                           "toucher confirmer", "attendre Recu"};
const QStringList kPapers{"toucher papiers", "attendre Emporter", "toucher choix:recap",
                          "attendre Papier", "toucher continuer"};

/// Where the person is when the session ends, and what the interface then shows.
struct Place {
    const char* name;
    QStringList orders;
    QByteArray shown;
};
const QList<Place>& places() {
    static const QList<Place> all{
        {"in the middle of a page", kFill, "zibeline"},
        {"a photo half taken", kFill + kPhoto, kPicture},
        {"in the middle of the check page", kFill + kPhoto + kCheck, "zyriakovazib"},
        {"after the receipt, with papers printed", kFill + kPhoto + kCheck + kReceipt + kPapers,
         kPicture},
    };
    return all;
}

} // namespace

class ResetTest : public QObject {
    Q_OBJECT

    static void fill(TouchMachine& borne, const QStringList& orders = kFill,
                     const QStringList& options = {}) {
        borne.addPhoto();
        QVERIFY(borne.start(QStringList{"--borne"} + options));
        QVERIFY2(borne.orders(orders), qPrintable(borne.failure()));
        borne.scan(kScan, kScanned);
        QCOMPARE(borne.scans(), QStringList{kScan});
    }

    /// What is looked for afterwards can be found before.
    void fillUpTo(TouchMachine& borne, const Place& place) {
        fill(borne, place.orders);
        if (QTest::currentTestFailed())
            return;
        const QByteArray interface = borne.interface();
        QVERIFY2(plain(interface).contains(place.shown), qPrintable(borne.failure()));
        m_code = codeIn(interface);
        QCOMPARE(m_code.isEmpty(), !place.orders.contains("attendre Recu"));
        if (!place.orders.contains("attendre Papier"))
            return;
        QTRY_VERIFY_WITH_TIMEOUT(m_printing.paper().startsWith("%PDF-"), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_printing.waiting(), QStringList(), 20'000);
    }

    /// The code de reprise, while it is shown: it opens everything.
    static QString codeIn(const QByteArray& interface) {
        const QRegularExpression code("\\b(\\d{4}) (\\d{4}) (\\d{4})\\b");
        const auto found = code.match(QString::fromUtf8(interface));
        return found.captured(1) + found.captured(2) + found.captured(3);
    }

    void filesAreEmpty(const TouchMachine& borne) {
        for (const auto& typed : kTyped + kShown)
            QCOMPARE(borne.filesWith(typed.toUtf8()), QStringList());
        if (!m_code.isEmpty())
            QCOMPARE(borne.filesWith(m_code.toUtf8()), QStringList());
        QCOMPARE(m_printing.waiting(), QStringList());
    }

    /// Nothing is left, in the running program neither.
    void isEmpty(TouchMachine& borne) {
        const QByteArray interface = borne.interface();
        QVERIFY2(interface.size() > 200, qPrintable(borne.failure()));
        QCOMPARE(heldBy(interface), QStringList());
        QVERIFY(!interface.contains(kPicture));
        QVERIFY(m_code.isEmpty() || !plain(interface).contains(m_code.toUtf8()));
        filesAreEmpty(borne);
        QCOMPARE(borne.scans(), QStringList());
        borne.terminate();
        QCOMPARE(heldBy(borne.said()), QStringList());
    }

    /// Another person, or the same one, opens the next session.
    void isEmptyAfterStart(TouchMachine& borne) {
        QVERIFY(borne.start({"--borne"}));
        QVERIFY2(borne.order("attendre Langue"), qPrintable(borne.failure()));
        isEmpty(borne);
    }

    static void everyPlace() {
        QTest::addColumn<int>("place");
        for (int i = 0; i < places().size(); ++i)
            QTest::newRow(places()[i].name) << i;
    }

    /// The place of the row, and the borne filled up to it.
    void atPlace(TouchMachine& borne) {
        QFETCH(int, place);
        fillUpTo(borne, places()[place]);
    }

private slots:
    void initTestCase() { QVERIFY(m_printing.start()); }

    void theButton_data() { everyPlace(); }
    void theButton() {
        TouchMachine borne(protocol::Role::borne);
        atPlace(borne);
        QVERIFY2(borne.orders({"toucher terminer", "attendre Terminer", "toucher oui-effacer",
                               "attendre Langue"}),
                 qPrintable(borne.failure()));
        isEmpty(borne);
    }

    void nobodyTouchesTheScreen_data() { everyPlace(); }
    void nobodyTouchesTheScreen() {
        TouchMachine borne(protocol::Role::borne);
        atPlace(borne);
        QVERIFY2(borne.orders({"passer 600000", "attendre Langue"}), qPrintable(borne.failure()));
        isEmpty(borne);
    }

    void theProgramIsKilled_data() { everyPlace(); }
    void theProgramIsKilled() {
        TouchMachine borne(protocol::Role::borne);
        atPlace(borne);
        borne.kill();
        filesAreEmpty(borne);
        QCOMPARE(heldBy(borne.said()), QStringList());
        isEmptyAfterStart(borne);
    }

    void theMachineIsRestarted_data() { everyPlace(); }
    void theMachineIsRestarted() {
        TouchMachine borne(protocol::Role::borne);
        atPlace(borne);
        borne.terminate();
        isEmptyAfterStart(borne);
    }

    void aPaperThatWaitsForItsPrinterIsTakenBack() {
        TouchMachine borne(protocol::Role::borne);
        m_code.clear();
        const QStringList slow{"--imprimante", "Lente"};
        fill(borne, places().last().orders, slow);
        QTRY_COMPARE_WITH_TIMEOUT(m_printing.waiting().size(), 1, 20'000);
        borne.kill();
        QVERIFY(borne.start(QStringList{"--borne"} + slow));
        QTRY_COMPARE_WITH_TIMEOUT(m_printing.waiting(), QStringList(), 20'000);
        isEmpty(borne);
    }

    void aScanThatArrivesWhenNobodyIsThereIsShownToNobody() {
        TouchMachine borne(protocol::Role::borne);
        QVERIFY(borne.start({"--borne"}));
        QVERIFY2(borne.order("attendre Langue"), qPrintable(borne.failure()));
        borne.scan(kScan, kScanned);
        QVERIFY2(borne.orders({"toucher langue:fr", "attendre Accueil"}),
                 qPrintable(borne.failure()));
        QCOMPARE(borne.scans(), QStringList());
    }

    void aTabletKeepsWhatItsAdviserScanned() {
        TouchMachine tablet(protocol::Role::mediateur);
        tablet.scan(kScan, kScanned);
        QVERIFY(tablet.start({"--mediateur"}));
        QVERIFY2(tablet.orders({"attendre Suivi", "toucher terminer", "attendre Suivi"}),
                 qPrintable(tablet.failure()));
        tablet.terminate();
        QCOMPARE(tablet.scans(), QStringList{kScan});
    }

    void nobodyGetsOutOfABorneByAKeyOrByClosingIt() {
        TouchMachine borne(protocol::Role::borne);
        borne.fillScreen();
        QVERIFY(borne.start({"--borne"}));
        QVERIFY2(borne.orders({"attendre Langue", "sortir", "attendre Langue", "toucher langue:fr",
                               "attendre Accueil", "toucher continuer", "attendre Question",
                               "sortir", "attendre Question"}),
                 qPrintable(borne.failure()));
    }

    void theTitleOfTheWindowNamesNobody() {
        TouchMachine borne(protocol::Role::borne);
        fill(borne);
        const auto lines = borne.interface().split('\n');
        QCOMPARE(lines.first(), QByteArray("Escale"));
    }

private:
    PrintService m_printing;
    QString m_code; // of the borne at work; empty before there is one
};

QTEST_GUILESS_MAIN(ResetTest)
#include "reset_test.moc"
