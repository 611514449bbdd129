// SPDX-License-Identifier: GPL-3.0-or-later
// One request and its answer on an open connection.
#include "server/http/session.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http.hpp>

#include <algorithm>

namespace escale::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = boost::beast::http;

namespace {

constexpr auto kTuple = asio::as_tuple(asio::use_awaitable);
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
using Steady = std::chrono::steady_clock;

/// Body bytes that one request holds, given back whatever way it ends.
class BodyShare {
public:
    BodyShare(std::size_t& total, std::size_t size)
        : m_total(total)
        , m_size(size) {
        m_total += m_size;
    }
    ~BodyShare() { m_total -= m_size; }
    BodyShare(const BodyShare&) = delete;
    BodyShare& operator=(const BodyShare&) = delete;

private:
    std::size_t& m_total;
    std::size_t m_size;
};

Response guardAnswer(int status, std::string_view reason) {
    const Errc code = status == 414 || status == 431 ? Errc::tooLarge
                      : status == 505                ? Errc::unsupportedVersion
                                                     : Errc::malformed;
    return Response::error(status, code, std::string(reason));
}

bool isOwnHeader(std::string_view name) {
    return equalsIgnoreCase(name, "Content-Length") || equalsIgnoreCase(name, "Connection") ||
           equalsIgnoreCase(name, "Transfer-Encoding");
}

bhttp::response<bhttp::string_body> toBeast(const Response& response, Method method,
                                            bool keepAlive) {
    bhttp::response<bhttp::string_body> out;
    out.version(11);
    out.result(static_cast<unsigned>(response.status));
    out.set(bhttp::field::cache_control, "no-store");
    out.set("X-Content-Type-Options", "nosniff");
    for (const Header& header : response.headers) {
        if (isOwnHeader(header.name))
            continue;
        // The defaults above give way; a handler may repeat a header of its own (Set-Cookie).
        if (equalsIgnoreCase(header.name, "Cache-Control") ||
            equalsIgnoreCase(header.name, "X-Content-Type-Options"))
            out.set(header.name, header.value);
        else
            out.insert(header.name, header.value);
    }
    if (response.status != 204 && response.status != 304)
        out.content_length(response.body.size());
    if (method != Method::head && response.status != 204 && response.status != 304)
        out.body() = response.body;
    out.keep_alive(keepAlive);
    if (!keepAlive)
        out.set(bhttp::field::connection, "close");
    return out;
}

bool isWritable(const Response& response) {
    return response.status >= 200 && response.status <= 599 &&
           std::all_of(response.headers.begin(), response.headers.end(), isSafeHeader);
}

void addPolicyHeaders(const Route* route, Response& response) {
    if (route != nullptr)
        response.headers.insert(response.headers.end(), route->policy.headers.begin(),
                                route->policy.headers.end());
}

} // namespace

asio::awaitable<bool> Session::exchange(const HeadScan& scan) {
    GuardVerdict verdict;
    if (scan.state == HeadScan::State::bareLineFeed)
        verdict = {400, "fin de ligne sans retour chariot", std::nullopt};
    if (scan.state == HeadScan::State::tooLong)
        verdict = {431, "en-tête trop long", std::nullopt};
    const std::string rawHead(static_cast<const char*>(m_buffer.data().data()), scan.length);
    if (scan.state == HeadScan::State::complete)
        verdict = checkHead(rawHead);
    if (verdict.head)
        co_return co_await serve(rawHead, std::move(*verdict.head));
    const Response answer = guardAnswer(verdict.status, verdict.reason);
    logRequest(Method::other, nullptr, answer, 0);
    co_return co_await respond(answer, Method::other, false);
}

asio::awaitable<bool> Session::serve(std::string_view rawHead, Head head) {
    const auto begin = Steady::now();
    const Method method = head.method;
    const Router::Match match = m_core.router.find(method, head.path);
    if (std::optional<Response> refused = refusal(head, match)) {
        addPolicyHeaders(match.route, *refused);
        logRequest(method, match.route, *refused, 0);
        co_return co_await respond(*refused, method, false);
    }
    const BodyShare share(m_core.bodyBytes, head.contentLength);
    Body body = co_await readBody(rawHead, head, match.route->policy.maxBody);
    const bool wantsMore = head.keepAlive;
    if (body.refused || (body.cut && !match.route->policy.takesCutBody))
        co_return false;
    const Request request = makeRequest(std::move(head), std::move(body));
    Response response = co_await callHandler(match, request);
    addPolicyHeaders(match.route, response);
    const auto spent =
        std::chrono::duration_cast<std::chrono::milliseconds>(Steady::now() - begin).count();
    logRequest(method, match.route, response, spent);
    if (request.cut)
        co_return false;
    co_return co_await respond(response, method, wantsMore && !m_core.stopping);
}

/// Everything that can be refused on the head alone, before the body is read.
std::optional<Response> Session::refusal(const Head& head, const Router::Match& match) const {
    if (match.route == nullptr && match.allowed.empty())
        return Response::error(404, Errc::notFound);
    if (match.route == nullptr)
        return Response::error(405, Errc::invalidArgument)
            .with("Allow", allowHeader(match.allowed));
    const RoutePolicy& policy = match.route->policy;
    if (policy.needsClientCertificate && !m_peer.present)
        return Response::error(401, Errc::unauthorized, "aucun certificat client");
    if (head.contentLength > policy.maxBody)
        return Response::error(413, Errc::tooLarge);
    if (m_core.bodyBytes + head.contentLength > m_core.config.maxBodyBytesInFlight)
        return Response::error(503, Errc::throttled, "trop de corps en cours de réception")
            .with("Retry-After", "5");
    return std::nullopt;
}

/// Hands the accepted head to Beast, then lets it read the body.
asio::awaitable<Session::Body> Session::readBody(std::string_view rawHead, const Head& head,
                                                 std::size_t maxBody) {
    bhttp::request_parser<bhttp::string_body> parser;
    parser.header_limit(static_cast<std::uint32_t>(kMaxHeadBytes));
    parser.body_limit(maxBody);
    beast::error_code parseError;
    parser.put(asio::buffer(rawHead.data(), rawHead.size()), parseError);
    m_buffer.consume(rawHead.size());
    if (parseError || !parser.is_header_done()) {
        const Response answer = guardAnswer(400, "tête refusée par Beast");
        logRequest(head.method, nullptr, answer, 0);
        co_await respond(answer, head.method, false);
        co_return Body{{}, true, true};
    }
    const ServerConfig& config = m_core.config;
    const std::size_t quota = static_cast<std::size_t>(
        config.minBodyBytesPerSecond * static_cast<std::size_t>(config.bodyWindow.count()) / 1000);
    expiresAfter(config.bodyWindow);
    if (head.expectContinue && m_buffer.size() == 0 && !parser.is_done())
        co_await asio::async_write(*m_stream, asio::buffer(kContinue), kTuple);
    std::size_t received = 0;
    while (!parser.is_done()) {
        const auto [ec, size] =
            co_await bhttp::async_read_some(*m_stream, m_buffer, parser, kTuple);
        if (ec) {
            note("corps_interrompu", ec.message());
            co_return Body{std::move(parser.get().body()), true, false};
        }
        received += size;
        if (received >= quota) {
            received = 0;
            expiresAfter(config.bodyWindow);
        }
    }
    co_return Body{std::move(parser.get().body()), false, false};
}

Request Session::makeRequest(Head head, Body body) const {
    Request request;
    request.method = head.method;
    request.target = std::move(head.path);
    request.query = std::move(head.query);
    request.headers = std::move(head.headers);
    request.body = std::move(body.bytes);
    request.cut = body.cut;
    request.peer = m_peer;
    request.remoteAddress = m_remoteAddress;
    return request;
}

/// Runs the handler on a worker and comes back to the I/O thread with its answer.
asio::awaitable<Response> Session::callHandler(const Router::Match& match, const Request& request) {
    const auto work = [this, &match, &request]() -> asio::awaitable<Response> {
        std::string fault = "exception d’un type inconnu";
        try {
            Response response = match.route->handler(request, match.params);
            if (isWritable(response))
                co_return response;
            fault = "réponse qui ne peut pas être écrite";
        } catch (const std::exception& e) {
            fault = e.what();
        } catch (...) { // the handler is not ours to trust: whatever it throws stays here
        }
        if (m_core.config.log)
            m_core.config.log->error("route_en_faute",
                                     {{"route", match.route->pattern}, {"raison", fault}});
        co_return Response::error(500, Errc::internal);
    };
    co_return co_await asio::co_spawn(*m_core.workers, work, asio::use_awaitable);
}

asio::awaitable<bool> Session::respond(const Response& response, Method method, bool keepAlive) {
    bhttp::response<bhttp::string_body> message = toBeast(response, method, keepAlive);
    bhttp::response_serializer<bhttp::string_body> serializer(message);
    while (!serializer.is_done()) {
        expiresAfter(m_core.config.bodyWindow);
        const auto [ec, size] = co_await bhttp::async_write_some(*m_stream, serializer, kTuple);
        if (ec) {
            note("reponse_interrompue", ec.message());
            co_return false;
        }
    }
    co_return keepAlive;
}

void Session::logRequest(Method method, const Route* route, const Response& response,
                         std::int64_t milliseconds) const {
    if (!m_core.config.log)
        return;
    // The pattern, not the path: identifiers of people's files stay out of the log.
    m_core.config.log->info("requete", {{"methode", methodName(method)},
                                        {"route", route == nullptr ? "-" : route->pattern},
                                        {"statut", response.status},
                                        {"ms", milliseconds},
                                        {"pair", m_peer.fingerprintSha256Hex.substr(0, 16)},
                                        {"adresse", m_remoteAddress},
                                        {"detail", response.logDetail}});
}

} // namespace escale::http
