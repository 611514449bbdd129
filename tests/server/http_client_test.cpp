// SPDX-License-Identifier: GPL-3.0-or-later
// HttpsClient against our listener, and against servers that misbehave.
#include "http_support.h"

#include "server/http/client.h"

#include <QtTest>

#include <atomic>
#include <semaphore>

using namespace escale;
using namespace escale::http;
using namespace escale::http_test;
using namespace std::chrono_literals;

namespace {

constexpr auto kPatience = 20s;
const std::string kEnd = "</envelope>";

Url urlFor(std::uint16_t port, const std::string& target = "/echo") {
    return {"127.0.0.1", port, target};
}

} // namespace

class HttpClientTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        ServerConfig config = configFor(m_pki, m_log);
        config.requireClientCertificateAtHandshake = true;
        Router router;
        router.add(Method::post, "/echo", [this](const Request& in, const PathParams&) {
            ++m_executed;
            return Response::text(200, "text/plain",
                                  in.peer.commonName + "|" + in.query + "|" +
                                      std::string(in.header("soapaction")) + "|" + in.body)
                .with("X-Answer", "yes");
        });
        router.add(Method::get, "/sized/{size}", [](const Request&, const PathParams& path) {
            return Response::text(200, "text/plain", std::string(std::stoul(path["size"]), 'x'));
        });
        router.add(Method::post, "/stalled", [this](const Request&, const PathParams&) {
            m_leave.acquire();
            return Response::empty(204);
        });
        m_server = std::make_unique<Server>(config, std::move(router));
        m_port = m_server->start().value();
    }

    void requestAndAnswerPassWhole() {
        const HttpsClient client = make(m_identity);
        const ClientResult result = client.post(
            urlFor(m_port, "/echo?a=b"), {{"SOAPAction", "depot"}}, "<envelope/>", kPatience);
        QVERIFY2(result.has_value(), result ? "" : result.error().error.detail.c_str());
        QCOMPARE(result->status, 200);
        QCOMPARE(result->body, std::string("escale|a=b|depot|<envelope/>"));
        QCOMPARE(result->header("x-answer"), std::string_view("yes"));
        const ClientResult byName = client.post({"localhost", m_port, "/echo"}, {}, "x", kPatience);
        QVERIFY2(byName.has_value(), byName ? "" : byName.error().error.detail.c_str());
    }

    void refusalOfTheServerIsAnAnswer() {
        const ClientResult result =
            make(m_identity).post(urlFor(m_port, "/none"), {}, "x", kPatience);
        QVERIFY(result.has_value());
        QCOMPARE(result->status, 404);
    }

    void serverOfAnotherAuthorityIsRefused() {
        const int before = m_executed;
        const TestPki other("Autre autorité");
        expect(make(m_identity, other.caPem()).post(urlFor(m_port), {}, "x", kPatience),
               Errc::peerRefused, false);
        QCOMPARE(m_executed.load(), before);
    }

    void certificateForAnotherNameIsRefused() {
        OneAnswerServer server(m_pki.serverFor("sne.example"), kEnd, "", false);
        expect(make(m_identity).post(urlFor(server.port()), {}, kEnd, kPatience), Errc::peerRefused,
               false);
        QCOMPARE(server.received(), std::string());
        OneAnswerServer second(m_pki.serverFor("sne.example"), kEnd, "", false);
        expect(make(m_identity).post({"localhost", second.port(), "/"}, {}, kEnd, kPatience),
               Errc::peerRefused, false);
    }

    void refusedOwnCertificateIsKnownNotToHaveBeenRead() {
        const TestPki other("Autre autorité");
        const int before = m_executed;
        expect(make({}).post(urlFor(m_port), {}, "x", kPatience), Errc::peerRefused, false);
        expect(make(other.client("intruse")).post(urlFor(m_port), {}, "x", kPatience),
               Errc::peerRefused, false);
        QCOMPARE(m_executed.load(), before);
    }

    void closedPortIsNoNetwork() {
        expect(make(m_identity).post(urlFor(closedPort()), {}, "x", kPatience),
               Errc::networkUnavailable, false);
        expect(make(m_identity).post({"nulle-part.invalid", 443, "/"}, {}, "x", kPatience),
               Errc::networkUnavailable, false);
    }

    void stalledAnswerIsATimeoutOfASentRequest() {
        expect(make(m_identity).post(urlFor(m_port, "/stalled"), {}, "x", 1000ms), Errc::timeout,
               true);
        m_leave.release();
    }

    void stalledHandshakeIsATimeoutOfNothingSent() {
        const ClosedMouth mute;
        expect(make(m_identity).post(urlFor(mute.port()), {}, "x", 300ms), Errc::timeout, false);
    }

    void connectionCutBeforeTheAnswerLeavesADoubt() {
        for (const char* partial :
             {"", "HTTP/1.1 200 OK\r\nContent-", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf",
              "HTTP/1.1 200 OK\r\n\r\nuntil the end"}) {
            OneAnswerServer server(m_pki.server(), kEnd, partial, false);
            expect(make(m_identity).post(urlFor(server.port()), {}, kEnd, kPatience),
                   Errc::networkUnavailable, true);
            QVERIFY(server.received().ends_with(kEnd));
        }
    }

    void answerThatIsNotHttpIsMalformed() {
        OneAnswerServer server(m_pki.server(), kEnd, "SSH-2.0-OpenSSH_9.2\r\n\r\n", true);
        expect(make(m_identity).post(urlFor(server.port()), {}, kEnd, kPatience), Errc::malformed,
               true);
    }

    void chunkedAnswerIsRead() {
        OneAnswerServer server(m_pki.server(), kEnd,
                               "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                               "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n",
                               true);
        const ClientResult result =
            make(m_identity).post(urlFor(server.port()), {}, kEnd, kPatience);
        QVERIFY(result.has_value());
        QCOMPARE(result->body, std::string("abcde"));
    }

    void answerOverTheLimitIsRefused() {
        const HttpsClient client = make(m_identity);
        const std::string limit = std::to_string(1U << 20);
        QCOMPARE(client.get(urlFor(m_port, "/sized/" + limit), {}, kPatience)->body.size(),
                 std::size_t{1U << 20});
        expect(
            client.get(urlFor(m_port, "/sized/" + std::to_string((1U << 20) + 1)), {}, kPatience),
            Errc::tooLarge, true);
        OneAnswerServer chunks(m_pki.server(), kEnd,
                               "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n200000\r\n" +
                                   std::string(0x200000, 'x'),
                               false);
        expect(client.post(urlFor(chunks.port()), {}, kEnd, kPatience), Errc::tooLarge, true);
    }

    void headersCannotBeForged() {
        const int before = m_executed;
        const HttpsClient client = make(m_identity);
        expect(client.post(urlFor(m_port), {{"A", "b\r\nC: d"}}, "x", kPatience),
               Errc::invalidArgument, false);
        expect(client.post(urlFor(m_port, "/echo HTTP/1.1\r\nA: b"), {}, "x", kPatience),
               Errc::invalidArgument, false);
        QCOMPARE(m_executed.load(), before);
    }

    void callsFromSeveralThreadsDoNotMix() {
        const HttpsClient client = make(m_identity);
        std::atomic<int> right{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&, i] {
                const std::string body = "thread " + std::to_string(i);
                for (int turn = 0; turn < 5; ++turn) {
                    const ClientResult result = client.post(urlFor(m_port), {}, body, kPatience);
                    right += result && result->body == "escale|||" + body ? 1 : 0;
                }
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(right.load(), 20);
    }

    void unusableKeysAreToldAtOnce() {
        QCOMPARE(HttpsClient::make({"", "", ""}).error().code, Errc::cryptoFailure);
        QCOMPARE(HttpsClient::make({m_pki.caPem(), m_identity.certPem, m_pki.client("x").keyPem})
                     .error()
                     .code,
                 Errc::cryptoFailure);
    }

private:
    [[nodiscard]] HttpsClient make(const Credentials& identity,
                                   const std::string& caPem = {}) const {
        ClientConfig config;
        config.caPem = caPem.empty() ? m_pki.caPem() : caPem;
        config.certificateChainPem = identity.certPem;
        config.privateKeyPem = identity.keyPem;
        return HttpsClient::make(config).value();
    }

    static void expect(const ClientResult& result, Errc code, bool requestSent) {
        QVERIFY(result.has_error());
        QVERIFY2(
            result.error().error.code == code,
            (std::string(errcName(result.error().error.code)) + ": " + result.error().error.detail)
                .c_str());
        QCOMPARE(result.error().requestSent, requestSent);
    }

    TestPki m_pki;
    Credentials m_identity = m_pki.client("escale");
    LogLines m_log;
    std::atomic<int> m_executed{0};
    std::counting_semaphore<4> m_leave{0};
    std::unique_ptr<Server> m_server;
    std::uint16_t m_port = 0;
};

QTEST_GUILESS_MAIN(HttpClientTest)
#include "http_client_test.moc"
