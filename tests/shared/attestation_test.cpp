// SPDX-License-Identifier: GPL-3.0-or-later
// The attestation of R441-2-4: every point of the law in the text of its PDF, tagged, in French.
#include "shared/attestation/attestation.h"

#include "shared/papers/pdf.h"
#include "tests/support/sne_samples.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace escale;
using namespace escale::sne_test;

namespace {

Dossier registered() {
    Dossier dossier = sampleDossier();
    dossier.numeroUnique = "1111126000001G1226";
    dossier.receivedOn = "2026-11-20";
    return dossier;
}

AttestationFacts site() {
    return readFacts(
               R"({"guichet": {"nom": "Mairie d’Essai", "adresse": "1 place des Essais, 95268"},
        "bailleurs": {"95268": ["Bailleur du Nord", "Logis d’essai"]},
        "commissions": {"95": {"adresse": "Commission de médiation, 95010 Essai"}}})",
               knownFacts())
        .value();
}

std::string wordsOf(const papers::Paper& paper) {
    std::string words;
    for (const papers::Block& block : paper.blocks) {
        if (const auto* sentence = std::get_if<papers::Sentence>(&block))
            words += sentence->text.own + "\n";
        if (const auto* table = std::get_if<papers::Answers>(&block))
            for (const papers::Answer& row : table->rows)
                words += row.question.own + " : " + row.answer.own + "\n";
    }
    return words;
}

QString says(const QString& program, const QStringList& arguments) {
    QProcess tool;
    tool.start(program, arguments);
    tool.waitForFinished();
    return QString::fromUtf8(tool.readAllStandardOutput());
}

} // namespace

class AttestationTest : public QObject {
    Q_OBJECT

private slots:
    void saysEveryPointOfTheLaw() {
        const auto pdf = papers::pdfOf(attestationOf(registered(), site()), {}).value();
        QTemporaryDir dir;
        QFile file(dir.filePath("attestation.pdf"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(reinterpret_cast<const char*>(pdf.data()), qint64(pdf.size()));
        file.close();
        QVERIFY(says("pdfinfo", {file.fileName()}).contains(QRegularExpression("Tagged: +yes")));
        const QString text = says("pdftotext", {"-layout", file.fileName(), "-"}).simplified();
        for (const char* part : {"a) Demandeur",
                                 "Léna Essaib",
                                 "b) Service qui a enregistré",
                                 "Mairie d’Essai",
                                 "c) Numéro unique",
                                 "1111126000001G1226",
                                 "d) Date de réception",
                                 "20 novembre 2026",
                                 "d) Date du dernier renouvellement",
                                 "e) Les bailleurs sociaux",
                                 "Logis d’essai",
                                 "f) La commission de médiation",
                                 "g) À partir de quand",
                                 "36 mois",
                                 "20 novembre 2029",
                                 "Commission de médiation, 95010 Essai",
                                 "h) Combien de temps",
                                 "20 novembre 2027",
                                 "radiée",
                                 "i) Savoir où en est",
                                 "Annexe 1",
                                 "Annexe 2"})
            QVERIFY2(text.contains(QString::fromUtf8(part)), part);
    }

    void showsTheLastRenewalAndCountsFromIt() {
        Dossier dossier = registered();
        set(dossier, "renouvellement.le", std::string("2027-11-02"));
        set(dossier, "renouvellement.signe", true);
        const std::string text = wordsOf(attestationOf(dossier, site()));
        QVERIFY(text.find("2 novembre 2027") != std::string::npos);
        QVERIFY(text.find("2 novembre 2028") != std::string::npos);
        QVERIFY(text.find("20 novembre 2026") != std::string::npos); // the first deposit stays
    }

    void doesNotPromiseADelayThatIsNotKnown() {
        Dossier dossier = registered();
        const std::string town =
            "localisations[" + dossier.items("localisations").front() + "].commune";
        set(dossier, town, std::string("2A004"));
        const std::string text = wordsOf(attestationOf(dossier, knownFacts()));
        QVERIFY(text.find("préfet du département 2A") != std::string::npos);
        QVERIFY(text.find("mois. Vous pouvez saisir") == std::string::npos);
    }

    void refusesFactsThatCannotBeRead_data() {
        QTest::addColumn<QString>("json");
        for (const char* json : {"", "[]", R"({"bailleurs": {"95268": "x"}})",
                                 R"({"commissions": {"95": {"delai_mois": -1}}})"})
            QTest::newRow(json) << json;
    }
    void refusesFactsThatCannotBeRead() {
        QFETCH(QString, json);
        QVERIFY(readFacts(json.toStdString(), knownFacts()).error().code == Errc::malformed);
    }

    void namesDepartments() {
        QCOMPARE(departementOf("95268"), "95");
        QCOMPARE(departementOf("2A004"), "2A");
        QCOMPARE(departementOf("97411"), "974");
    }
};

QTEST_GUILESS_MAIN(AttestationTest)
#include "attestation_test.moc"
