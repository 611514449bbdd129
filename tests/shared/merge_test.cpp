// SPDX-License-Identifier: GPL-3.0-or-later
#include "merge_support.h"

#include <QtTest>

using namespace escale;
using namespace escale::test;

namespace {

const std::string kPhone = "demandeur.telephone"; // policy arrival
const std::string kName = "demandeur.nom";        // policy authority
const std::string kReasons = "motifs";            // policy union
const std::string kUsage = "demandeur.nom_usage"; // policy harmless

} // namespace

class MergeTest : public QObject {
    Q_OBJECT
private slots:
    void aFirstAnswerIsApplied() {
        Lab lab;
        const auto outcome = lab.send(1, {{kPhone, "0600000001", 0}});
        QVERIFY(outcome.results == std::vector{ChangeResult::applied});
        QVERIFY(outcome.stateChanged);
        QCOMPARE(lab.dossier.revision, 1);
        QVERIFY(lab.value(kPhone) == Value("0600000001"));
        QCOMPARE(lab.dossier.fields[kPhone].origin.seq, 1);
        QVERIFY(!lab.dossier.parallel);
    }

    void oneEditIsOneRevision() {
        Lab lab;
        lab.send(1, {{kPhone, "0600000001", 0}, {kName, "Un", 0}});
        QCOMPARE(lab.dossier.revision, 1);
        QVERIFY(!lab.send(1, {{kName, "Un", 1}}).stateChanged);
        QCOMPARE(lab.dossier.revision, 1);
    }

    void whoHasSeenTheValueReplacesIt() {
        Lab lab;
        lab.send(1, {{kPhone, "0600000001", 0}});
        lab.send(2, {{kPhone, "0600000002", lab.base(kPhone)}});
        QVERIFY(lab.value(kPhone) == Value("0600000002"));
        QVERIFY(lab.dossier.conflicts.empty());
    }

    void aDeviceReplacesItsOwnValueWithoutWaiting() {
        Lab lab;
        lab.send(1, {{kPhone, "0600000001", 0}});
        lab.send(1, {{kPhone, "0600000002", 0}});
        lab.send(1, {{kPhone, Value(), 0}});
        QVERIFY(isEmpty(lab.value(kPhone)));
        QVERIFY(lab.dossier.conflicts.empty());
        QCOMPARE(lab.dossier.fields.count(kPhone), std::size_t{1});
    }

    void twoAnswersToTheSameQuestionBothStay_data() {
        QTest::addColumn<bool>("reversed");
        QTest::newRow("A then B") << false;
        QTest::newRow("B then A") << true;
    }

    void twoAnswersToTheSameQuestionBothStay() {
        QFETCH(bool, reversed);
        Lab lab;
        lab.send(9, {{kPhone, "0600000000", 0}});
        Edit a = lab.edit(1, {{kPhone, "0600000001", 1}});
        Edit b = lab.edit(2, {{kPhone, "0600000002", 1}});
        if (reversed)
            std::swap(a, b);
        lab.take(a);
        const auto outcome = lab.take(b);
        QVERIFY(outcome.results == std::vector{ChangeResult::clash});
        QVERIFY(outcome.opened == std::vector{kPhone});
        const Values both{a.changes[0].value, b.changes[0].value};
        QVERIFY(lab.clash(kPhone) == both);
        QVERIFY(lab.value(kPhone) == a.changes[0].value);
        QCOMPARE(lab.dossier.conflictOn(kPhone)->baseRevision, 1);
        QCOMPARE(lab.dossier.fields[kPhone].revision, 3);
    }

    void theSameAnswerTwiceIsNoClash() {
        Lab lab;
        lab.send(1, {{kPhone, "0600000001", 0}});
        const auto outcome = lab.send(2, {{kPhone, "0600000001", 0}});
        QVERIFY(outcome.results == std::vector{ChangeResult::unchanged});
        QVERIFY(lab.dossier.conflicts.empty());
        QVERIFY(!outcome.stateChanged);
    }

    void otherFieldsMakeTheDossierParallelOnly() {
        Lab lab;
        lab.send(1, {{kPhone, "0600000001", 0}});
        lab.send(2, {{kName, "Deux", 0}});
        QVERIFY(lab.dossier.parallel);
        QVERIFY(lab.dossier.conflicts.empty());
        QVERIFY(lab.value(kPhone) == Value("0600000001") && lab.value(kName) == Value("Deux"));
    }

    void whoSaysWhatTheySawIsNotParallel() {
        Lab lab;
        lab.send(1, {{kPhone, "0600000001", 0}});
        Edit edit = lab.edit(2, {{kName, "Deux", 0}});
        edit.seen = lab.dossier.revision;
        lab.take(edit);
        QVERIFY(!lab.dossier.parallel);
        lab.send(1, {{kUsage, "Un", 0}});
        QVERIFY(lab.dossier.parallel);
    }

    void authorityWinsForTheTimeBeing_data() {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<bool>("secondWins");
        const std::tuple<const char*, const char*, bool> rows[] = {
            {"demandeur", "mediateur", true},   {"mediateur", "demandeur", false},
            {"demandeur", "demandeur", false},  {"mediateur:nadia", "guichet", true},
            {"guichet", "sne", true},           {"sne", "guichet", false},
            {"permanence", "mediateur", false},
        };
        for (const auto& [first, second, wins] : rows)
            QTest::addRow("%s then %s", first, second) << first << second << wins;
    }

    void authorityWinsForTheTimeBeing() {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(bool, secondWins);
        Lab lab;
        lab.send(1, {{kName, "Un", 0}}, first.toStdString());
        lab.send(2, {{kName, "Deux", 0}}, second.toStdString());
        QVERIFY(lab.clash(kName) == (Values{"Un", "Deux"}));
        QVERIFY(lab.value(kName) == Value(secondWins ? "Deux" : "Un"));
        QCOMPARE(lab.dossier.conflictOn(kName)->winner, std::size_t{secondWins ? 1U : 0U});
        Lab other; // the same two on a field whose policy is arrival
        other.send(1, {{kPhone, "0600000001", 0}}, first.toStdString());
        other.send(2, {{kPhone, "0600000002", 0}}, second.toStdString());
        QVERIFY(other.value(kPhone) == Value("0600000001"));
    }

    void aThirdStrongerVoiceTakesTheLead() {
        Lab lab;
        lab.send(1, {{kName, "Un", 0}});
        lab.send(2, {{kName, "Deux", 0}});
        lab.send(3, {{kName, "Trois", 0}}, "guichet");
        QVERIFY(lab.clash(kName) == (Values{"Un", "Deux", "Trois"}));
        QVERIFY(lab.value(kName) == Value("Trois"));
    }

    void setsAreUnitedBothWays() {
        for (const bool reversed : {false, true}) {
            Lab lab;
            lab.send(9, {{kReasons, TextList{"sante"}, 0}});
            Edit a = lab.edit(1, {{kReasons, TextList{"expulsion", "sante"}, 1}});
            Edit b = lab.edit(2, {{kReasons, TextList{"trop_petit"}, 1}});
            if (reversed)
                std::swap(a, b);
            lab.take(a);
            QVERIFY(lab.take(b).results == std::vector{ChangeResult::merged});
            QVERIFY(lab.value(kReasons) == Value(TextList{"expulsion", "sante", "trop_petit"}));
            QVERIFY(lab.dossier.conflicts.empty());
        }
    }

    void aUnionIsNotReplacedByWhoHasNotSeenIt() {
        Lab lab;
        lab.send(1, {{kReasons, TextList{"sante"}, 0}});
        lab.send(2, {{kReasons, TextList{"expulsion"}, 0}});
        lab.send(2, {{kReasons, TextList{"autre"}, 0}});
        QVERIFY(lab.value(kReasons) == Value(TextList{"autre", "expulsion", "sante"}));
        lab.send(2, {{kReasons, TextList{"autre"}, lab.base(kReasons)}});
        QVERIFY(lab.value(kReasons) == Value(TextList{"autre"}));
    }

    void clearingASetAgainstAnAnswerIsAClash() {
        Lab lab;
        lab.send(9, {{kReasons, TextList{"sante"}, 0}});
        lab.send(1, {{kReasons, TextList{"autre"}, 1}});
        lab.send(2, {{kReasons, Value(), 1}});
        QVERIFY(lab.clash(kReasons) == (Values{TextList{"autre"}, Value()}));
    }

    void harmlessFieldsCloseByThemselves() {
        Lab lab;
        lab.send(1, {{kUsage, "Un", 0}});
        const auto outcome = lab.send(2, {{kUsage, "Deux", 0}});
        QVERIFY(outcome.results == std::vector{ChangeResult::supersededByHarmless});
        QVERIFY(lab.value(kUsage) == Value("Deux"));
        QVERIFY(lab.dossier.conflicts.empty());
    }

    void aDeviceHasOneVoiceInAConflict() {
        Lab lab;
        lab.send(1, {{kPhone, "0600000001", 0}});
        lab.send(2, {{kPhone, "0600000002", 0}});
        lab.send(2, {{kPhone, "0600000003", 0}});
        QVERIFY(lab.clash(kPhone) == (Values{"0600000001", "0600000003"}));
        lab.send(1, {{kPhone, "0600000004", 0}});
        QVERIFY(lab.clash(kPhone) == (Values{"0600000004", "0600000003"}));
        QVERIFY(lab.value(kPhone) == Value("0600000004"));
    }

    void agreeingEndsAConflict() {
        Lab lab;
        lab.send(1, {{kPhone, "0600000001", 0}});
        lab.send(2, {{kPhone, "0600000002", 0}});
        const auto outcome = lab.send(2, {{kPhone, "0600000001", 0}});
        QVERIFY(outcome.closed == std::vector{kPhone});
        QVERIFY(lab.dossier.conflicts.empty());
        QVERIFY(lab.value(kPhone) == Value("0600000001"));
        lab.send(1, {{kPhone, "0600000005", 0}});
        QVERIFY(lab.clash(kPhone) == (Values{"0600000001", "0600000005"}));
    }

    void aPersonClosesWhatTheyHaveSeen() {
        Lab lab;
        lab.send(1, {{kPhone, "0600000001", 0}});
        lab.send(2, {{kPhone, "0600000002", 0}});
        const auto outcome = lab.close(3, kPhone, "0600000002", lab.base(kPhone));
        QVERIFY(outcome.results == std::vector{ChangeResult::applied});
        QVERIFY(outcome.closed == std::vector{kPhone});
        QVERIFY(lab.dossier.conflicts.empty());
        QVERIFY(lab.value(kPhone) == Value("0600000002"));
    }

    void closingBlindJoinsTheConflict() {
        Lab lab;
        lab.send(1, {{kPhone, "0600000001", 0}});
        lab.send(2, {{kPhone, "0600000002", 0}});
        const auto seen = lab.base(kPhone);
        lab.send(4, {{kPhone, "0600000004", 0}});
        const auto outcome = lab.close(3, kPhone, "0600000002", seen);
        QVERIFY(outcome.results == std::vector{ChangeResult::clash});
        QCOMPARE(lab.clash(kPhone).size(), std::size_t{4});
        lab.close(3, kPhone, "0600000002", lab.base(kPhone));
        QVERIFY(lab.dossier.conflicts.empty());
    }

    void ownCandidatesDoNotHinderClosing() {
        Lab lab;
        lab.send(1, {{kPhone, "0600000001", 0}});
        lab.send(2, {{kPhone, "0600000002", 0}});
        const auto seen = lab.base(kPhone);
        lab.send(2, {{kPhone, "0600000003", seen}});
        lab.close(2, kPhone, "0600000001", seen);
        QVERIFY(lab.dossier.conflicts.empty());
        QVERIFY(lab.value(kPhone) == Value("0600000001"));
    }

    void twoPeopleWhoCloseDifferentlyReopen() {
        Lab lab;
        lab.send(1, {{kPhone, "0600000001", 0}});
        lab.send(2, {{kPhone, "0600000002", 0}});
        const auto seen = lab.base(kPhone);
        lab.close(3, kPhone, "0600000001", seen);
        lab.close(4, kPhone, "0600000002", seen);
        QVERIFY(lab.clash(kPhone) == (Values{"0600000001", "0600000002"}));
    }

    void anOrdinaryAnswerNeverClosesAConflict() {
        Lab lab;
        lab.send(1, {{kPhone, "0600000001", 0}});
        lab.send(2, {{kPhone, "0600000002", 0}});
        lab.send(3, {{kPhone, "0600000003", lab.base(kPhone)}});
        QCOMPARE(lab.clash(kPhone).size(), std::size_t{3});
    }

    void theBaseValueComesFromTheHistory() {
        Lab lab;
        lab.send(9, {{kPhone, "0600000000", 0}});
        lab.send(1, {{kPhone, "0600000001", 1}});
        const Edit edit = lab.edit(2, {{kPhone, "0600000002", 1}});
        mergeEdit(lab.dossier, edit, catalogue(), Authority::demandeur,
                  [](const std::string& path, std::int64_t revision) {
                      return path == kPhone && revision == 1 ? Value("0600000000") : Value();
                  });
        QVERIFY(lab.dossier.conflictOn(kPhone)->baseValue == Value("0600000000"));
    }

    void anEditMergedTwiceChangesNothing() {
        Lab lab;
        std::vector<Edit> edits{lab.edit(1, {{kPhone, "0600000001", 0}}),
                                lab.edit(2, {{kPhone, "0600000002", 0}}),
                                lab.edit(1, {{kReasons, TextList{"sante"}, 0}}),
                                lab.edit(2, {{kReasons, TextList{"autre"}, 0}}),
                                lab.edit(1, {{kUsage, "Un", 0}}),
                                lab.edit(2, {{kUsage, "Deux", 0}})};
        for (const Edit& edit : edits) {
            lab.take(edit);
            const Dossier before = lab.dossier;
            QVERIFY(!lab.take(edit).stateChanged);
            QVERIFY(lab.dossier == before);
        }
    }

    void anOldEditOfADeviceDoesNotComeBack() {
        Lab lab;
        const Edit old = lab.edit(1, {{kPhone, "0600000001", 0}});
        lab.take(old);
        lab.send(1, {{kPhone, "0600000002", 0}});
        QVERIFY(!lab.take(old).stateChanged);
        QVERIFY(lab.value(kPhone) == Value("0600000002"));
    }

    void pendingAnswersShowOverTheSnapshot() {
        Lab lab;
        lab.send(1, {{kPhone, "0600000001", 0}, {kName, "Un", 0}});
        Edit pending = lab.edit(2, {{kPhone, "0600000002", 1}});
        Edit foreign = pending;
        foreign.dossier = dossierId(77);
        foreign.changes = {{kName, "Autre", 0}};
        const Dossier view = withPending(lab.dossier, {foreign, pending});
        QVERIFY(view.answer(kPhone) == Value("0600000002"));
        QVERIFY(view.answer(kName) == Value("Un"));
        QCOMPARE(baseOf(view, kPhone), 1);
        QCOMPARE(view.fields.at(kPhone).origin.device, deviceId(2));
        QVERIFY(lab.value(kPhone) == Value("0600000001"));
    }

    void aPendingDecisionHidesItsConflict() {
        Lab lab;
        lab.send(1, {{kPhone, "0600000001", 0}});
        lab.send(2, {{kPhone, "0600000002", 0}});
        Edit pending = lab.edit(3, {{kPhone, "0600000002", lab.base(kPhone)}});
        QVERIFY(withPending(lab.dossier, {pending}).conflictOn(kPhone));
        pending.closes = "choix";
        const Dossier view = withPending(lab.dossier, {pending});
        QVERIFY(!view.conflictOn(kPhone));
        QVERIFY(view.answer(kPhone) == Value("0600000002"));
    }
};

QTEST_APPLESS_MAIN(MergeTest)
#include "merge_test.moc"
