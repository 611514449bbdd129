// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/dossier/check.h"
#include "shared/dossier/communes.h"

#include <QtTest>

using namespace escale;

namespace {

std::string first(std::string_view text) {
    const auto found = searchCommunes(text, 1);
    return found.empty() ? "" : found.front()->insee;
}

} // namespace

class CommunesTest : public QObject {
    Q_OBJECT
private slots:
    void aCodeFindsItsCommune() {
        const Commune* commune = findCommune("42218");
        QVERIFY(commune);
        QCOMPARE(commune->name, std::string("Saint-Étienne"));
        QCOMPARE(commune->postcodes.size(), std::size_t{3});
        QCOMPARE(commune->epci, std::string("244200770"));
        QVERIFY(!findCommune("00000") && !findCommune("") && !findCommune("422"));
        QVERIFY(findCommune("75101") && findCommune("75056") && findCommune("31555"));
    }

    void namesMatchWhateverTheirWriting() {
        for (const char* text :
             {"Saint-Étienne", "saint etienne", "ST ETIENNE", "st-étienne", "Saint Étienne "})
            QCOMPARE(first(text), std::string("42218"));
        QCOMPARE(first("l'haÿ les roses"), std::string("94038"));
        QCOMPARE(first("montauban"), std::string("82121"));
    }

    void exactNamesThenStartsThenOtherWords() {
        QCOMPARE(first("Saint-Denis"), std::string("93066"));
        const auto found = searchCommunes("toulouse", 10);
        QCOMPARE(found.front()->insee, std::string("31555"));
        const auto words = searchCommunes("roses", 10);
        QVERIFY(std::any_of(words.begin(), words.end(),
                            [](const Commune* one) { return one->insee == "94038"; }));
        QVERIFY(searchCommunes("oses", 10).empty());
    }

    void digitsMatchPostcodes() {
        for (const Commune* one : searchCommunes("42100", 10))
            QVERIFY(std::find(one->postcodes.begin(), one->postcodes.end(), "42100") !=
                    one->postcodes.end());
        QCOMPARE(first("42100"), std::string("42218"));
        QCOMPARE(searchCommunes("42", 5).size(), std::size_t{5});
        QVERIFY(searchCommunes("99999", 5).empty());
    }

    void nothingIsFoundForNothing() {
        QVERIFY(searchCommunes("", 5).empty());
        QVERIFY(searchCommunes(" - ", 5).empty());
        QVERIFY(searchCommunes("saint", 0).empty());
        QVERIFY(searchCommunes("\xFF\xFE", 5).empty());
    }

    void everyLineIsAWellFormedCommune() {
        std::size_t count = 0;
        for (const char digit : std::string("0123456789"))
            for (const Commune* one : searchCommunes(std::string(1, digit), 100'000)) {
                ++count;
                QVERIFY(isCommuneCode(one->insee) && !one->name.empty());
                QCOMPARE(one->epci.size(), std::size_t{9});
            }
        QVERIFY(count >= 2387);
    }
};

QTEST_APPLESS_MAIN(CommunesTest)
#include "communes_test.moc"
