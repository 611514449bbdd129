// SPDX-License-Identifier: GPL-3.0-or-later
// One connection, from the TCP accept to its end, as one coroutine. Internal to the room.
#pragma once

#include "server/http/guard.h"
#include "server/http/server_core.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

#include <memory>
#include <optional>
#include <string>

namespace escale::http {

class Session : public std::enable_shared_from_this<Session> {
public:
    Session(boost::asio::ip::tcp::socket socket, ServerCore& core);

    /// The life of the connection. Does not throw.
    boost::asio::awaitable<void> run();

    /// Ends a connection that waits for a request; another one ends after its present answer.
    void closeIfIdle();
    void closeNow();

private:
    using Stream = boost::beast::ssl_stream<boost::beast::tcp_stream>;

    // session.cpp
    boost::asio::awaitable<bool> waitFirstByte();
    boost::asio::awaitable<bool> handshake();
    boost::asio::awaitable<std::optional<HeadScan>> readHead();
    boost::asio::awaitable<void> finish();
    void expiresAfter(ServerConfig::Duration duration);
    void note(std::string_view event, std::string_view reason) const;

    // exchange.cpp: all of them answer false when the connection must end.
    boost::asio::awaitable<bool> exchange(const HeadScan& scan);
    boost::asio::awaitable<bool> serve(std::string_view rawHead, Head head);
    /// What was received of a body.
    struct Body {
        std::string bytes;
        bool cut = false;
        bool refused = false; // already answered
    };
    boost::asio::awaitable<Body> readBody(std::string_view rawHead, const Head& head,
                                          std::size_t maxBody);
    boost::asio::awaitable<Response> callHandler(const Router::Match& match,
                                                 const Request& request);
    boost::asio::awaitable<bool> respond(const Response& response, Method method, bool keepAlive);
    std::optional<Response> refusal(const Head& head, const Router::Match& match) const;
    Request makeRequest(Head head, Body body) const;
    void logRequest(Method method, const Route* route, const Response& response,
                    std::int64_t milliseconds) const;

    ServerCore& m_core;
    std::unique_ptr<Stream> m_stream; // owns the socket; TLS buffers only once the peer has spoken
    boost::asio::ip::tcp::socket m_socket; // until then
    boost::asio::steady_timer m_firstByteTimer;
    boost::beast::flat_buffer m_buffer;
    PeerIdentity m_peer;
    std::string m_remoteAddress;
    bool m_idle = true;
    bool m_first = true;
};

} // namespace escale::http
