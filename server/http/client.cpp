// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/client.h"

#include "server/http/guard.h"
#include "server/http/resolve.h"
#include "server/http/tls.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

#include <algorithm>
#include <optional>

namespace escale::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = boost::beast::http;
using boost::system::error_code;

namespace {

constexpr auto kTuple = asio::as_tuple(asio::use_awaitable);
constexpr std::uint32_t kMaxAnswerHead = 16U << 10;
constexpr std::size_t kBufferLimit = 64U << 10;
constexpr std::chrono::milliseconds kGoodbye{200};

using Steady = std::chrono::steady_clock;
using Endpoints = std::vector<asio::ip::tcp::endpoint>;
using BeastRequest = bhttp::request<bhttp::string_body>;

/// One call: connects, sends, reads, all before `deadline`.
class Call {
public:
    Call(asio::io_context& io, asio::ssl::context& tls, Steady::time_point deadline)
        : m_deadline(deadline)
        , m_stream(io, tls) {}

    asio::awaitable<void> run(const Endpoints& endpoints, const std::string& host,
                              const BeastRequest& request, std::size_t maxAnswer);
    ClientResult takeResult() { return std::move(m_result); }

private:
    asio::awaitable<bool> connect(const Endpoints& endpoints, const std::string& host);
    asio::awaitable<void> readAnswer(std::size_t maxAnswer);
    void failWith(const error_code& ec, std::string_view phase, bool requestSent);
    beast::tcp_stream& tcp() { return beast::get_lowest_layer(m_stream); }

    Steady::time_point m_deadline;
    beast::ssl_stream<beast::tcp_stream> m_stream;
    ClientResult m_result = ClientFailure{fail(Errc::internal, "appel inachevé"), false};
};

Errc kindOf(const error_code& ec) {
    if (ec == beast::error::timeout)
        return Errc::timeout;
    if (ec.category() == asio::error::get_ssl_category())
        return Errc::peerRefused;
    if (ec == bhttp::error::body_limit || ec == bhttp::error::header_limit ||
        ec == bhttp::error::buffer_overflow)
        return Errc::tooLarge;
    const bool cut = ec == bhttp::error::end_of_stream || ec == bhttp::error::partial_message;
    if (ec.category() == bhttp::make_error_code(bhttp::error::bad_version).category() && !cut)
        return Errc::malformed;
    return Errc::networkUnavailable;
}

void Call::failWith(const error_code& ec, std::string_view phase, bool requestSent) {
    Errc kind = kindOf(ec);
    // With TLS 1.3 a server that refuses our certificate says so only after we have written: the
    // request has left, but nobody has read it. Any other TLS fault then is a cut.
    if (requestSent && kind == Errc::peerRefused) {
        requestSent = !isCertificateAlert(ERR_GET_REASON(static_cast<unsigned long>(ec.value())));
        kind = requestSent ? Errc::networkUnavailable : Errc::peerRefused;
    }
    m_result = ClientFailure{fail(kind, std::string(phase) + " : " + ec.message()), requestSent};
}

asio::awaitable<bool> Call::connect(const Endpoints& endpoints, const std::string& host) {
    tcp().expires_at(m_deadline);
    const auto [connectError, endpoint] = co_await tcp().async_connect(endpoints, kTuple);
    if (connectError) {
        failWith(connectError, "connexion", false);
        co_return false;
    }
    error_code ignored; // only slower: the request waits for an acknowledgement of the handshake
    tcp().socket().set_option(asio::ip::tcp::no_delay(true), ignored);
    if (!expectHost(m_stream.native_handle(), host)) {
        m_result = ClientFailure{fail(Errc::invalidArgument, "nom d’hôte refusé"), false};
        co_return false;
    }
    const auto [ec] = co_await m_stream.async_handshake(asio::ssl::stream_base::client, kTuple);
    if (ec)
        failWith(ec, "poignée de main TLS", false);
    co_return !ec;
}

asio::awaitable<void> Call::run(const Endpoints& endpoints, const std::string& host,
                                const BeastRequest& request, std::size_t maxAnswer) {
    if (!co_await connect(endpoints, host))
        co_return;
    const auto [ec, size] = co_await bhttp::async_write(m_stream, request, kTuple);
    if (ec) {
        failWith(ec, "envoi", false);
        co_return;
    }
    co_await readAnswer(maxAnswer);
    if (!tcp().socket().is_open())
        co_return;
    tcp().expires_after(kGoodbye);
    co_await m_stream.async_shutdown(kTuple);
}

asio::awaitable<void> Call::readAnswer(std::size_t maxAnswer) {
    beast::flat_buffer buffer(kBufferLimit);
    bhttp::response_parser<bhttp::string_body> parser;
    parser.header_limit(kMaxAnswerHead);
    parser.body_limit(maxAnswer);
    const auto [ec, size] = co_await bhttp::async_read(m_stream, buffer, parser, kTuple);
    if (ec) {
        failWith(ec, "réponse", true);
        co_return;
    }
    ClientResponse answer;
    answer.status = static_cast<int>(parser.get().result_int());
    for (const auto& field : parser.get())
        answer.headers.push_back({std::string(field.name_string()), std::string(field.value())});
    answer.body = std::move(parser.get().body());
    m_result = std::move(answer);
}

std::string hostHeader(const Url& url) {
    const bool v6 = url.host.find(':') != std::string::npos;
    const std::string host = v6 ? "[" + url.host + "]" : url.host;
    return url.port == 443 ? host : host + ":" + std::to_string(url.port);
}

std::optional<BeastRequest> makeRequest(bhttp::verb verb, const Url& url,
                                        const std::vector<Header>& headers, std::string body) {
    const Header target{"target", url.target};
    if (!std::all_of(headers.begin(), headers.end(), isSafeHeader) || !isSafeHeader(target) ||
        url.target.find(' ') != std::string::npos)
        return std::nullopt;
    BeastRequest request(verb, url.target, 11);
    for (const Header& header : headers)
        request.insert(header.name, header.value);
    request.set(bhttp::field::host, hostHeader(url));
    request.set(bhttp::field::connection, "close");
    request.erase(bhttp::field::transfer_encoding);
    request.body() = std::move(body);
    request.content_length(request.body().size());
    return request;
}

} // namespace

struct HttpsClient::Impl {
    Impl(std::size_t answerBytes, SSL_CTX* context)
        : maxAnswerBytes(answerBytes)
        , tls(context) {}

    ClientResult call(const Url& url, std::optional<BeastRequest> request,
                      std::chrono::milliseconds timeout);

    std::size_t maxAnswerBytes;
    asio::ssl::context tls;
};

ClientResult HttpsClient::Impl::call(const Url& url, std::optional<BeastRequest> request,
                                     std::chrono::milliseconds timeout) {
    if (!request)
        return ClientFailure{fail(Errc::invalidArgument, "en-tête ou adresse malformés"), false};
    const auto deadline = Steady::now() + timeout;
    const Result<Endpoints> endpoints = resolve(url.host, url.port, deadline);
    if (!endpoints)
        return ClientFailure{endpoints.error(), false};
    asio::io_context io(1);
    Call call(io, tls, deadline);
    asio::co_spawn(io, call.run(*endpoints, url.host, *request, maxAnswerBytes), asio::detached);
    io.run();
    return call.takeResult();
}

HttpsClient::HttpsClient(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}
HttpsClient::HttpsClient(HttpsClient&&) noexcept = default;
HttpsClient& HttpsClient::operator=(HttpsClient&&) noexcept = default;
HttpsClient::~HttpsClient() = default;

Result<HttpsClient> HttpsClient::make(ClientConfig config) {
    ESCALE_TRY_ASSIGN(context, makeClientContext({config.certificateChainPem, config.privateKeyPem,
                                                  config.caPem}));
    return HttpsClient(std::make_unique<Impl>(config.maxAnswerBytes, context.release()));
}

ClientResult HttpsClient::post(const Url& url, const std::vector<Header>& headers, std::string body,
                               std::chrono::milliseconds timeout) const {
    return m_impl->call(url, makeRequest(bhttp::verb::post, url, headers, std::move(body)),
                        timeout);
}

ClientResult HttpsClient::get(const Url& url, const std::vector<Header>& headers,
                              std::chrono::milliseconds timeout) const {
    return m_impl->call(url, makeRequest(bhttp::verb::get, url, headers, {}), timeout);
}

} // namespace escale::http
