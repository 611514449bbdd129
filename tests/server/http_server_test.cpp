// SPDX-License-Identifier: GPL-3.0-or-later
// The listener from outside: requests, limits, slow peers, faults, stopping.
#include "http_support.h"

#include <QtTest>

#include <atomic>
#include <semaphore>
#include <stdexcept>

using namespace escale;
using namespace escale::http;
using namespace escale::http_test;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t kLimit = 4096;
const RoutePolicy kOpen{false, kLimit};

std::string request(const std::string& method, const std::string& target,
                    const std::string& headers = {}, const std::string& body = {}) {
    const std::string length =
        method == "POST" ? "Content-Length: " + std::to_string(body.size()) + "\r\n" : "";
    return method + " " + target + " HTTP/1.1\r\nHost: h\r\n" + headers + length + "\r\n" + body;
}

/// Held until the test lets it go.
struct Gate {
    std::counting_semaphore<16> entered{0};
    std::counting_semaphore<16> leave{0};

    Response pass() {
        entered.release();
        leave.acquire();
        return Response::text(200, "text/plain", "finished");
    }
};

} // namespace

class HttpServerTest : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_log = std::make_unique<LogLines>();
        m_gate = std::make_unique<Gate>();
        m_executed = 0;
    }
    void cleanup() { m_server.reset(); }

    void oneConnectionCarriesAHundredRequests() {
        RawClient client;
        QVERIFY(client.connect(start()));
        for (int i = 0; i < 100; ++i) {
            const std::string body = std::to_string(i);
            QVERIFY(client.send(request("POST", "/echo", {}, body)));
            const Received answer = client.readAnswer();
            QCOMPARE(answer.status(), 200);
            QCOMPARE(answer.body(), body);
        }
    }

    void pipelinedRequestsAreAnsweredInOrder() {
        RawClient client;
        QVERIFY(client.connect(start()));
        QVERIFY(client.send(request("POST", "/echo", {}, "one") +
                            request("POST", "/echo", "Connection: close\r\n", "two")));
        QCOMPARE(client.readAnswer().body(), std::string("one"));
        const Received last = client.readToEnd();
        QVERIFY(last.closed);
        QCOMPARE(last.body(), std::string("two"));
    }

    void handlerSeesTheWholeRequest() {
        RawClient client;
        QVERIFY(client.connect(start()));
        QVERIFY(client.send(request("GET", "/items/a%20b?after=12&x", "X-Escale: yes\r\n")));
        QCOMPARE(client.readAnswer().body(), std::string("a b|12|yes|127.0.0.1"));
    }

    void headAnswersWithoutBody() {
        RawClient client;
        QVERIFY(client.connect(start()));
        QVERIFY(client.send(request("HEAD", "/items/1")));
        const Received answer = client.readAnswer(false);
        QCOMPARE(answer.status(), 200);
        QVERIFY(answer.bytes.find("Content-Length: 14\r\n") != std::string::npos);
        QVERIFY(client.send(request("POST", "/echo", {}, "next")));
        QCOMPARE(client.readAnswer().body(), std::string("next"));
    }

    void unknownPathAndMethodAreTold() {
        const std::uint16_t port = start();
        QCOMPARE(alone(port, request("GET", "/nothing")).status(), 404);
        const Received answer = alone(port, request("DELETE", "/echo"));
        QCOMPARE(answer.status(), 405);
        QVERIFY(answer.bytes.find("Allow: POST\r\n") != std::string::npos);
        QCOMPARE(alone(port, request("PUT", "/echo", "Content-Length: 0\r\n")).status(), 405);
    }

    void bodyLimitIsThatOfTheRoute() {
        const std::uint16_t port = start();
        QCOMPARE(
            alone(port, request("POST", "/echo", "Connection: close\r\n", std::string(kLimit, 'x')))
                .body()
                .size(),
            kLimit);
        m_executed = 0;
        const Received tooLong =
            alone(port, request("POST", "/echo", {}, std::string(kLimit + 1, 'x')));
        QCOMPARE(tooLong.status(), 413);
        QVERIFY(tooLong.closed);
        QCOMPARE(m_executed.load(), 0);
    }

    void bytesAfterTheDeclaredBodyAreNotPartOfIt() {
        const Received received =
            alone(start(), request("POST", "/echo", {}, std::string(kLimit, 'x')) + "x\r\n\r\n");
        QVERIFY(received.closed);
        QCOMPARE(m_executed.load(), 1);
        QCOMPARE(received.answers(), 2);
        QVERIFY(received.bytes.find("HTTP/1.1 400 ") != std::string::npos);
    }

    void refusalComesBeforeTheBody() {
        // The body is announced and never sent: only the head can have been judged.
        const std::uint16_t port = start();
        const std::string length = "Content-Length: 5\r\n";
        QCOMPARE(alone(port, "POST /nothing HTTP/1.1\r\nHost: h\r\n" + length + "\r\n").status(),
                 404);
        QCOMPARE(alone(port, "POST /private HTTP/1.1\r\nHost: h\r\n" + length + "\r\n").status(),
                 401);
        QCOMPARE(
            alone(port, "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 4097\r\n\r\n").status(),
            413);
    }

    void bodiesInFlightAreBounded() {
        const std::uint16_t port =
            start([](ServerConfig& config) { config.maxBodyBytesInFlight = 1000; });
        const Received refused = alone(port, request("POST", "/echo", {}, std::string(1001, 'x')));
        QCOMPARE(refused.status(), 503);
        QVERIFY(refused.bytes.find("Retry-After: ") != std::string::npos);
        for (int i = 0; i < 3; ++i) // what a request held is given back
            QCOMPARE(alone(port, request("POST", "/echo", "Connection: close\r\n",
                                         std::string(1000, 'x')))
                         .status(),
                     200);
    }

    void expectContinueIsAnsweredBeforeTheBody() {
        RawClient client;
        QVERIFY(client.connect(start()));
        QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\n"
                            "Content-Length: 2\r\n\r\n"));
        QCOMPARE(client.readAnswer().status(), 100);
        QVERIFY(client.send("ok"));
        QCOMPARE(client.readAnswer().body(), std::string("ok"));
    }

    void slowHeadIsCut() {
        const std::uint16_t port =
            start([](ServerConfig& config) { config.headerTimeout = 300ms; });
        RawClient client;
        QVERIFY(client.connect(port));
        QVERIFY(client.send("GET /items/1 HTTP/1.1\r\nHost: h\r\n"));
        const Received received = client.readToEnd();
        QVERIFY(received.closed);
        QCOMPARE(received.bytes, std::string());
    }

    void headDrippedByteByByteIsCut() {
        const std::uint16_t port =
            start([](ServerConfig& config) { config.headerTimeout = 300ms; });
        RawClient client;
        QVERIFY(client.connect(port));
        int sent = 0;
        while (sent < 1000 && client.send("G")) {
            QThread::msleep(20);
            ++sent;
        }
        QVERIFY(sent < 1000);
    }

    void slowBodyIsCut() {
        const std::uint16_t port = start([](ServerConfig& config) { config.bodyWindow = 300ms; });
        RawClient client;
        QVERIFY(client.connect(port));
        QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 4000\r\n\r\n"));
        int sent = 0;
        while (sent < 1000 && client.send("x")) {
            QThread::msleep(20);
            ++sent;
        }
        QVERIFY(sent < 1000);
        QCOMPARE(m_executed.load(), 0);
    }

    void slowButSteadyBodyIsTaken() {
        const std::uint16_t port = start([](ServerConfig& config) {
            config.bodyWindow = 1500ms;
            config.minBodyBytesPerSecond = 100;
        });
        RawClient client;
        QVERIFY(client.connect(port));
        QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 2000\r\n\r\n"));
        for (int i = 0; i < 10; ++i) { // longer than the window in all
            QVERIFY(client.send(std::string(200, 'x')));
            QThread::msleep(200);
        }
        QCOMPARE(client.readAnswer().body(), std::string(2000, 'x'));
    }

    void silentConnectionsEnd() {
        const std::uint16_t port = start([](ServerConfig& config) {
            config.handshakeTimeout = 300ms;
            config.idleTimeout = 300ms;
        });
        RawClient silent;
        QVERIFY(silent.connectTcp(port));
        QVERIFY(silent.waitTcpClose());
        RawClient idle;
        QVERIFY(idle.connect(port));
        QVERIFY(idle.send(request("POST", "/echo", {}, "x")));
        QCOMPARE(idle.readAnswer().status(), 200);
        QVERIFY(idle.readToEnd().closed);
    }

    void connectionOverTheMaximumIsRefused() {
        const std::uint16_t port = start([](ServerConfig& config) { config.maxConnections = 2; });
        RawClient first;
        RawClient second;
        RawClient third;
        QVERIFY(first.connect(port));
        QVERIFY(second.connect(port));
        QVERIFY(!third.connect(port));
        QVERIFY(m_log->holds("connexions_au_maximum"));
        first.close();
        bool taken = false; // QTRY evaluates once more after the success
        QTRY_VERIFY(taken || (taken = third.connect(port)));
    }

    void handlersRunBesideEachOther() {
        const std::uint16_t port = start();
        RawClient waiting;
        QVERIFY(waiting.connect(port));
        QVERIFY(waiting.send(request("GET", "/gate")));
        m_gate->entered.acquire();
        QCOMPARE(alone(port, request("POST", "/echo", "Connection: close\r\n", "x")).status(), 200);
        m_gate->leave.release();
        QCOMPARE(waiting.readAnswer().body(), std::string("finished"));
    }

    void handlerThatThrowsIsAnsweredWithoutDetails() {
        RawClient client;
        QVERIFY(client.connect(start()));
        for (const char* target : {"/throws", "/throws-odd", "/splits"}) {
            QVERIFY(client.send(request("GET", target)));
            const Received answer = client.readAnswer();
            QCOMPARE(answer.status(), 500);
            QCOMPARE(answer.body(), Response::error(Errc::internal).body);
            QVERIFY(answer.bytes.find("secret") == std::string::npos);
        }
        QVERIFY(m_log->holds("erreur route_en_faute route=/throws raison="));
    }

    void logKeepsOneLinePerEventAndNoContent() {
        const std::uint16_t port = start();
        alone(port, request("GET", "/items/SENTINEL?q=SENTINEL",
                            "X-A: SENTINEL\r\nConnection: close\r\n"));
        alone(port, request("POST", "/echo", "Connection: close\r\n", "SENTINEL"));
        alone(port, request("GET", "/SENTINEL"));
        alone(port, request("GET", "/SENTINEL%0aforged"));
        alone(port, request("GET", "/injects", "Connection: close\r\n"));
        QVERIFY(!m_log->holds("SENTINEL"));
        QVERIFY(m_log->holds("methode=GET route=/items/{id} statut=200"));
        QVERIFY(m_log->holds("detail=\"bad\\r\\n2026-01-01T00:00:00.000Z info forged\""));
        const QRegularExpression form("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z "
                                      "(info|alerte|erreur) [a-z_]+( [a-z]+=[^\\x00-\\x1f]*)?$");
        for (const std::string& line : m_log->lines())
            QVERIFY2(form.match(QString::fromStdString(line)).hasMatch(), line.c_str());
    }

    void stopLetsARunningHandlerFinish() {
        const std::uint16_t port = start();
        RawClient client;
        QVERIFY(client.connect(port));
        QVERIFY(client.send(request("GET", "/gate")));
        m_gate->entered.acquire();
        std::thread stopping([this] { m_server->stop(60s); });
        RawClient late;
        QTRY_VERIFY(!late.connectTcp(port));
        m_gate->leave.release();
        const Received received = client.readToEnd();
        client.close();
        stopping.join();
        QCOMPARE(received.status(), 200);
        QCOMPARE(received.body(), std::string("finished"));
        QVERIFY(received.bytes.find("Connection: close") != std::string::npos);
        QVERIFY(m_log->holds("arret detail=complet"));
    }

    void stopClosesIdleConnectionsAtOnce() {
        const std::uint16_t port = start();
        RawClient idle;
        RawClient silent;
        QVERIFY(idle.connect(port));
        QVERIFY(idle.send(request("POST", "/echo", {}, "x")));
        QCOMPARE(idle.readAnswer().status(), 200);
        QVERIFY(silent.connectTcp(port));
        m_server->stop(60s);
        QVERIFY(idle.readToEnd().closed);
        QVERIFY(silent.waitTcpClose());
        QVERIFY(m_log->holds("arret detail=complet"));
    }

    void stopCutsWhatOutlivesItsGrace() {
        const std::uint16_t port = start();
        RawClient client;
        QVERIFY(client.connect(port));
        QVERIFY(client.send(request("GET", "/gate")));
        m_gate->entered.acquire();
        std::thread stopping([this] { m_server->stop(50ms); });
        const Received received = client.readToEnd();
        QVERIFY(received.closed);
        QCOMPARE(received.bytes, std::string());
        m_gate->leave.release();
        stopping.join();
    }

    void stopDropsCallsThatWaitForAWorker() {
        const std::uint16_t port = start([](ServerConfig& config) { config.workerThreads = 1; });
        RawClient running;
        RawClient waiting;
        QVERIFY(running.connect(port));
        QVERIFY(running.send(request("GET", "/gate")));
        m_gate->entered.acquire();
        QVERIFY(waiting.connect(port));
        QVERIFY(waiting.send(request("POST", "/echo", {}, "x")));
        std::thread stopping([this] { m_server->stop(50ms); });
        QVERIFY(waiting.readToEnd().closed);
        m_gate->leave.release();
        stopping.join();
        m_server.reset();
        QCOMPARE(m_executed.load(), 0);
    }

    void serverThatCannotStartSaysWhy() {
        ServerConfig config = configFor(m_pki, *m_log);
        config.privateKeyPem = m_pki.server().keyPem; // of another certificate
        QCOMPARE(Server(config, Router()).start().error().code, Errc::cryptoFailure);
        config = configFor(m_pki, *m_log);
        config.clientCaPem = "nothing";
        QCOMPARE(Server(config, Router()).start().error().code, Errc::cryptoFailure);
        config = configFor(m_pki, *m_log);
        config.address = "localhost";
        QCOMPARE(Server(config, Router()).start().error().code, Errc::invalidArgument);
        config = configFor(m_pki, *m_log);
        config.port = start();
        QCOMPARE(Server(config, Router()).start().error().code, Errc::networkUnavailable);
    }

private:
    std::uint16_t start(const std::function<void(ServerConfig&)>& change = {}) {
        ServerConfig config = configFor(m_pki, *m_log);
        if (change)
            change(config);
        m_server = std::make_unique<Server>(config, routes());
        return m_server->start().value();
    }

    Router routes() {
        Router router;
        router.add(Method::post, "/private", [](const auto&, const auto&) { return Response(); });
        const auto echo = [this](const Request& in, const PathParams&) {
            ++m_executed;
            return Response::text(200, "text/plain", in.body);
        };
        router.add(Method::post, "/echo", echo, kOpen);
        const auto item = [](const Request& in, const PathParams& path) {
            return Response::text(200, "text/plain",
                                  path["id"] + "|" + in.queryParam("after").value_or("-") + "|" +
                                      std::string(in.header("x-escale")) + "|" + in.remoteAddress);
        };
        router.add(Method::get, "/items/{id}", item, kOpen);
        const auto gate = [this](const auto&, const auto&) { return m_gate->pass(); };
        router.add(Method::get, "/gate", gate, kOpen);
        addFaults(router);
        return router;
    }

    static void addFaults(Router& router) {
        const auto fault = [](const auto&, const auto&) -> Response {
            throw std::runtime_error("secret of the handler");
        };
        router.add(Method::get, "/throws", fault, kOpen);
        const auto odd = [](const auto&, const auto&) -> Response { throw 42; };
        router.add(Method::get, "/throws-odd", odd, kOpen);
        const auto split = [](const auto&, const auto&) {
            return Response::empty(200).with("X-A", "b\r\nSet-Cookie: secret");
        };
        router.add(Method::get, "/splits", split, kOpen);
        const auto inject = [](const auto&, const auto&) {
            return Response::error(400, Errc::malformed,
                                   "bad\r\n2026-01-01T00:00:00.000Z info forged");
        };
        router.add(Method::get, "/injects", inject, kOpen);
    }

    static Received alone(std::uint16_t port, const std::string& bytes) {
        RawClient client;
        if (!client.connect(port) || !client.send(bytes))
            return {};
        return client.readToEnd();
    }

    TestPki m_pki;
    std::unique_ptr<LogLines> m_log;
    std::unique_ptr<Gate> m_gate;
    std::atomic<int> m_executed{0};
    std::unique_ptr<Server> m_server;
};

QTEST_GUILESS_MAIN(HttpServerTest)
#include "http_server_test.moc"
