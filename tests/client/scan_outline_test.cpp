// SPDX-License-Identifier: GPL-3.0-or-later
// Where the page is, on every table; and what is said when there is none, a part of one, or two.
#include "client/scan/scan.h"
#include "tests/client/scan_scenes.h"

#include <QtTest>

#include <functional>

using namespace escale;
using namespace escale::scan;
using namespace escale::tests;

namespace {

constexpr double kGood = 0.97;

double bestOverlap(const Scene& scene, const ScannedPage& page) {
    double best = 0;
    for (const Quad& document : scene.documents)
        best = std::max(best, page.coins ? overlap(document, *page.coins) : 0);
    return best;
}

bool isSure(const ScannedPage& page) {
    for (const Raison raison :
         {Raison::pasDePage, Raison::deuxPages, Raison::horsCadre, Raison::contoursIncertains}) {
        if (page.has(raison))
            return false;
    }
    return true;
}

SceneWish wish(const std::function<void(SceneWish*)>& change) {
    SceneWish made;
    change(&made);
    return made;
}

} // namespace

Q_DECLARE_METATYPE(escale::tests::SceneWish)

class ScanOutlineTest : public QObject {
    Q_OBJECT

private slots:
    void pageIsFound_data() {
        QTest::addColumn<SceneWish>("scene");
        const auto row = [](const char* name, const std::function<void(SceneWish*)>& change) {
            QTest::newRow(name) << wish(change);
        };
        row("dark wood", [](SceneWish*) {});
        row("tilted", [](SceneWish* w) {
            w->tilt = 22;
            w->fill = 0.7;
        });
        row("turned", [](SceneWish* w) {
            w->table = Table::grey;
            w->turn = 25;
            w->fill = 0.65;
        });
        row("sideways", [](SceneWish* w) {
            w->table = Table::wood;
            w->turn = 90;
            w->fill = 0.6;
        });
        row("white on white", [](SceneWish* w) { w->table = Table::white; });
        row("in the dark", [](SceneWish* w) {
            w->table = Table::black;
            w->dim = 0.45;
            w->noise = 3;
        });
        row("under a hand", [](SceneWish* w) {
            w->table = Table::cloth;
            w->hand = true;
        });
        row("on checks", [](SceneWish* w) { w->table = Table::checks; });
        row("on tiles", [](SceneWish* w) { w->table = Table::tiles; });
        row("among other things", [](SceneWish* w) {
            w->table = Table::wood;
            w->clutter = true;
            w->fill = 0.7;
        });
        row("crumpled", [](SceneWish* w) {
            w->table = Table::grey;
            w->crumple = 1.2;
        });
        row("a card", [](SceneWish* w) {
            w->card = true;
            w->fill = 0.45;
        });
        row("a card on white", [](SceneWish* w) {
            w->card = true;
            w->table = Table::cream;
            w->fill = 0.42;
        });
    }

    void pageIsFound() {
        QFETCH(SceneWish, scene);
        const Scene made = makeScene(scene, 5021);
        const ScannedPage page = scanPhoto(made.jpeg());
        QVERIFY(page.coins.has_value());
        QVERIFY2(bestOverlap(made, page) > kGood,
                 qPrintable(QString::number(bestOverlap(made, page))));
        QCOMPARE(page.forme, scene.card ? Forme::id1 : Forme::a4);
        QVERIFY(!page.has(Raison::horsCadre) && !page.has(Raison::deuxPages));
    }

    void cornersAreWithinTwoPoints() {
        const Scene made = makeScene(wish([](SceneWish* w) { w->table = Table::wood; }), 77);
        const ScannedPage page = scanPhoto(made.jpeg());
        QVERIFY(page.coins.has_value());
        for (std::size_t i = 0; i < 4; ++i) {
            QVERIFY(std::abs((*page.coins)[i].x - made.documents[0][i].x) < 2);
            QVERIFY(std::abs((*page.coins)[i].y - made.documents[0][i].y) < 2);
        }
    }

    void aCutPageIsSaid() {
        for (const unsigned seed : {1U, 2U, 3U}) {
            const Scene corner = makeScene(wish([](SceneWish* w) {
                                               w->shiftX = 0.16;
                                               w->shiftY = 0.13;
                                               w->turn = 8;
                                               w->fill = 0.85;
                                           }),
                                           seed);
            QVERIFY(corner.isCut());
            const ScannedPage first = scanPhoto(corner.jpeg());
            QVERIFY(first.has(Raison::horsCadre));
            QCOMPARE(first.verdict, Verdict::reprendre);
            const Scene side = makeScene(wish([](SceneWish* w) {
                                             w->table = Table::grey;
                                             w->shiftX = 0.27;
                                             w->fill = 0.85;
                                         }),
                                         seed);
            QVERIFY(side.isCut());
            QVERIFY(!isSure(scanPhoto(side.jpeg())));
        }
    }

    void twoPagesAreSaid() {
        const Scene beside = makeScene(wish([](SceneWish* w) {
                                           w->documents = 2;
                                           w->fill = 0.45;
                                       }),
                                       8);
        QVERIFY(scanPhoto(beside.jpeg()).has(Raison::deuxPages));
        const Scene over = makeScene(wish([](SceneWish* w) {
                                         w->table = Table::grey;
                                         w->documents = 2;
                                         w->overlapping = true;
                                         w->fill = 0.62;
                                     }),
                                     8);
        QVERIFY(scanPhoto(over.jpeg()).has(Raison::deuxPages));
    }

    void anEmptyTableIsSaid() {
        for (const Table table : {Table::wood, Table::checks, Table::tiles, Table::white,
                                  Table::cloth, Table::carpet}) {
            const Scene made = makeScene(wish([table](SceneWish* w) {
                                             w->table = table;
                                             w->documents = 0;
                                         }),
                                         21);
            const ScannedPage page = scanPhoto(made.jpeg());
            QVERIFY2(!isSure(page), qPrintable(QString::number(int(table))));
            QVERIFY(page.verdict != Verdict::ok);
        }
    }
};

QTEST_GUILESS_MAIN(ScanOutlineTest)
#include "scan_outline_test.moc"
