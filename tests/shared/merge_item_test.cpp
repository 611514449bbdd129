// SPDX-License-Identifier: GPL-3.0-or-later
#include "merge_support.h"

#include <QtTest>

using namespace escale;
using namespace escale::test;

namespace {

const std::string kTown = item("localisations", 1);
const std::string kCommune = kTown + ".commune";
const std::string kRank = kTown + ".rang";

/// A town that everybody has seen, at revision 1.
Lab labWithTown() {
    Lab lab;
    lab.send(9, {{kTown, true, 0}, {kCommune, "42218", 0}});
    return lab;
}

bool isThere(const Lab& lab) {
    return !lab.dossier.items("localisations").empty();
}

} // namespace

class MergeItemTest : public QObject {
    Q_OBJECT
private slots:
    void twoPeopleAddTownsWithoutConflict() {
        Lab lab;
        lab.send(1, {{item("localisations", 1), true, 0}});
        lab.send(2, {{item("localisations", 2), true, 0}});
        QCOMPARE(lab.dossier.items("localisations").size(), std::size_t{2});
        QVERIFY(lab.dossier.conflicts.empty());
    }

    void aRemovalThatSawEverythingIsApplied() {
        Lab lab = labWithTown();
        lab.send(1, {{kCommune, "42001", 1}});
        const auto outcome = lab.send(2, {{kTown, false, lab.base(kTown)}});
        QVERIFY(outcome.results == std::vector{ChangeResult::applied});
        QVERIFY(!isThere(lab));
        QVERIFY(lab.dossier.conflicts.empty());
    }

    void theBaseOfAnItemIsTheLatestOfItsFields() {
        Lab lab = labWithTown();
        lab.send(1, {{kCommune, "42001", 1}});
        lab.send(2, {{item("localisations", 2) + ".commune", "42002", 0}});
        QCOMPARE(lab.base(kTown), 2);
        QCOMPARE(baseOf(lab.dossier, item("localisations", 3)), 0);
    }

    void removingWhatSomebodyChangedIsAClash() {
        Lab lab = labWithTown();
        lab.send(1, {{kCommune, "42001", 1}});
        const auto outcome = lab.send(2, {{kTown, false, 1}});
        QVERIFY(outcome.results == std::vector{ChangeResult::clash});
        QVERIFY(lab.clash(kTown) == (Values{true, false}));
        QVERIFY(isThere(lab));
        QVERIFY(lab.value(kCommune) == Value("42001"));
    }

    void changingWhatSomebodyRemovedBringsItBack() {
        Lab lab = labWithTown();
        lab.send(2, {{kTown, false, 1}});
        const auto outcome = lab.send(1, {{kCommune, "42001", 1}});
        QVERIFY(outcome.results == std::vector{ChangeResult::applied});
        QVERIFY(outcome.opened == std::vector{kTown});
        QVERIFY(lab.clash(kTown) == (Values{false, true}));
        QVERIFY(isThere(lab));
        QVERIFY(lab.value(kCommune) == Value("42001"));
    }

    void ownChangesDoNotHinderARemoval() {
        Lab lab = labWithTown();
        lab.send(2, {{kCommune, "42001", 1}});
        lab.send(2, {{kTown, false, 1}});
        QVERIFY(!isThere(lab));
        lab.send(2, {{kRank, std::int64_t{1}, 0}});
        QVERIFY(isThere(lab));
        QVERIFY(lab.dossier.conflicts.empty());
    }

    void removingTwiceIsOnce() {
        Lab lab = labWithTown();
        lab.send(1, {{kTown, false, 1}});
        QVERIFY(!lab.send(2, {{kTown, false, 1}}).stateChanged);
        QVERIFY(!isThere(lab));
        QVERIFY(lab.dossier.conflicts.empty());
    }

    void keepingAgainstRemovingKeeps() {
        for (const bool reversed : {false, true}) {
            Lab lab = labWithTown();
            Edit keep = lab.edit(1, {{kTown, true, 1}, {kCommune, "42001", 1}});
            Edit remove = lab.edit(2, {{kTown, false, 1}});
            lab.take(reversed ? remove : keep);
            lab.take(reversed ? keep : remove);
            QVERIFY(isThere(lab));
            QCOMPARE(lab.clash(kTown).size(), std::size_t{2});
        }
    }

    void aPersonDecidesWhetherItGoes() {
        for (const bool stays : {false, true}) {
            Lab lab = labWithTown();
            lab.send(1, {{kCommune, "42001", 1}});
            lab.send(2, {{kTown, false, 1}});
            lab.close(3, kTown, stays, lab.base(kTown));
            QVERIFY(lab.dossier.conflicts.empty());
            QCOMPARE(isThere(lab), stays);
        }
    }

    void decidingToRemoveIsBlindWhenAFieldMovedSince() {
        Lab lab = labWithTown();
        lab.send(1, {{kCommune, "42001", 1}});
        lab.send(2, {{kTown, false, 1}});
        const auto seen = lab.base(kTown);
        lab.send(4, {{kRank, std::int64_t{2}, 0}});
        lab.close(3, kTown, false, seen);
        QVERIFY(isThere(lab));
        QVERIFY(lab.dossier.conflictOn(kTown));
    }

    void givingUpOnOnesOwnChangeDoesNotHideAnothers() {
        Lab lab = labWithTown();
        lab.send(2, {{kTown, false, 1}});
        lab.send(1, {{kCommune, "42001", 1}}); // back, in conflict
        lab.send(4, {{kRank, std::int64_t{2}, 0}});
        lab.send(1, {{kTown, false, 1}});
        QVERIFY(isThere(lab));
        QVERIFY(lab.dossier.conflictOn(kTown));
    }

    void anItemWithoutPresenceCanBeRemoved() {
        Lab lab;
        lab.send(1, {{kCommune, "42218", 0}});
        lab.send(1, {{kTown, false, lab.base(kTown)}});
        QVERIFY(!isThere(lab));
    }

    void thePreviewBringsItemsBackToo() {
        Lab lab = labWithTown();
        lab.send(2, {{kTown, false, 1}});
        const Edit pending = lab.edit(1, {{kCommune, "42001", 1}});
        QCOMPARE(withPending(lab.dossier, {pending}).items("localisations").size(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(MergeItemTest)
#include "merge_item_test.moc"
