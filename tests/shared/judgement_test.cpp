// SPDX-License-Identifier: GPL-3.0-or-later
// A pièce and its points: there, confirmed, refused, expired; who said so, when and why.
#include "merge_support.h"
#include "shared/cotation/builtin.h"
#include "shared/cotation/engine.h"
#include "shared/cotation/from_dossier.h"
#include "shared/dossier/judgement.h"
#include "shared/pieces/given.h"

#include <QtTest>

using namespace escale;
using namespace escale::test;

namespace {

constexpr unsigned kBorne = 1, kTablet = 2;
const std::string kPiece = uuid(9);
const std::string kBase = "pieces[" + kPiece + "]";

const cotation::Bareme& roissy() {
    static const auto bareme = cotation::loadBareme(cotation::roissyPaysDeFrance()).value();
    return bareme;
}

/// A demande with a disability, and the paper that proves it.
Lab withProof() {
    Lab lab;
    lab.dossier = completeDossier();
    put(lab.dossier, "situation.handicap", true);
    lab.send(kBorne, {{kBase, true, 0},
                      {kBase + ".type", "handicap", 0},
                      {kBase + ".pages", TextList{std::string(64, 'b')}, 0},
                      {kBase + ".expire_le", "2027-06-30", 0}});
    return lab;
}

struct Points {
    cotation::State state = cotation::State::notApplicable;
    cotation::Reason reason = cotation::Reason::none;
    int retained = 0, validated = 0;
};

Points points(const Dossier& dossier, const Date& today = kToday) {
    const auto facts = cotation::factsFromDossier(dossier, today);
    const auto asked = cotation::Commune("95585");
    const auto note = cotation::evaluate(roissy(), facts, asked, today);
    for (const auto& line : note.lines)
        if (line.code == "handicap")
            return {line.state, line.reason, line.retained,
                    line.state == cotation::State::validated ? line.retained : 0};
    return {};
}

/// What the page of an adviser writes.
std::vector<Change> says(const Dossier& dossier, const std::string& verdict,
                         const std::string& refusal = {}) {
    const auto base = [&](const char* field) { return baseOf(dossier, kBase + field); };
    return {{kBase + ".avis", verdict, base(".avis")},
            {kBase + ".refus", refusal.empty() ? Value() : Value(refusal), base(".refus")},
            {kBase + ".avis_sur", judgedFacts(dossier, kPiece), base(".avis_sur")}};
}

} // namespace

class JudgementTest : public QObject {
    Q_OBJECT
private slots:
    void whatIsThereGivesItsPointsUntilSomebodyLooks() {
        const Lab lab = withProof();
        const Points there = points(lab.dossier);
        QCOMPARE(there.state, cotation::State::piecePresent);
        QCOMPARE(there.retained, 5);
        QCOMPARE(there.validated, 0);
        QVERIFY(!judgementOf(lab.dossier, kPiece));
    }

    void anAgentConfirmsThem() {
        Lab lab = withProof();
        lab.send(kTablet, says(lab.dossier, "validee"), "mediateur");
        const Points confirmed = points(lab.dossier);
        QCOMPARE(confirmed.state, cotation::State::validated);
        QCOMPARE(confirmed.validated, 5);
    }

    void aRefusalTakesThemBackAndSaysWhoWhenAndWhy() {
        Lab lab = withProof();
        lab.send(kTablet, says(lab.dossier, "validee"), "mediateur");
        const Edit refusal =
            lab.edit(kTablet, says(lab.dossier, "refusee", "autre_personne"), "mediateur");
        lab.take(refusal);
        const Points refused = points(lab.dossier);
        QCOMPARE(refused.state, cotation::State::withdrawnRefused);
        QCOMPARE(refused.reason, cotation::Reason::pieceRefused);
        QCOMPARE(refused.retained, 0);
        const auto judgement = judgementOf(lab.dossier, kPiece);
        QVERIFY(judgement);
        QCOMPARE(judgement->refusal, std::string("autre_personne"));
        QCOMPARE(judgement->origin.author, std::string("mediateur"));
        QCOMPARE(judgement->origin.device, deviceId(kTablet));
        QCOMPARE(judgement->origin.at.ms, refusal.at.ms);
    }

    void whatCannotBeReadOrAskedForGivesNothing() {
        for (const char* verdict : {"inexploitable", "hors_perimetre"}) {
            Lab lab = withProof();
            lab.send(kTablet, says(lab.dossier, verdict), "mediateur");
            QCOMPARE(points(lab.dossier).retained, 0);
        }
    }

    void timeTakesThemBackAlsoWhenTheyWereConfirmed() {
        Lab lab = withProof();
        lab.send(kTablet, says(lab.dossier, "validee"), "mediateur");
        QCOMPARE(points(lab.dossier, {2027, 6, 30}).validated, 5);
        const Points expired = points(lab.dossier, {2027, 7, 1});
        QCOMPARE(expired.state, cotation::State::withdrawnExpired);
        QCOMPARE(expired.retained, 0);
    }

    void otherPagesAreAnotherPiece() {
        const std::vector<Change> changed{{".pages", TextList{std::string(64, 'c')}, 0},
                                          {".type", "quittance", 0},
                                          {".expire_le", "2030-01-01", 0},
                                          {".pour", "demandeur", 0}};
        for (Change change : changed) {
            Lab lab = withProof();
            lab.send(kTablet, says(lab.dossier, "validee"), "mediateur");
            change.path = kBase + change.path;
            change.base = lab.base(change.path);
            lab.send(kBorne, {change});
            QVERIFY2(!judgementOf(lab.dossier, kPiece), change.path.c_str());
            QCOMPARE(pieces::givenPieces(lab.dossier).back().judgement, pieces::State::toProvide);
            QVERIFY(points(lab.dossier).state != cotation::State::validated);
        }
    }

    void twoAgentsWhoDisagreeAreAConflictNotALoss() {
        Lab lab = withProof();
        const auto yes = says(lab.dossier, "validee");
        const auto no = says(lab.dossier, "refusee", "incomplete");
        lab.send(kTablet, yes, "mediateur");
        lab.send(3, no, "permanence");
        QCOMPARE(lab.clash(kBase + ".avis"), (Values{"validee", "refusee"}));
    }

    void onlyAnAgentMayWriteIt() {
        const Lab lab = withProof();
        for (const Change& change : says(lab.dossier, "validee")) {
            const auto by = [&](const char* author) {
                return validateEdit(editOf(1, 1, {change}, author), catalogue());
            };
            QCOMPARE(by("demandeur").error().code, Errc::forbidden);
            QCOMPARE(by("Nadia").error().code, Errc::forbidden);
            QVERIFY(by("mediateur") && by("permanence") && by("guichet"));
        }
    }
};

QTEST_APPLESS_MAIN(JudgementTest)
#include "judgement_test.moc"
