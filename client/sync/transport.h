// SPDX-License-Identifier: GPL-3.0-or-later
// One request to the server, one answer. The engine knows only this.
#pragma once

#include "shared/base/bytes.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace escale::client {

struct HttpRequest {
    std::string method; // GET, POST, HEAD, PATCH
    std::string path;   // "/v1/sync"
    std::vector<std::pair<std::string, std::string>> headers;
    Bytes body;
    bool packs = false; // whoever is asked reads a body in gzip
};

struct HttpAnswer {
    int status = 0;
    std::vector<std::pair<std::string, std::string>> headers; // names in lower case
    Bytes body;

    /// "" when absent. `name` in lower case.
    [[nodiscard]] std::string header(std::string_view name) const;
};

/// Every HTTP status is an answer; a failure is when there is none: Errc::networkUnavailable
/// (nobody, or cut), timeout, peerRefused (its certificate is not the expected one), unauthorized
/// (it refused our certificate), tooLarge, malformed (a redirect, which is never followed).
class Transport {
public:
    using Callback = std::function<void(Result<HttpAnswer>)>;
    virtual ~Transport() = default;
    /// `done` is called once, later, on the caller's thread; not at all after abort().
    virtual void send(HttpRequest request, Callback done) = 0;
    /// Drops every request in flight.
    virtual void abort() = 0;
};

} // namespace escale::client
