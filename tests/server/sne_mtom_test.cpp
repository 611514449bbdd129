// SPDX-License-Identifier: GPL-3.0-or-later
// The foreign samples are written by hand, so that our builder is not its own witness.
#include "server/sne/wire.h"
#include "shared/nuu/xml_gate.h"
#include "shared/nuu/xml_writer.h"
#include "tests/support/sne_samples.h"

#include <QTest>

using namespace escale;
using namespace escale::sne;
using namespace escale::sne_test;

namespace {

const std::string kType = "multipart/related; type=\"application/xop+xml\"; "
                          "start=\"<root@peer>\"; start-info=\"application/soap+xml\"; "
                          "boundary=\"=peer=\"; action=\"http://ws.metier.nuu.application.i2/x\"";

std::string envelope(const std::string& content) {
    return "<S:Envelope xmlns:S=\"http://www.w3.org/2003/05/soap-envelope\" "
           "xmlns:ws=\"http://ws.metier.nuu.application.i2/\"><S:Header/><S:Body>" +
           content + "</S:Body></S:Envelope>";
}

std::string include(const std::string& id) {
    return "<xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:" + id +
           "\"/>";
}

const std::string kRequestRoot =
    envelope("<ws:numUniqueParametres><nomFichierDemande>DEMG1226-201709011530-000000.xml"
             "</nomFichierDemande><fichierDemande ws:contentType=\"text/xml\">" +
             include("dem%40peer") +
             "</fichierDemande><nomCertificat>CERG1226-201709011530.pem</nomCertificat>"
             "<certificat ws:contentType=\"application/x-x509-ca-cert\">" +
             include("cer@peer") + "</certificat></ws:numUniqueParametres>");

/// As another program could write it: headers in another case, folded, lines ended by LF only.
std::string foreignPackage(const std::string& eol) {
    const std::string lines[] = {"preamble, to be passed over",
                                 "--=peer=",
                                 "CONTENT-TYPE: application/xop+xml;",
                                 "\tcharset=UTF-8; type=\"application/soap+xml\"",
                                 "content-id:   <root@peer>",
                                 "",
                                 kRequestRoot,
                                 "--=peer=  ",
                                 "Content-Type: application/octet-stream",
                                 "Content-Transfer-Encoding: base64",
                                 "Content-ID: <cer@peer>",
                                 "",
                                 "Y2Vy",
                                 "dGlmaWNhdA==",
                                 "",
                                 "--=peer=",
                                 "Content-Id: <dem@peer>",
                                 "Content-Type: text/xml; charset=us-ascii",
                                 "Content-Disposition: attachment; filename=\"a.xml\"",
                                 "",
                                 "<a>",
                                 "</a>",
                                 "--=peer=--",
                                 "epilogue"};
    std::string body;
    for (const std::string& line : lines)
        body += line + eol;
    return body;
}

std::string onePart(const std::string& root) {
    return "--=peer=\r\nContent-ID: <root@peer>\r\n\r\n" + root + "\r\n--=peer=--\r\n";
}

Errc refusal(const std::string& type, const std::string& body) {
    const auto parsed = parseRequest(type, body);
    return parsed ? Errc::internal : parsed.error().code;
}

} // namespace

class SneMtomTest : public QObject {
    Q_OBJECT

private slots:
    void buildsThePartsInTheOrderOfTheService() {
        TestRandom random;
        const WireMessage wire = buildRequest({Service::getNumUnique,
                                               "DEMG1226-202611221031-000001.xml",
                                               "<a>&#233;</a>",
                                               "CERG1226-202611221031.pem",
                                               "pem",
                                               {},
                                               {}},
                                              random);
        const std::string& body = wire.body;
        const auto root = body.find("Content-Type: application/xop+xml; charset=UTF-8; "
                                    "type=\"application/soap+xml\"; action=\"getNumUnique\"\r\n");
        const auto cert = body.find("Content-Type: application/octet-stream");
        const auto base64 = body.find("Content-Transfer-Encoding: BASE64\r\n");
        const auto xml = body.find("Content-Type: text/xml; charset=us-ascii");
        QVERIFY(root != std::string::npos && root < cert && cert < base64 && base64 < xml);
        QVERIFY(body.find("Content-Transfer-Encoding: 7bit\r\n", xml) != std::string::npos);
        QVERIFY(body.find("\r\n\r\n<a>&#233;</a>\r\n--", xml) != std::string::npos);
        QVERIFY(body.find("text/xml\"><xop:Include ") != std::string::npos);
        for (std::size_t at = body.find('\n'); at != std::string::npos;
             at = body.find('\n', at + 1))
            QVERIFY(at > 0 && body[at - 1] == '\r');
        QVERIFY(wire.contentType.find("start-info=\"application/soap+xml\"") != std::string::npos);
        QVERIFY(
            wire.contentType.find("action=\"http://ws.metier.nuu.application.i2/getNumUnique\"") !=
            std::string::npos);
    }

    void readsBackEachRequest_data() {
        QTest::addColumn<int>("service");
        QTest::newRow("getNumUnique") << 0;
        QTest::newRow("getDoublons") << 1;
        QTest::newRow("getDemandeLogement") << 2;
        QTest::newRow("getNouveauxDaloDepuisLe") << 3;
        QTest::newRow("getDemandesRadieesDepuisLe") << 4;
        QTest::newRow("declarationNouveauDalo") << 5;
    }
    void readsBackEachRequest() {
        QFETCH(int, service);
        TestRandom random;
        ServiceRequest request;
        request.service = static_cast<Service>(service);
        const bool hasDemande = service < 2 || request.service == Service::declarationNouveauDalo;
        if (hasDemande) {
            request.fileName = "f.xml";
            request.demandeXml = "<a/>";
        } else if (request.service == Service::getDemandeLogement) {
            request.numUnique = "1111126000001G1226";
        } else {
            request.since = "2026-11-22T10:31:05.120+01:00";
        }
        if (request.service != Service::getDoublons) {
            request.certificateName = "c.pem";
            request.certificatePem = std::string(500, 'k');
        }
        const WireMessage wire = buildRequest(request, random);
        QVERIFY(parseRequest(wire.contentType, wire.body).value() == request);
    }

    void readsAForeignPackage_data() {
        QTest::addColumn<QString>("eol");
        QTest::newRow("CRLF") << "\r\n";
        QTest::newRow("LF") << "\n";
    }
    void readsAForeignPackage() {
        QFETCH(QString, eol);
        const auto read = parseRequest(kType, foreignPackage(eol.toStdString()));
        QVERIFY2(read, read ? "" : read.error().detail.c_str());
        QCOMPARE(read->fileName, "DEMG1226-201709011530-000000.xml");
        QCOMPARE(read->demandeXml, "<a>" + eol.toStdString() + "</a>");
        QCOMPARE(read->certificatePem, "certificat");
    }

    void refusesABrokenPackage_data() {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("body");
        const QString good = QString::fromStdString(foreignPackage("\r\n"));
        const QString type = QString::fromStdString(kType);
        const auto changed = [](QString text, const char* from, const char* to) {
            return text.replace(from, to);
        };
        QTest::newRow("no boundary") << changed(type, "boundary=\"=peer=\"; ", "") << good;
        QTest::newRow("long boundary")
            << changed(type, "=peer=", QByteArray(71, 'b').constData()) << good;
        QTest::newRow("other boundary") << changed(type, "=peer=", "=autre=") << good;
        QTest::newRow("open quote") << type + "; x=\"" << good;
        QTest::newRow("no last boundary") << type << changed(good, "--=peer=--", "");
        QTest::newRow("cut in the middle") << type << good.left(good.size() / 2);
        QTest::newRow("part missing") << type << changed(good, "<dem@peer>", "<autre@peer>");
        QTest::newRow("wrong cid") << type << changed(good, "cid:cer@peer", "cid:cert@peer");
        QTest::newRow("no cid scheme") << type << changed(good, "cid:cer@peer", "cer@peer");
        QTest::newRow("file by address")
            << type << changed(good, "cid:cer@peer", "file:///etc/passwd");
        QTest::newRow("same cid twice") << type << changed(good, "<dem@peer>", "<cer@peer>");
        QTest::newRow("no such root") << changed(type, "root@peer", "nobody@peer") << good;
        QTest::newRow("bad base64") << type << changed(good, "Y2Vy", "Y*Vy");
        QTest::newRow("unknown encoding") << type << changed(good, ": base64", ": uuencode");
        QTest::newRow("header twice")
            << type << changed(good, "Content-Id: <dem", "Content-Type: a/b\r\nContent-Id: <dem");
        QTest::newRow("not a header")
            << type << changed(good, "Content-Id: <dem", "rien\r\nContent-Id: <dem");
        QTest::newRow("doctype in the root")
            << type << changed(good, "<S:Envelope", "<!DOCTYPE a><S:Envelope");
        QTest::newRow("SOAP 1.1") << type
                                  << changed(good, "2003/05/soap-envelope",
                                             "2001/12/soap-envelope");
        QTest::newRow("unknown service")
            << type << changed(good, "numUniqueParametres", "autreParametres");
        QTest::newRow("json") << "application/json"
                              << "{}";
        QTest::newRow("nothing") << ""
                                 << "";
    }
    void refusesABrokenPackage() {
        QFETCH(QString, type);
        QFETCH(QString, body);
        QCOMPARE(refusal(type.toStdString(), body.toStdString()), Errc::malformed);
    }

    void holdsItsLimits() {
        std::string many;
        for (int i = 0; i < 9; ++i)
            many += "--=peer=\r\n\r\nx\r\n";
        QCOMPARE(refusal(kType, many + "--=peer=--\r\n"), Errc::tooLarge);
        QCOMPARE(refusal(kType, onePart(std::string(kMaxMtomPartBytes + 1, 'x'))), Errc::tooLarge);
        QCOMPARE(refusal(kType, std::string(kMaxMtomBytes + 1, 'x')), Errc::tooLarge);
        std::string headers = "--=peer=\r\n";
        for (int i = 0; i < 17; ++i)
            headers += "X-" + std::to_string(i) + ": y\r\n";
        QCOMPARE(refusal(kType, headers + "\r\nx\r\n--=peer=--\r\n"), Errc::tooLarge);
    }

    void readsAnAnswerInline() {
        const std::string soap =
            envelope("<ws:whatever><ab1:interfaceNuu xmlns:ab1=\"http://nuu.application.i2/\"><ab1:"
                     "demande><ab1:demandeLogement><ab1:numUnique>1111126000001G1226</"
                     "ab1:numUnique></ab1:demandeLogement></ab1:demande></ab1:interfaceNuu>"
                     "</ws:whatever>");
        for (const auto& [type, body] : {std::pair{kType, onePart(soap)},
                                         std::pair{std::string("application/soap+xml"), soap}}) {
            const auto answer = parseAnswer(type, body);
            QVERIFY(answer && answer->content);
            QCOMPARE(numUniqueOf(*answer->content), "1111126000001G1226");
        }
    }

    void readsAnAnswerBehindAnInclude() {
        const std::string list = "<n:listeDoublons xmlns:n=\"http://nuu.application.i2/\"><n:d>"
                                 "<n:numUnique>1111126000002G1226</n:numUnique><n:nom>A</n:nom>"
                                 "</n:d></n:listeDoublons>";
        const std::string body = "--=peer=\nContent-ID: <root@peer>\n\n" +
                                 envelope("<r>" + include("x") + "</r>") +
                                 "\n--=peer=\nContent-ID: <x>\n\n" + list + "\n--=peer=--";
        const auto answer = parseAnswer(kType, body);
        QVERIFY(answer && answer->content);
        const auto doublons = doublonsOf(*answer->content);
        QCOMPARE(doublons.size(), 1U);
        QCOMPARE(doublons.front().numUnique, "1111126000002G1226");
    }

    void readsAFault() {
        const WireMessage fault = buildFault({"soap:Receiver", "Une erreur <inattendue>"});
        const auto answer = parseAnswer(fault.contentType, fault.body);
        QVERIFY(answer && answer->fault);
        QCOMPARE(answer->fault->reason, "Une erreur <inattendue>");
    }

    void answersSoThatAPublicClientCanCutThem() {
        TestRandom random;
        XmlElement content = newInterfaceNuu("RET", "2026-11-22T10:31:05.120+01:00");
        const std::string body = buildAnswer(Service::getNumUnique, content, random).body;
        const auto colon = body.find(":interfaceNuu");
        const std::string open = body.substr(colon - 4, 4);
        QCOMPARE(open, "<ns1");
        const auto close = body.find("</ns1:interfaceNuu>");
        QVERIFY(parseXml(body.substr(colon - 4, close + 19 - colon + 4)));
    }

    void tellsOutcomesApart() {
        const auto outcome = [](int status, const std::string& type, const std::string& body) {
            return readOutcome(Service::getNumUnique, status, type, body).index();
        };
        const WireMessage fault = buildFault({"a", "b"});
        QCOMPARE(outcome(500, fault.contentType, fault.body), Outcome(GotFault{}).index());
        QCOMPARE(outcome(500, "text/html", "panne"), Outcome(AnswerLost{}).index());
        QCOMPARE(outcome(403, "text/html", "non"), Outcome(Refused{}).index());
        QCOMPARE(outcome(200, "text/html", "?"), Outcome(AnswerLost{}).index());
        QCOMPARE(readFailure({fail(Errc::timeout), true}).index(), Outcome(AnswerLost{}).index());
        QCOMPARE(readFailure({fail(Errc::timeout), false}).index(), Outcome(Unreachable{}).index());
        QCOMPARE(readFailure({fail(Errc::peerRefused), false}).index(), Outcome(Refused{}).index());
    }
};

QTEST_GUILESS_MAIN(SneMtomTest)
#include "sne_mtom_test.moc"
