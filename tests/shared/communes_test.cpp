// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/dossier/check.h"
#include "shared/dossier/commune_table.h"
#include "shared/dossier/communes.h"
#include "shared/dossier/text.h"

#include <QtTest>

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>

using namespace escale;

namespace {

std::string first(std::string_view text) {
    const auto found = searchCommunes(text, 1);
    return found.empty() ? "" : found.front()->insee;
}

std::vector<std::string> codes(std::string_view text, std::size_t limit) {
    std::vector<std::string> all;
    for (const Commune* one : searchCommunes(text, limit))
        all.push_back(one->insee);
    return all;
}

bool offers(std::string_view text, std::size_t limit, std::string_view insee) {
    const auto all = codes(text, limit);
    return std::find(all.begin(), all.end(), insee) != all.end();
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
        QCOMPARE(commune->department, std::string("Loire"));
        QVERIFY(!findCommune("00000") && !findCommune("") && !findCommune("422"));
        QVERIFY(!findCommune("99999") && !findCommune("42218 "));
        QVERIFY(findCommune("75101") && findCommune("75056") && findCommune("31555"));
    }

    void namesMatchWhateverTheirWriting() {
        for (const char* text :
             {"Saint-Étienne", "saint etienne", "ST ETIENNE", "st-étienne", "Saint Étienne "})
            QCOMPARE(first(text), std::string("42218"));
        for (const char* text : {"l'haÿ les roses", "L’HAY-LES-ROSES", "lhay", "l hay"})
            QCOMPARE(first(text), std::string("94038"));
        for (const char* text : {"Œuf-en-Ternois", "oeuf en ternois", "OEUF"})
            QCOMPARE(first(text), std::string("62633"));
        QCOMPARE(first("ste genevieve des bois"), std::string("91549"));
        QCOMPARE(first("montauban"), std::string("82121"));
    }

    void threeLettersOrThePostcodeOfferSarcelles() {
        QCOMPARE(first("sarc"), std::string("95585"));
        QCOMPARE(first("95200"), std::string("95585"));
        QCOMPARE(first("95 sar"), std::string("95585"));
    }

    void exactNamesThenStartsThenOtherWords() {
        const auto vaux = searchCommunes("vaux", 40);
        QCOMPARE(vaux.front()->name, std::string("Vaux"));
        const auto toulouse = searchCommunes("toulouse", 10);
        QCOMPARE(toulouse.front()->insee, std::string("31555"));
        QVERIFY(offers("roses", 3, "94038"));
        QVERIFY(searchCommunes("oses", 10).empty());
        QCOMPARE(first("havre"), std::string("76351"));
        QCOMPARE(first("mans"), std::string("72181"));
    }

    void theMostInhabitedComesFirst() {
        const auto found = codes("saint denis", 2);
        QCOMPARE(found, (std::vector<std::string>{"97411", "93066"}));
        QCOMPARE(first("saint"), std::string("42218"));
    }

    void digitsMatchPostcodes() {
        for (const Commune* one : searchCommunes("42100", 10))
            QVERIFY(std::find(one->postcodes.begin(), one->postcodes.end(), "42100") !=
                    one->postcodes.end());
        QCOMPARE(first("42100"), std::string("42218"));
        QCOMPARE(searchCommunes("42", 5).size(), std::size_t{5});
        QVERIFY(searchCommunes("99999", 5).empty());
    }

    void aPostcodeOfFortyTownsIsNarrowedByTheName() {
        QVERIFY(searchCommunes("51300", 100).size() > 40);
        QVERIFY(!offers("51300", 6, "51284"));
        for (const char* text : {"51300 hau", "hau 51300", "513 hauss", "Haussignémont (51300)"})
            QVERIFY2(offers(text, 3, "51284"), text);
        // Every one of them can be had among three by its postcode and its name.
        for (const Commune* one : searchCommunes("51300", 100))
            QVERIFY2(offers("51300 " + one->name, 3, one->insee), one->name.c_str());
    }

    void arrondissementsFollowTheirTown() {
        QCOMPARE(codes("paris", 4), (std::vector<std::string>{"75056", "75101", "75102", "75103"}));
        QCOMPARE(first("paris 12"), std::string("75112"));
        QCOMPARE(first("Paris 12ème"), std::string("75112"));
        QCOMPARE(first("lyon 1er"), std::string("69381"));
        QCOMPARE(first("marseille 16e"), std::string("13216"));
        QCOMPARE(codes("75012", 2), (std::vector<std::string>{"75112", "75056"}));
        QCOMPARE(first("75116"), std::string("75116"));
        QCOMPARE(findCommune("69381")->epci, findCommune("69123")->epci);
    }

    void anOldNameFindsTheCommuneOfToday() {
        QCOMPARE(first("02190 gui"), std::string("02360")); // Guignicourt, Villeneuve-sur-Aisne
        QVERIFY(offers("guignicourt", 3, "02360"));
        QCOMPARE(communesNamed("guignicourt").size(), std::size_t{1});
        QCOMPARE(first("octeville"), first("octeville sur mer")); // a name of today comes first
        QVERIFY(offers("octeville", 6, "50129"));
        const CommuneTable& table = CommuneTable::builtin();
        QVERIFY(table.size() > table.communes() + 1000);
        for (std::size_t row = table.communes(); row < table.size(); ++row) {
            QVERIFY(table.isOldName(row) && findCommune(table.insee(row)));
            QVERIFY(table.folded(row) != foldName(table.name(row)));
        }
        // Never the same commune twice, whatever names it had.
        const auto all = codes("mont", 200);
        QCOMPARE(std::set<std::string>(all.begin(), all.end()).size(), all.size());
    }

    void corsicaIsThere() {
        QCOMPARE(first("ajaccio"), std::string("2A004"));
        QCOMPARE(first("20200"), std::string("2B033"));
        QCOMPARE(findCommune("2A004")->department, std::string("Corse-du-Sud"));
        QVERIFY(!findCommune("20004"));
    }

    void overseasIsThere() {
        QCOMPARE(first("cayenne"), std::string("97302"));
        QCOMPARE(first("mamoudzou"), std::string("97611"));
        QCOMPARE(first("saint denis 974"), std::string("97411"));
        QCOMPARE(first("papeete"), std::string("98735"));
        QCOMPARE(findCommune("97411")->department, std::string("La Réunion"));
        QVERIFY(findCommune("97701")->epci.empty());
    }

    void theTerritoriesOfGreaterParisAreThere() {
        QCOMPARE(findCommune("93066")->ept, std::string("200057867"));
        QVERIFY(findCommune("95585")->ept.empty());
    }

    void wholeNamesAreToldApartByTheirPostcode() {
        QVERIFY(communesNamed("Saint-Denis").size() >= 4);
        const auto one = communesNamed("st denis 93200");
        QCOMPARE(one.size(), std::size_t{1});
        QCOMPARE(one.front()->insee, std::string("93066"));
        QCOMPARE(communesNamed("Sarcelles (95200)").size(), std::size_t{1});
        QCOMPARE(communesNamed("havre").size(), std::size_t{1});
        QVERIFY(communesNamed("sarcelle").empty());
        QVERIFY(communesNamed("sarcelles 75001").empty());
        QVERIFY(communesNamed("95200").empty() && communesNamed("").empty());
    }

    void thePlaceShownIsThePostcodeTyped() {
        const Commune& toulouse = *findCommune("31555");
        QCOMPARE(placeCode(toulouse, "313"), std::string("31300"));
        QCOMPARE(placeCode(toulouse, "31400 toul"), std::string("31400"));
        QCOMPARE(placeCode(toulouse, "toulouse"), std::string("31"));
        QCOMPARE(placeCode(*findCommune("95585")), std::string("95200"));
        QCOMPARE(placeCode(*findCommune("2A004")), std::string("2A"));
        QCOMPARE(placeCode(*findCommune("97411")), std::string("974"));
    }

    void townsOfOneNameAreToldApart() {
        for (const char* name : {"Sainte-Colombe", "Saint-Sauveur", "Beaulieu", "Le Pin"}) {
            std::set<std::string> places;
            for (const Commune* one : communesNamed(name))
                QVERIFY2(places.insert(placeCode(*one, name)).second, name);
            QVERIFY(places.size() > 5);
        }
    }

    void nothingIsFoundForNothing() {
        QVERIFY(searchCommunes("", 5).empty());
        QVERIFY(searchCommunes(" - ", 5).empty());
        QVERIFY(searchCommunes("saint", 0).empty());
        QVERIFY(searchCommunes("\xFF\xFE", 5).empty());
        QVERIFY(searchCommunes(std::string(10'000, 'a'), 5).empty());
        QVERIFY(searchCommunes(std::string(10'000, '9'), 5).empty());
        QVERIFY(searchCommunes("\xD8\xA8\xD8\xA7\xD8\xB1\xD9\x8A\xD8\xB3", 5).empty());
        QVERIFY(searchCommunes("\xF0\x9F\x8F\xA0", 5).empty());
    }

    void everyRowIsAWellFormedCommune() {
        const CommuneTable& table = CommuneTable::builtin();
        QVERIFY(table.communes() > 34'900 && table.communes() < 36'000);
        std::set<std::string> namesWithCodes;
        for (std::size_t row = 0; row < table.communes(); ++row) {
            const Commune* one = findCommune(table.insee(row));
            QVERIFY(one && isCommuneCode(one->insee) && !one->department.empty());
            QCOMPARE(std::string(table.folded(row)), foldName(one->name));
            QVERIFY(one->epci.empty() || one->epci.size() == 9);
            QVERIFY(one->ept.empty() || one->ept.size() == 9);
            QVERIFY(!one->postcodes.empty());
            for (const auto& postcode : one->postcodes)
                QVERIFY2(namesWithCodes.insert(one->name + postcode).second, one->name.c_str());
        }
    }

    void aCutTableIsRefused() {
        QVERIFY_EXCEPTION_THROWN(CommuneTable(""), std::logic_error);
        QVERIFY_EXCEPTION_THROWN(CommuneTable("ESCCOMM1"), std::logic_error);
        QVERIFY_EXCEPTION_THROWN(CommuneTable(std::string_view("insee;nom\n")), std::logic_error);
    }

    void severalThreadsSearchAtOnce() {
        std::vector<std::thread> threads;
        std::atomic<int> right{0};
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                for (const char* text : {"sarc", "95200", "montaub", "75012"})
                    right += searchCommunes(text, 6).empty() ? 0 : 1;
            });
        for (auto& thread : threads)
            thread.join();
        QCOMPARE(right.load(), 16);
    }
};

QTEST_APPLESS_MAIN(CommunesTest)
#include "communes_test.moc"
