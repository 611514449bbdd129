// SPDX-License-Identifier: GPL-3.0-or-later
// HTTPS client with a client certificate, for calls from the server to another service (the SNE).
#pragma once

#include "server/http/request.h"
#include "shared/base/result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace escale::http {

struct Url {
    std::string host; // name or IP literal (IPv6 without brackets)
    std::uint16_t port = 443;
    std::string target = "/"; // path and query
};

/// Only "https://host[:port][/path[?query]]", without user nor fragment. Errc::invalidArgument.
Result<Url> parseUrl(std::string_view text);

struct ClientConfig {
    std::string caPem;               // authorities of the servers; the machine's own are not used
    std::string certificateChainPem; // empty: no client certificate
    std::string privateKeyPem;
    std::size_t maxAnswerBytes = 1U << 20;
};

struct ClientResponse {
    int status = 0;
    std::vector<Header> headers;
    std::string body;

    /// Value of the first header of that name (any case); "" when absent.
    [[nodiscard]] std::string_view header(std::string_view name) const;
};

struct ClientFailure {
    /// networkUnavailable (no address, no connection, connection cut), timeout, peerRefused (TLS:
    /// its certificate or ours), malformed or tooLarge (answer).
    Error error;
    /// True: the whole request had left, the other side may have carried it out, only the answer is
    /// missing. False: it cannot have been carried out.
    bool requestSent = false;
};

/// Reading a ClientResult without testing it: same rule as for Result.
[[noreturn]] inline void throw_exception_from_error(const ClientFailure& failure,
                                                    const boost::source_location&) {
    throwError(failure.error);
}

using ClientResult = boost::system::result<ClientResponse, ClientFailure>;

/// One connection per call. May be used from several threads at once.
class HttpsClient {
public:
    /// Errc::cryptoFailure when a certificate, key or authority cannot be used.
    static Result<HttpsClient> make(ClientConfig config);
    HttpsClient(HttpsClient&&) noexcept;
    HttpsClient& operator=(HttpsClient&&) noexcept;
    ~HttpsClient();

    /// POST of `body`; blocks for at most `timeout`, everything included. The certificate must be
    /// issued by caPem for url.host. Any status is a success here: the caller reads it. Host,
    /// Content-Length and Connection are written by the client. A redirection is not followed.
    ClientResult post(const Url& url, const std::vector<Header>& headers, std::string body,
                      std::chrono::milliseconds timeout) const;
    ClientResult get(const Url& url, const std::vector<Header>& headers,
                     std::chrono::milliseconds timeout) const;

private:
    struct Impl;
    explicit HttpsClient(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace escale::http
