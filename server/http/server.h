// SPDX-License-Identifier: GPL-3.0-or-later
// HTTPS listener: one I/O thread, a pool of worker threads for the handlers. HTTP/1.1 only, TLS 1.2
// and 1.3 with ECDHE and AEAD only.
#pragma once

#include "server/http/log.h"
#include "server/http/router.h"
#include "shared/base/result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace escale::http {

struct ServerConfig {
    std::string address = "127.0.0.1"; // IPv4 or IPv6 literal to listen on
    std::uint16_t port = 0;            // 0: any free port, given back by start()

    std::string certificateChainPem; // server certificate first
    std::string privateKeyPem;
    std::string clientCaPem; // authorities of client certificates; empty: none is asked for
    /// True: no certificate, no connection. False: only routes that need one ask for it.
    bool requireClientCertificateAtHandshake = false;

    std::size_t maxConnections = 2048; // one more is closed at once
    /// Sum of the bodies being received or handled; a request that goes over it is answered 503.
    std::size_t maxBodyBytesInFlight = 256U << 20;
    unsigned workerThreads = 4;

    using Duration = std::chrono::milliseconds;
    Duration handshakeTimeout{10'000};
    Duration headerTimeout{10'000}; // from first to last byte of the head
    Duration idleTimeout{30'000};   // between two requests of one connection
    /// Each span of that length must bring minBodyBytesPerSecond, in and out, or end the message: a
    /// slow honest network gets through, a client that drips bytes is cut.
    Duration bodyWindow{10'000};
    std::size_t minBodyBytesPerSecond = 512;

    std::shared_ptr<Log> log; // may be null
};

class Server {
public:
    Server(ServerConfig config, Router router);
    /// stop() with no grace.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Listens and returns the port. Errc::cryptoFailure for a certificate, key or authority that
    /// cannot be used, Errc::invalidArgument for an address, Errc::networkUnavailable when the port
    /// is taken. To be called once.
    Result<std::uint16_t> start();

    /// Closes the listener and the idle connections, lets the requests being read or handled finish
    /// for up to `grace`, then closes everything. Always waits for handlers that run: a thread is
    /// never killed. May be called again; not from a handler.
    void stop(std::chrono::milliseconds grace = std::chrono::milliseconds(10'000));

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace escale::http
