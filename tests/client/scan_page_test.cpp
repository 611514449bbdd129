// SPDX-License-Identifier: GPL-3.0-or-later
// The page that comes out: its size, its light, its file; and what its measures say.
#include "client/scan/scan.h"
#include "tests/client/scan_scenes.h"

#include <qpdf/QPDF.hh>

#include <opencv2/imgproc.hpp>

#include <QtTest>

#include <numeric>

using namespace escale;
using namespace escale::scan;
using namespace escale::tests;

namespace {

const Scene& plainScene() {
    static const Scene scene = makeScene({}, 42, {2100, 2800});
    return scene;
}

const ScannedPage& plainPage() {
    static const ScannedPage page = scanPhoto(plainScene().jpeg());
    return page;
}

bool contains(const Bytes& bytes, std::string_view word) {
    return std::search(bytes.begin(), bytes.end(), word.begin(), word.end()) != bytes.end();
}

SceneWish wishOf(double SceneWish::*member, double value) {
    SceneWish wish;
    wish.*member = value;
    return wish;
}

Bytes withExif(Bytes jpeg, char orientation) {
    std::string exif("\xff\xe1\0\x22"
                     "Exif\0\0II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0",
                     36);
    exif[28] = orientation;
    jpeg.insert(jpeg.begin() + 2, exif.begin(), exif.end());
    return jpeg;
}

} // namespace

class ScanPageTest : public QObject {
    Q_OBJECT

private slots:
    void aGoodPhotoIsOk() {
        const ScannedPage& page = plainPage();
        QCOMPARE(page.raisons, std::vector<Raison>{});
        QCOMPARE(page.verdict, Verdict::ok);
        QCOMPARE(page.dpi, 200);
        QCOMPARE(page.gris.width, 1654);
        QCOMPARE(page.gris.height, 2339);
        QCOMPARE(page.gris.pixels.size(), std::size_t{1654} * 2339);
    }

    void thePageIsSmallAndSaysNothingOfThePhoto() {
        const ScannedPage& page = plainPage();
        QVERIFY(!page.pdf.empty() && page.pdf.size() <= kMaxPageBytes);
        for (const char* word : {"Exif", "/Info", "/Producer", "/CreationDate", "/ID"})
            QVERIFY2(!contains(page.pdf, word), word);
    }

    void thePdfHoldsOnePictureOfTheWholePage() {
        QPDF pdf;
        const ScannedPage& page = plainPage();
        pdf.processMemoryFile("page", reinterpret_cast<const char*>(page.pdf.data()),
                              page.pdf.size());
        QVERIFY(pdf.getWarnings().empty());
        auto pages = pdf.getAllPages();
        QCOMPARE(pages.size(), std::size_t{1});
        QPDFObjectHandle box = pages[0].getKey("/MediaBox");
        QVERIFY(std::abs(box.getArrayItem(2).getNumericValue() - 595.28) < 0.1);
        QVERIFY(std::abs(box.getArrayItem(3).getNumericValue() - 841.89) < 0.1);
        QPDFObjectHandle image = pages[0].getKey("/Resources").getKey("/XObject").getKey("/Im0");
        QCOMPARE(image.getDict().getKey("/Width").getIntValueAsInt(), 1654);
    }

    void thePaperIsEvenlyLit() {
        SceneWish wish;
        wish.hand = true;
        wish.dim = 0.6;
        const ScannedPage page = scanPhoto(makeScene(wish, 9, {2100, 2800}).jpeg());
        QVERIFY(page.coins.has_value());
        cv::Mat grey(page.gris.height, page.gris.width, CV_8U,
                     const_cast<std::uint8_t*>(page.gris.pixels.data()));
        int light = 0, cells = 0;
        for (int y = 100; y + 100 < grey.rows; y += 60) {
            for (int x = 100; x + 100 < grey.cols; x += 60) {
                double most = 0;
                cv::minMaxLoc(grey(cv::Rect(x, y, 60, 60)), nullptr, &most);
                ++cells;
                light += most > 200 ? 1 : 0;
            }
        }
        QVERIFY(light > 0.9 * cells);
        QVERIFY(page.clarte < 200); // and the measure is of the photo, not of the page
    }

    void aNoisyPageStaysUnderTheLimit() {
        const ScannedPage page =
            scanPhoto(makeScene(wishOf(&SceneWish::noise, 16), 4, {2100, 2800}).jpeg(95));
        QVERIFY(!page.pdf.empty());
        QVERIFY(page.pdf.size() <= kMaxPageBytes);
    }

    void blurIsSaid() {
        QVERIFY(plainPage().nettete > 12);
        const ScannedPage defocus =
            scanPhoto(makeScene(wishOf(&SceneWish::defocus, 12), 42, {2100, 2800}).jpeg());
        QVERIFY(defocus.has(Raison::flou));
        QCOMPARE(defocus.verdict, Verdict::reprendre);
        const ScannedPage motion =
            scanPhoto(makeScene(wishOf(&SceneWish::motion, 34), 42, {2100, 2800}).jpeg());
        QVERIFY(motion.has(Raison::flou));
    }

    void glareIsSaid() {
        QCOMPARE(plainPage().reflet, 0.0);
        const ScannedPage page =
            scanPhoto(makeScene(wishOf(&SceneWish::glare, 0.25), 42, {2100, 2800}).jpeg());
        QVERIFY(page.has(Raison::reflet));
        QVERIFY(page.verdict != Verdict::ok);
    }

    void darknessIsSaid() {
        const ScannedPage page = scanPhoto(makeScene(wishOf(&SceneWish::dim, 0.16), 42).jpeg());
        QVERIFY(page.has(Raison::sombre) || page.has(Raison::pasDePage));
        QVERIFY(page.verdict != Verdict::ok);
    }

    void aFarPageIsSaid() {
        const ScannedPage page = scanPhoto(makeScene(wishOf(&SceneWish::fill, 0.33), 42).jpeg());
        QVERIFY(page.has(Raison::tropLoin));
    }

    void aTurnedPhotoIsSetUpright() {
        cv::Mat lying;
        cv::rotate(plainScene().picture, lying, cv::ROTATE_90_COUNTERCLOCKWISE);
        const ScannedPage page = scanPhoto(withExif(encodeJpeg(lying, 84), 6));
        QVERIFY(page.coins.has_value());
        QVERIFY(overlap(*page.coins, plainScene().documents[0]) > 0.99);
    }

    void aPhotoOf48MegapixelsIsTaken() {
        cv::Mat large;
        cv::resize(plainScene().picture, large, {6000, 8000}, 0, 0, cv::INTER_CUBIC);
        const ScannedPage page = scanPhoto(encodeJpeg(large, 80));
        QVERIFY(page.coins.has_value());
        Quad expected = plainScene().documents[0];
        for (Point& p : expected)
            p = {p.x * 6000 / 2100, p.y * 8000 / 2800};
        QVERIFY(overlap(*page.coins, expected) > 0.99);
    }

    void anySamplingAndGreyAreRead() {
        for (const Bytes& jpeg : {encodeJpeg(plainScene().picture, 84, false, true),
                                  encodeJpeg(plainScene().picture, 84, true)}) {
            const ScannedPage page = scanPhoto(jpeg);
            QVERIFY(page.coins && overlap(*page.coins, plainScene().documents[0]) > 0.99);
        }
        cv::Mat grey;
        cv::cvtColor(plainScene().picture, grey, cv::COLOR_RGB2GRAY);
        const ScannedPage page = scanPhoto(encodeJpeg(grey, 84));
        QVERIFY(page.coins && overlap(*page.coins, plainScene().documents[0]) > 0.99);
    }

    void thePersonsOutlineIsTaken() {
        ScanOptions options;
        options.coins = Quad{Point{300, 300}, {1500, 300}, {1500, 2000}, {300, 2000}};
        const ScannedPage page = scanPhoto(plainScene().jpeg(), options);
        QVERIFY(page.coins == options.coins);
        QVERIFY(!page.pdf.empty());
        options.coins = Quad{Point{300, 300}, {300, 300}, {300, 300}, {300, 300}};
        QVERIFY(scanPhoto(plainScene().jpeg(), options).has(Raison::pasDePage));
    }

    void theWholePictureCanBeThePage() {
        ScanOptions options;
        options.entiere = true;
        const ScannedPage page = scanPhoto(plainScene().jpeg(), options);
        QVERIFY(page.coins.has_value());
        QCOMPARE(area(*page.coins), 2100.0 * 2800);
    }

    void aPdfGoesThroughTheSameGate() {
        const ScannedPage again = scanPhoto(plainPage().pdf);
        QVERIFY2(again.coins.has_value(),
                 again.raisons.empty() ? "" : raisonName(again.raisons[0]).data());
        QCOMPARE(again.photo.pages, 1);
        QCOMPARE(again.forme, Forme::a4);
        QCOMPARE(again.gris.width, 1654);
        QVERIFY(again.pdf.size() <= kMaxPageBytes);
        // The same page: what was dark is dark.
        std::int64_t apart = 0;
        for (std::size_t i = 0; i < again.gris.pixels.size(); i += 97)
            apart += std::abs(again.gris.pixels[i] - plainPage().gris.pixels[i]);
        QVERIFY(apart < static_cast<std::int64_t>(again.gris.pixels.size() / 97) * 12);
        ScanOptions second;
        second.page = 1;
        QVERIFY(scanPhoto(plainPage().pdf, second).has(Raison::tronque));
    }
};

QTEST_GUILESS_MAIN(ScanPageTest)
#include "scan_page_test.moc"
