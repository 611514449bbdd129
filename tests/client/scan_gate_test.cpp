// SPDX-License-Identifier: GPL-3.0-or-later
// What is refused before anything is decoded, and in which words.
#include "client/scan/scan.h"
#include "tests/client/scan_scenes.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <QtTest>

#include <sys/resource.h>

using namespace escale;
using namespace escale::scan;
using namespace escale::tests;

namespace {

Bytes smallJpeg(bool progressive = false) {
    cv::Mat picture(120, 160, CV_8UC3, cv::Scalar(200, 190, 180));
    picture(cv::Rect(20, 20, 60, 60)).setTo(cv::Scalar(10, 40, 90));
    return encodeJpeg(picture, 80, progressive);
}

Bytes bytesOf(std::string_view text) {
    return {text.begin(), text.end()};
}

std::size_t placeOf(const Bytes& bytes, std::uint8_t marker) {
    for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
        if (bytes[i] == 0xFF && bytes[i + 1] == marker)
            return i;
    }
    return bytes.size();
}

/// 89 50 4E 47 and an IHDR that promises `side` by `side` points.
Bytes pngHeader(std::uint32_t side) {
    Bytes png = bytesOf(std::string_view("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
    for (int i = 0; i < 2; ++i) {
        for (const int shift : {24, 16, 8, 0})
            png.push_back(static_cast<std::uint8_t>(side >> shift));
    }
    const Bytes rest = bytesOf(std::string_view("\x08\x02\0\0\0\0\0\0\0"
                                                "\0\0\0\0IDAT\0\0\0\0\0\0\0\0IEND\0\0\0\0",
                                                9 + 12 + 12));
    png.insert(png.end(), rest.begin(), rest.end());
    return png;
}

std::string onePage(std::string_view count) {
    return "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
           "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count " +
           std::string(count) +
           " >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n"
           "trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n";
}

/// Each of nine drawings shows the next one ten times.
std::string endlessPage() {
    std::string pdf = onePage("1");
    const std::string forms = "/Resources << /XObject << /F 4 0 R >> >> /Contents 13 0 R ";
    pdf.insert(pdf.find("/MediaBox"), forms);
    std::string objects;
    const auto add = [&](int number, const std::string& more, const std::string& stream) {
        objects += std::to_string(number) + " 0 obj\n<< " + more + "/Length " +
                   std::to_string(stream.size()) + " >>\nstream\n" + stream +
                   "\nendstream\nendobj\n";
    };
    std::string ten;
    for (int i = 0; i < 10; ++i)
        ten += "/F Do\n";
    for (int number = 4; number < 12; ++number)
        add(number,
            "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /F " +
                std::to_string(number + 1) + " 0 R >> >> ",
            ten);
    add(12, "/Type /XObject /Subtype /Form /BBox [0 0 595 842] ", "0 0 595 842 re f");
    add(13, "", "/F Do");
    pdf.insert(pdf.find("trailer"), objects);
    return pdf;
}

double childrenSeconds() {
    rusage used{};
    ::getrusage(RUSAGE_CHILDREN, &used);
    return static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
}

Bytes withPassword() {
    QPDF pdf;
    const std::string plain = onePage("1");
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("page", plain.data(), plain.size());
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setR6EncryptionParameters("secret", "maitre", true, true, true, true, true, true,
                                     qpdf_r3p_full, true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {buffer->getBuffer(), buffer->getBuffer() + buffer->getSize()};
}

} // namespace

class ScanGateTest : public QObject {
    Q_OBJECT

private slots:
    void jpegIsToldWithItsSize() {
        for (const bool progressive : {false, true}) {
            const Probe found = probe(smallJpeg(progressive));
            QVERIFY(found.accepted());
            QCOMPARE(found.info.kind, FileKind::jpeg);
            QCOMPARE(found.info.width, 160);
            QCOMPARE(found.info.height, 120);
        }
    }

    void whatIsNoPictureIsRefused() {
        QCOMPARE(probe({}).refus, std::optional(Raison::pasUneImage));
        QCOMPARE(probe(bytesOf("GIF89a, une image d’autrefois")).refus,
                 std::optional(Raison::pasUneImage));
        QCOMPARE(probe(bytesOf("<html>")).refus, std::optional(Raison::pasUneImage));
    }

    void heicIsNamed() {
        const Bytes heic = bytesOf(std::string_view("\0\0\0\x18"
                                                    "ftypheic\0\0\0\0mif1heic",
                                                    24));
        QCOMPARE(probe(heic).refus, std::optional(Raison::heic));
        QVERIFY(scanPhoto(heic).has(Raison::heic));
    }

    void cutFilesAreRefused() {
        const Bytes whole = smallJpeg();
        for (std::size_t size = 3; size < whole.size(); size += 7)
            QCOMPARE(probe(ByteView(whole).first(size)).refus, std::optional(Raison::tronque));
        const Bytes png = pngHeader(100);
        for (std::size_t size = 8; size < png.size(); size += 3)
            QVERIFY(!probe(ByteView(png).first(size)).accepted());
        QCOMPARE(probe(bytesOf("%PDF-1.7\n1 0 obj")).refus, std::optional(Raison::tronque));
    }

    void hugePicturesAreRefused() {
        QCOMPARE(probe(pngHeader(60'000)).refus, std::optional(Raison::tropGrand));
        // Few bytes for many points: every row is the same.
        QCOMPARE(probe(pngHeader(7'000)).refus, std::optional(Raison::tropGrand));
        QVERIFY(probe(pngHeader(100)).accepted());
        Bytes jpeg = smallJpeg();
        const std::size_t frame = placeOf(jpeg, 0xC0);
        for (std::size_t i = 5; i < 9; ++i)
            jpeg[frame + i] = 0xEA;
        QCOMPARE(probe(jpeg).refus, std::optional(Raison::tropGrand));
    }

    void endlessPassesAreRefused() {
        Bytes bomb = smallJpeg(true);
        const std::size_t scan = placeOf(bomb, 0xDA);
        Bytes pass(bomb.begin() + static_cast<std::ptrdiff_t>(scan),
                   bomb.begin() + static_cast<std::ptrdiff_t>(scan) + 14);
        for (int i = 0; i < 100; ++i)
            bomb.insert(bomb.begin() + static_cast<std::ptrdiff_t>(scan), pass.begin(), pass.end());
        QCOMPARE(probe(bomb).refus, std::optional(Raison::tropGrand));
    }

    void aMillionPagesAreRefused() {
        QCOMPARE(probe(bytesOf(onePage("1000000"))).refus, std::optional(Raison::tropGrand));
        const Probe one = probe(bytesOf(onePage("1")));
        QVERIFY(one.accepted());
        QCOMPARE(one.info.pages, 1);
    }

    void aPasswordIsNamed() {
        const ScannedPage page = scanPhoto(withPassword());
        QCOMPARE(page.raisons, std::vector{Raison::motDePasse});
        QVERIFY(!page.coins);
    }

    void whatAPdfWouldDoOrHidesStaysOutside() {
        std::string hostile = onePage("1");
        hostile.replace(hostile.find("/Pages 2 0 R"), 12,
                        "/Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert(1)) >> "
                        "/Names << /EmbeddedFiles << /Names [(virus.exe) 3 0 R] >> >>");
        const ScannedPage page = scanPhoto(bytesOf(hostile));
        QVERIFY(page.coins && !page.pdf.empty()); // a picture of the page, written anew
        const std::string kept = asString(page.pdf);
        for (const char* word : {"JavaScript", "OpenAction", "EmbeddedFiles", "virus"})
            QVERIFY2(kept.find(word) == std::string::npos, word);
    }

    void aTreeOfPagesThatTurnsOnItselfIsRefused() {
        std::string lists = onePage("1");
        lists.replace(lists.find("[3 0 R] /Count 1"), 16, "[2 0 R 2 0 R 2 0 R 3 0 R] /Count 900");
        QCOMPARE(scanPhoto(bytesOf(lists)).raisons, std::vector{Raison::tronque});
    }

    void aPdfThatNeverEndsIsStopped() {
        const std::string busy = endlessPage();
        QVERIFY(probe(bytesOf(busy)).accepted()); // nothing shows before it is drawn
        const double before = childrenSeconds();
        const ScannedPage page = scanPhoto(bytesOf(busy));
        QCOMPARE(page.raisons, std::vector{Raison::tropGrand});
        QVERIFY(!page.coins && page.pdf.empty());
        QVERIFY(childrenSeconds() - before < 6); // it would take hours
    }

    void aDamagedPdfIsRefused() {
        QVERIFY(!scanPhoto(bytesOf("%PDF-1.7\nrien du tout\n%%EOF\n")).coins);
    }

    void damagedPicturesAreNeverPages() {
        const Scene scene = makeScene({}, 3, {480, 640});
        const Bytes whole = scene.jpeg();
        cv::RNG rng(11);
        for (int round = 0; round < 60; ++round) {
            Bytes broken = whole;
            for (int i = 0; i < 6; ++i)
                broken[static_cast<std::size_t>(rng.uniform(2, static_cast<int>(broken.size())))] =
                    static_cast<std::uint8_t>(rng.uniform(0, 256));
            const ScannedPage page = scanPhoto(broken);
            QVERIFY(page.coins.has_value() == !page.jpeg.empty());
        }
    }

    void orientationIsRead() {
        Bytes jpeg = smallJpeg();
        const Bytes exif = bytesOf(std::string_view(
            "\xff\xe1\0\x22"
            "Exif\0\0II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0",
            36));
        jpeg.insert(jpeg.begin() + 2, exif.begin(), exif.end());
        QCOMPARE(probe(jpeg).info.orientation, 6);
    }

    void everyRefusalHasItsSentence() {
        for (const Raison raison :
             {Raison::pasUneImage, Raison::heic, Raison::tronque, Raison::tropGrand,
              Raison::motDePasse, Raison::pasDePage, Raison::deuxPages, Raison::horsCadre,
              Raison::contoursIncertains, Raison::tropLoin, Raison::flou, Raison::codeFlou,
              Raison::reflet, Raison::sombre}) {
            QVERIFY(raisonSentence(raison).size() > 20);
            QVERIFY(!raisonName(raison).empty());
        }
    }
};

QTEST_GUILESS_MAIN(ScanGateTest)
#include "scan_gate_test.moc"
