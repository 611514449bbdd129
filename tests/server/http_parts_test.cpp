// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of server/http that need no socket.
#include "server/http/client.h"
#include "server/http/guard.h"
#include "server/http/log.h"
#include "server/http/router.h"

#include <QtTest>

#include <stdexcept>

using namespace escale;
using namespace escale::http;

namespace {

class FixedClock : public Clock {
public:
    [[nodiscard]] std::int64_t nowMs() const override { return 1'795'305'508'123; }
};

Response named(const std::string& name) {
    return Response::text(200, "text/plain", name);
}

Handler answering(const std::string& name) {
    return [name](const Request&, const PathParams&) { return named(name); };
}

std::string answerOf(const Router& router, Method method, std::string_view path) {
    const Router::Match match = router.find(method, path);
    return match.route == nullptr ? "none" : match.route->handler({}, match.params).body;
}

std::string head(const std::string& lines) {
    return "GET /a HTTP/1.1\r\nHost: escale.example\r\n" + lines + "\r\n";
}

} // namespace

class HttpPartsTest : public QObject {
    Q_OBJECT
private slots:
    void headEndsAtTheFirstEmptyLine() {
        const std::string request = head("A: b\r\n");
        for (std::size_t size = 0; size < request.size(); ++size)
            QCOMPARE(scanHead(request.substr(0, size)).state, HeadScan::State::incomplete);
        QCOMPARE(scanHead(request + "next").state, HeadScan::State::complete);
        QCOMPARE(scanHead(request + "next").length, request.size());
        QCOMPARE(scanHead("GET / HTTP/1.1\n").state, HeadScan::State::bareLineFeed);
        QCOMPARE(scanHead("\n").state, HeadScan::State::bareLineFeed);
    }

    void headOfExactlyTheLimitIsTaken() {
        const std::string start = head("");
        const std::string fill(kMaxHeadBytes - start.size() - 5, 'x');
        const std::string whole = head("A: " + fill + "\r\n");
        QCOMPARE(whole.size(), kMaxHeadBytes);
        QCOMPARE(scanHead(whole).state, HeadScan::State::complete);
        QCOMPARE(scanHead(head("A: " + fill + "y\r\n")).state, HeadScan::State::tooLong);
    }

    void acceptedHeadSaysWhatWasSent() {
        const GuardVerdict verdict =
            checkHead("PATCH /v1/x?after=12&q=a%20b HTTP/1.1\r\nHOST: h:8443\r\n"
                      "content-length:  42 \r\nConnection: keep-alive, Close\r\nX-Empty:\r\n\r\n");
        QCOMPARE(verdict.status, 0);
        QCOMPARE(verdict.head->method, Method::patch);
        QCOMPARE(verdict.head->path, std::string("/v1/x"));
        QCOMPARE(verdict.head->query, std::string("after=12&q=a%20b"));
        QCOMPARE(verdict.head->contentLength, std::size_t{42});
        QVERIFY(!verdict.head->keepAlive);
        QVERIFY(!verdict.head->expectContinue);
        QCOMPARE(verdict.head->headers.size(), std::size_t{4});
        QCOMPARE(verdict.head->headers[1].value, std::string("42"));
    }

    void eachRefusalHasItsStatus() {
        const std::pair<std::string, int> cases[] = {
            {"GET /a HTTP/1.1\r\n\r\n", 400},
            {"GET /a HTTP/2.0\r\nHost: h\r\n\r\n", 505},
            {"GET /" + std::string(kMaxTarget, 'a') + " HTTP/1.1\r\nHost: h\r\n\r\n", 414},
            {"POST /a HTTP/1.1\r\nHost: h\r\n\r\n", 411},
            {"PATCH /a HTTP/1.1\r\nHost: h\r\n\r\n", 411},
            {head("Transfer-Encoding: chunked\r\n"), 501},
            {head("Expect: miracles\r\n"), 417},
            {head("Content-Length: 1\r\n"), 400},
            {head("Upgrade: websocket\r\n"), 400},
            {head("A: b\r\n c\r\n"), 400},
        };
        for (const auto& [text, status] : cases)
            QVERIFY2(checkHead(text).status == status, text.substr(0, 60).c_str());
        std::string many;
        for (std::size_t i = 1; i < kMaxHeaders; ++i) // Host is the first
            many += "A: b\r\n";
        QCOMPARE(checkHead(head(many)).status, 0);
        QCOMPARE(checkHead(head(many + "A: b\r\n")).status, 431);
    }

    void pathThatCouldBeReadTwoWaysIsRefused() {
        for (const char* path :
             {"/../a",  "/a/..", "/a/./b",     "/%2e%2E/a", "/.%2e",  "//a",      "/a//b", "/a%2fb",
              "/a%5Cb", "/a\\b", "/a%00",      "/a%0a",     "/%",     "/%4",      "/%zz",  "/a#b",
              "a",      "*",     "http://h/a", "/a?b=%00",  "/a?b=%", "/\xc3\xa9"})
            QVERIFY2(
                checkHead("GET " + std::string(path) + " HTTP/1.1\r\nHost: h\r\n\r\n").status ==
                    400,
                path);
        for (const char* path : {"/", "/a/", "/a..b", "/...", "/a%20b", "/%C3%A9", "/a?b=../c"})
            QVERIFY2(
                checkHead("GET " + std::string(path) + " HTTP/1.1\r\nHost: h\r\n\r\n").status == 0,
                path);
    }

    void literalSegmentWinsOverName() {
        Router router;
        router.add(Method::get, "/v1/uploads/{id}", answering("name"));
        router.add(Method::get, "/v1/uploads/state", answering("literal"));
        router.add(Method::get, "/v1/{kind}/state", answering("kind"));
        QCOMPARE(answerOf(router, Method::get, "/v1/uploads/state"), std::string("literal"));
        QCOMPARE(answerOf(router, Method::get, "/v1/uploads/7"), std::string("name"));
        QCOMPARE(answerOf(router, Method::head, "/v1/other/state"), std::string("kind"));
        for (const char* path : {"/v1/uploads/", "/v1/uploads/7/", "/v1/uploads", "/V1/uploads/7"})
            QCOMPARE(answerOf(router, Method::get, path), std::string("none"));
    }

    void namesAreDecoded() {
        Router router;
        router.add(Method::get, "/a/{first}/b/{second}", answering(""));
        const Router::Match match = router.find(Method::get, "/a/x%20y/b/%C3%A9+");
        QCOMPARE(match.params["first"], std::string("x y"));
        QCOMPARE(match.params["second"], std::string("é+"));
        QCOMPARE(match.params["third"], std::string());
    }

    void otherMethodsOfAPathAreListed() {
        Router router;
        router.add(Method::get, "/a", answering(""));
        router.add(Method::post, "/a", answering(""));
        const Router::Match match = router.find(Method::other, "/a");
        QVERIFY(match.route == nullptr);
        QCOMPARE(allowHeader(match.allowed), std::string("GET, HEAD, POST"));
        QVERIFY(router.find(Method::get, "/b").allowed.empty());
    }

    void routesThatCannotWorkAreFaults() {
        Router router;
        router.add(Method::get, "/a/{x}", answering(""));
        QVERIFY_EXCEPTION_THROWN(router.add(Method::get, "/a/{y}", answering("")),
                                 std::logic_error);
        QVERIFY_EXCEPTION_THROWN(router.add(Method::get, "a", answering("")), std::logic_error);
        QVERIFY_EXCEPTION_THROWN(router.add(Method::get, "/a{x}", answering("")), std::logic_error);
        QVERIFY_EXCEPTION_THROWN(router.add(Method::get, "/b", Handler()), std::logic_error);
    }

    void queryParametersAreDecoded() {
        Request request;
        request.query = "a=1&b=x+y%26z&c&a=2&%64=4";
        QCOMPARE(request.queryParam("a").value(), std::string("1"));
        QCOMPARE(request.queryParam("b").value(), std::string("x y&z"));
        QCOMPARE(request.queryParam("c").value(), std::string());
        QCOMPARE(request.queryParam("d").value(), std::string("4"));
        QVERIFY(!request.queryParam("e"));
    }

    void headerNamesIgnoreCase() {
        Request request;
        request.headers = {{"X-Escale", "1"}, {"x-escale", "2"}};
        QCOMPARE(request.header("X-ESCALE"), std::string_view("1"));
        QCOMPARE(request.header("X-Other"), std::string_view());
    }

    void errorAnswerShowsTheMessageAndHidesTheDetail() {
        const Response response = Response::error(fail(Errc::notFound, "table dossiers"));
        QCOMPARE(response.status, 404);
        QCOMPARE(response.logDetail, std::string("table dossiers"));
        QCOMPARE(response.body, "{\"erreur\":\"" + std::string(errcName(Errc::notFound)) +
                                    "\",\"message\":\"" + std::string(userMessage(Errc::notFound)) +
                                    "\"}");
    }

    void everyErrorHasAFailureStatus() {
        for (int i = 0; i <= static_cast<int>(Errc::internal); ++i) {
            const int status = httpStatus(static_cast<Errc>(i));
            QVERIFY2(status >= 400 && status < 600, errcName(static_cast<Errc>(i)).data());
        }
        QCOMPARE(httpStatus(Errc::unauthorized), 401);
        QCOMPARE(httpStatus(Errc::wrongCode), 403);
        QCOMPARE(httpStatus(Errc::alreadyExists), 409);
        QCOMPARE(httpStatus(Errc::throttled), 429);
        QCOMPARE(httpStatus(Errc::diskFull), 507);
    }

    void logLineHasOneForm() {
        std::vector<std::string> lines;
        const FixedClock clock;
        Log log(clock, [&lines](std::string_view line) { lines.emplace_back(line); });
        log.info("requete", {{"methode", "POST"}, {"statut", 200}, {"detail", "deux mots"}});
        log.error("panne");
        QCOMPARE(lines[0], std::string("2026-11-21T23:58:28.123Z info requete methode=POST "
                                       "statut=200 detail=\"deux mots\""));
        QCOMPARE(lines[1], std::string("2026-11-21T23:58:28.123Z erreur panne"));
    }

    void logValueNeverBreaksItsLine() {
        QCOMPARE(logValue("a\r\nb\tc"), std::string("a\\r\\nb\\tc"));
        QCOMPARE(logValue(std::string_view("\0\x1b[2J\x7f", 6)), std::string("\\x00\\x1b[2J\\x7f"));
        QCOMPARE(logValue("\xc2\x85|\xe2\x80\xa8|\xff"),
                 std::string("\\xc2\\x85|\\xe2\\x80\\xa8|\\xff"));
        QCOMPARE(logValue("Zoé"), std::string("Zoé"));
        QCOMPARE(logValue(""), std::string("\"\""));
        QCOMPARE(logValue("a=\"b\\"), std::string("\"a=\\\"b\\\\\""));
        QCOMPARE(logValue(std::string(300, 'x')), std::string(256, 'x') + "…");
    }

    void urlsAreHttpsOnly() {
        const Url url = parseUrl("https://sne.example:8443/ws/depot?x=1").value();
        QCOMPARE(url.host, std::string("sne.example"));
        QCOMPARE(url.port, std::uint16_t{8443});
        QCOMPARE(url.target, std::string("/ws/depot?x=1"));
        QCOMPARE(parseUrl("https://h").value().target, std::string("/"));
        QCOMPARE(parseUrl("https://h?x").value().target, std::string("/?x"));
        QCOMPARE(parseUrl("https://[::1]:1/").value().host, std::string("::1"));
        for (const char* bad :
             {"http://h/", "https://", "https:///a", "https://h:/", "https://h:0/",
              "https://h:65536/", "https://u@h/", "https://h/#a", "https://h a/", "https://[::1/",
              "https://h\\a", "https://h:80x/", "https://h\r\n/"})
            QVERIFY2(!parseUrl(bad), bad);
    }
};

QTEST_GUILESS_MAIN(HttpPartsTest)
#include "http_parts_test.moc"
