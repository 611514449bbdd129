// SPDX-License-Identifier: GPL-3.0-or-later
// What the listener speaks, and to whom.
#include "http_support.h"

#include "shared/base/bytes.h"
#include "shared/crypto/pki.h"

#include <QtTest>

using namespace escale;
using namespace escale::http;
using namespace escale::http_test;

namespace {

const std::string kWho = "GET /who HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
const std::string kOpen = "GET /open HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";

std::string tell(const PeerIdentity& peer) {
    return peer.commonName + "|" + peer.organizationalUnit + "|" + peer.serialHex + "|" +
           peer.fingerprintSha256Hex;
}

} // namespace

class HttpTlsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        m_server = std::make_unique<Server>(configFor(m_pki, m_log), routes());
        m_port = m_server->start().value();
        ServerConfig strict = configFor(m_pki, m_log);
        strict.requireClientCertificateAtHandshake = true;
        m_strict = std::make_unique<Server>(strict, routes());
        m_strictPort = m_strict->start().value();
    }

    void certificateOfTheClientIsReadWhole() {
        TlsOptions options;
        options.identity = m_pki.client("Borne n° 7", "borne");
        const crypto::CertInfo info = crypto::readCert(options.identity.certPem).value();
        for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
            options.maxVersion = version;
            const Received received = ask(m_port, options, kWho);
            QCOMPARE(received.status(), 200);
            QCOMPARE(received.body(),
                     "Borne n° 7|borne|" + info.serialHex + "|" + info.fingerprintSha256Hex);
        }
    }

    void withoutCertificateOnlyOpenRoutesAnswer() {
        QCOMPARE(ask(m_port, {}, kOpen).status(), 200);
        const Received refused = ask(m_port, {}, kWho);
        QCOMPARE(refused.status(), 401);
        QCOMPARE(refused.body(), Response::error(Errc::unauthorized).body);
        QVERIFY(refused.bytes.find("Content-Type: application/json") != std::string::npos);
    }

    void certificateThatIsNotOursEndsTheHandshake() {
        const TestPki other("Autre autorité");
        const TestPki sameName; // same name as ours, another key
        for (const Credentials& identity :
             {other.client("intruse"), sameName.client("intruse"), m_pki.expiredClient("ancienne"),
              m_pki.server()}) // made for servers, not for clients
            for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
                TlsOptions options;
                options.identity = identity;
                options.maxVersion = version;
                const Received received = ask(m_port, options, kOpen);
                QCOMPARE(received.bytes, std::string());
                QVERIFY(received.closed);
            }
        QVERIFY(m_log.holds("alerte poignee_refusee"));
    }

    void strictListenerAsksForACertificate() {
        const Received without = ask(m_strictPort, {}, kOpen);
        QCOMPARE(without.bytes, std::string());
        QVERIFY(without.closed);
        TlsOptions options;
        options.identity = m_pki.client("serveur");
        QCOMPARE(ask(m_strictPort, options, kOpen).status(), 200);
    }

    void oldVersionsAreRefused() {
        for (const int version : {TLS1_VERSION, TLS1_1_VERSION}) {
            TlsOptions options;
            options.maxVersion = version;
            QVERIFY(!RawClient().connect(m_port, options));
        }
        for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
            RawClient client;
            TlsOptions options;
            options.maxVersion = version;
            QVERIFY(client.connect(m_port, options));
            QCOMPARE(SSL_version(client.ssl()), version);
        }
    }

    void onlyEphemeralAuthenticatedSuitesAreSpoken() {
        TlsOptions options;
        options.maxVersion = TLS1_2_VERSION;
        for (const char* bad :
             {"ECDHE-ECDSA-AES128-SHA", "ECDHE-ECDSA-AES256-SHA384", "ECDHE-ECDSA-AES128-CCM",
              "AES128-GCM-SHA256", "AES128-SHA", "DHE-RSA-AES256-GCM-SHA384", "aNULL", "eNULL"}) {
            options.ciphers = bad;
            QVERIFY2(!RawClient().connect(m_port, options), bad);
        }
        for (const char* good : {"ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305",
                                 "ECDHE-ECDSA-AES128-GCM-SHA256"}) {
            options.ciphers = good;
            QVERIFY2(RawClient().connect(m_port, options), good);
        }
    }

    void onlyTheThreeCurvesAreSpoken() {
        TlsOptions options;
        for (const char* bad : {"P-521", "P-224", "X448", "ffdhe2048"}) {
            options.groups = bad;
            QVERIFY2(!RawClient().connect(m_port, options), bad);
        }
        for (const char* good : {"P-256", "X25519", "P-384"}) {
            options.groups = good;
            QVERIFY2(RawClient().connect(m_port, options), good);
        }
    }

    void sessionsAreNeverResumed() {
        for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
            TlsOptions options;
            options.maxVersion = version;
            RawClient client;
            QVERIFY(client.connect(m_port, options));
            QVERIFY(client.send("GET /open HTTP/1.1\r\nHost: h\r\n\r\n"));
            QCOMPARE(client.readAnswer().status(), 200);
            const SSL_SESSION* session = SSL_get0_session(client.ssl());
            QCOMPARE(SSL_SESSION_has_ticket(session), 0);
            QVERIFY(version == TLS1_3_VERSION || SSL_SESSION_is_resumable(session) == 0);
        }
    }

    void renegotiationIsRefused() {
        TlsOptions options;
        options.maxVersion = TLS1_2_VERSION;
        RawClient client;
        QVERIFY(client.connect(m_port, options));
        SSL_renegotiate(client.ssl());
        QVERIFY(SSL_do_handshake(client.ssl()) != 1);
    }

    void bytesThatAreNotTlsDoNoHarm() {
        for (const std::string& bytes :
             {std::string("GET / HTTP/1.1\r\nHost: h\r\n\r\n"), std::string(4096, '\xff'),
              std::string("\x16\x03\x01\xff")}) {
            RawClient client;
            QVERIFY(client.connectTcp(m_port));
            QVERIFY(client.sendPlain(bytes));
            client.close();
        }
        QCOMPARE(ask(m_port, {}, kOpen).status(), 200);
    }

private:
    static Router routes() {
        Router router;
        router.add(Method::get, "/who", [](const Request& in, const PathParams&) {
            // The DER handed over is that of the same certificate.
            const auto info = crypto::readCert(asBytes(in.peer.certDer));
            const bool same = info && info->fingerprintSha256Hex == in.peer.fingerprintSha256Hex;
            return Response::text(200, "text/plain", same ? tell(in.peer) : "another certificate");
        });
        router.add(Method::get, "/open",
                   [](const Request&, const PathParams&) {
                       return Response::text(200, "text/plain", "open");
                   },
                   {false});
        return router;
    }

    /// With TLS 1.3 a client learns that it was refused only when it reads.
    static Received ask(std::uint16_t port, const TlsOptions& options, const std::string& bytes) {
        RawClient client;
        if (!client.connect(port, options) || !client.send(bytes))
            return {{}, true};
        return client.readToEnd();
    }

    TestPki m_pki;
    LogLines m_log;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<Server> m_strict;
    std::uint16_t m_port = 0;
    std::uint16_t m_strictPort = 0;
};

QTEST_GUILESS_MAIN(HttpTlsTest)
#include "http_tls_test.moc"
