// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/server.h"

#include "server/http/session.h"
#include "server/http/tls.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

#include <sys/resource.h>

namespace escale::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr std::chrono::milliseconds kAcceptPause{100};

/// Room for maxConnections sockets and the program's own files, as far as the system lets us.
void raiseFileLimit(std::size_t connections) {
    rlimit limit{};
    const rlim_t wanted = connections + 256;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted)
        return;
    limit.rlim_cur = std::min(wanted, limit.rlim_max);
    setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace

class Server::Impl {
public:
    Impl(ServerConfig config, Router router)
        : m_config(std::move(config))
        , m_router(std::move(router)) {}
    ~Impl() { stop(std::chrono::milliseconds(0)); }

    Result<std::uint16_t> start();
    void stop(std::chrono::milliseconds grace);

private:
    Result<void> listen();
    asio::awaitable<void> acceptLoop();
    void open(tcp::socket socket);
    void closeAll(bool onlyIdle);
    void logEvent(std::string_view event, std::string_view detail);

    ServerConfig m_config;
    Router m_router;
    std::unique_ptr<ServerCore> m_core; // outlives m_io, whose coroutines refer to it
    asio::io_context m_io{1};
    asio::executor_work_guard<asio::io_context::executor_type> m_work{m_io.get_executor()};
    tcp::acceptor m_acceptor{m_io};
    asio::steady_timer m_pause{m_io};
    std::thread m_thread;
    bool m_full = false; // I/O thread

    std::mutex m_mutex;
    std::condition_variable m_ended;
    std::set<Session*> m_sessions; // changed on the I/O thread, under m_mutex
};

Result<std::uint16_t> Server::Impl::start() {
    if (m_core)
        return fail(Errc::internal, "serveur déjà démarré");
    ESCALE_TRY_ASSIGN(context, makeServerContext({m_config.certificateChainPem,
                                                  m_config.privateKeyPem, m_config.clientCaPem},
                                                 m_config.requireClientCertificateAtHandshake));
    ESCALE_TRY(listen());
    raiseFileLimit(m_config.maxConnections);
    m_core = std::make_unique<ServerCore>(m_config, std::move(m_router),
                                          asio::ssl::context(context.release()));
    asio::co_spawn(m_io, acceptLoop(), asio::detached);
    const std::uint16_t port = m_acceptor.local_endpoint().port();
    logEvent("ecoute", m_config.address + ":" + std::to_string(port));
    m_thread = std::thread([this] { m_io.run(); });
    return port;
}

Result<void> Server::Impl::listen() {
    error_code ec;
    const auto address = asio::ip::make_address(m_config.address, ec);
    if (ec)
        return fail(Errc::invalidArgument, "adresse d’écoute malformée");
    const tcp::endpoint endpoint(address, m_config.port);
    m_acceptor.open(endpoint.protocol(), ec);
    if (!ec)
        m_acceptor.set_option(asio::socket_base::reuse_address(true), ec);
    if (!ec)
        m_acceptor.bind(endpoint, ec);
    if (!ec)
        m_acceptor.listen(asio::socket_base::max_listen_connections, ec);
    if (ec) {
        error_code ignored;
        m_acceptor.close(ignored);
        return fail(Errc::networkUnavailable, "écoute impossible : " + ec.message());
    }
    return {};
}

asio::awaitable<void> Server::Impl::acceptLoop() {
    constexpr auto kTuple = asio::as_tuple(asio::use_awaitable);
    while (m_acceptor.is_open()) {
        auto [ec, socket] = co_await m_acceptor.async_accept(kTuple);
        if (!m_acceptor.is_open())
            break;
        if (ec) { // no file descriptor left, or a peer already gone: go on a little later
            m_pause.expires_after(kAcceptPause);
            co_await m_pause.async_wait(kTuple);
            continue;
        }
        const bool full = m_sessions.size() >= m_config.maxConnections;
        if (full && !m_full)
            logEvent("connexions_au_maximum", std::to_string(m_config.maxConnections));
        m_full = full;
        if (!full)
            open(std::move(socket));
    }
}

void Server::Impl::open(tcp::socket socket) {
    auto session = std::make_shared<Session>(std::move(socket), *m_core);
    {
        const std::lock_guard lock(m_mutex);
        m_sessions.insert(session.get());
    }
    auto life = [session]() { return session->run(); };
    asio::co_spawn(m_io, std::move(life), [this, session](const std::exception_ptr&) {
        const std::lock_guard lock(m_mutex);
        m_sessions.erase(session.get());
        m_ended.notify_all();
    });
}

void Server::Impl::closeAll(bool onlyIdle) {
    for (Session* session : m_sessions)
        onlyIdle ? session->closeIfIdle() : session->closeNow();
}

void Server::Impl::stop(std::chrono::milliseconds grace) {
    if (!m_thread.joinable())
        return;
    asio::post(m_io, [this] {
        error_code ignored;
        m_core->stopping = true;
        m_acceptor.close(ignored);
        m_pause.cancel();
        closeAll(true);
    });
    bool ended = false;
    {
        std::unique_lock lock(m_mutex);
        ended = m_ended.wait_for(lock, grace, [this] { return m_sessions.empty(); });
    }
    if (!ended)
        asio::post(m_io, [this] { closeAll(false); });
    m_core->workers->stop(); // calls that wait for a worker are dropped, those that run are awaited
    m_core->workers->join();
    m_io.stop();
    m_thread.join();
    m_core->workers.reset();
    logEvent("arret", ended ? "complet" : "délai dépassé, connexions coupées");
}

void Server::Impl::logEvent(std::string_view event, std::string_view detail) {
    if (m_config.log)
        m_config.log->info(event, {{"detail", detail}});
}

Server::Server(ServerConfig config, Router router)
    : m_impl(std::make_unique<Impl>(std::move(config), std::move(router))) {}

Server::~Server() = default;

Result<std::uint16_t> Server::start() {
    return m_impl->start();
}

void Server::stop(std::chrono::milliseconds grace) {
    m_impl->stop(grace);
}

} // namespace escale::http
