// SPDX-License-Identifier: GPL-3.0-or-later
// The stand-in as a process, over real mutual TLS.
#include "shared/base/system_ports.h"
#include "shared/crypto/random.h"
#include "shared/nuu/xml_gate.h"
#include "shared/nuu/xml_writer.h"
#include "tests/support/sne_ecole_process.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace escale;
using namespace escale::sne;
using namespace escale::sne_test;

namespace {

const SystemClock kClock;
crypto::SystemRandom randomBytes;

std::unique_ptr<SneClient> clientOf(const EcoleProcess& ecole) {
    return SneClient::make(ecole.clientConfig(), kClock, randomBytes).value();
}

XmlElement demandeOfSample(const Dossier& dossier, const std::string& type = "CRE",
                           const std::string& numero = {}) {
    return toInterfaceNuu(dossier, catalogue(), {"G1226", type, numero, kNow});
}

std::string ascii(const XmlElement& tree) {
    return writeXml(tree, "ns1", XmlCharset::ascii);
}

std::string numberIn(const Exchange& exchange) {
    const auto* got = std::get_if<GotNumUnique>(&exchange.outcome);
    return got ? got->numUnique : std::string();
}

Dossier pastDossier() {
    Dossier dossier = sampleDossier();
    dossier.receivedOn = "2026-01-05"; // before whatever day this test runs on
    return dossier;
}

/// What another program could send, without a byte of our builder; the demande in us-ascii.
QByteArray handWrittenPackage() {
    QByteArray body =
        "--cut\r\nContent-Type: application/xop+xml; charset=UTF-8; "
        "type=\"application/soap+xml\"; action=\"getNumUnique\"\r\n"
        "Content-Transfer-Encoding: 8bit\r\nContent-ID: <rootpart>\r\n\r\n"
        "<soapenv:Envelope xmlns:soapenv=\"http://www.w3.org/2003/05/soap-envelope\" "
        "xmlns:ws=\"http://ws.metier.nuu.application.i2/\"><soapenv:Header/><soapenv:Body>"
        "<ws:numUniqueParametres><nomFichierDemande>DEMG1226-202601051000-000000.xml"
        "</nomFichierDemande><fichierDemande ws:contentType=\"text/xml\"><xop:Include "
        "xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:demande\"/>"
        "</fichierDemande><nomCertificat>CERG1226-202601051000.pem</nomCertificat>"
        "<certificat ws:contentType=\"application/x-x509-ca-cert\"><xop:Include "
        "xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:certificat\"/>"
        "</certificat></ws:numUniqueParametres></soapenv:Body></soapenv:Envelope>\r\n"
        "--cut\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: BASE64\r\n"
        "Content-ID: <certificat>\r\nContent-Disposition: attachment\r\n\r\n\r\n"
        "--cut\r\nContent-Type: text/xml; charset=us-ascii\r\nContent-Transfer-Encoding: 7bit\r\n"
        "Content-ID: <demande>\r\nContent-Disposition: attachment\r\n\r\n";
    QFile sample(ESCALE_TEST_DATA "/sne/foyer.xml");
    if (!sample.open(QIODevice::ReadOnly))
        return {};
    QString demande = QString::fromUtf8(sample.readAll());
    for (const char* accented : {"é", "É", "Ç", "’"}) {
        const QString letter = QString::fromUtf8(accented);
        demande.replace(letter, QString("&#%1;").arg(letter.front().unicode()));
    }
    demande.replace("2026-11-20", "2026-01-05")
        .replace("encoding=\"UTF-8\"", "encoding=\"US-ASCII\"");
    return body + demande.toLatin1() + "\r\n--cut--\r\n";
}

} // namespace

class SneEcoleTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_ecole = std::make_unique<EcoleProcess>(); }
    void cleanup() { m_ecole.reset(); }

    void givesANumberThatLooksLikeOne_data() {
        QTest::addColumn<QString>("commune");
        QTest::addColumn<QString>("territory");
        QTest::newRow("Île-de-France") << "95268"
                                       << "111";
        QTest::newRow("Corse") << "2A004"
                               << "02A";
        QTest::newRow("Loire") << "42218"
                               << "042";
        QTest::newRow("La Réunion") << "97411"
                                    << "974";
    }
    void givesANumberThatLooksLikeOne() {
        QFETCH(QString, commune);
        QFETCH(QString, territory);
        QVERIFY(m_ecole->start());
        Dossier dossier = pastDossier();
        const std::string town =
            "localisations[" + dossier.items("localisations").front() + "].commune";
        set(dossier, town, commune.toStdString());
        const auto client = clientOf(*m_ecole);
        const QString number = QString::fromStdString(numberIn(client->getNumUnique(
            "DEMG1226-202601051000-000001.xml", ascii(demandeOfSample(dossier)))));
        const QRegularExpression form("^[0-9A-Z]{3}(0[1-9]|1[0-2])[0-9]{2}[0-9]{6}[A-Z0-9]{5}$");
        QVERIFY2(form.match(number).hasMatch(), qPrintable(number));
        QVERIFY(number.startsWith(territory + "0126"));
        QVERIFY(number.endsWith("G1226"));
        QCOMPARE(m_ecole->numbers(), QStringList{number});
    }

    void givesBackWhatWasSent() {
        QVERIFY(m_ecole->start());
        const auto client = clientOf(*m_ecole);
        const XmlElement sent = demandeOfSample(pastDossier());
        const std::string number = numberIn(client->getNumUnique("a.xml", ascii(sent)));
        const Exchange exchange = client->getDemandeLogement(number);
        const auto* got = std::get_if<GotDemande>(&exchange.outcome);
        QVERIFY(got);
        QCOMPARE(numUniqueOf(got->interfaceNuu), number);
        QVERIFY(sameDemande(got->interfaceNuu, sent, catalogue()));
        const QByteArray shown = m_ecole->ask({"show", "--numero", QString::fromStdString(number)});
        QVERIFY(sameDemande(parseXml(shown.toStdString()).value(), sent, catalogue()));
    }

    void aSecondCreationIsSeenAsADouble() {
        QVERIFY(m_ecole->start());
        const auto client = clientOf(*m_ecole);
        const XmlElement sent = demandeOfSample(pastDossier());
        const std::string first = numberIn(client->getNumUnique("a.xml", ascii(sent)));
        const std::string second = numberIn(client->getNumUnique("b.xml", ascii(sent)));
        QVERIFY(!first.empty() && !second.empty() && first != second);
        Dossier shouted = pastDossier();
        set(shouted, "demandeur.prenom", std::string("LENA"));
        const Exchange exchange =
            client->getDoublons("c.xml", ascii(toSearch(demandeOfSample(shouted))));
        const auto* found = std::get_if<GotDoublons>(&exchange.outcome);
        QVERIFY(found);
        QCOMPARE(found->doublons.size(), 2U);
        QCOMPARE(found->doublons.front().person.prenom, "Léna");
    }

    void modifiesUnderTheSameNumberOnly() {
        QVERIFY(m_ecole->start());
        const auto client = clientOf(*m_ecole);
        Dossier dossier = pastDossier();
        const std::string number =
            numberIn(client->getNumUnique("a.xml", ascii(demandeOfSample(dossier))));
        set(dossier, "demandeur.telephone", std::string("0600000077"));
        const XmlElement changed = demandeOfSample(dossier, "MOD", number);
        QCOMPARE(numberIn(client->getNumUnique("b.xml", ascii(changed))), number);
        const Exchange held = client->getDemandeLogement(number);
        QVERIFY(sameDemande(std::get<GotDemande>(held.outcome).interfaceNuu, changed, catalogue()));
        QCOMPARE(m_ecole->numbers().size(), 1);
        const XmlElement unknown = demandeOfSample(dossier, "MOD", "1110126999999G1226");
        QVERIFY(std::holds_alternative<GotAnomalies>(
            client->getNumUnique("c.xml", ascii(unknown)).outcome));
        QVERIFY(std::holds_alternative<GotAnomalies>(
            client->getDemandeLogement("1110126999999G1226").outcome));
    }

    void answersAnomalies_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("code");
        const char* const rows[][3] = {
            {"<ns1:civilite code=\"2\"/>", "", "ECO_0010"},
            {"<ns1:civilite code=\"2\"/>", "<ns1:civilite code=\"9\"/>", "ECO_0041"},
            {"<ns1:commune code=\"95268\"/>", "<ns1:commune code=\"2C001\"/>", "ECO_0040"},
            {"1990-02-03", "1990-02-30", "ECO_0042"},
            {"1990-02-03", "2190-02-03", "ECO_0013"},
            {"<ns1:telPortable>0600000001</ns1:telPortable>", "", "ECO_0015"},
            {"<ns1:demandeElargie>true</ns1:demandeElargie>", "", "ECO_0031"},
            {"<ns1:modeleLogement code=\"CPE\"/>", "", "ECO_0020"},
            {"<ns1:numGuichet>G1226</ns1:numGuichet>", "", "ECO_0005"},
            {">CRE<", ">XYZ<", "ECO_0003"},
            {">CRE<", ">REN<", "ECO_0007"},
            {"versionInterface=\"02.01\"", "versionInterface=\"01.00\"", "ECO_0002"},
            {"+01:00</ns1:dateFichier>", "</ns1:dateFichier>", "ECO_0004"},
        };
        for (const auto& row : rows)
            QTest::addRow("%s %s", row[2], row[1]) << row[0] << row[1] << row[2];
    }
    void answersAnomalies() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, code);
        QVERIFY(m_ecole->start());
        QString xml = QString::fromStdString(ascii(demandeOfSample(pastDossier())));
        QVERIFY(xml.contains(from));
        const Exchange exchange =
            clientOf(*m_ecole)->getNumUnique("a.xml", xml.replace(from, to).toStdString());
        const auto* got = std::get_if<GotAnomalies>(&exchange.outcome);
        QVERIFY(got);
        const auto found = std::ranges::find(got->anomalies, code.toStdString(), &NuuAnomaly::code);
        QVERIFY2(found != got->anomalies.end(), qPrintable(code));
        QVERIFY(!found->label.empty());
        QVERIFY(m_ecole->numbers().isEmpty());
    }

    void faultsOnWhatItCannotRead() {
        QVERIFY(m_ecole->start());
        const auto client = clientOf(*m_ecole);
        for (const char* xml : {"<a", "<!DOCTYPE a><a/>", "<a/>"})
            QVERIFY(
                !std::holds_alternative<GotNumUnique>(client->getNumUnique("a.xml", xml).outcome));
        const Exchange exchange = client->getNumUnique("a.xml", "<!DOCTYPE a><a/>");
        const auto* fault = std::get_if<GotFault>(&exchange.outcome);
        QVERIFY(fault && fault->fault.reason.starts_with("Une erreur inattendue"));
    }

    void refusesAnUnknownCertificate() {
        QVERIFY(m_ecole->start());
        EcoleProcess other;
        QVERIFY(other.start());
        SneConfig config = m_ecole->clientConfig();
        config.tls.certificateChainPem = other.clientConfig().tls.certificateChainPem;
        config.tls.privateKeyPem = other.clientConfig().tls.privateKeyPem;
        const auto stranger = SneClient::make(config, kClock, randomBytes).value();
        const Exchange exchange =
            stranger->getNumUnique("a.xml", ascii(demandeOfSample(pastDossier())));
        QVERIFY(numberIn(exchange).empty() && exchange.response.empty());
        config.tls.certificateChainPem.clear();
        config.tls.privateKeyPem.clear();
        const auto nobody = SneClient::make(config, kClock, randomBytes).value();
        QVERIFY(nobody->getDemandeLogement("1110126999999G1226").response.empty());
        QVERIFY(m_ecole->numbers().isEmpty());
    }

    void misbehavesOnOrder() {
        QVERIFY(m_ecole->start({"--panne", "1", "--perdre-reponse", "1"}));
        const auto client = clientOf(*m_ecole);
        const std::string xml = ascii(demandeOfSample(pastDossier()));
        QVERIFY(std::holds_alternative<AnswerLost>(client->getNumUnique("a.xml", xml).outcome));
        QVERIFY(m_ecole->numbers().isEmpty());
        QVERIFY(std::holds_alternative<AnswerLost>(client->getNumUnique("a.xml", xml).outcome));
        QCOMPARE(m_ecole->numbers().size(), 1);
        QVERIFY(!numberIn(client->getNumUnique("a.xml", xml)).empty());
        QVERIFY(m_ecole->stop());
        QVERIFY(std::holds_alternative<Unreachable>(client->getNumUnique("a.xml", xml).outcome));
    }

    void keepsWhatItHoldsAndItsAuthorityAcrossStarts() {
        QVERIFY(m_ecole->start());
        const SneConfig before = m_ecole->clientConfig();
        const std::string number = numberIn(
            clientOf(*m_ecole)->getNumUnique("a.xml", ascii(demandeOfSample(pastDossier()))));
        m_ecole->kill();
        QVERIFY(m_ecole->start());
        QCOMPARE(m_ecole->clientConfig().tls.certificateChainPem, before.tls.certificateChainPem);
        QVERIFY(std::holds_alternative<GotDemande>(
            clientOf(*m_ecole)->getDemandeLogement(number).outcome));
    }

    void answersAnIndependentClient();
    void refusesBadOptions_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("no data") << QStringList{"run"};
        QTest::newRow("unknown option") << QStringList{"run", "--data", "/tmp", "--x", "1"};
        QTest::newRow("bad port") << QStringList{"run", "--data", "/tmp", "--port", "70000"};
        QTest::newRow("bad number") << QStringList{"run", "--data", "/tmp", "--panne", "-1"};
    }
    void refusesBadOptions() {
        QFETCH(QStringList, arguments);
        QProcess process;
        process.start(ESCALE_SNE_ECOLE, arguments);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 2);
    }

private:
    std::unique_ptr<EcoleProcess> m_ecole;
};

/// curl, and a package written by hand: neither our client nor our builder.
void SneEcoleTest::answersAnIndependentClient() {
    QVERIFY(m_ecole->start());
    const QByteArray body = handWrittenPackage();
    QFile request(m_ecole->dir() + "/request");
    QVERIFY(request.open(QIODevice::WriteOnly) && request.write(body) == body.size());
    request.close();
    const QString client = m_ecole->dir() + "/client/";
    QProcess curl;
    curl.start("curl",
               {"-sS", "--cacert", client + "ca.pem", "--cert", client + "cert.pem", "--key",
                client + "key.pem", "-H", "MIME-Version: 1.0", "-H",
                "Content-Type: multipart/related; type=\"application/xop+xml\"; "
                "start=\"<rootpart>\"; start-info=\"application/soap+xml\"; boundary=\"cut\"; "
                "action=\"http://ws.metier.nuu.application.i2/getNumUnique\"",
                "--data-binary", "@" + request.fileName(),
                QString("https://127.0.0.1:%1/services/DemandeLogementImplService/")
                    .arg(m_ecole->port())});
    QVERIFY(curl.waitForFinished());
    const QString answer = QString::fromUtf8(curl.readAllStandardOutput());
    QVERIFY2(answer.contains("<ns1:interfaceNuu "),
             qPrintable(answer + curl.readAllStandardError()));
    QCOMPARE(m_ecole->numbers().size(), 1);
    QVERIFY2(answer.contains(m_ecole->numbers().front()), qPrintable(answer));
}

QTEST_GUILESS_MAIN(SneEcoleTest)
#include "sne_ecole_test.moc"
