// SPDX-License-Identifier: GPL-3.0-or-later
// The record that one keeps of a note.
#include "shared/cotation/trace.h"
#include "tests/shared/cotation_invented.h"

#include <QtTest>

using namespace escale;
using namespace escale::cotation;
using namespace escale::cotation::test;

class CotationTraceTest : public QObject {
    Q_OBJECT
private slots:
    void theSameDemandeGivesTheSameBytes() {
        Invented random(11);
        for (int i = 0; i < 100; ++i) {
            const Facts facts = random.facts();
            const auto once = traceOf(evaluate(roissy(), facts, Commune("95585"), kToday), facts);
            const auto again = traceOf(evaluate(roissy(), facts, Commune("95585"), kToday), facts);
            QCOMPARE(json::serialize(once), json::serialize(again));
            QCOMPARE(traceHash(once), traceHash(again));
            QCOMPARE(traceHash(once).size(), std::size_t{64});
        }
    }

    void itNamesBaremeEngineDayFactsAndResult() {
        Facts facts = basePerson();
        facts.declare(Declaration::divorce, Tri::unknown);
        const auto trace = traceOf(evaluate(roissy(), facts, Commune("95585"), kToday), facts);
        QCOMPARE(bytes(trace.at("bareme").at("empreinte").as_string()), bytes(roissy().hash()));
        QCOMPARE(trace.at("moteur").as_int64(), kEngineVersion);
        QCOMPARE(bytes(trace.at("date").as_string()), bytes(kToday.iso()));
        QCOMPARE(bytes(trace.at("commune").as_string()), QByteArray("95585"));
        QVERIFY(trace.at("faits").at("declarations").at("divorce").is_null());
        QCOMPARE(trace.at("faits").at("declarations").at("dalo").as_bool(), false);
        QVERIFY(trace.at("faits").at("ressources_centimes").is_null());
        QCOMPARE(trace.at("resultat").at("total_retenu").as_int64(), 1);
    }

    void anotherFactOrAnotherBaremeIsAnotherTrace() {
        Facts facts = basePerson();
        const auto hash = [&](const Bareme& bareme) {
            return traceHash(traceOf(evaluate(bareme, facts, Commune("95585"), kToday), facts));
        };
        const std::string before = hash(roissy());
        facts.surfaceDm2 = 4001; // which changes no point
        QVERIFY(hash(roissy()) != before);
        facts.surfaceDm2 = 4000;
        QCOMPARE(hash(roissy()), before);
        const Bareme spaced = loadBareme(std::string(roissyPaysDeFrance()) + " ").value();
        QVERIFY(hash(spaced) != before); // not the very file
    }
};

QTEST_APPLESS_MAIN(CotationTraceTest)
#include "cotation_trace_test.moc"
