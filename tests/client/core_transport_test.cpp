// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/platform/key_vault.h"
#include "client/sync/https_transport.h"
#include "tests/client/device_fixture.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QtTest>

using namespace escale;
using namespace escale::client;
using namespace escale::tests;

namespace {

QByteArray bytesOf(const std::string& text) {
    return QByteArray::fromStdString(text);
}

/// Answers every connection with the same bytes, then closes if told to.
class RawServer {
public:
    RawServer(const ServerIdentity& identity, QByteArray answer, bool closes) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate(bytesOf(identity.certPem)));
        tls.setPrivateKey(QSslKey(bytesOf(identity.keyPem), QSsl::Ec));
        tls.setCaCertificates({QSslCertificate(bytesOf(fakeAuthority().authority.certPem))});
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        m_server.setSslConfiguration(tls);
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server,
                         [this, answer, closes] { serve(answer, closes); });
    }

    std::string url() const { return "https://127.0.0.1:" + std::to_string(m_server.serverPort()); }
    QByteArray seen;

private:
    void serve(const QByteArray& answer, bool closes) {
        QTcpSocket* socket = m_server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [=, this] {
            seen += socket->readAll();
            if (!seen.contains("\r\n\r\n") || answer.isEmpty())
                return;
            socket->write(answer);
            if (closes)
                socket->disconnectFromHost();
        });
    }

    QSslServer m_server;
};

/// The openssl program as a server: it sends the alerts that a real server sends.
class OpensslServer {
public:
    explicit OpensslServer(const QStringList& options) {
        const ServerIdentity identity = serverIdentity(fakeAuthority().authority);
        const QStringList files{write("ca.pem", fakeAuthority().authority.certPem),
                                write("s.pem", identity.certPem), write("s.key", identity.keyPem)};
        m_process.start(QStringLiteral("openssl"),
                        QStringList{"s_server", "-accept", "127.0.0.1:0", "-CAfile", files[0],
                                    "-cert", files[1], "-key", files[2]} +
                            options);
        const bool listens = QTest::qWaitFor(
            [this] { return said().contains("ACCEPT") && said().endsWith('\n'); }, 20'000);
        const qsizetype at = m_said.indexOf("127.0.0.1:");
        if (listens && at >= 0)
            m_url = "https://" + m_said.mid(at).trimmed().toStdString();
    }
    ~OpensslServer() {
        m_process.kill();
        m_process.waitForFinished();
    }
    std::string url() const { return m_url; }

private:
    QString write(const char* name, const std::string& content) {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytesOf(content));
        return file.fileName();
    }
    const QByteArray& said() {
        m_said += m_process.readAllStandardOutput();
        return m_said;
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    QByteArray m_said;
    std::string m_url;
};

TlsIdentity identityOf(DeviceFixture& device) {
    auto workspace = device.open(SessionKeeping::file);
    return {fakeAuthority().authority.certPem, workspace->profile().certificatePem,
            workspace->tlsKey().value()};
}

Result<HttpAnswer> ask(const std::string& url, const TlsIdentity& identity,
                       int timeoutMs = kRequestTimeoutMs) {
    auto transport = HttpsTransport::create(url, identity, timeoutMs).value();
    Result<HttpAnswer> answer = fail(Errc::internal);
    bool done = false;
    transport->send({"POST", "/v1/sync", {{"Content-Type", "application/json"}}, {'{', '}'}},
                    [&](Result<HttpAnswer> given) {
                        answer = std::move(given);
                        done = true;
                    });
    return QTest::qWaitFor([&] { return done; }, 60'000) ? answer : fail(Errc::internal);
}

} // namespace

class CoreTransportTest : public QObject {
    Q_OBJECT
private slots:
    void anAnswerComesWithItsStatusHeadersAndBody() {
        DeviceFixture borne(protocol::Role::borne);
        RawServer server(
            serverIdentity(fakeAuthority().authority),
            "HTTP/1.1 409 Conflict\r\nUpload-Offset: 12\r\nContent-Length: 2\r\n\r\n{}", false);
        const HttpAnswer answer = ask(server.url(), identityOf(borne)).value();
        QCOMPARE(answer.status, 409);
        QCOMPARE(answer.header("upload-offset"), std::string("12"));
        QCOMPARE(asString(answer.body), std::string("{}"));
        QVERIFY(server.seen.startsWith("POST /v1/sync HTTP/1.1\r\n"));
    }

    void aServerOfAnotherAuthorityIsRefusedBeforeAnyByte() {
        DeviceFixture borne(protocol::Role::borne);
        crypto::SystemRandom random;
        const auto other = crypto::makeAuthority("Autre", 1, SystemClock(), random).value();
        RawServer server(serverIdentity(other), "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                         false);
        const auto answer = ask(server.url(), identityOf(borne));
        QCOMPARE(answer.error().code, Errc::peerRefused);
        QVERIFY(answer.error().detail.find("pas le serveur attendu") != std::string::npos);
        QVERIFY(server.seen.isEmpty());
    }

    void aServerOfAnotherNameIsRefused() {
        DeviceFixture borne(protocol::Role::borne);
        crypto::SystemRandom random;
        ServerIdentity identity;
        identity.keyPem = crypto::newP256KeyPem().value();
        crypto::LeafRequest request;
        request.keyPem = identity.keyPem;
        request.commonName = "autre.exemple";
        request.dnsNames = {"autre.exemple"};
        request.usage = crypto::CertUsage::serverAuth;
        identity.certPem =
            crypto::issue(fakeAuthority().authority, request, SystemClock(), random).value();
        RawServer server(identity, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", false);
        QCOMPARE(ask(server.url(), identityOf(borne)).error().code, Errc::peerRefused);
        QVERIFY(server.seen.isEmpty());
    }

    void aServerThatRefusesOurCertificateHasItsOwnMessage_data() {
        QTest::addColumn<QString>("version");
        QTest::newRow("TLS 1.2") << "-tls1_2"; // refused within the handshake
        QTest::newRow("TLS 1.3") << "-tls1_3"; // and after it
    }

    void aServerThatRefusesOurCertificateHasItsOwnMessage() {
        QFETCH(QString, version);
        DeviceFixture borne(protocol::Role::borne);
        OpensslServer server({version, "-Verify", "2", "-verify_return_error"});
        QVERIFY2(!server.url().empty(), "openssl s_server does not start");
        TlsIdentity none = identityOf(borne);
        none.certificatePem.clear();
        none.keyPem.clear();
        const auto answer = ask(server.url(), none);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Errc::unauthorized);
        QVERIFY(answer.error().detail.find("certificat de l’appareil") != std::string::npos);
    }

    void tlsBefore12IsNotSpoken() {
        DeviceFixture borne(protocol::Role::borne);
        OpensslServer server({"-tls1_1", "-cipher", "ALL:@SECLEVEL=0"});
        QVERIFY2(!server.url().empty(), "openssl s_server does not start");
        QVERIFY(!ask(server.url(), identityOf(borne)));
    }

    void nobodyThereIsNoNetwork() {
        DeviceFixture borne(protocol::Role::borne);
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const std::string url = "https://127.0.0.1:" + std::to_string(closed.serverPort());
        closed.close();
        QCOMPARE(ask(url, identityOf(borne)).error().code, Errc::networkUnavailable);
    }

    void aCutAnswerIsNoAnswer() {
        DeviceFixture borne(protocol::Role::borne);
        RawServer server(serverIdentity(fakeAuthority().authority),
                         "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"version\":1,", true);
        QCOMPARE(ask(server.url(), identityOf(borne)).error().code, Errc::networkUnavailable);
    }

    void aSilentServerTimesOut() {
        DeviceFixture borne(protocol::Role::borne);
        RawServer server(serverIdentity(fakeAuthority().authority), {}, false);
        QCOMPARE(ask(server.url(), identityOf(borne), 300).error().code, Errc::timeout);
    }

    void aRedirectIsNotFollowed() {
        DeviceFixture borne(protocol::Role::borne);
        RawServer elsewhere(serverIdentity(fakeAuthority().authority),
                            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", false);
        RawServer server(serverIdentity(fakeAuthority().authority),
                         "HTTP/1.1 307 Temporary Redirect\r\nLocation: " +
                             bytesOf(elsewhere.url()) + "/v1/sync\r\nContent-Length: 0\r\n\r\n",
                         false);
        QCOMPARE(ask(server.url(), identityOf(borne)).error().code, Errc::malformed);
        QVERIFY(elsewhere.seen.isEmpty());
    }

    void anEndlessAnswerIsCutAtItsLimit() {
        DeviceFixture borne(protocol::Role::borne);
        RawServer server(serverIdentity(fakeAuthority().authority),
                         "HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\n" +
                             QByteArray(9'000'000, 'x'),
                         false);
        QCOMPARE(ask(server.url(), identityOf(borne)).error().code, Errc::tooLarge);
    }

    void onlyHttpsIsSpoken() {
        DeviceFixture borne(protocol::Role::borne);
        for (const char* url : {"http://127.0.0.1:8443", "ftp://a", "127.0.0.1", "", "https://a/b"})
            QCOMPARE(HttpsTransport::create(url, identityOf(borne)).error().code,
                     Errc::invalidArgument);
        QCOMPARE(HttpsTransport::create("https://a", {"rien", {}, {}}).error().code,
                 Errc::malformed);
    }

    void anAbortedRequestNeverAnswers() {
        DeviceFixture borne(protocol::Role::borne);
        RawServer server(serverIdentity(fakeAuthority().authority), {}, false);
        auto transport = HttpsTransport::create(server.url(), identityOf(borne)).value();
        bool called = false;
        transport->send({"POST", "/v1/sync", {}, {}}, [&](const auto&) { called = true; });
        QVERIFY(QTest::qWaitFor([&] { return !server.seen.isEmpty(); }));
        transport->abort();
        QCoreApplication::processEvents();
        transport.reset();
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(CoreTransportTest)
#include "core_transport_test.moc"
