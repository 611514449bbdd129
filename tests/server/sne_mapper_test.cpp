// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sne/wire.h"
#include "shared/nuu/interface_nuu.h"
#include "shared/nuu/wire_time.h"
#include "shared/nuu/xml_gate.h"
#include "shared/nuu/xml_writer.h"
#include "tests/support/sne_samples.h"

#include <QFile>
#include <QTest>

using namespace escale;
using namespace escale::sne;
using namespace escale::sne_test;

namespace {

XmlElement dataFile(const char* name) {
    QFile file(QString(ESCALE_TEST_DATA "/sne/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return parseXml(file.readAll().toStdString()).value();
}

XmlElement mapped(const Dossier& dossier) {
    return toInterfaceNuu(dossier, catalogue(), {"G1226", "CRE", {}, kNow});
}

Value readingOf(const std::vector<Reading>& readings, const std::string& path) {
    for (const Reading& reading : readings) {
        if (reading.path == path)
            return reading.value;
    }
    return {};
}

constexpr const char* kDemandeur = "demande/demandeLogement/personnePhysique/demandeur/";

} // namespace

class SneMapperTest : public QObject {
    Q_OBJECT

private slots:
    void writesAHouseholdInTheOrderOfTheInterface() {
        const XmlElement made =
            parseXml(writeXml(mapped(householdDossier()), "ns1", XmlCharset::ascii)).value();
        const XmlElement expected = dataFile("foyer.xml");
        if (made != expected)
            qWarning("%s", writeXml(made, "nuu", XmlCharset::utf8).c_str());
        QVERIFY(made == expected);
    }

    void sendsTheNameAtBirthWhenThereIsNoOther() {
        const XmlElement made = mapped(sampleDossier());
        QCOMPARE(made.textAt(std::string(kDemandeur) + "nom"), "Essaib");
        QCOMPARE(made.textAt(std::string(kDemandeur) + "nomPatronymique"), "Essaib");
    }

    void sendsTheBaseOfAFieldInConflict() {
        Dossier dossier = sampleDossier();
        dossier.conflicts.push_back({"demandeur.telephone", std::string("0600000009"), 1, {}, 0});
        dossier.conflicts.push_back({"logement_actuel.personnes", {}, 0, {}, 0});
        const XmlElement made = mapped(dossier);
        QCOMPARE(made.textAt(std::string(kDemandeur) + "telPortable"), "0600000009");
        QVERIFY(!made.at("demande/demandeLogement/personnePhysique/logementActuel/nombreHabitant"));
    }

    void keepsToItselfWhatIsNoLongerAsked() {
        Dossier dossier = householdDossier();
        set(dossier, "foyer.conjoint", false);
        const XmlElement made = mapped(dossier);
        QVERIFY(!made.at("demande/demandeLogement/personnePhysique/listeCotitulaire"));
    }

    void neverSendsTheNir() {
        Dossier dossier = sampleDossier();
        set(dossier, "demandeur.nir", std::string("290029526800180"));
        const std::string xml = writeXml(mapped(dossier), "ns1", XmlCharset::utf8);
        QVERIFY(xml.find("290029526800180") == std::string::npos);
    }

    void sendsTheAddressOfTheLettersWhenItIsAnother() {
        constexpr const char* kAddress =
            "demande/demandeLogement/personnePhysique/demandeur/adressePostale/";
        Dossier dossier = sampleDossier();
        set(dossier, "demandeur.postale.differente", true);
        set(dossier, "demandeur.postale.voie", std::string("place des Essais"));
        set(dossier, "demandeur.postale.code_postal", std::string("20000"));
        set(dossier, "demandeur.postale.commune", std::string("2A004"));
        const XmlElement made = mapped(dossier);
        QCOMPARE(made.textAt(std::string(kAddress) + "voie"), "place des Essais");
        QCOMPARE(made.codeAt(std::string(kAddress) + "commune"), "2A004");
        QVERIFY(!made.at(std::string(kAddress) + "numero"));
        set(dossier, "demandeur.postale.differente", false);
        QCOMPARE(mapped(dossier).textAt(std::string(kAddress) + "numero"), "12");
    }

    void tellsAnAddressAbroad() {
        constexpr const char* kAddress =
            "demande/demandeLogement/personnePhysique/demandeur/adressePostale/";
        Dossier dossier = sampleDossier();
        set(dossier, "demandeur.adresse.code_postal", Marker::none);
        set(dossier, "demandeur.adresse.commune", Marker::none);
        set(dossier, "demandeur.adresse.complement", std::string("1000 Bruxelles"));
        set(dossier, "demandeur.adresse.pays", std::string("Belgique"));
        const XmlElement made = mapped(dossier);
        QCOMPARE(made.textAt(std::string(kAddress) + "etranger"), "true");
        QCOMPARE(made.textAt(std::string(kAddress) + "complement"), "1000 Bruxelles");
        QVERIFY(!made.at(std::string(kAddress) + "codePostal"));
    }

    void tellsThatLettersGoAbroad() {
        constexpr const char* kAddress =
            "demande/demandeLogement/personnePhysique/demandeur/adressePostale/";
        Dossier dossier = sampleDossier();
        set(dossier, "demandeur.postale.differente", true);
        set(dossier, "demandeur.postale.voie", std::string("rue des Essais"));
        set(dossier, "demandeur.postale.complement", std::string("1000 Bruxelles"));
        set(dossier, "demandeur.postale.code_postal", Marker::none);
        set(dossier, "demandeur.postale.commune", Marker::none);
        set(dossier, "demandeur.postale.pays", std::string("Belgique"));
        const XmlElement made = mapped(dossier);
        QCOMPARE(made.textAt(std::string(kAddress) + "etranger"), "true");
        QCOMPARE(made.textAt(std::string(kAddress) + "voie"), "rue des Essais");
        QCOMPARE(made.textAt(std::string(kAddress) + "complement"), "1000 Bruxelles");
        QVERIFY(!made.at(std::string(kAddress) + "codePostal"));
    }

    void datesTheDemandeFromItsReception() {
        Dossier dossier = sampleDossier();
        QCOMPARE(mapped(dossier).textAt("demande/demandeLogement/dateCreationDemande"),
                 "2026-11-20");
        dossier.receivedOn.clear();
        QCOMPARE(mapped(dossier).textAt("demande/demandeLogement/dateCreationDemande"),
                 "2026-11-22");
    }

    void readsWhatItWrote() {
        const auto readings = readDemande(mapped(householdDossier()), catalogue());
        QVERIFY(readingOf(readings, "demandeur.nom") == Value(std::string("Essaib")));
        QVERIFY(readingOf(readings, "codemandeurs[0].prenom") == Value(std::string("Çelik")));
        QVERIFY(readingOf(readings, "localisations[1].commune") == Value(std::string("75113")));
        QVERIFY(readingOf(readings, "motifs") ==
                Value(TextList{"decohabitation", "non_decent", "trop_petit"}));
        QVERIFY(readingOf(readings, "demandeur.ressources.sal") == Value(std::int64_t{1650}));
        QVERIFY(readingOf(readings, "logement_recherche.elargir") == Value(true));
        QVERIFY(sameDemande(mapped(householdDossier()), dataFile("foyer.xml"), catalogue()));
        QVERIFY(!sameDemande(mapped(sampleDossier()), dataFile("foyer.xml"), catalogue()));
    }

    void readsAnOlderInterfaceAndPassesOverWhatItDoesNotKnow() {
        const XmlElement older = dataFile("ancien.xml");
        QCOMPARE(numUniqueOf(older), "1110418900001G0001");
        const auto readings = readDemande(older, catalogue());
        QVERIFY(readingOf(readings, "demandeur.adresse.commune") == Value(std::string("2A004")));
        QVERIFY(readingOf(readings, "logement_actuel.pieces") == Value(std::int64_t{3}));
        QVERIFY(readingOf(readings, "logement_actuel.loyer") == Value(std::int64_t{700}));
        QVERIFY(readingOf(readings, "personnes_a_charge[0].lien") == Value(std::string("enfant")));
        QVERIFY(samePerson(demandeurOf(older), {"VERRIER", "anais", "1982-07-14"}));
    }

    void namesAreComparedWithoutAccentsNorCase() {
        QCOMPARE(normalisedName("  D’Été-Œuvré "), "D ETE OEUVRE");
        QVERIFY(samePerson({"Lefèvre", "Zoé", "1990-01-01"}, {"LEFEVRE", "ZOE", "1990-01-01"}));
        QVERIFY(!samePerson({"Lefèvre", "Zoé", "1990-01-01"}, {"LEFEVRE", "ZOE", "1990-01-02"}));
        QVERIFY(!samePerson({"", "", ""}, {"", "", ""}));
    }

    void namesFilesAtTheHourOfParis() {
        QCOMPARE(demandeFileName("G1226", kNow, 7), "DEMG1226-202611221031-000007.xml");
        QCOMPARE(certificateFileName("G1226", kNow), "CERG1226-202611221031.pem");
        QCOMPARE(parisTimestamp(1'782'864'000'000), "2026-07-01T02:00:00.000+02:00");
    }

    void knowsTheFormOfANumeroUnique() {
        QVERIFY(isNumeroUnique("1111126000001G1226"));
        QVERIFY(isNumeroUnique("02A0126000001GDPUB"));
        QVERIFY(!isNumeroUnique("1111326000001G1226"));
        QVERIFY(!isNumeroUnique("1111126000001G122"));
        QVERIFY(!isNumeroUnique("111112600000xG1226"));
    }
};

QTEST_GUILESS_MAIN(SneMapperTest)
#include "sne_mapper_test.moc"
