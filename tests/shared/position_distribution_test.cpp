// SPDX-License-Identifier: GPL-3.0-or-later
// What a distribution shows, and what nobody may find in it.
#include "shared/position/distribution.h"
#include "shared/position/population.h"

#include <QtTest>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

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

/// Cells that hold exactly the threshold, one less, one more, twice it; EPCI cells too.
std::vector<Scored> onTheEdge(std::uint64_t seed) {
    std::vector<Scored> all;
    int count = kLeastShown - 2;
    for (const char* typology : {"T1", "T2", "T3", "T4"})
        for (const char* commune : {"95585", "95268", "95277", "95250"}) {
            ++count;
            add(all, commune, typology, count, seed * 50 + static_cast<std::uint64_t>(count));
        }
    add(all, "95585", "T5", kLeastShown, seed);
    add(all, "95268", "T6", kLeastShown - 1, seed);
    std::erase_if(all, [](const Scored& one) { // ten of them: one more makes the cell
        return one.commune == "95250" && one.typology == "T3";
    });
    add(all, "95250", "T3", kLeastShown - 1, seed + 9);
    return all;
}

/// Everything that one person may do: leave, come, answer otherwise, move, want another home.
std::vector<std::vector<Scored>> oneDemandeAway(const std::vector<Scored>& all,
                                                const Distribution& shown) {
    std::vector<std::vector<Scored>> worlds;
    std::set<CellKey> keys;
    for (const Scored& one : all)
        keys.insert({one.commune, one.typology});
    std::set<std::tuple<std::string, std::string, int>> seen; // the same demande twice: once
    for (std::size_t who = 0; who < all.size(); ++who) {
        const Scored& one = all[who];
        if (!seen.insert({one.commune, one.typology, one.note}).second)
            continue;
        auto without = all;
        without.erase(without.begin() + static_cast<std::ptrdiff_t>(who));
        worlds.push_back(without);
        for (const CellKey& key : keys) {
            worlds.push_back(without);
            worlds.back().push_back({key.commune, key.typology, one.note});
        }
        for (const int note : {0, 21, 59, 254}) {
            worlds.push_back(without);
            worlds.back().push_back({one.commune, one.typology, note});
        }
    }
    keys.insert({"95019", "T3"}); // where nobody asks yet
    keys.insert({"95019", "T9"});
    for (const CellKey& key : keys)
        for (const int edge : shown.edges)
            if (edge < 70) {
                worlds.push_back(all);
                worlds.back().push_back({key.commune, key.typology, edge});
            }
    return worlds;
}

/// What somebody who has both releases may read: cells that came, went, or changed.
QByteArray differences(const Distribution& before, const Distribution& after) {
    QByteArray text;
    std::set<CellKey> keys;
    for (const auto* one : {&before, &after})
        for (const auto& [key, cell] : one->cells)
            keys.insert(key);
    for (const CellKey& key : keys) {
        const auto a = before.cells.find(key);
        const auto b = after.cells.find(key);
        if (a == before.cells.end() || b == after.cells.end() || a->second != b->second)
            text += QByteArray::fromStdString(key.commune + " " + key.typology + "; ");
    }
    return text + (before.edges == after.edges ? "" : "edges");
}

std::vector<Scored> behind(const std::vector<Scored>& all, const CellKey& key) {
    std::vector<Scored> some;
    std::copy_if(all.begin(), all.end(), std::back_inserter(some), [&](const Scored& one) {
        return one.typology == key.typology && (key.commune.empty() || one.commune == key.commune);
    });
    return some;
}

/// Demandes that came, left or have another note, each counted once.
int apart(const std::vector<Scored>& before, const std::vector<Scored>& after) {
    std::map<int, int> notes;
    for (const Scored& one : after)
        ++notes[one.note];
    for (const Scored& one : before)
        --notes[one.note];
    int more = 0;
    int fewer = 0;
    for (const auto& [note, count] : notes)
        (count > 0 ? more : fewer) += std::abs(count);
    return std::max(more, fewer);
}

void change(std::vector<Scored>& all, Dice& dice) {
    Scored& one = all[static_cast<std::size_t>(dice.upTo(static_cast<int>(all.size()) - 1))];
    const Scored other = all[static_cast<std::size_t>(dice.upTo(static_cast<int>(all.size()) - 1))];
    switch (dice.upTo(4)) {
    case 0:
        one.note = dice.upTo(60);
        return;
    case 1:
        one.commune = other.commune;
        return;
    case 2:
        one.typology = other.typology;
        return;
    case 3:
        all.push_back({other.commune, other.typology, dice.upTo(60)});
        return;
    default:
        std::swap(one, all.back());
        all.pop_back();
    }
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
        for (std::uint64_t seed = 0; seed < 4; ++seed)
            for (const auto& all : {territory(seed * 100), onTheEdge(seed)}) {
                const Distribution before = build(head(), all).value();
                for (const auto& changed : oneDemandeAway(all, before))
                    QCOMPARE(differences(before, build(head(), changed, &before).value()),
                             QByteArray());
            }
    }

    void whatReleasesTellOneAfterTheOtherIsNeverOneDemande() {
        for (std::uint64_t seed = 0; seed < 12; ++seed) {
            Dice dice(seed);
            auto all = seed % 2 == 0 ? territory(seed) : onTheEdge(seed);
            Distribution held = build(head(), all).value();
            std::map<CellKey, std::vector<Scored>> known; // behind each cell, when it was made
            for (const auto& [key, cell] : held.cells)
                known[key] = behind(all, key);
            for (int release = 0; release < 150; ++release) {
                for (int i = dice.upTo(3); i >= 0; --i)
                    change(all, dice);
                const Distribution next = build(head(), all, &held).value();
                for (const auto& [key, cell] : next.cells) {
                    if (const auto at = held.cells.find(key);
                        at != held.cells.end() && at->second == cell)
                        continue;
                    if (held.cells.contains(key))
                        QVERIFY(apart(known[key], behind(all, key)) >= kLeastShown);
                    for (const Bin& bin : cell)
                        QVERIFY(bin.count >= kLeastShown);
                    known[key] = behind(all, key);
                }
                held = next;
            }
        }
    }

    void aCellThatIsNoLongerLargeEnoughGoesOnceEnoughHaveLeft() {
        auto all = territory(1);
        const Distribution before = build(head(), all).value();
        const auto leave = [&](int count) {
            for (std::size_t i = all.size(); i-- > 0 && count > 0;)
                if (all[i].commune == "95268" && all[i].typology == "T3") {
                    all.erase(all.begin() + static_cast<std::ptrdiff_t>(i));
                    --count;
                }
        };
        leave(kLeastShown - 1);
        QVERIFY(build(head(), all, &before).value().cells.contains({"95268", "T3"}));
        leave(45);
        QVERIFY(!build(head(), all, &before).value().cells.contains({"95268", "T3"}));
    }

    void aCellThatBecomesLargeEnoughComesWhenMuchHasChanged() {
        auto all = onTheEdge(1);
        const Distribution before = build(head(), all).value();
        all.push_back({"95250", "T3", 12}); // the eleventh
        QVERIFY(!build(head(), all, &before).value().cells.contains({"95250", "T3"}));
        add(all, "95585", "T3", 40, 5);
        QVERIFY(build(head(), all, &before).value().cells.contains({"95250", "T3"}));
    }

    void aReleaseFollowsOneOfTheSameRules() {
        const Distribution before = build(head(), territory(1)).value();
        Distribution other = head();
        other.baremeVersion = 2;
        QCOMPARE(build(other, territory(1), &before).error().code, Errc::invalidArgument);
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
