// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/session.h"

#include "server/http/tls.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ssl/error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <array>

namespace escale::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;

namespace {

constexpr auto kTuple = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t kBufferLimit = 64U << 10;
constexpr std::size_t kReadSize = 4U << 10;

// What is still read, and dropped, after the last answer: closing with unread bytes would reset the
// connection and could take the answer away from the peer (RFC 9112 §9.6).
constexpr std::chrono::milliseconds kLinger{2'000};
constexpr std::size_t kLingerBytes = 8U << 20;

std::string_view viewOf(const beast::flat_buffer& buffer) {
    return {static_cast<const char*>(buffer.data().data()), buffer.size()};
}

std::string addressOf(const asio::ip::tcp::socket& socket) {
    error_code ec;
    const auto endpoint = socket.remote_endpoint(ec);
    return ec ? std::string() : endpoint.address().to_string();
}

} // namespace

Session::Session(asio::ip::tcp::socket socket, ServerCore& core)
    : m_core(core)
    , m_socket(std::move(socket))
    , m_firstByteTimer(m_socket.get_executor())
    , m_buffer(kBufferLimit)
    , m_remoteAddress(addressOf(m_socket)) {}

void Session::expiresAfter(ServerConfig::Duration duration) {
    beast::get_lowest_layer(*m_stream).expires_after(duration);
}

void Session::note(std::string_view event, std::string_view reason) const {
    if (m_core.config.log)
        m_core.config.log->warning(event, {{"raison", reason}, {"adresse", m_remoteAddress}});
}

void Session::closeIfIdle() {
    if (m_idle)
        closeNow();
}

void Session::closeNow() {
    error_code ignored;
    if (m_stream)
        beast::get_lowest_layer(*m_stream).close();
    else
        m_socket.close(ignored);
}

asio::awaitable<void> Session::run() {
    try {
        if (co_await handshake()) {
            bool open = true;
            while (open) {
                const std::optional<HeadScan> scan = co_await readHead();
                open = scan && co_await exchange(*scan);
            }
        }
        co_await finish();
    } catch (const std::exception& e) {
        // A fault of ours ends one connection, never the server.
        if (m_core.config.log)
            m_core.config.log->error("connexion_interrompue", {{"raison", e.what()}});
    }
}

/// Waits without TLS state: thousands of silent connections then cost next to nothing.
asio::awaitable<bool> Session::waitFirstByte() {
    m_firstByteTimer.expires_after(m_core.config.handshakeTimeout);
    m_firstByteTimer.async_wait([self = weak_from_this()](error_code ec) {
        if (const auto session = self.lock(); session && !ec && !session->m_stream)
            session->closeNow();
    });
    const auto [ec] = co_await m_socket.async_wait(asio::ip::tcp::socket::wait_read, kTuple);
    m_firstByteTimer.cancel();
    co_return !ec && m_socket.is_open();
}

asio::awaitable<bool> Session::handshake() {
    error_code ignored;
    m_socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    if (!co_await waitFirstByte())
        co_return false;
    m_stream = std::make_unique<Stream>(std::move(m_socket), m_core.tls);
    expiresAfter(m_core.config.handshakeTimeout);
    const auto [ec] = co_await m_stream->async_handshake(asio::ssl::stream_base::server, kTuple);
    if (ec) {
        note("poignee_refusee", ec.message());
        co_return false;
    }
    m_peer = readPeer(m_stream->native_handle());
    co_return true;
}

/// nullopt: the peer is gone, too slow, or the server stops.
asio::awaitable<std::optional<HeadScan>> Session::readHead() {
    m_idle = m_buffer.size() == 0;
    if (m_idle)
        m_buffer.shrink_to_fit();
    expiresAfter(m_first || !m_idle ? m_core.config.headerTimeout : m_core.config.idleTimeout);
    m_first = false;
    for (;;) {
        if (const HeadScan scan = scanHead(viewOf(m_buffer));
            scan.state != HeadScan::State::incomplete)
            co_return scan;
        if (m_idle && m_core.stopping)
            co_return std::nullopt;
        const auto [ec, size] =
            co_await m_stream->async_read_some(m_buffer.prepare(kReadSize), kTuple);
        if (ec) {
            if (!m_idle)
                note("requete_interrompue", ec.message());
            co_return std::nullopt;
        }
        m_buffer.commit(size);
        if (m_idle)
            expiresAfter(m_core.config.headerTimeout);
        m_idle = false;
    }
}

/// Says goodbye at both levels, then drops what the peer still sends.
asio::awaitable<void> Session::finish() {
    if (!m_stream || !beast::get_lowest_layer(*m_stream).socket().is_open())
        co_return;
    auto& tcp = beast::get_lowest_layer(*m_stream);
    tcp.expires_after(kLinger);
    co_await m_stream->async_shutdown(kTuple);
    error_code ignored;
    tcp.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    std::array<char, kReadSize> dropped;
    for (std::size_t total = 0; total < kLingerBytes;) {
        const auto [ec, size] = co_await tcp.async_read_some(asio::buffer(dropped), kTuple);
        if (ec)
            break;
        total += size;
    }
    tcp.close();
}

} // namespace escale::http
