// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/explain.h"
#include "tests/shared/cotation_support.h"

#include <QtTest>

#include <algorithm>

using namespace escale;
using namespace escale::cotation;
using namespace escale::cotation::test;

namespace {

Bareme small() {
    return loadBareme(smallBareme().toStdString()).value();
}

Facts invented() {
    Facts facts = basePerson();
    facts.depositedOn = kToday;
    facts.homeCommune = Commune("2A004");
    return facts;
}

Bareme smallWith(const char* from, const char* to) {
    return loadBareme(smallBareme().replace(from, to).toStdString()).value();
}

int retained(const Note& note, std::string_view code) {
    const LineResult* line = findLine(note, code);
    return line ? line->retained : -1;
}

std::size_t indexOf(const Note& note, std::string_view code) {
    return static_cast<std::size_t>(findLine(note, code) - note.lines.data());
}

Explanation why(const Note& note, std::string_view code) {
    return explain(note, indexOf(note, code));
}

QByteArray valueOf(const Explanation& why, std::string_view name) {
    for (const FactUsed& fact : why.facts)
        if (fact.name == name)
            return fact.known ? bytes(fact.value) : QByteArray("?");
    return "absent";
}

QByteArray joined(const std::vector<std::string_view>& words) {
    QByteArray text;
    for (const std::string_view word : words)
        text += (text.isEmpty() ? "" : " ") + bytes(word);
    return text;
}

} // namespace

class CotationEngineTest : public QObject {
    Q_OBJECT
private slots:
    void onlyTheBestLineOfAGroupOfBestCounts() {
        Facts facts = invented();
        facts.declare(Declaration::violence);
        facts.declare(Declaration::divorce);
        Note note = evaluate(small(), facts, {}, kToday);
        QCOMPARE(note.totalRetenu, 8); // the violence line waits for its piece
        QCOMPARE(note.totalValide, 0); // nobody can check a declared line without piece
        QCOMPARE(note.totalPotentiel, 20);
        facts.pieces = {{"plainte", PieceState::validated, {}, {}}};
        note = evaluate(small(), facts, {}, kToday);
        QCOMPARE(note.totalRetenu, 20);
        QCOMPARE(retained(note, "divorce"), 0);
        QCOMPARE(findLine(note, "divorce")->reason, Reason::outweighed);
    }

    void capsBoundTheGroupAndTheTotal() {
        Facts facts = invented();
        facts.resourcesCents = 40'000;
        facts.pieces = {{"avis", PieceState::present, {}, {}}};
        const Note capped = evaluate(small(), facts, {}, kToday);
        QCOMPARE(capped.totalRetenu, 12); // 9 + 9, bounded by the group
        QCOMPARE(retained(capped, "basses"), 9);
        facts.declare(Declaration::violence);
        facts.pieces.push_back({"plainte", PieceState::validated, {}, {}});
        facts.depositedOn = {2010, 1, 1};
        QCOMPARE(evaluate(small(), facts, {}, kToday).totalRetenu, 60); // 12 + 20 + 40 + 20
    }

    void pointsOfAMonthFollowTheCalendar() {
        Facts facts = invented();
        facts.depositedOn = {2026, 1, 31};
        const Note before = evaluate(small(), facts, {}, {2026, 2, 27});
        QCOMPARE(before.totalRetenu, 0);
        QCOMPARE(findLine(before, "mois")->state, State::notApplicable);
        QCOMPARE(bytes(before.nextChangeOn.iso()), QByteArray("2026-02-28"));
        QCOMPARE(evaluate(small(), facts, {}, {2026, 2, 28}).totalRetenu, 1);
        QCOMPARE(evaluate(small(), facts, {}, {2026, 3, 30}).totalRetenu, 1);
        QCOMPARE(evaluate(small(), facts, {}, {2026, 3, 31}).totalRetenu, 2);
        facts.depositedOn = {2010, 1, 1};
        QCOMPARE(retained(evaluate(small(), facts, {}, kToday), "mois"), 40);
    }

    void aThresholdBonusComesAfterItsMonths() {
        Facts facts = invented();
        facts.depositedOn = {2020, 5, 31};
        QCOMPARE(retained(evaluate(small(), facts, {}, {2023, 6, 29}), "tres_long"), 0);
        QCOMPARE(retained(evaluate(small(), facts, {}, {2023, 6, 30}), "tres_long"), 20);
    }

    void aMalusLowersTheNoteDownToItsFloor() {
        Facts facts = invented();
        facts.depositedOn = {2024, 11, 10}; // 16 months
        facts.guichet = {"refus_offre"};
        const Note note = evaluate(small(), facts, {}, kToday);
        QCOMPARE(note.totalRetenu, 6);
        QCOMPARE(retained(note, "refus"), -10);
        facts.depositedOn = {2025, 11, 10};
        QCOMPARE(evaluate(small(), facts, {}, kToday).totalRetenu, 0);
    }

    void anOldPieceIsNoLongerFresh() {
        Facts facts = invented();
        facts.declare(Declaration::violence);
        facts.pieces = {{"plainte", PieceState::validated, {}, {2024, 3, 10}}};
        const Note last = evaluate(small(), facts, {}, kToday);
        QCOMPARE(findLine(last, "violence")->state, State::validated);
        QCOMPARE(bytes(last.nextChangeOn.iso()), QByteArray("2026-03-11"));
        const Note note = evaluate(small(), facts, {}, {2026, 3, 11});
        QCOMPARE(findLine(note, "violence")->state, State::withdrawnExpired);
        facts.pieces[0].issuedOn = {};
        QCOMPARE(retained(evaluate(small(), facts, {}, {2030, 1, 1}), "violence"), 20);
    }

    void aParameterCountsFromItsDateAndItsPublication() {
        Facts facts = invented();
        facts.resourcesCents = 105'000;
        facts.pieces = {{"avis", PieceState::validated, {}, {}}};
        facts.depositedOn = {2025, 5, 20};
        const Note before = evaluate(small(), facts, {}, {2025, 6, 2}); // the new one is unknown
        QCOMPARE(retained(before, "basses"), 0);
        QCOMPARE(valueOf(why(before, "basses"), "parametre.plafond_ressources"),
                 QByteArray("1000"));
        QCOMPARE(bytes(before.nextChangeOn.iso()), QByteArray("2025-06-03"));
        const Note after = evaluate(small(), facts, {}, {2025, 6, 3});
        QCOMPARE(retained(after, "basses"), 9);
        QCOMPARE(valueOf(why(after, "basses"), "parametre.plafond_ressources"),
                 QByteArray("1100.5"));
        QCOMPARE(findLine(evaluate(small(), facts, {}, {2023, 6, 1}), "basses")->state,
                 State::unknown);
    }

    void datesFollowTheRulesOfTheBareme() {
        Facts facts = invented();
        facts.depositedOn = {2026, 1, 31};
        const Bareme next = smallWith("dernier_jour_du_mois", "jour_suivant");
        QCOMPARE(evaluate(next, facts, {}, {2026, 2, 28}).totalRetenu, 0);
        QCOMPARE(evaluate(next, facts, {}, {2026, 3, 1}).totalRetenu, 1);
        const Bareme excluded =
            smallWith("\"anniversaire_inclus\": true", "\"anniversaire_inclus\": false");
        QCOMPARE(evaluate(excluded, facts, {}, {2026, 2, 28}).totalRetenu, 0);
        QCOMPARE(evaluate(excluded, facts, {}, {2026, 3, 1}).totalRetenu, 1);
        facts.declare(Declaration::violence);
        facts.pieces = {{"plainte", PieceState::present, kToday, {}}};
        QCOMPARE(retained(evaluate(small(), facts, {}, kToday), "violence"), 20);
        const Bareme expiry =
            smallWith("\"expiration_incluse\": true", "\"expiration_incluse\": false");
        QCOMPARE(retained(evaluate(expiry, facts, {}, kToday), "violence"), 0);
        QCOMPARE(retained(evaluate(expiry, facts, {}, {2026, 3, 9}), "violence"), 20);
    }

    void anExplanationNamesTheFactsThatCounted() {
        Facts facts = basePerson();
        facts.rentCents = 80'100;
        facts.aidCents = 0;
        facts.resourcesCents = 200'000;
        const Note note = evaluate(roissy(), facts, Commune("95585"), kToday);
        const Explanation effort = why(note, "effort");
        QCOMPARE(bytes(effort.labelKey), QByteArray("cotation.effort"));
        QCOMPARE(valueOf(effort, "logement.loyer_charges"), QByteArray("801"));
        QCOMPARE(valueOf(effort, "ressources"), QByteArray("2000"));
        QCOMPARE(valueOf(effort, "parametre.seuil_effort"), QByteArray("40"));
        QCOMPARE(valueOf(effort, "notion.effort_excessif"), QByteArray("oui"));
        QCOMPARE(effort.piecesToUnlock.size(), std::size_t{2});
        QCOMPARE(joined(effort.piecesToUnlock[1]), QByteArray("quittance"));
        QVERIFY(!effort.hint.empty());
        QVERIFY(!effort.source.empty());
        for (const FactUsed& fact : effort.facts)
            QVERIFY2(!fact.label.empty(), bytes(fact.name).constData());
    }

    void anExplanationSaysWhatKeepsALineFromCounting() {
        Facts facts = basePerson();
        facts.declare(Declaration::nonDecent);
        facts.declare(Declaration::dalo);
        facts.declare(Declaration::ase, Tri::unknown);
        const Note note = evaluate(roissy(), facts, Commune("95585"), kToday);
        QCOMPARE(joined(why(note, "non_decent_mineur").deciding),
                 QByteArray("notion.mineur_a_charge"));
        QCOMPARE(joined(why(note, "dalo").deciding), QByteArray("service.com_dalo"));
        QCOMPARE(joined(why(note, "viol").deciding), QByteArray("guichet.viol"));
        QCOMPARE(joined(why(note, "ase").deciding), QByteArray("notion.demandeur_moins_de_21"));
        QCOMPARE(findLine(note, "ase")->reason, Reason::conditionFalse); // over 21 settles it
        QCOMPARE(joined(why(note, "quartile1").deciding), QByteArray("notion.premier_quartile"));
        QCOMPARE(valueOf(why(note, "quartile1"), "ressources"), QByteArray("?"));
        QCOMPARE(bytes(textKey(Reason::factUnknown)), QByteArray("cotation.raison.fait_inconnu"));
        const Explanation waiting = why(note, "non_decent");
        QCOMPARE(waiting.line.reason, Reason::pieceMissing);
        QCOMPARE(joined(waiting.piecesToUnlock.at(0)), QByteArray("rapport_social"));
    }

    void piecesToUnlockLeaveOutWhatIsAlreadyThere() {
        Facts facts = basePerson();
        facts.declare(Declaration::inadapteAutonomie);
        facts.declare(Declaration::handicap);
        facts.pieces = {{"piece_identite", PieceState::present, {}, {}}};
        Note note = evaluate(roissy(), facts, Commune("95585"), kToday);
        const auto wanted = why(note, "inadapte_autonomie").piecesToUnlock;
        QCOMPARE(wanted.size(), std::size_t{1});
        QCOMPARE(joined(wanted[0]), QByteArray("justificatif_adaptation"));
        QCOMPARE(joined(why(note, "handicap").piecesToUnlock.at(0)),
                 QByteArray("carte_invalidite justificatif_adaptation"));
        facts.pieces.push_back({"justificatif_adaptation", PieceState::present, {}, {}});
        note = evaluate(roissy(), facts, Commune("95585"), kToday);
        QVERIFY(why(note, "handicap").piecesToUnlock.empty());
        QCOMPARE(joined(why(note, "handicap").piecesCounted),
                 QByteArray("justificatif_adaptation"));
        QCOMPARE(joined(why(note, "inadapte_autonomie").piecesCounted),
                 QByteArray("piece_identite justificatif_adaptation"));
        QVERIFY(why(note, "dalo").piecesCounted.empty());
        QVERIFY(!roissy().pieceLabel("justificatif_adaptation").empty());
    }

    void theRecordOfANoteIsAlwaysTheSame() {
        Facts facts = basePerson();
        facts.declare(Declaration::divorce);
        const auto once =
            json::serialize(noteToJson(evaluate(roissy(), facts, Commune("95585"), kToday)));
        const auto again =
            json::serialize(noteToJson(evaluate(roissy(), facts, Commune("95585"), kToday)));
        QCOMPARE(once, again);
        const json::value record = parseJson(once).value();
        QCOMPARE(jsonString(record.as_object(), "bareme").value(),
                 std::string("roissy-pays-de-france-2023-11"));
        QCOMPARE(jsonString(record.as_object(), "commune").value(), std::string("95585"));
        QCOMPARE(jsonInt(record.as_object(), "total_potentiel").value(), std::int64_t{6});
        QCOMPARE(record.at("lignes").as_array().size(),
                 evaluate(roissy(), facts, Commune("95585"), kToday).lines.size());
    }

    void aDemandeNobodyDescribedHasNoPoint() {
        const Note note = evaluate(roissy(), Facts{}, {}, kToday);
        QCOMPARE(note.totalRetenu, 0);
        QCOMPARE(note.totalPotentiel, 0);
        QVERIFY(!note.gridKnown);
        QVERIFY(note.nextChangeOn.empty());
        for (const LineResult& line : note.lines)
            QVERIFY2(line.state == State::unknown || line.state == State::manual,
                     bytes(line.code).constData());
    }

    void communesAreComparedByTheirInseeCode() {
        QCOMPARE(Commune("2A004").insee(), std::string("2A004"));
        QCOMPARE(Commune("01001").insee(), std::string("01001"));
        for (const char* bad : {"", "9558", "955855", "2a004", "95 85"})
            QVERIFY2(Commune(bad).empty(), bad);
        QCOMPARE(roissy().communes().size(), std::size_t{42});
        QCOMPARE(bytes(roissy().communeName("95585")), QByteArray("Sarcelles"));
        QVERIFY(roissy().communeName("75056").empty());
    }

    void aNoteOutlivesTheBaremeItCameFrom() {
        std::optional<Bareme> bareme = small();
        Facts facts = invented();
        facts.depositedOn = {2025, 3, 10};
        const Note note = evaluate(*bareme, facts, {}, kToday);
        bareme.reset();
        QCOMPARE(bytes(note.lines.front().code), QByteArray("violence"));
        QCOMPARE(note.totalRetenu, 12);
    }
};

QTEST_APPLESS_MAIN(CotationEngineTest)
#include "cotation_engine_test.moc"
