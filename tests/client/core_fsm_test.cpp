// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/sync/sync_fsm.h"
#include "client/sync/sync_status.h"

#include <QtTest>

#include <algorithm>

using namespace escale;
using namespace escale::client;
using Kind = SyncAction::Kind;

namespace {

/// Always the same draw: the lower half of the jitter when 0.
class FixedRandom final : public Random {
public:
    void fill(std::span<std::uint8_t> out) override { std::fill(out.begin(), out.end(), value); }
    std::uint8_t value = 0;
};

constexpr std::int64_t kNow = 1'000'000;

} // namespace

class CoreFsmTest : public QObject {
    Q_OBJECT
private slots:
    void whatWaitsIsSentFirstThenPagesThenNews() {
        FixedRandom random;
        SyncFsm fsm({}, random);
        QCOMPARE(fsm.next({3, {"a"}}, kNow).kind, Kind::exchange);
        fsm.exchangeDone(false, kNow);
        const SyncAction page = fsm.next({0, {"a"}}, kNow);
        QCOMPARE(page.kind, Kind::upload);
        QCOMPARE(page.page, std::string("a"));
        fsm.uploadDone("a");
        QCOMPARE(fsm.next({0, {}}, kNow).kind, Kind::exchange);
        fsm.exchangeDone(false, kNow);
        const SyncAction rest = fsm.next({0, {}}, kNow);
        QCOMPARE(rest.kind, Kind::wait);
        QCOMPARE(rest.waitMs, SyncPolicy{}.pollMs);
        QCOMPARE(fsm.next({0, {}}, kNow + rest.waitMs).kind, Kind::exchange);
    }

    void anAnswerWithMoreIsAskedAgainAtOnce() {
        FixedRandom random;
        SyncFsm fsm({}, random);
        fsm.exchangeDone(true, kNow);
        QCOMPARE(fsm.next({0, {}}, kNow).kind, Kind::exchange);
    }

    void waitsDoubleUpToTheLongestAndAreForgottenBySuccess() {
        FixedRandom random;
        const SyncPolicy policy;
        SyncFsm fsm(policy, random);
        std::int64_t now = kNow;
        std::int64_t expected = policy.firstWaitMs;
        for (int failures = 0; failures < 12; ++failures) {
            QCOMPARE(fsm.next({1, {}}, now).kind, Kind::exchange);
            fsm.exchangeFailed(SyncFailure::cut, now);
            const SyncAction wait = fsm.next({1, {}}, now);
            QCOMPARE(wait.kind, Kind::wait);
            QCOMPARE(wait.waitMs, expected / 2); // the jitter's draw is zero
            now += wait.waitMs;
            expected = std::min(expected * 2, policy.longestWaitMs);
        }
        QCOMPARE(fsm.next({1, {}}, now).kind, Kind::exchange);
        fsm.exchangeDone(false, now);
        fsm.exchangeFailed(SyncFailure::cut, now);
        QCOMPARE(fsm.next({1, {}}, now).waitMs, policy.firstWaitMs / 2);
    }

    void theJitterStaysBetweenHalfAndWhole() {
        FixedRandom random;
        for (const int value : {0, 1, 77, 128, 255}) {
            random.value = static_cast<std::uint8_t>(value);
            SyncFsm fsm({}, random);
            fsm.exchangeFailed(SyncFailure::cut, kNow);
            const std::int64_t wait = fsm.next({1, {}}, kNow).waitMs;
            QVERIFY(wait >= SyncPolicy{}.firstWaitMs / 2 && wait <= SyncPolicy{}.firstWaitMs);
        }
    }

    void aGapIsRelearntOnceThenWaits() {
        FixedRandom random;
        SyncFsm fsm({}, random);
        QVERIFY(fsm.next({4, {}}, kNow).maxEdits > 0);
        fsm.gapFound(kNow);
        const SyncAction relearn = fsm.next({4, {}}, kNow);
        QCOMPARE(relearn.kind, Kind::exchange);
        QCOMPARE(relearn.maxEdits, std::size_t{0});
        fsm.exchangeDone(false, kNow);
        QVERIFY(fsm.next({4, {}}, kNow).maxEdits > 0);
        fsm.gapFound(kNow);
        QCOMPARE(fsm.next({4, {}}, kNow).kind, Kind::wait);
    }

    void aRefusedBatchIsHalvedDownToOneThenWaits() {
        FixedRandom random;
        SyncFsm fsm({}, random);
        std::vector<std::size_t> sizes;
        for (int i = 0; i < 10; ++i) {
            const SyncAction action = fsm.next({8, {}}, kNow);
            if (action.kind != Kind::exchange)
                break;
            sizes.push_back(std::min<std::size_t>(action.maxEdits, 8));
            fsm.exchangeFailed(SyncFailure::refused, kNow);
        }
        QCOMPARE(sizes, (std::vector<std::size_t>{8, 4, 2, 1}));
        QCOMPARE(fsm.next({8, {}}, kNow).kind, Kind::wait);
    }

    void aFailingPageDoesNotHoldTheOthersBack() {
        FixedRandom random;
        SyncFsm fsm({}, random);
        fsm.exchangeDone(false, kNow);
        QCOMPARE(fsm.next({0, {"a", "b"}}, kNow).page, std::string("a"));
        fsm.uploadFailed("a", SyncFailure::cut, kNow);
        QCOMPARE(fsm.next({0, {"a", "b"}}, kNow).page, std::string("b"));
        fsm.uploadDone("b");
        QCOMPARE(fsm.next({1, {"a"}}, kNow).kind, Kind::exchange);
        fsm.exchangeDone(false, kNow);
        const SyncAction wait = fsm.next({0, {"a"}}, kNow);
        QCOMPARE(wait.kind, Kind::wait);
        QCOMPARE(fsm.next({0, {"a"}}, kNow + wait.waitMs).page, std::string("a"));
    }

    void aFailingExchangeDoesNotHoldPagesBack() {
        FixedRandom random;
        SyncFsm fsm({}, random);
        fsm.next({1, {"a"}}, kNow);
        fsm.exchangeFailed(SyncFailure::server, kNow);
        QCOMPARE(fsm.next({1, {"a"}}, kNow).kind, Kind::upload);
    }

    void threeCutsInARowMakeTheLineWait() {
        FixedRandom random;
        SyncFsm fsm({}, random);
        fsm.exchangeDone(false, kNow);
        for (const char* page : {"a", "b", "c"}) {
            QCOMPARE(fsm.next({0, {"a", "b", "c", "d"}}, kNow).page, std::string(page));
            fsm.uploadFailed(page, SyncFailure::cut, kNow);
        }
        QCOMPARE(fsm.next({0, {"a", "b", "c", "d"}}, kNow).kind, Kind::wait);
        fsm.wake();
        QCOMPARE(fsm.next({0, {"a", "b", "c", "d"}}, kNow).kind, Kind::exchange);
    }

    void aClockThatGoesBackEndsTheWaits() {
        FixedRandom random;
        SyncFsm fsm({}, random);
        fsm.next({1, {}}, kNow);
        fsm.exchangeFailed(SyncFailure::cut, kNow);
        QCOMPARE(fsm.next({1, {}}, kNow).kind, Kind::wait);
        QCOMPARE(fsm.next({1, {}}, kNow - 900'000).kind, Kind::exchange);
    }

    void theThreeWordsOfAState() {
        QCOMPARE(sendStateName(sendStateOf(false, 3, 1)), std::string_view("en_cours"));
        QCOMPARE(sendStateName(sendStateOf(true, 0, 1)), std::string_view("gardee"));
        QCOMPARE(sendStateName(sendStateOf(true, 2, 0)), std::string_view("gardee"));
        QCOMPARE(sendStateName(sendStateOf(true, 0, 0)), std::string_view("envoyee"));
    }
};

QTEST_GUILESS_MAIN(CoreFsmTest)
#include "core_fsm_test.moc"
