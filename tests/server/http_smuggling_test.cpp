// SPDX-License-Identifier: GPL-3.0-or-later
// Requests that two programs could cut differently, each followed by a second one on the same
// connection: none is carried out, each is answered once, and the connection ends.
#include "http_support.h"

#include <QtTest>

#include <atomic>

using namespace escale;
using namespace escale::http;
using namespace escale::http_test;

namespace {

const std::string kSecond = "GET /second HTTP/1.1\r\nHost: h\r\n\r\n";

std::string post(const std::string& headers, const std::string& body = "hello") {
    return "POST /first HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n" + body;
}

std::string get(const std::string& headers) {
    return "GET /first HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n";
}

std::string line(const std::string& requestLine) {
    return requestLine + "\r\nHost: h\r\n\r\n";
}

struct Case {
    const char* name;
    std::string bytes;
};

std::vector<Case> framingCases() {
    const std::string chunks = "5\r\nhello\r\n0\r\n\r\n";
    return {
        {"length then chunked",
         post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", chunks)},
        {"chunked then length",
         post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", chunks)},
        {"gzip coding with length", post("Transfer-Encoding: gzip\r\nContent-Length: 5\r\n")},
        {"unknown coding, no length", post("Transfer-Encoding: xchunked\r\n", "")},
        {"chunked on 1.0",
         "POST /first HTTP/1.0\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks},
        {"plain chunked", post("Transfer-Encoding: chunked\r\n", chunks)},
        {"identity coding", post("Transfer-Encoding: identity\r\nContent-Length: 5\r\n")},
        {"space before colon", post("Transfer-Encoding : chunked\r\nContent-Length: 5\r\n")},
        {"vertical tab before coding", post("Transfer-Encoding:\x0b"
                                            "chunked\r\nContent-Length: 5\r\n")},
        {"folded coding", post("A: b\r\n Transfer-Encoding: chunked\r\nContent-Length: 5\r\n")},
        {"two codings", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: gzip\r\n", chunks)},
        {"huge chunk extension", post("Transfer-Encoding: chunked\r\n",
                                      "5;" + std::string(200'000, 'x') + "\r\nhello\r\n0\r\n\r\n")},
        {"chunk size overflow",
         post("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\nhello")},
        {"two lengths", post("Content-Length: 5\r\nContent-Length: 6\r\n")},
        {"same length twice", post("Content-Length: 5\r\nContent-Length: 5\r\n")},
        {"length list", post("Content-Length: 5, 5\r\n")},
        {"length with sign", post("Content-Length: +5\r\n")},
        {"negative length", post("Content-Length: -1\r\n")},
        {"hexadecimal length", post("Content-Length: 0x5\r\n")},
        {"length overflow", post("Content-Length: 18446744073709551621\r\n")},
        {"empty length", post("Content-Length:\r\n")},
        {"length with space", post("Content-Length: 5 5\r\n")},
        {"no length", post("")},
        {"GET with a body", get("Content-Length: 5\r\n") + "hello"},
    };
}

std::vector<Case> headerCases() {
    return {
        {"folded value", get("A: b\r\n c\r\n")},
        {"folded with a tab", get("A: b\r\n\tc\r\n")},
        {"folded first header", "GET /first HTTP/1.1\r\n Host: h\r\nHost: h\r\n\r\n"},
        {"bare line feeds", "GET /first HTTP/1.1\nHost: h\n\n"},
        {"bare line feed in a value", get("A: b\nB: c\r\n")},
        {"bare carriage return", get("A: b\rTransfer-Encoding: chunked\r\n")},
        {"NUL in a value", get(std::string("A: b\0c\r\n", 8))},
        {"no Host", "GET /first HTTP/1.1\r\nA: b\r\n\r\n"},
        {"two Hosts", get("Host: i\r\n")},
        {"empty Host", "GET /first HTTP/1.1\r\nHost:\r\n\r\n"},
        {"Host with a path", "GET /first HTTP/1.1\r\nHost: h/second\r\n\r\n"},
        {"upgrade to h2c", get("Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n")},
        {"no colon", get("Transfer-Encoding\r\n")},
        {"empty name", get(": b\r\n")},
        {"control character in a name", get("A\x01: b\r\n")},
        {"bytes over 127 in a value", get("A: \xff\r\n")},
        {"unknown expectation", get("Expect: 200-ok\r\n")},
        {"65 headers", get([] {
             std::string many;
             for (int i = 0; i < 64; ++i)
                 many += "A: b\r\n";
             return many;
         }())},
        {"9 KB of headers", get("A: " + std::string(9 * 1024, 'x') + "\r\n")},
    };
}

std::vector<Case> requestLineCases() {
    return {
        {"absolute form", line("GET http://h/first HTTP/1.1")},
        {"authority form", line("CONNECT h:443 HTTP/1.1")},
        {"asterisk form", line("OPTIONS * HTTP/1.1")},
        {"raw UTF-8 target", line("GET /f\xc3\xafrst HTTP/1.1")},
        {"encoded NUL", line("GET /first%00 HTTP/1.1")},
        {"dot segments", line("GET /a/../first HTTP/1.1")},
        {"encoded dot segments", line("GET /a/%2e%2e/first HTTP/1.1")},
        {"encoded slash", line("GET /a%2ffirst HTTP/1.1")},
        {"backslash", line("GET /a\\first HTTP/1.1")},
        {"double slash", line("GET //first HTTP/1.1")},
        {"fragment", line("GET /first#a HTTP/1.1")},
        {"3 KB target", line("GET /first?" + std::string(3 * 1024, 'a') + " HTTP/1.1")},
        {"HTTP/1.0", line("GET /first HTTP/1.0")},
        {"HTTP/1.2", line("GET /first HTTP/1.2")},
        {"HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
        {"no version", line("GET /first")},
        {"lower-case version", line("GET /first http/1.1")},
        {"two spaces", line("GET  /first HTTP/1.1")},
        {"tabs", line("GET\t/first\tHTTP/1.1")},
        {"space at the end", line("GET /first HTTP/1.1 ")},
        {"empty first line", "\r\n" + line("GET /first HTTP/1.1")},
        {"unknown method", line("TRACE /first HTTP/1.1")},
        {"lower-case method", line("get /first HTTP/1.1")},
    };
}

} // namespace

class HttpSmugglingTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        ServerConfig config = configFor(m_pki, m_log);
        Router router;
        const auto count = [this](const Request&, const PathParams&) {
            ++m_executed;
            return Response::text(200, "text/plain", "done");
        };
        for (const char* path : {"/first", "/second"})
            for (const Method method : {Method::get, Method::post})
                router.add(method, path, count, {false, 1024});
        m_server = std::make_unique<Server>(config, std::move(router));
        m_port = m_server->start().value();
    }

    void theSameRequestsWrittenPlainlyAreCarriedOut() {
        RawClient client;
        QVERIFY(client.connect(m_port));
        QVERIFY(client.send(post("Content-Length: 5\r\n") + kSecond));
        QCOMPARE(client.readAnswer().status(), 200);
        QCOMPARE(client.readAnswer().status(), 200);
        QCOMPARE(m_executed.exchange(0), 2);
    }

    void ambiguousRequestEndsTheConnection_data() {
        QTest::addColumn<QByteArray>("bytes");
        for (const auto& cases : {framingCases(), headerCases(), requestLineCases()})
            for (const Case& one : cases)
                QTest::newRow(one.name) << QByteArray::fromStdString(one.bytes);
    }

    void ambiguousRequestEndsTheConnection() {
        QFETCH(QByteArray, bytes);
        RawClient client;
        QVERIFY(client.connect(m_port));
        QVERIFY(client.send(bytes.toStdString() + kSecond));
        const Received received = client.readToEnd();
        QVERIFY(received.closed);
        QCOMPARE(received.answers(), 1);
        QVERIFY2(received.status() >= 400 && received.status() < 600, received.bytes.c_str());
        QVERIFY(received.bytes.find("Connection: close") != std::string::npos);
        QCOMPARE(m_executed.load(), 0);
    }

    void cutAnywhereARequestDoesNothing() {
        const std::string whole = post("Content-Length: 5\r\n");
        for (std::size_t size = 1; size < whole.size(); size += 7) {
            RawClient client;
            QVERIFY(client.connect(m_port));
            QVERIFY(client.send(whole.substr(0, size)));
            client.close();
        }
        RawClient after;
        QVERIFY(after.connect(m_port));
        QVERIFY(after.send(kSecond));
        QCOMPARE(after.readAnswer().status(), 200);
        QCOMPARE(m_executed.exchange(0), 1);
    }

private:
    LogLines m_log;
    TestPki m_pki;
    std::atomic<int> m_executed{0};
    std::unique_ptr<Server> m_server;
    std::uint16_t m_port = 0;
};

QTEST_GUILESS_MAIN(HttpSmugglingTest)
#include "http_smuggling_test.moc"
