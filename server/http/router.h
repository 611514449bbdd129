// SPDX-License-Identifier: GPL-3.0-or-later
// The table of routes: which function answers which method and path, under which conditions.
#pragma once

#include "server/http/request.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace escale::http {

inline constexpr std::size_t kDefaultMaxBody = 1U << 20;

/// Decided when the head of a request is known and before one byte of its body is read.
struct RoutePolicy {
    /// Without a verified client certificate the request is answered 401.
    bool needsClientCertificate = true;
    /// Bytes; a longer Content-Length is answered 413.
    std::size_t maxBody = kDefaultMaxBody;
    /// The handler also gets what came of a body that was cut (Request::cut), for it to keep.
    bool takesCutBody = false;
    /// Put in every answer of the route, refusals made before its handler included.
    std::vector<Header> headers = {};
};

/// Values of the "{name}" segments of a pattern, percent-decoded.
class PathParams {
public:
    void add(std::string name, std::string value);
    /// "" when the pattern has no such segment.
    [[nodiscard]] const std::string& operator[](std::string_view name) const;

private:
    std::vector<std::pair<std::string, std::string>> m_values;
};

/// Synchronous, called on a worker thread, several at once: it guards its own shared state.
/// Throwing is a fault: it is logged and answered 500 without a word of what was thrown.
using Handler = std::function<Response(const Request&, const PathParams&)>;

struct Route {
    Method method = Method::get;
    std::string pattern; // "/v1/uploads/{id}": a {name} stands for one whole non-empty segment
    Handler handler;
    RoutePolicy policy;
};

class Router {
public:
    /// std::logic_error when the pattern is not well formed or when the same method and shape of
    /// path is there already.
    void add(Route route);
    void add(Method method, std::string pattern, Handler handler, RoutePolicy policy = {});

    struct Match {
        const Route* route = nullptr; // owned by the router; null: nothing answers
        PathParams params;
        std::vector<Method> allowed; // when route is null: empty = 404, otherwise 405 + Allow
    };
    /// `path` is a Request::target. A literal segment wins over a {name}. HEAD finds the GET route.
    [[nodiscard]] Match find(Method method, std::string_view path) const;

private:
    std::vector<Route> m_routes;
};

/// "GET, HEAD, POST".
std::string allowHeader(const std::vector<Method>& methods);

} // namespace escale::http
