// SPDX-License-Identifier: GPL-3.0-or-later
// What the PDF of a paper is: read back with other people's tools.
#include "client/papers/cups_printer.h"
#include "client/papers/document.h"
#include "client/papers/qr.h"

#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <ZXing/ReadBarcode.h>

using namespace escale;
using namespace escale::papers;

namespace {

constexpr const char* kReference = "482915703642";

Both both(const char* own, const char* french = "") {
    return {own, french};
}

/// Arabic, with every kind of block and enough answers for two sheets.
Paper arabicPaper() {
    Paper paper;
    paper.language = "ar";
    paper.languageName = "العربية";
    paper.title = both("طلبك للسكن", "Votre demande de logement social");
    paper.hint = both("هذه أجوبتك.", "Voici ce que vous avez répondu.");
    paper.pageOf = both("صفحة %1 من %2", "Page %1 sur %2");
    paper.blocks.push_back(Code{both("رمزك", "Votre code"), "4829 1570 3642", qrRows(kReference),
                                both("مربع", "Carré")});
    paper.blocks.push_back(Section{both("أنت", "Vous"), "partie-vous"});
    Answers answers;
    for (int i = 0; i < 30; ++i)
        answers.rows.push_back(
            {both("اسم عائلتك", "Votre nom"), both("Benarous-Œuvrard", "Benarous-Œuvrard"), false});
    paper.blocks.push_back(answers);
    paper.blocks.push_back(
        Pieces{{{"doc-identite", both("بطاقة هوية", "Carte d’identité"),
                 both("الوجهان", "Les deux côtés"), both("للإحضار", "À apporter"), false}}});
    paper.blocks.push_back(
        Steps{{{both("اليوم", "Aujourd’hui"), both("طلبك محفوظ", "Gardée"), true}}});
    paper.blocks.push_back(
        Sentence{both("هذا الرمز يفتح طلبك.", "Ce code ouvre votre demande."), true});
    return paper;
}

/// What `program` prints about `pdf`, given on its standard input: no file.
QString toolSays(const QString& program, QStringList arguments, const Bytes& pdf) {
    QProcess tool;
    tool.start(program,
               arguments << "-" << (program == "pdftotext" ? QStringList{"-"} : QStringList{}));
    if (!tool.waitForStarted())
        return {};
    tool.write(reinterpret_cast<const char*>(pdf.data()), qint64(pdf.size()));
    tool.closeWriteChannel();
    tool.waitForFinished();
    return QString::fromUtf8(tool.readAllStandardOutput());
}

QString decoded(const QImage& image) {
    const QImage gray = image.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(gray.constBits(), gray.width(), gray.height(),
                                ZXing::ImageFormat::Lum, int(gray.bytesPerLine()));
    const auto found = ZXing::ReadBarcode(view);
    return found.isValid() ? QString::fromStdString(found.text()) : QString();
}

} // namespace

class PapersDocumentTest : public QObject {
    Q_OBJECT
private slots:
    void thePdfIsA4TaggedWithItsLanguageAndTitle() {
        const auto pdf = pdfOf(arabicPaper());
        QVERIFY(pdf);
        const QString info = toolSays("pdfinfo", {}, *pdf);
        QVERIFY2(info.contains(QRegularExpression("Tagged: +yes")), qPrintable(info));
        QVERIFY(info.contains("(A4)"));
        QVERIFY(info.contains("طلبك للسكن"));
        QVERIFY(info.contains(QRegularExpression("Pages: +[2-4]\\b")));
        const QByteArray bytes(reinterpret_cast<const char*>(pdf->data()), qsizetype(pdf->size()));
        QVERIFY(bytes.contains("/Lang (ar)"));
        QVERIFY(bytes.contains("/DisplayDocTitle true"));
    }

    void theStructureNamesHeadingsTablesListsAndPictures() {
        const auto pdf = pdfOf(arabicPaper());
        const QString tree = toolSays("pdfinfo", {"-struct"}, *pdf);
        for (const auto* name : {"Document", "H1", "H2", "Table", "TR", "TH", "TD", "L (", "LI",
                                 "LBody", "Figure", "P "})
            QVERIFY2(tree.contains(name), name);
        const QByteArray bytes(reinterpret_cast<const char*>(pdf->data()), qsizetype(pdf->size()));
        QVERIFY2(bytes.contains("/Lang (fr)"), "the French beside says that it is French");
        QVERIFY2(bytes.contains("/Alt <feff"), "the square is described");
    }

    void everyTextIsThereInBothLanguages() {
        const auto pdf = pdfOf(arabicPaper());
        const QString text = toolSays("pdftotext", {"-layout"}, *pdf);
        QCOMPARE(text.count("Benarous-Œuvrard"), 60);
        QCOMPARE(text.count("Votre nom"), 30);
        for (const auto* words :
             {"4829 1570 3642", "Carte d’identité", "Les deux côtés", "Aujourd’hui",
              "Ce code ouvre votre demande.", "رمزك", "العربية", "Page 1 sur"})
            QVERIFY2(text.contains(words), words);
    }

    void theSquareOfTheSheetSaysTheReferenceAndNothingElse() {
        const auto images = imagesOf(arabicPaper(), 1200);
        QVERIFY(images && images->size() >= 2);
        QCOMPARE(decoded(images->front()), QString(kReference));
    }

    void onlyDigitsMakeASquare() {
        QVERIFY(qrRows("").empty());
        QVERIFY(qrRows("4829 1570").empty());
        QVERIFY(qrRows("Benarous").empty());
        const auto rows = qrRows(kReference);
        QCOMPARE(rows.size(), std::size_t(21));
        for (const auto& row : rows)
            QCOMPARE(row.size(), rows.size());
    }

    void arabicStandsOnTheRightAndFrenchOnTheLeft() {
        const auto images = imagesOf(arabicPaper(), 600);
        const QImage& sheet = images->front();
        // The heading alone stands in the first band: ink at its end of the sheet only.
        const auto inkOf = [&](int from, int to) {
            int dark = 0;
            for (int y = 50; y < 75; ++y)
                for (int x = from; x < to; ++x)
                    dark += qGray(sheet.pixel(x, y)) < 128 ? 1 : 0;
            return dark;
        };
        QVERIFY(inkOf(300, 600) > 50);
        QCOMPARE(inkOf(0, 300), 0);
    }

    void aPaperInFrenchSaysThingsOnce() {
        Paper paper;
        paper.title = both("Votre reçu");
        paper.pageOf = both("Page %1 sur %2");
        paper.blocks.push_back(Answers{{both("Question"), both("Votre réponse")},
                                       {{both("Votre nom"), both("Diallo"), false}}});
        const QString text = toolSays("pdftotext", {"-layout"}, *pdfOf(paper));
        QCOMPARE(text.count("Diallo"), 1);
        QVERIFY(text.contains("Votre réponse") && text.contains("Page 1 sur 1"));
    }

    void aVeryLongAnswerGoesOnWithoutLosingALetter() {
        Paper paper = arabicPaper();
        std::string longest;
        for (int i = 1000; i < 1900; ++i)
            longest += "mot" + std::to_string(i) + " ";
        paper.blocks.push_back(Answers{
            {}, {{both("س", "Q"), both(longest.c_str(), std::string(4000, 'm').c_str()), false}}});
        const auto pdf = pdfOf(paper);
        QVERIFY(pdf);
        const QString text = toolSays("pdftotext", {"-layout"}, *pdf);
        for (int i = 1000; i < 1900; ++i)
            QVERIFY2(text.contains(QString("mot%1").arg(i)), qPrintable(QString::number(i)));
        QCOMPARE(text.count('m') >= 4900, true);
    }

    void theSizeOfPicturesHasBounds() {
        QCOMPARE(imagesOf(arabicPaper(), 10).error().code, Errc::invalidArgument);
        QCOMPARE(imagesOf(arabicPaper(), 90'000).error().code, Errc::invalidArgument);
    }

    void nothingIsWrittenOnTheDisk() {
        const QTemporaryDir home;
        const QString before = QDir::currentPath();
        qputenv("TMPDIR", home.path().toUtf8());
        QDir::setCurrent(home.path());
        const auto pdf = pdfOf(arabicPaper());
        const auto images = imagesOf(arabicPaper(), 400);
        QDir::setCurrent(before);
        QVERIFY(pdf && images);
        QDirIterator files(home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        QVERIFY2(!files.hasNext(), qPrintable(files.hasNext() ? files.next() : QString()));
    }

    void aMachineWithoutPrintingServiceHasNoPrinter() {
        qputenv("CUPS_SERVER", "127.0.0.1:9"); // the discard port: nobody answers there
        CupsPrinter printer("personne", std::chrono::seconds(1));
        QVERIFY(!printer.isThere());
        QCOMPARE(printer.print(asBytes("%PDF-1.5"), "essai").error().code, Errc::notFound);
    }
};

QTEST_MAIN(PapersDocumentTest)
#include "papers_document_test.moc"
