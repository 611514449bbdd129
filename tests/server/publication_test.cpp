// SPDX-License-Identifier: GPL-3.0-or-later
// The demandes that the server knows, as a release counts them: what an agent says of a pièce moves
// the note and the rank, and who said it, when and why is kept.
#include "server/publication/known_demandes.h"
#include "shared/cotation/builtin.h"
#include "shared/cotation/engine.h"
#include "shared/dossier/judgement.h"
#include "shared/position/rank.h"
#include "shared/position/release.h"
#include "tests/server/store_support.h"

#include <QtTest>

using namespace escale;
using namespace escale::server_test;
using protocol::Role;

namespace {

constexpr Date kDay{2026, 11, 22};
const std::string kTown = "localisations[018f0000-0000-7000-8000-000000000001].commune";

const cotation::Bareme& roissy() {
    static const auto bareme = cotation::loadBareme(cotation::roissyPaysDeFrance()).value();
    return bareme;
}

/// Amina Bellec lives in Sarcelles and asks for a home there; the lease is what proves it.
class JudgedBench : public Bench {
public:
    JudgedBench()
        : adviser(addDevice(Role::mediateur, "Sarcelles"))
        , id(newDossier())
        , lease(newId<PieceId>(clock, random)) {
        auto answers = completeAnswers();
        for (Change& one : answers)
            if (one.path == kTown || one.path == "demandeur.adresse.commune")
                one.value = std::string("95585");
            else if (one.path == "logement_actuel.categorie")
                one.value = std::string("prive");
        say(answers);
        say(piece(PieceId(lease.str()), "bail", {std::string(64, 'a')}));
        say(piece(newId<PieceId>(clock, random), "identite", {std::string(64, 'b')}));
    }
    void say(std::vector<Change> changes, const std::string& author = "demandeur") {
        for (Change& one : changes)
            if (const auto held = dossierNow().fields.find(one.path); m_seq > 0)
                one.base = held == m_last.fields.end() ? 0 : held->second.revision;
        send(adviser, {edit(adviser, id, ++m_seq, std::move(changes), author)});
    }
    void judge(const std::string& verdict, const Value& refusal = {}) {
        const std::string base = "pieces[" + lease.str() + "]";
        say({change(base + ".avis", verdict), change(base + ".refus", refusal),
             change(base + ".avis_sur", judgedFacts(dossierNow(), lease.str()))},
            "mediateur");
    }
    const Dossier& dossierNow() {
        m_last = m_seq > 0 ? dossier(id).dossier : Dossier();
        return m_last;
    }
    std::vector<position::Demande> known() {
        return server::knownDemandes(*store, roissy(), kDay).value();
    }
    cotation::Note note(const Date& today = kDay) {
        const auto all = server::knownDemandes(*store, roissy(), today).value();
        return cotation::evaluate(roissy(), all.at(0).facts, all.at(0).asked, today);
    }
    /// Among twenty others, of 0, 2, 4… 38 points.
    int rank() {
        std::vector<int> notes;
        for (int i = 0; i < 20; ++i)
            notes.push_back(2 * i);
        const auto mine = position::scored(roissy(), known(), kDay).at(0).note;
        notes.push_back(mine);
        return position::rankOf(notes, mine).rank;
    }

    server::DeviceRow adviser;
    DossierId id;
    PieceId lease;

private:
    Dossier m_last;
    std::int64_t m_seq = 0;
};

} // namespace

class PublicationTest : public QObject {
    Q_OBJECT
private slots:
    void whatNobodyConfirmedIsNotCounted() {
        JudgedBench bench;
        QVERIFY(bench.known().empty());
        bench.say({change("depot.confirme", true)});
        QCOMPARE(bench.known().size(), std::size_t{1});
        QCOMPARE(bench.known().front().typology, std::string("T2"));
        QCOMPARE(bench.known().front().asked.insee(), std::string("95585"));
        bench.say({change(kTown, std::string("35238"))}); // out of the EPCI
        QVERIFY(bench.known().empty());
    }

    void whatAnAgentSaysMovesTheNoteAndTheRank() {
        JudgedBench bench;
        bench.say({change("depot.confirme", true)});
        const auto there = bench.note();
        QCOMPARE(there.totalRetenu, 21); // the lease, and a point of seniority
        QCOMPARE(there.totalValide, 1);
        QCOMPARE(bench.rank(), 10); // nine have 22 to 38
        bench.judge("validee");
        QCOMPARE(bench.note().totalRetenu, 21);
        QCOMPARE(bench.note().totalValide, 21);
        QCOMPARE(bench.rank(), 10);
        bench.judge("refusee", std::string("perimee"));
        QCOMPARE(bench.note().totalRetenu, 1);
        QCOMPARE(bench.note().totalPotentiel, 1);
        QCOMPARE(bench.rank(), 20); // one is below
        bench.judge("validee", Value());
        QCOMPARE(bench.note().totalValide, 21);
    }

    void timeTakesTheConfirmedPointsBack() {
        JudgedBench bench;
        bench.say({change("depot.confirme", true)});
        bench.say(
            {change("pieces[" + bench.lease.str() + "].expire_le", std::string("2026-12-31"))});
        bench.judge("validee");
        QCOMPARE(bench.note({2026, 12, 31}).totalValide, 21);
        QCOMPARE(bench.note().nextChangeOn.iso(), std::string("2027-01-01"));
        QCOMPARE(bench.note({2027, 1, 1}).totalRetenu, 1);
        QCOMPARE(bench.note({2027, 1, 1}).totalPotentiel, 21); // another lease would do
    }

    void whoSaidItWhenAndWhyIsKept() {
        JudgedBench bench;
        bench.say({change("depot.confirme", true)});
        bench.judge("validee");
        bench.judge("refusee", std::string("autre_personne"));
        const auto judgement = judgementOf(bench.dossierNow(), bench.lease.str());
        QVERIFY(judgement);
        QCOMPARE(judgement->verdict, std::string("refusee"));
        QCOMPARE(judgement->refusal, std::string("autre_personne"));
        QCOMPARE(judgement->origin.author, std::string("mediateur"));
        QCOMPARE(judgement->origin.device, bench.adviser.id);
        QVERIFY(judgement->origin.at.ms > 0);
    }
};

QTEST_GUILESS_MAIN(PublicationTest)
#include "publication_test.moc"
