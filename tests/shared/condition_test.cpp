// SPDX-License-Identifier: GPL-3.0-or-later
#include "dossier_support.h"

#include <QtTest>

using namespace escale;
using namespace escale::test;

namespace {

Truth eval(const char* text, const Dossier& dossier = {}, const std::string& item = {}) {
    return Condition::parse(*parseJson(text)).value().evaluate(dossier, kToday, item);
}

/// Conditions that are no, unknown and yes on any dossier without answers.
const char* leaf(Truth truth) {
    return truth == Truth::no ? "false" : truth == Truth::yes ? "true" : R"({"eq":["x",1]})";
}

constexpr Truth kAll[] = {Truth::no, Truth::unknown, Truth::yes};

} // namespace

class ConditionTest : public QObject {
    Q_OBJECT
private slots:
    void allAnyAndNotAreThreeValued() {
        for (const Truth a : kAll) {
            const std::string no = std::string(R"({"not":)") + leaf(a) + "}";
            const Truth expected = a == Truth::unknown ? a
                                   : a == Truth::no    ? Truth::yes
                                                       : Truth::no;
            QCOMPARE(eval(no.c_str()), expected);
            for (const Truth b : kAll) {
                const std::string both = std::string("[") + leaf(a) + "," + leaf(b) + "]}";
                QCOMPARE(eval((R"({"all":)" + both).c_str()), std::min(a, b));
                QCOMPARE(eval((R"({"any":)" + both).c_str()), std::max(a, b));
            }
        }
    }

    void aMissingAnswerIsUnknownNotFalse() {
        for (const char* text :
             {R"({"eq":["x","a"]})", R"({"in":["x",["a"]]})", R"({"gte":["x",1]})",
              R"({"lt":["x",1]})", R"({"age":["x",{"lt":30}]})", R"({"not":{"eq":["x","a"]}})"})
            QCOMPARE(eval(text), Truth::unknown);
        Dossier dossier;
        put(dossier, "x", Marker::doNotKnow);
        QCOMPARE(eval(R"({"eq":["x","a"]})", dossier), Truth::unknown);
        QCOMPARE(eval(R"({"answered":"x"})", dossier), Truth::no);
        QCOMPARE(eval(R"({"given":"x"})", dossier), Truth::yes);
        QCOMPARE(eval(R"({"given":"y"})", dossier), Truth::no);
    }

    void comparisonsReadTheAnswer() {
        Dossier dossier;
        put(dossier, "x", "b");
        put(dossier, "n", std::int64_t{3});
        put(dossier, "s", TextList{"a", "c"});
        put(dossier, "t", true);
        QCOMPARE(eval(R"({"eq":["x","b"]})", dossier), Truth::yes);
        QCOMPARE(eval(R"({"eq":["x",3]})", dossier), Truth::no);
        QCOMPARE(eval(R"({"eq":["t",true]})", dossier), Truth::yes);
        QCOMPARE(eval(R"({"in":["x",["a","b"]]})", dossier), Truth::yes);
        QCOMPARE(eval(R"({"in":["s",["b","c"]]})", dossier), Truth::yes);
        QCOMPARE(eval(R"({"in":["s",["b","d"]]})", dossier), Truth::no);
        QCOMPARE(eval(R"({"eq":["s",["a","c"]]})", dossier), Truth::yes);
        QCOMPARE(eval(R"({"gte":["n",3]})", dossier), Truth::yes);
        QCOMPARE(eval(R"({"lt":["n",3]})", dossier), Truth::no);
        QCOMPARE(eval(R"({"gte":["x",3]})", dossier), Truth::unknown);
    }

    void anAgeChangesOnTheAnniversary() {
        Dossier dossier;
        const char* adult = R"({"age":["n",{"gte":18}]})";
        put(dossier, "n", "2008-11-21");
        QCOMPARE(eval(adult, dossier), Truth::yes);
        put(dossier, "n", "2008-11-22");
        QCOMPARE(eval(adult, dossier), Truth::no);
        QCOMPARE(eval(R"({"age":["n",{"lt":18}]})", dossier), Truth::yes);
        put(dossier, "n", "pas une date");
        QCOMPARE(eval(adult, dossier), Truth::unknown);
    }

    void itemsAreCountedAndSearched() {
        Dossier dossier;
        const char* two = R"({"count":["codemandeurs",{"gte":2}]})";
        const char* minor = R"({"some":["codemandeurs",{"age":[".naissance",{"lt":18}]}]})";
        QCOMPARE(eval(two, dossier), Truth::no);
        QCOMPARE(eval(minor, dossier), Truth::no);
        put(dossier, item("codemandeurs", 1) + ".nom", "A");
        QCOMPARE(eval(minor, dossier), Truth::unknown);
        put(dossier, item("codemandeurs", 2) + ".naissance", "2015-01-01");
        QCOMPARE(eval(minor, dossier), Truth::yes);
        QCOMPARE(eval(two, dossier), Truth::yes);
        put(dossier, item("codemandeurs", 2), false);
        QCOMPARE(eval(two, dossier), Truth::no);
        QCOMPARE(eval(R"({"count":["codemandeurs",{"eq":1}]})", dossier), Truth::yes);
    }

    void aDotReadsTheSameItem() {
        Dossier dossier;
        put(dossier, item("codemandeurs", 1) + ".lien", "pacs");
        put(dossier, item("codemandeurs", 2) + ".lien", "conjoint");
        const char* text = R"({"eq":[".lien","pacs"]})";
        QCOMPARE(eval(text, dossier, item("codemandeurs", 1)), Truth::yes);
        QCOMPARE(eval(text, dossier, item("codemandeurs", 2)), Truth::no);
    }

    void everythingElseIsRefused() {
        for (const char* text : {"1",
                                 "null",
                                 "[]",
                                 "{}",
                                 R"({"all":[]})",
                                 R"({"all":true})",
                                 R"({"nor":[true]})",
                                 R"({"eq":["x"]})",
                                 R"({"eq":["x",1,2]})",
                                 R"({"eq":[1,1]})",
                                 R"({"eq":["x",null]})",
                                 R"({"eq":["x",1.5]})",
                                 R"({"in":["x","a"]})",
                                 R"({"in":["x",[]]})",
                                 R"({"gte":["x","1"]})",
                                 R"({"age":["x",{"eq":3}]})",
                                 R"({"age":["x",3]})",
                                 R"({"count":["a.b",{"gte":1}]})",
                                 R"({"count":["a",{"gt":1}]})",
                                 R"({"some":["a"]})",
                                 R"({"not":[true]})",
                                 R"({"answered":1})",
                                 R"({"answered":"a[].b"})",
                                 R"({"eq":["x",1],"lt":["x",1]})"})
            QVERIFY2(!Condition::parse(*parseJson(text)), text);
    }

    void whatAConditionReadsIsNamed() {
        const auto condition = Condition::parse(*parseJson(
            R"({"all":[{"eq":["a.b",1]},{"some":["c",{"given":".d"}]},{"count":["e",{"lt":2}]},
                {"answered":".f"}]})"));
        const std::vector<std::string> expected{"a.b", "c[]", "c[].d", "e[]", ".f"};
        QVERIFY(condition->reads() == expected);
    }
};

QTEST_APPLESS_MAIN(ConditionTest)
#include "condition_test.moc"
