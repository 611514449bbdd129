// SPDX-License-Identifier: GPL-3.0-or-later
// A code de reprise written on another borne: what it opens, for whom, and how often.
#include "server/auth/return_codes.h"
#include "shared/crypto/aead.h"
#include "tests/server/store_support.h"

#include <QtTest>

using namespace escale;
using namespace escale::server_test;
using protocol::Role;

namespace {

const std::string kCode = "482915703642";
const std::string kName = "demandeur.nom";

struct Counter {
    Bench bench;
    server::ReturnCodes codes{*bench.store, bench.clock, crypto::newKey(bench.random)};

    /// A borne of `site` sends a dossier with that code and a name.
    DossierId begun(const server::DeviceRow& borne, const std::string& code, std::int64_t seq = 1,
                    const std::string& name = "BELLEC") {
        const DossierId id = bench.newDossier();
        bench.send(borne, {edit(borne, id, seq, {change("reference", code), change(kName, name)})});
        return id;
    }

    Errc refusal(const server::DeviceRow& borne, const std::string& code) {
        const auto opened = codes.open(borne, code);
        return opened ? Errc::internal : opened.error().code;
    }
};

} // namespace

class ReturnCodesTest : public QObject {
    Q_OBJECT
private slots:
    void anotherBorneGetsTheDossierAndMayAddToIt() {
        Counter here;
        const auto first = here.bench.addDevice(Role::borne, "Mairie");
        const auto second = here.bench.addDevice(Role::borne, "CAF");
        const auto third = here.bench.addDevice(Role::borne, "CAF");
        const DossierId id = here.begun(first, kCode);
        const auto found = here.codes.open(second, kCode);
        QVERIFY(found);
        QCOMPARE(found->id, id);
        QCOMPARE(toText(found->answer(kName)), std::string("BELLEC"));
        const auto more = {change("demandeur.prenom", std::string("Amina"))};
        const auto answer = here.bench.send(second, {edit(second, id, 1, more)});
        QVERIFY(answer.refused.empty());
        QCOMPARE(toText(here.bench.dossier(id).dossier.answer("demandeur.prenom")),
                 std::string("Amina"));
        // Its state from now on, never a value.
        QCOMPARE(answer.statuses.size(), std::size_t{1});
        QVERIFY(answer.dossiers.empty());
        QVERIFY(here.bench.send(second, {}, answer.cursor).statuses.empty());
        // The one where it began still gets it; another borne of the place may do nothing.
        QCOMPARE(here.bench.send(first, {}).statuses.size(), std::size_t{1});
        QCOMPARE(here.bench.send(third, {edit(third, id, 1, more)}).refused.size(), std::size_t{1});
        QVERIFY(here.bench.send(third, {}).statuses.empty());
    }

    void whatComesAfterIsFoundToo() {
        Counter here;
        const auto borne = here.bench.addDevice(Role::borne, "Mairie");
        here.begun(borne, kCode);
        QVERIFY(here.codes.catchUp());
        here.begun(borne, "000011112222", 2, "DIALLO");
        QCOMPARE(toText(here.codes.open(borne, "000011112222")->answer(kName)),
                 std::string("DIALLO"));
        QCOMPARE(toText(here.codes.open(borne, kCode)->answer(kName)), std::string("BELLEC"));
    }

    void aCodeThatOpensNothingIsWrong() {
        Counter here;
        const auto borne = here.bench.addDevice(Role::borne, "Mairie");
        const DossierId id = here.begun(borne, kCode);
        QCOMPARE(here.refusal(borne, "482915703643"), Errc::wrongCode);
        QCOMPARE(here.refusal(borne, "000000000000"), Errc::wrongCode);
        // Everything was erased: the reference alone opens nothing.
        here.bench.send(borne, {edit(borne, id, 2, {change(kName, Value(), 1)})});
        QCOMPARE(here.refusal(borne, kCode), Errc::wrongCode);
    }

    void twoDossiersOfOneCodeAreLeftToAnAdviser() {
        Counter here;
        const auto borne = here.bench.addDevice(Role::borne, "Mairie");
        here.begun(borne, kCode, 1, "BELLEC");
        here.begun(borne, kCode, 2, "DIALLO");
        QCOMPARE(here.refusal(borne, kCode), Errc::wrongCode);
    }

    void aTabletOfAnotherSiteHoldsItFromThenOn() {
        Counter here;
        const auto borne = here.bench.addDevice(Role::borne, "Mairie");
        const auto tablet = here.bench.addDevice(Role::mediateur, "CAF");
        const auto colleague = here.bench.addDevice(Role::permanence, "CAF");
        const DossierId own = here.bench.newDossier();
        here.bench.send(tablet, {edit(tablet, own, 1, {change(kName, std::string("DIALLO"))})});
        const DossierId id = here.begun(borne, kCode);
        const auto before = here.bench.send(tablet, {}, 0);
        QCOMPARE(before.dossiers.size(), std::size_t{1});
        QCOMPARE(here.codes.open(tablet, kCode)->id, id);

        const auto more = {change("demandeur.prenom", std::string("Amina"))};
        QVERIFY(here.bench.send(tablet, {edit(tablet, id, 2, more)}).refused.empty());
        const auto after = here.bench.send(tablet, {}, before.cursor);
        QCOMPARE(after.dossiers.size(), std::size_t{1});
        QCOMPARE(after.dossiers.front().id, id);
        QVERIFY(here.bench.send(tablet, {}, after.cursor).dossiers.empty());
        // Both, in the order of their changes, for one that starts again.
        const auto all = here.bench.send(tablet, {}, 0).dossiers;
        QCOMPARE(all.size(), std::size_t{2});
        QCOMPARE(all.front().id, own);
        // Who was not given the code has nothing of it.
        for (const auto& theirs : here.bench.send(colleague, {}, 0).dossiers)
            QVERIFY(theirs.id != id);
        QCOMPARE(here.bench.send(colleague, {edit(colleague, id, 1, more)}).refused.size(),
                 std::size_t{1});
    }

    void aTabletOfTheSiteGetsItOnce() {
        Counter here;
        const auto borne = here.bench.addDevice(Role::borne, "Mairie");
        const auto tablet = here.bench.addDevice(Role::mediateur, "Mairie");
        const DossierId id = here.begun(borne, kCode);
        QCOMPARE(here.codes.open(tablet, kCode)->id, id);
        QCOMPARE(here.bench.send(tablet, {}, 0).dossiers.size(), std::size_t{1});
    }

    void whoGuessesWaits() {
        Counter here;
        const auto borne = here.bench.addDevice(Role::borne, "Mairie");
        const auto other = here.bench.addDevice(Role::borne, "CAF");
        here.begun(borne, kCode);
        for (int i = 0; i < server::Throttle::kMaxWrong; ++i)
            QCOMPARE(here.refusal(other, "90000000000" + std::to_string(i)), Errc::wrongCode);
        QCOMPARE(here.refusal(other, kCode), Errc::throttled);
        QVERIFY(here.codes.open(borne, kCode)); // the others do not wait
        here.bench.clock.advance(server::Throttle::kWindowMs);
        QVERIFY(here.codes.open(other, kCode));
    }

    void whoGuessesAllDayWaitsForTheNext() {
        Counter here;
        const auto borne = here.bench.addDevice(Role::borne, "Mairie");
        here.begun(borne, kCode);
        for (int i = 0; i < server::ReturnCodes::kMaxWrongADay; ++i) {
            if (i % server::Throttle::kMaxWrong == 0)
                here.bench.clock.advance(server::Throttle::kWindowMs);
            QCOMPARE(here.refusal(borne, std::to_string(900'000'000'000 + i)), Errc::wrongCode);
        }
        here.bench.clock.advance(server::Throttle::kWindowMs);
        QCOMPARE(here.refusal(borne, kCode), Errc::throttled);
        here.bench.clock.advance(24 * 60 * 60 * 1000);
        QVERIFY(here.codes.open(borne, kCode));
    }

    void oneCodeIsNotTakenEndlessly() {
        Counter here;
        const auto borne = here.bench.addDevice(Role::borne, "Mairie");
        here.begun(borne, kCode);
        for (int i = 0; i < server::Throttle::kMaxWrong; ++i)
            QVERIFY(here.codes.open(borne, kCode));
        QCOMPARE(here.refusal(borne, kCode), Errc::throttled);
    }

    void aNewKeyFindsEverythingOnceTaggedAgain() {
        Counter here;
        const auto borne = here.bench.addDevice(Role::borne, "Mairie");
        here.begun(borne, kCode);
        QVERIFY(here.codes.catchUp());
        server::ReturnCodes fresh(*here.bench.store, here.bench.clock,
                                  crypto::newKey(here.bench.random));
        QCOMPARE(fresh.open(borne, kCode).error().code, Errc::wrongCode);
        QVERIFY(fresh.startAgain());
        QVERIFY(fresh.open(borne, kCode));
    }
};

QTEST_GUILESS_MAIN(ReturnCodesTest)
#include "return_codes_test.moc"
