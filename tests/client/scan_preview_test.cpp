// SPDX-License-Identifier: GPL-3.0-or-later
// One advice a frame, and a photo taken by itself only when nothing moves.
#include "client/scan/preview.h"
#include "tests/client/scan_scenes.h"

#include <opencv2/imgproc.hpp>

#include <QtTest>

using namespace escale;
using namespace escale::scan;
using namespace escale::tests;

namespace {

const cv::Size kFrame(720, 960);

SceneWish wishOf(double SceneWish::*member, double value) {
    SceneWish wish;
    wish.*member = value;
    return wish;
}

Preview lookAt(PreviewFinder& finder, const cv::Mat& picture) {
    const FrameView view{FrameFormat::rgb888, picture.data, picture.total() * 3,
                         picture.cols,        picture.rows, static_cast<int>(picture.step)};
    return finder.look(view);
}

Advice firstAdvice(const SceneWish& wish, unsigned seed = 6) {
    PreviewFinder finder;
    return lookAt(finder, makeScene(wish, seed, kFrame).picture).advice;
}

} // namespace

class ScanPreviewTest : public QObject {
    Q_OBJECT

private slots:
    void aStillPageIsReadyAfterSomeFrames() {
        PreviewFinder finder;
        const Scene scene = makeScene({}, 6, kFrame);
        Preview preview = lookAt(finder, scene.picture);
        QCOMPARE(preview.advice, Advice::neBougezPlus);
        QVERIFY(!preview.ready());
        for (int frame = 0; frame < kStillFrames; ++frame)
            preview = lookAt(finder, scene.picture);
        QCOMPARE(preview.advice, Advice::ok);
        QVERIFY(preview.ready());
        QVERIFY(overlap(*preview.coins, scene.documents[0]) > 0.98);
        finder.reset();
        QVERIFY(!lookAt(finder, scene.picture).ready());
    }

    void aMovingPageIsNeverReady() {
        PreviewFinder finder;
        for (int frame = 0; frame < 2 * kStillFrames; ++frame) {
            SceneWish wish;
            wish.shiftX = frame % 2 == 0 ? 0.03 : -0.03;
            QVERIFY(!lookAt(finder, makeScene(wish, 6, kFrame).picture).ready());
        }
    }

    void whatIsWrongIsSaid() {
        SceneWish none;
        none.documents = 0;
        none.table = Table::wood;
        QCOMPARE(firstAdvice(none), Advice::aucunePage);
        SceneWish cut;
        cut.shiftX = 0.16;
        cut.shiftY = 0.13;
        cut.turn = 8;
        QCOMPARE(firstAdvice(cut), Advice::horsCadre);
        SceneWish two;
        two.documents = 2;
        two.fill = 0.45;
        QCOMPARE(firstAdvice(two), Advice::deuxPages);
        QCOMPARE(firstAdvice(wishOf(&SceneWish::fill, 0.4)), Advice::rapprochez);
        QCOMPARE(firstAdvice(wishOf(&SceneWish::dim, 0.2)), Advice::tropSombre);
        QCOMPARE(firstAdvice(wishOf(&SceneWish::glare, 0.28)), Advice::reflet);
    }

    void everyFormatShowsTheSame() {
        const Scene scene = makeScene({}, 6, kFrame);
        cv::Mat bgra, yuv;
        cv::cvtColor(scene.picture, bgra, cv::COLOR_RGB2BGRA);
        cv::cvtColor(scene.picture, yuv, cv::COLOR_RGB2YUV_I420);
        const Bytes jpeg = scene.jpeg(90);
        const auto w = kFrame.width, h = kFrame.height;
        const FrameView frames[] = {
            {FrameFormat::bgrx8888, bgra.data, bgra.total() * 4, w, h, static_cast<int>(bgra.step)},
            {FrameFormat::i420, yuv.data, yuv.total(), w, h, w},
            {FrameFormat::gray8, yuv.data,
             static_cast<std::size_t>(w) * static_cast<std::size_t>(h), w, h, w},
            {FrameFormat::jpeg, jpeg.data(), jpeg.size(), 0, 0, 0},
        };
        for (const FrameView& frame : frames) {
            PreviewFinder finder;
            const Preview preview = finder.look(frame);
            QVERIFY(preview.coins.has_value());
            QVERIFY(overlap(*preview.coins, scene.documents[0]) > 0.98);
            QCOMPARE(preview.width, w);
        }
    }

    void aFrameThatLiesIsNoFrame() {
        const Bytes few(100, 0);
        for (const FrameFormat format :
             {FrameFormat::gray8, FrameFormat::rgb888, FrameFormat::bgrx8888, FrameFormat::nv12,
              FrameFormat::i420, FrameFormat::yuyv, FrameFormat::jpeg}) {
            PreviewFinder finder;
            QCOMPARE(finder.look({format, few.data(), few.size(), 640, 480, 2560}).advice,
                     Advice::aucunePage);
        }
    }
};

QTEST_GUILESS_MAIN(ScanPreviewTest)
#include "scan_preview_test.moc"
