// SPDX-License-Identifier: GPL-3.0-or-later
// A demande of the register in, and out again: nothing lost, and only what changed changes.
#include "shared/nuu/import.h"

#include "shared/nuu/controls.h"
#include "shared/nuu/schema.h"
#include "shared/nuu/sne_mapper.h"
#include "shared/nuu/untold.h"
#include "shared/nuu/xml_gate.h"
#include "shared/nuu/xml_writer.h"
#include "tests/shared/foyer.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace escale;
using namespace escale::sne;

namespace {

constexpr std::int64_t kNow = 1'795'340'000'000; // 22 November 2026
constexpr const char* kPerson = "demande/demandeLogement/personnePhysique/";

std::string fileOf(const char* name) {
    QFile file(QString(ESCALE_TEST_DATA "/sne/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

ItemId nextItem() {
    static int number = 0;
    char text[40];
    std::snprintf(text, sizeof(text), "018f2222-0000-7000-8000-%012d", ++number);
    return ItemId(text);
}

struct Came {
    XmlElement tree;
    Imported imported;
    Dossier dossier;
};

Came come(const std::string& xml) {
    Came came;
    came.tree = parseXml(xml).value();
    came.imported = importDemande(came.tree, catalogue(), nextItem).value();
    for (const auto& [path, value] : came.imported.answers)
        came.dossier.fields[path].value = value;
    return came;
}

XmlElement goes(const Dossier& dossier, MapSettings settings = {}) {
    settings.nowMs = kNow;
    return parseXml(
               writeXml(toInterfaceNuu(dossier, catalogue(), settings), "ns1", XmlCharset::ascii))
        .value();
}

std::string itemOf(const Dossier& dossier, const std::string& collection, std::size_t place) {
    for (const std::string& item : dossier.items(collection))
        if (place-- == 0)
            return collection + "[" + item + "]";
    return {};
}

} // namespace

class NuuImportTest : public QObject {
    Q_OBJECT

private slots:
    void comesAndGoesWithoutLoss_data() {
        QTest::addColumn<QString>("file");
        for (const char* name : {"complet.xml", "ancien.xml", "foyer.xml"})
            QTest::newRow(name) << name;
    }
    void comesAndGoesWithoutLoss() {
        QFETCH(QString, file);
        const Came came = come(fileOf(file.toUtf8().constData()));
        const XmlElement back = goes(came.dossier);
        if (back != came.tree)
            qWarning("%s", writeXml(back, "n", XmlCharset::utf8).c_str());
        QVERIFY(back == came.tree);
    }

    void becomesAnswers() {
        const Dossier dossier = come(fileOf("complet.xml")).dossier;
        QCOMPARE(textOf(dossier.answer("demandeur.nom")), "Verrier");
        QCOMPARE(textOf(dossier.answer("demandeur.adresse.commune")), "2A004");
        QVERIFY(dossier.answer("demandeur.ressources.sal") == Value(std::int64_t{1410}));
        QVERIFY(dossier.answer("demandeur.ressources.natures") ==
                Value(TextList{"aeeh", "af", "aut", "par", "sal"}));
        QVERIFY(dossier.answer("foyer.conjoint") == Value(true));
        QVERIFY(dossier.answer("naissances.nombre") == Value(std::int64_t{1}));
        QCOMPARE(dossier.items("personnes_a_charge").size(), 2U);
        QCOMPARE(textOf(dossier.answer(itemOf(dossier, "codemandeurs", 0) + ".nom")), "Ozan");
        QVERIFY(dossier.answer("logement_actuel.pieces") == Value(std::int64_t{3}));
    }

    void saysWhatOnlyTheCopyHolds() {
        const auto kept = come(fileOf("complet.xml")).imported.kept;
        const auto holds = [&](const std::string& path) {
            return std::ranges::find(kept, path) != kept.end();
        };
        QVERIFY(holds("personnePhysique/demandeur/situationProfessionnelle/nomEmployeurPrincipal"));
        QVERIFY(holds("personnePhysique/logementActuel/proprietaire"));
        QVERIFY(!holds("personnePhysique/demandeur/prenom"));
    }

    void changesOnlyWhatChanged() {
        Came came = come(fileOf("complet.xml"));
        came.dossier.fields["demandeur.telephone"].value = std::string("0600000077");
        came.dossier.fields["demandeur.ressources.sal"].value = std::int64_t{1500};
        came.dossier.fields["revenus.rfr_n1"].value = std::int64_t{21000};
        const XmlElement back = goes(came.dossier);
        const std::string demandeur = std::string(kPerson) + "demandeur/";
        QCOMPARE(back.textAt(demandeur + "telPortable"), "0600000077");
        QCOMPARE(back.textAt(demandeur + "revenuFiscal/montantMoins1"), "21000");
        // the years follow: those of the new answers
        QCOMPARE(back.textAt(demandeur + "revenuFiscal/anneeMoins1"), "2025");
        QCOMPARE(back.textAt(demandeur + "situationProfessionnelle/nomEmployeurPrincipal"),
                 "Clinique d’essai");
        const XmlElement* resources = back.at(demandeur + "listeRessourceRecue");
        QVERIFY(resources);
        QCOMPARE(resources->children.size(), 5U);
        QVERIFY(std::ranges::any_of(resources->children, [](const XmlElement& line) {
            return line.codeAt("ressource") == "SAL" && line.textAt("montant") == "1500";
        }));
        QVERIFY(*back.at(std::string(kPerson) + "listeCotitulaire") ==
                *came.tree.at(std::string(kPerson) + "listeCotitulaire"));
    }

    void itemsComeAndGo() {
        Came came = come(fileOf("complet.xml"));
        came.dossier.fields[itemOf(came.dossier, "personnes_a_charge", 0)].value = false;
        const std::string child = "personnes_a_charge[" + nextItem().str() + "]";
        came.dossier.fields[child].value = true;
        came.dossier.fields[child + ".nom"].value = std::string("Verrier");
        came.dossier.fields[child + ".prenom"].value = std::string("Zoé");
        came.dossier.fields[child + ".naissance"].value = std::string("2019-10-30");
        const XmlElement back = goes(came.dossier);
        const XmlElement* list = back.at(std::string(kPerson) + "listePersonneACharge");
        QVERIFY(list);
        QCOMPARE(list->children.size(), 2U);
        QCOMPARE(list->children[0].textAt("prenom"), "PAUL");
        QCOMPARE(list->children[1].textAt("prenom"), "Zoé");
        QVERIFY(list->children[0].attributes.empty());
    }

    void dropsWhoLeft() {
        Came came = come(fileOf("complet.xml"));
        came.dossier.fields["foyer.conjoint"].value = false;
        const XmlElement back = goes(came.dossier);
        const XmlElement* partners = back.at(std::string(kPerson) + "listeCotitulaire");
        QVERIFY(!partners || partners->children.empty());
    }

    void takesTheHeaderOfItsSending() {
        const Came came = come(fileOf("complet.xml"));
        MapSettings settings;
        settings.guichet = "G1226";
        settings.typeFichier = "REN";
        settings.numUnique = "1110619700001G0001";
        settings.version = "02.01";
        const XmlElement sent = goes(came.dossier, settings);
        QCOMPARE(sent.attribute("versionInterface"), "02.01");
        QCOMPARE(sent.textAt("entete/typeFichier"), "REN");
        QCOMPARE(sent.textAt("demande/demandeLogement/dateCreationDemande"), "2019-06-04");
        QCOMPARE(sent.textAt("demande/demandeLogement/numGuichet"), "G1226");
        QVERIFY(checkSchema(writeXml(sent, "ns1", XmlCharset::ascii)).value().empty());
    }

    void endsADemande() {
        MapSettings settings;
        settings.guichet = "G1226";
        settings.typeFichier = "RAD";
        settings.numUnique = "1110619700001G0001";
        settings.radiation = {"RADIRR", {}, "2026-11-20"};
        const Came came = come(fileOf("complet.xml"));
        const Date today{2026, 11, 22};
        const auto found = controlDemande(goes(came.dossier, settings), today);
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found.front().code, "ECO_0061");
        settings.radiation.sousMotif = "IRRRES";
        QVERIFY(controlDemande(goes(came.dossier, settings), today).empty());
    }

    void refusesWhatIsNoDemande_data() {
        QTest::addColumn<QString>("xml");
        QTest::newRow("another root") << "<a/>";
        QTest::newRow("nobody") << "<interfaceNuu xmlns='http://nuu.application.i2/'><demande>"
                                   "<demandeLogement/></demande></interfaceNuu>";
    }
    void refusesWhatIsNoDemande() {
        QFETCH(QString, xml);
        const XmlElement tree = parseXml(xml.toStdString()).value();
        QVERIFY(importDemande(tree, catalogue(), nextItem).error().code == Errc::malformed);
    }

    void refusesWhatWouldNotBeKeptWhole() {
        XmlElement tree = parseXml(fileOf("complet.xml")).value();
        tree.child("demande")->child("demandeLogement")->add("suite", std::string(21'000, 'x'));
        QVERIFY(importDemande(tree, catalogue(), nextItem).error().code == Errc::tooLarge);
    }

    void theHouseholdsPassSchemaAndControls_data() {
        QTest::addColumn<QString>("foyer");
        for (const std::string& name : test::foyers())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    void theHouseholdsPassSchemaAndControls() {
        QFETCH(QString, foyer);
        test::Foyer household(foyer.toStdString());
        household.answerAll();
        MapSettings settings;
        settings.guichet = "G1226";
        const bool isNew = textOf(household.dossier().answer("demande.nature")) == "premiere";
        settings.typeFichier = isNew ? "CRE" : "REN";
        settings.numUnique = isNew ? "" : "1110125000001G1226";
        const XmlElement sent = goes(household.dossier(), settings);
        const auto faults = checkSchema(writeXml(sent, "ns1", XmlCharset::ascii)).value();
        QVERIFY2(faults.empty(),
                 faults.empty() ? "" : (faults[0].path + " " + faults[0].message).c_str());
        const auto found = controlDemande(sent, Date{2026, 11, 23});
        QVERIFY2(found.empty(), found.empty() ? "" : found[0].label.c_str());
    }

    void listsWhatTheInterfaceCannotSay() {
        test::Foyer household("02-couple-enfants");
        household.answerAll();
        const auto untold = untoldAnswers(household.dossier(), catalogue(), household.today());
        const auto reason = [&](const std::string& path) {
            const auto found = std::ranges::find(untold, path, &Untold::path);
            return found == untold.end() ? std::string() : found->reason;
        };
        QCOMPARE(reason("demandeur.nir"), "sans_element");
        QCOMPARE(reason("foyer.conjoint"), "implicite");
        QCOMPARE(reason("demandeur.prenom"), "");
    }

    void theSchemaRefuses_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("path");
        QTest::newRow("an element less") << "<nu2:numero>7 bis</nu2:numero><nu2:voie>"
                                         << "<nu2:voie>"
                                         << "";
        QTest::newRow("code") << "code=\"P\"/>\n<nu2:telPortable>"
                              << "code=\"Z\"/>\n<nu2:telPortable>"
                              << "situationFamiliale";
        QTest::newRow("unknown element") << "<nu2:mel>anais.verrier@exemple.fr</nu2:mel>"
                                         << "<nu2:fax>1</nu2:fax>"
                                         << "fax";
        QTest::newRow("date") << "1982-07-14"
                              << "1982-13-14"
                              << "dateNaissance";
        QTest::newRow("turned") << "<nu2:nom>Verrier</nu2:nom><nu2:prenom>Anaïs</nu2:prenom>"
                                << "<nu2:prenom>Anaïs</nu2:prenom><nu2:nom>Verrier</nu2:nom>"
                                << "nom";
    }
    void theSchemaRefuses() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, path);
        QString xml = QString::fromStdString(fileOf("complet.xml"));
        QVERIFY(xml.contains(from));
        const auto faults = checkSchema(xml.replace(from, to).toStdString()).value();
        if (path.isEmpty()) {
            QVERIFY(faults.empty()); // optional
            return;
        }
        QVERIFY(!faults.empty());
        QVERIFY2(QString::fromStdString(faults[0].path).contains(path), faults[0].path.c_str());
    }
};

QTEST_GUILESS_MAIN(NuuImportTest)
#include "nuu_import_test.moc"
