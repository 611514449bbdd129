// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_support.h"

#include "shared/crypto/pki.h"
#include "shared/crypto/random.h"

#include <openssl/bio.h>
#include <openssl/pem.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <utility>

namespace escale::http_test {

namespace {

constexpr int kPatienceSeconds = 10;

class PastClock : public Clock {
public:
    [[nodiscard]] std::int64_t nowMs() const override {
        return SystemClock().nowMs() - std::int64_t{800} * 24 * 3600 * 1000;
    }
};

Credentials issueLeaf(const crypto::Authority& authority, crypto::LeafRequest request,
                      const Clock& clock) {
    crypto::SystemRandom random;
    request.keyPem = crypto::newP256KeyPem().value();
    return {crypto::issue(authority, request, clock, random).value(), request.keyPem};
}

void useIdentity(SSL_CTX* context, const Credentials& identity) {
    BIO* cert = BIO_new_mem_buf(identity.certPem.data(), static_cast<int>(identity.certPem.size()));
    BIO* key = BIO_new_mem_buf(identity.keyPem.data(), static_cast<int>(identity.keyPem.size()));
    X509* certificate = PEM_read_bio_X509(cert, nullptr, nullptr, nullptr);
    EVP_PKEY* privateKey = PEM_read_bio_PrivateKey(key, nullptr, nullptr, nullptr);
    SSL_CTX_use_certificate(context, certificate);
    SSL_CTX_use_PrivateKey(context, privateKey);
    X509_free(certificate);
    EVP_PKEY_free(privateKey);
    BIO_free(cert);
    BIO_free(key);
}

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int listenOnLoopback(std::uint16_t& port) {
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof(address);
    if (::bind(listener, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        ::listen(listener, 8) != 0 ||
        ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        std::abort();
    port = ntohs(address.sin_port);
    return listener;
}

void setPatience(int socket) {
    const timeval patience{kPatienceSeconds, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
}

} // namespace

TestPki::TestPki(const std::string& name) {
    crypto::SystemRandom random;
    const crypto::Authority authority =
        crypto::makeAuthority(name, 10, SystemClock(), random).value();
    m_caPem = authority.certPem;
    m_caKeyPem = authority.keyPem;
}

Credentials TestPki::server() const {
    crypto::LeafRequest request;
    request.commonName = "escale-server";
    request.dnsNames = {"localhost"};
    request.ipAddresses = {"127.0.0.1"};
    request.usage = crypto::CertUsage::serverAuth;
    return issueLeaf({m_caPem, m_caKeyPem}, request, SystemClock());
}

Credentials TestPki::serverFor(const std::string& dnsName) const {
    crypto::LeafRequest request;
    request.commonName = dnsName;
    request.dnsNames = {dnsName};
    request.usage = crypto::CertUsage::serverAuth;
    return issueLeaf({m_caPem, m_caKeyPem}, request, SystemClock());
}

Credentials TestPki::client(const std::string& name, const std::string& unit) const {
    crypto::LeafRequest request;
    request.commonName = name;
    request.organizationalUnit = unit;
    return issueLeaf({m_caPem, m_caKeyPem}, request, SystemClock());
}

Credentials TestPki::expiredClient(const std::string& name) const {
    crypto::LeafRequest request;
    request.commonName = name;
    request.days = 30;
    return issueLeaf({m_caPem, m_caKeyPem}, request, PastClock());
}

int Received::status() const {
    return bytes.substr(0, 9) == "HTTP/1.1 " ? std::atoi(bytes.c_str() + 9) : 0;
}

int Received::answers() const {
    int count = 0;
    for (std::size_t at = bytes.find("HTTP/1.1 "); at != std::string::npos;
         at = bytes.find("HTTP/1.1 ", at + 1))
        ++count;
    return count;
}

std::string Received::body() const {
    const std::size_t end = bytes.find("\r\n\r\n");
    return end == std::string::npos ? std::string() : bytes.substr(end + 4);
}

RawClient::~RawClient() {
    close();
}

void RawClient::close() {
    SSL_free(std::exchange(m_ssl, nullptr));
    SSL_CTX_free(std::exchange(m_context, nullptr));
    if (m_socket >= 0)
        ::close(std::exchange(m_socket, -1));
}

bool RawClient::connectTcp(std::uint16_t port) {
    close();
    std::signal(SIGPIPE, SIG_IGN); // SSL_write on a connection that the server has cut
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    setPatience(m_socket);
    return ::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
}

bool RawClient::connect(std::uint16_t port, const TlsOptions& options) {
    if (!connectTcp(port))
        return false;
    m_context = SSL_CTX_new(TLS_client_method());
    // The client accepts everything: a refusal then comes from the server.
    SSL_CTX_set_security_level(m_context, 0);
    SSL_CTX_set_min_proto_version(m_context, TLS1_VERSION);
    SSL_CTX_set_max_proto_version(m_context, options.maxVersion);
    if (options.ciphers != nullptr && SSL_CTX_set_cipher_list(m_context, options.ciphers) != 1)
        std::abort();
    if (options.groups != nullptr && SSL_CTX_set1_groups_list(m_context, options.groups) != 1)
        std::abort();
    if (!options.identity.certPem.empty())
        useIdentity(m_context, options.identity);
    m_ssl = SSL_new(m_context);
    SSL_set_fd(m_ssl, m_socket);
    return SSL_connect(m_ssl) == 1;
}

bool RawClient::send(std::string_view bytes) {
    return SSL_write(m_ssl, bytes.data(), static_cast<int>(bytes.size())) ==
           static_cast<int>(bytes.size());
}

bool RawClient::sendPlain(std::string_view bytes) {
    return ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
           static_cast<ssize_t>(bytes.size());
}

/// > 0: bytes; 0: closed; < 0: nothing came in time.
int RawClient::readSome(char* out, int size) {
    const int got = SSL_read(m_ssl, out, size);
    if (got > 0)
        return got;
    const int error = SSL_get_error(m_ssl, got);
    const bool silent = error == SSL_ERROR_WANT_READ ||
                        (error == SSL_ERROR_SYSCALL && (errno == EAGAIN || errno == EWOULDBLOCK));
    return silent ? -1 : 0;
}

Received RawClient::readAnswer(bool hasBody) {
    Received received;
    char byte = 0;
    std::size_t wanted = std::string::npos;
    while (received.bytes.size() < wanted) {
        const int got = readSome(&byte, 1);
        received.closed = got == 0;
        if (got <= 0)
            break;
        received.bytes += byte;
        if (wanted != std::string::npos || !received.bytes.ends_with("\r\n\r\n"))
            continue;
        const std::size_t at = received.bytes.find("Content-Length: ");
        wanted = received.bytes.size();
        if (hasBody && at != std::string::npos)
            wanted += static_cast<std::size_t>(std::atoi(received.bytes.c_str() + at + 16));
    }
    return received;
}

Received RawClient::readToEnd() {
    Received received;
    std::array<char, 4096> buffer{};
    for (;;) {
        const int got = readSome(buffer.data(), static_cast<int>(buffer.size()));
        received.closed = got == 0;
        if (got <= 0)
            return received;
        received.bytes.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

bool RawClient::waitTcpClose() {
    char byte = 0;
    const ssize_t got = ::recv(m_socket, &byte, 1, 0);
    return got == 0 || (got < 0 && errno == ECONNRESET);
}

LogLines::LogLines() {
    m_log = std::make_shared<http::Log>(m_clock, [store = m_store](std::string_view line) {
        const std::lock_guard lock(store->mutex);
        store->lines.emplace_back(line);
    });
}

std::vector<std::string> LogLines::lines() const {
    const std::lock_guard lock(m_store->mutex);
    return m_store->lines;
}

bool LogLines::holds(std::string_view text) const {
    const std::vector<std::string> all = lines();
    return std::any_of(all.begin(), all.end(), [text](const std::string& line) {
        return line.find(text) != std::string::npos;
    });
}

http::ServerConfig configFor(const TestPki& pki, const LogLines& log) {
    http::ServerConfig config;
    const Credentials identity = pki.server();
    config.certificateChainPem = identity.certPem;
    config.privateKeyPem = identity.keyPem;
    config.clientCaPem = pki.caPem();
    config.workerThreads = 2;
    config.log = log.log();
    return config;
}

OneAnswerServer::OneAnswerServer(const Credentials& identity, std::string until, std::string answer,
                                 bool hold)
    : m_listener(listenOnLoopback(m_port))
    , m_until(std::move(until))
    , m_answer(std::move(answer))
    , m_hold(hold)
    , m_thread([this, identity] { serve(identity); }) {}

OneAnswerServer::~OneAnswerServer() {
    ::shutdown(m_listener, SHUT_RDWR); // ends an accept that nobody came for
    received();
    ::close(m_listener);
}

std::string OneAnswerServer::received() {
    if (m_thread.joinable())
        m_thread.join();
    return m_received;
}

void OneAnswerServer::serve(const Credentials& identity) {
    const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    setPatience(socket);
    SSL_CTX* context = SSL_CTX_new(TLS_server_method());
    useIdentity(context, identity);
    SSL* ssl = SSL_new(context);
    SSL_set_fd(ssl, socket);
    if (SSL_accept(ssl) == 1) {
        char byte = 0;
        while (m_received.find(m_until) == std::string::npos && SSL_read(ssl, &byte, 1) == 1)
            m_received += byte;
        if (!m_answer.empty())
            SSL_write(ssl, m_answer.data(), static_cast<int>(m_answer.size()));
        while (m_hold && SSL_read(ssl, &byte, 1) == 1) {
        }
    }
    SSL_free(ssl);
    SSL_CTX_free(context);
    ::close(socket);
}

// The kernel completes the TCP connections of a queue that nobody empties.
ClosedMouth::ClosedMouth()
    : m_listener(listenOnLoopback(m_port)) {}

ClosedMouth::~ClosedMouth() {
    ::close(m_listener);
}

std::uint16_t closedPort() {
    std::uint16_t port = 0;
    ::close(listenOnLoopback(port));
    return port;
}

} // namespace escale::http_test
