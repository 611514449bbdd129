// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for any demande: thousands of invented ones, from fixed seeds.
#include "tests/shared/cotation_invented.h"
#include "tests/shared/cotation_support.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <random>

using namespace escale;
using namespace escale::cotation;
using namespace escale::cotation::test;

namespace {

bool sameNote(const Note& a, const Note& b) {
    return a.totalRetenu == b.totalRetenu && a.totalValide == b.totalValide &&
           a.totalPotentiel == b.totalPotentiel && a.grid == b.grid &&
           declaredLines(a) == declaredLines(b);
}

} // namespace

class CotationPropertiesTest : public QObject {
    Q_OBJECT
private slots:
    void aPresentPieceNeverLowersTheNote() {
        Invented invented(1);
        for (int i = 0; i < 3000; ++i) {
            Facts facts = invented.facts();
            const Note before = evaluate(roissy(), facts, Commune("95585"), kToday);
            facts.pieces.push_back({invented.oneOf(kTypes), PieceState::present, {}, {}});
            const Note after = evaluate(roissy(), facts, Commune("95585"), kToday);
            QVERIFY(after.totalRetenu >= before.totalRetenu);
            QVERIFY(after.totalPotentiel >= before.totalPotentiel);
        }
    }

    void forgettingAFactNeverGivesPoints() {
        Invented invented(2);
        for (int i = 0; i < 3000; ++i) {
            Facts facts = invented.facts();
            int before = evaluate(roissy(), facts, Commune("95585"), kToday).totalRetenu;
            for (int times = 0; times < 4; ++times) {
                invented.forget(facts);
                const Note after = evaluate(roissy(), facts, Commune("95585"), kToday);
                QVERIFY(after.totalRetenu <= before);
                for (const LineResult& line : after.lines)
                    QVERIFY(line.state != State::unknown || line.retained == 0);
                before = after.totalRetenu;
            }
        }
    }

    void theOrderOfCriteriaDoesNotMatter() {
        json::value file = parseJson(roissyPaysDeFrance()).value();
        json::array& criteria = file.at("criteres").as_array();
        Invented invented(3);
        std::shuffle(criteria.begin(), criteria.end(), invented.random());
        const Bareme shuffled = loadBareme(json::serialize(file)).value();
        for (int i = 0; i < 1000; ++i) {
            const Facts facts = invented.facts();
            QVERIFY(sameNote(evaluate(roissy(), facts, Commune("95268"), kToday),
                             evaluate(shuffled, facts, Commune("95268"), kToday)));
        }
    }

    void totalsAreTheSumsOfTheirLinesAndAreOrdered() {
        Invented invented(4);
        for (int i = 0; i < 1000; ++i) {
            const Note note = evaluate(roissy(), invented.facts(), Commune("77294"), kToday);
            int sum = 0;
            for (const LineResult& line : note.lines)
                sum += line.retained;
            QCOMPARE(note.totalRetenu, sum);
            QVERIFY(note.totalValide <= note.totalRetenu);
            QVERIFY(note.totalRetenu <= note.totalPotentiel);
        }
    }

    void nothingMovesBeforeTheNextChangeAndSomethingMovesOnIt() {
        Invented invented(5);
        for (int i = 0; i < 60; ++i) {
            const Facts facts = invented.facts();
            const Note note = evaluate(roissy(), facts, Commune("95585"), kToday);
            const Date end = note.nextChangeOn.empty() ? addDays(kToday, 4000) : note.nextChangeOn;
            for (Date day = kToday; day < end; day = addDays(day, 1))
                QVERIFY(sameNote(note, evaluate(roissy(), facts, Commune("95585"), day)));
            if (!note.nextChangeOn.empty()) {
                const Note then = evaluate(roissy(), facts, Commune("95585"), end);
                const bool lines = note.lines.size() == then.lines.size() &&
                                   std::equal(note.lines.begin(), note.lines.end(),
                                              then.lines.begin(), [](const auto& a, const auto& b) {
                                                  return a.state == b.state && a.points == b.points;
                                              });
                QVERIFY(!lines || !sameNote(note, then));
            }
        }
    }
};

QTEST_APPLESS_MAIN(CotationPropertiesTest)
#include "cotation_properties_test.moc"
