// SPDX-License-Identifier: GPL-3.0-or-later
// What a distribution shows, and what nobody may find in it.
#include "shared/position/distribution.h"
#include "shared/position/population.h"

#include <QtTest>

#include <numeric>
#include <set>

using namespace escale;
using namespace escale::position;

namespace {

Distribution head(int least = kLeastShown) {
    Distribution head;
    head.epci = "200055655";
    head.bareme = "essai";
    head.baremeVersion = 1;
    head.date = {2026, 10, 1};
    head.least = least;
    head.edges = defaultEdges(255);
    return head;
}

/// `count` demandes with notes drawn between the two.
void add(std::vector<Scored>& all, const char* commune, const char* typology, int count,
         std::uint64_t seed, int from = 0, int to = 60) {
    Dice dice(seed);
    for (int i = 0; i < count; ++i)
        all.push_back({commune, typology, from + dice.upTo(to - from)});
}

/// Cells of all sizes: large, just enough, too small, and a typology that is rare everywhere.
std::vector<Scored> territory(std::uint64_t seed) {
    std::vector<Scored> all;
    add(all, "95585", "T3", 410, seed);
    add(all, "95268", "T3", 60, seed + 1);
    add(all, "95277", "T3", 11, seed + 2);
    add(all, "95250", "T3", 4, seed + 3);
    add(all, "95585", "T5", 30, seed + 4);
    add(all, "95268", "T5", 3, seed + 5);
    add(all, "95277", "T5", 2, seed + 6);
    add(all, "95585", "T1", 6, seed + 7);
    return all;
}

int total(const Cell& cell) {
    return std::accumulate(cell.begin(), cell.end(), 0,
                           [](int sum, const Bin& bin) { return sum + bin.count; });
}

/// Demandes of `all` in the cell whose note is in [from, below).
int real(const std::vector<Scored>& all, const CellKey& key, int from, int below) {
    int count = 0;
    for (const Scored& one : all)
        count += (key.commune.empty() || one.commune == key.commune) &&
                         one.typology == key.typology && one.note >= from && one.note < below
                     ? 1
                     : 0;
    return count;
}

} // namespace

class PositionDistributionTest : public QObject {
    Q_OBJECT
private slots:
    void noBinShowsFewerThanTheThreshold() {
        for (const int least : {2, 5, 11, 40})
            for (std::uint64_t seed = 0; seed < 20; ++seed) {
                const auto all = territory(seed * 100);
                const Distribution built = build(head(least), all).value();
                QVERIFY(!built.cells.empty());
                for (const auto& [key, cell] : built.cells) {
                    QCOMPARE(cell.front().from, 0);
                    for (std::size_t i = 0; i < cell.size(); ++i) {
                        QVERIFY(cell[i].count >= least);
                        const int below = i + 1 < cell.size() ? cell[i + 1].from : 256;
                        QCOMPARE(cell[i].count, real(all, key, cell[i].from, below));
                    }
                }
            }
    }

    void smallCellsAreNotThere() {
        const Distribution built = build(head(), territory(1)).value();
        QVERIFY(built.cells.contains({"95268", "T3"}));
        // Eleven would do, but then the four of 95250 would be what is missing from the EPCI.
        QVERIFY(!built.cells.contains({"95277", "T3"}));
        auto without = territory(1);
        std::erase_if(without, [](const Scored& one) { return one.commune == "95250"; });
        QVERIFY(build(head(), without).value().cells.contains({"95277", "T3"}));
        QVERIFY(!built.cells.contains({"95250", "T3"}));
        QVERIFY(!built.cells.contains({"95268", "T5"}));
        QVERIFY(!built.cells.contains({"", "T1"})); // six in the whole EPCI
    }

    void noSubtractionShowsACellThatIsNotThere() {
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            const auto all = territory(seed * 100);
            const Distribution built = build(head(), all).value();
            for (const auto& [whole, cell] : built.cells) {
                if (!whole.commune.empty())
                    continue;
                int left = total(cell);
                for (const auto& [key, other] : built.cells)
                    if (!key.commune.empty() && key.typology == whole.typology)
                        left -= total(other);
                QVERIFY2(left == 0 || left >= kLeastShown, QByteArray::number(left));
            }
        }
    }

    void noSubtractionShowsABinOfACellThatIsNotThere() {
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            const auto all = territory(seed * 100);
            const Distribution built = build(head(), all).value();
            for (const auto& [whole, cell] : built.cells) {
                for (std::size_t i = 0; whole.commune.empty() && i < cell.size(); ++i) {
                    const int below = i + 1 < cell.size() ? cell[i + 1].from : 256;
                    int hidden = cell[i].count;
                    for (const auto& [key, other] : built.cells)
                        if (!key.commune.empty() && key.typology == whole.typology)
                            hidden -= real(all, key, cell[i].from, below);
                    QVERIFY2(hidden == 0 || hidden >= kLeastShown, QByteArray::number(hidden));
                }
            }
        }
    }

    void oneDemandeThatChangesIsNotSeenInTheNextRelease() {
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            auto all = territory(seed * 100);
            const Distribution before = build(head(), all).value();
            for (std::size_t who = 0; who < all.size(); who += 7) {
                auto changed = all;
                changed[who].note = (changed[who].note + 30) % 90;
                const Distribution after = build(head(), changed, &before).value();
                QVERIFY(after.cells == before.cells);
                changed = all;
                changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(who));
                QVERIFY(build(head(), changed, &before).value().cells == before.cells);
            }
        }
    }

    void manyDemandesThatChangeAreSeen() {
        const auto all = territory(1);
        const Distribution before = build(head(), all).value();
        auto changed = all;
        add(changed, "95585", "T3", 50, 99, 50, 90);
        const Distribution after = build(head(), changed, &before).value();
        QVERIFY(after.edges == before.edges);
        QVERIFY(after.cells.at({"95585", "T3"}) != before.cells.at({"95585", "T3"}));
        QVERIFY(after.cells.at({"95268", "T3"}) == before.cells.at({"95268", "T3"}));
        QCOMPARE(total(after.cells.at({"95585", "T3"})), 460);
    }

    void aPlaceIsAnIntervalThatHoldsTheTrueRank() {
        const auto all = territory(3);
        const Distribution built = build(head(), all).value();
        for (const Scored& one : all) {
            if (one.commune != "95585" || one.typology != "T3")
                continue;
            const Place place = placeOf(built, "95585", "T3", one.note);
            const int rank = 1 + real(all, {"95585", "T3"}, one.note + 1, 256);
            QVERIFY(place.known && !place.wholeEpci);
            QVERIFY(place.from <= rank && rank <= place.to);
            QVERIFY(place.to - place.from + 1 >= kLeastShown);
            QCOMPARE(place.of, 410);
        }
    }

    void aSmallCellTakesThePlaceInTheWholeEpci() {
        const Distribution built = build(head(), territory(3)).value();
        const Place fallen = placeOf(built, "95250", "T3", 30);
        QVERIFY(fallen.known && fallen.wholeEpci);
        QCOMPARE(fallen.of, 485);
        QVERIFY(!placeOf(built, "95585", "T1", 30).known);
        QVERIFY(!placeOf(built, "95585", "T9", 30).known);
    }

    void edgesAndThresholdsThatMakeNoSenseAreRefused() {
        Distribution wrong = head();
        wrong.edges = {0, 5, 5};
        QCOMPARE(build(wrong, {}).error().code, Errc::invalidArgument);
        wrong.edges = {1, 5};
        QVERIFY(!build(wrong, {}));
        wrong.edges.clear();
        QVERIFY(!build(wrong, {}));
        QVERIFY(!build(head(1), {}));
        QVERIFY(build(head(), {}).value().cells.empty());
    }
};

QTEST_APPLESS_MAIN(PositionDistributionTest)
#include "position_distribution_test.moc"
