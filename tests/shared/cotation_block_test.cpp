// SPDX-License-Identifier: GPL-3.0-or-later
// The interpreter of blocks and the path of one demande give the same notes, whatever the demande.
#include "shared/cotation/block.h"
#include "tests/shared/cotation_invented.h"

#include <QtTest>

using namespace escale;
using namespace escale::cotation;
using namespace escale::cotation::test;

namespace {

constexpr std::array kAsked{"95585", "95268", "31555", "2A004", ""};

struct Asked {
    Facts facts;
    Commune commune;
};

std::vector<Asked> invented(unsigned seed, int count) {
    Invented random(seed);
    std::vector<Asked> all;
    for (int i = 0; i < count; ++i) {
        Asked one{random.facts(), Commune(random.oneOf(kAsked))};
        for (int forgotten = random.upTo(3); forgotten > 0; --forgotten)
            random.forget(one.facts);
        if (random.chance(3))
            one.facts.guichet.emplace_back("anru");
        if (random.chance(10))
            one.facts.guichet.emplace_back("refus_offre");
        if (random.chance(20)) // the mutation grid, more often than by chance
            one.facts.home = Home::locataireHlm;
        if (random.chance(2))
            one.facts.rentCents = 5'000'000'000 + random.upTo(1000); // no column holds it
        if (random.chance(2))
            one.facts.resourcesCents = -random.upTo(5000);
        all.push_back(std::move(one));
    }
    return all;
}

QByteArray difference(const Note& note, const Totals& totals, std::size_t row,
                      const Bareme& bareme) {
    const bool same = totals.retained[row] == note.totalRetenu &&
                      totals.validated[row] == note.totalValide &&
                      totals.potential[row] == note.totalPotentiel;
    const std::uint8_t at = totals.grid[row];
    const bool grid = note.exclusion.empty()
                          ? at < bareme.grids().size() && bareme.grids()[at].code == note.grid
                          : at == kNoGrid;
    if (same && grid)
        return {};
    return "ligne " + QByteArray::number(static_cast<qulonglong>(row)) + " : " +
           QByteArray::number(totals.retained[row]) + "/" +
           QByteArray::number(totals.validated[row]) + "/" +
           QByteArray::number(totals.potential[row]) + " au lieu de " +
           QByteArray::number(note.totalRetenu) + "/" + QByteArray::number(note.totalValide) + "/" +
           QByteArray::number(note.totalPotentiel);
}

Marks marksOf(const Note& note) {
    Marks marks;
    for (const LineResult& line : note.lines) {
        const std::uint64_t bit = line.points != 0 ? std::uint64_t{1} << line.line : 0;
        std::uint64_t* const mask = line.state == State::declared           ? &marks.declared
                                    : line.state == State::piecePresent     ? &marks.present
                                    : line.state == State::validated        ? &marks.validated
                                    : line.state == State::withdrawnRefused ? &marks.refused
                                    : line.state == State::withdrawnExpired ? &marks.expired
                                                                            : nullptr;
        if (mask)
            *mask |= bit;
    }
    return marks;
}

void compare(const Bareme& bareme, unsigned seed, const Date& today) {
    const auto people = invented(seed, 3000); // not a whole number of blocks
    Columns columns(bareme, today);
    for (const Asked& one : people)
        columns.add(one.facts, one.commune);
    // A barème that asks for the rent meets some that no column holds.
    QCOMPARE(columns.apart().empty(), bareme.id() != roissy().id() && bareme.id() != "fin");
    const Totals all = scoreAll(columns, Wanted::all);
    const Totals retained = scoreAll(columns, Wanted::retained);
    QCOMPARE(all.retained.size(), people.size());
    QVERIFY(retained.retained == all.retained && retained.grid == all.grid);
    QVERIFY(retained.validated.empty() && retained.potential.empty() && all.marks.empty());
    const Totals explained = scoreAll(columns, Wanted::explained);
    QVERIFY(explained.retained == all.retained && explained.potential == all.potential);
    for (std::size_t i = 0; i < people.size(); ++i) {
        const Note note = evaluate(bareme, people[i].facts, people[i].commune, today);
        const QByteArray found = difference(note, all, i, bareme);
        QVERIFY2(found.isEmpty(), found.constData());
        QVERIFY(explained.marks[i] == marksOf(note));
    }
}

/// The small barème with sums, products of many decimals and periods that blocks must drop alike.
Bareme finelyCut() {
    json::value text = parseJson(smallBareme().toStdString()).value();
    text.as_object()["id"] = "fin";
    const char* rate = R"({">": [{"*": [{"*": [{"fait": "ressources"}, 0.0375]},
        {"max": [{"fait": "logement.surface"}, 12.5]}, 0.3333]},
        {"-": [{"min": [{"fait": "logement.loyer_charges"}, 1000.25]}, {"fait": "logement.aide"}]}]})";
    text.at("criteres").at(3).as_object()["si"] = parseJson(rate).value();
    text.at("criteres").at(4).as_object()["points"] =
        parseJson(R"({"unique": {"par_periode": {"de": {"+": [{"fait": "anciennete_mois"},
            {"*": [{"fait": "logement.surface"}, 0.25]}]}, "periode": 7, "points": 3,
            "plafond": 41}}})")
            .value();
    text.at("criteres").at(5).as_object()["si"] =
        parseJson(
            R"({"=": [{"fait": "logement.pieces"}, {"-": [{"fait": "anciennete_annees"}, 1]}]})")
            .value();
    return loadBareme(json::serialize(text)).value();
}

} // namespace

class CotationBlockTest : public QObject {
    Q_OBJECT
private slots:
    void blocksAgreeWithTheNoteOfOneDemande_data() {
        QTest::addColumn<QByteArray>("bareme");
        for (const std::string_view id : builtinBaremes())
            QTest::newRow(bytes(id)) << bytes(builtinBareme(id));
        QTest::newRow("groups, caps, malus, freshness") << smallBareme();
    }

    void blocksAgreeWithTheNoteOfOneDemande() {
        QFETCH(QByteArray, bareme);
        const Bareme loaded = loadBareme(bareme.toStdString()).value();
        for (const unsigned seed : {1U, 2U, 3U})
            compare(loaded, seed, kToday);
        compare(loaded, 4, {2024, 2, 29});
        compare(loaded, 5, {2022, 6, 1}); // before a parameter has any value
    }

    void blocksDropTheSameDecimals() { compare(finelyCut(), 6, kToday); }

    void nothingGivesNothing() {
        const Columns columns(roissy(), kToday);
        QCOMPARE(columns.size(), std::size_t{0});
        QVERIFY(scoreAll(columns, Wanted::all).retained.empty());
        QVERIFY(columns.width() < 150);
    }

    void theLinesAddUpToTheTotal() {
        // Roissy cumulates everything: what is explained is what is counted.
        for (const Asked& one : invented(7, 2000)) {
            const Note note = evaluate(roissy(), one.facts, one.commune, kToday);
            int retained = 0;
            int validated = 0;
            for (const LineResult& line : note.lines) {
                retained += line.retained;
                validated += line.state == State::validated ? line.points : 0;
            }
            QCOMPARE(retained, note.totalRetenu);
            QCOMPARE(validated, note.totalValide);
        }
    }
};

QTEST_APPLESS_MAIN(CotationBlockTest)
#include "cotation_block_test.moc"
