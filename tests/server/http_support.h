// SPDX-License-Identifier: GPL-3.0-or-later
// Both ends of real TLS connections on 127.0.0.1, written on OpenSSL alone so that the code under
// test is not its own witness.
#pragma once

#include "server/http/server.h"
#include "shared/base/system_ports.h"

#include <openssl/ssl.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace escale::http_test {

struct Credentials {
    std::string certPem;
    std::string keyPem;
};

/// A private authority and what it issues; keys are new at each run.
class TestPki {
public:
    explicit TestPki(const std::string& name = "Autorité d’essai");
    [[nodiscard]] const std::string& caPem() const { return m_caPem; }
    /// For 127.0.0.1 and localhost.
    [[nodiscard]] Credentials server() const;
    [[nodiscard]] Credentials serverFor(const std::string& dnsName) const;
    [[nodiscard]] Credentials client(const std::string& name, const std::string& unit = {}) const;
    /// Out of date for more than a year.
    [[nodiscard]] Credentials expiredClient(const std::string& name) const;

private:
    std::string m_caPem;
    std::string m_caKeyPem;
};

struct TlsOptions {
    Credentials identity; // empty: no client certificate
    int maxVersion = 0;   // 0: the highest
    const char* ciphers = nullptr;
    const char* groups = nullptr;
};

/// Everything received until the other side closed.
struct Received {
    std::string bytes;
    bool closed = false; // false: still open after ten seconds of silence
    [[nodiscard]] int status() const;
    /// How many answers start in `bytes`.
    [[nodiscard]] int answers() const;
    [[nodiscard]] std::string body() const;
};

/// A client that sends the bytes it is given, right or wrong.
class RawClient {
public:
    RawClient() = default;
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    bool connectTcp(std::uint16_t port);
    /// TCP and handshake; false when either is refused.
    bool connect(std::uint16_t port, const TlsOptions& options = {});
    bool send(std::string_view bytes);
    bool sendPlain(std::string_view bytes); // without TLS
    /// One whole answer, framed by its Content-Length.
    Received readAnswer(bool hasBody = true);
    Received readToEnd();
    /// For a connection without TLS: true when the other side closes without a word.
    bool waitTcpClose();
    void close();
    SSL* ssl() { return m_ssl; }

private:
    int readSome(char* out, int size);

    int m_socket = -1;
    SSL_CTX* m_context = nullptr;
    SSL* m_ssl = nullptr;
};

/// Collects the lines of a log.
class LogLines {
public:
    LogLines();
    [[nodiscard]] std::shared_ptr<http::Log> log() const { return m_log; }
    [[nodiscard]] std::vector<std::string> lines() const;
    [[nodiscard]] bool holds(std::string_view text) const;

private:
    struct Store {
        mutable std::mutex mutex;
        std::vector<std::string> lines;
    };
    SystemClock m_clock;
    std::shared_ptr<Store> m_store = std::make_shared<Store>();
    std::shared_ptr<http::Log> m_log;
};

/// Server settings for tests: any port of 127.0.0.1, this identity, these client authorities.
http::ServerConfig configFor(const TestPki& pki, const LogLines& log);

/// A TLS server that takes one connection, reads until `until` came, writes `answer`, and closes
/// (or waits for the client to close when `hold`).
class OneAnswerServer {
public:
    OneAnswerServer(const Credentials& identity, std::string until, std::string answer, bool hold);
    ~OneAnswerServer();
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    /// What the client sent; after the call has ended.
    std::string received();

private:
    void serve(const Credentials& identity);

    std::uint16_t m_port = 0; // set by what makes m_listener
    int m_listener = -1;
    std::string m_until;
    std::string m_answer;
    bool m_hold;
    std::string m_received;
    std::thread m_thread;
};

/// Takes TCP connections and never says a word.
class ClosedMouth {
public:
    ClosedMouth();
    ~ClosedMouth();
    ClosedMouth(const ClosedMouth&) = delete;
    ClosedMouth& operator=(const ClosedMouth&) = delete;
    [[nodiscard]] std::uint16_t port() const { return m_port; }

private:
    std::uint16_t m_port = 0; // set by what makes m_listener
    int m_listener = -1;
};

/// A port of 127.0.0.1 on which nobody listens.
std::uint16_t closedPort();

} // namespace escale::http_test
