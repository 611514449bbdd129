// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/router.h"

#include "server/http/guard.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace escale::http {

namespace {

bool isName(std::string_view segment) {
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

/// Takes "/segment" off the front of `path`.
std::string_view takeSegment(std::string_view& path) {
    path.remove_prefix(1);
    const std::string_view segment = path.substr(0, path.find('/'));
    path.remove_prefix(segment.size());
    return segment;
}

void checkPattern(std::string_view pattern) {
    if (pattern.empty() || pattern.front() != '/')
        throw std::logic_error("route pattern must start with '/'");
    while (!pattern.empty()) {
        const std::string_view segment = takeSegment(pattern);
        if (!isName(segment) && segment.find_first_of("{}") != std::string_view::npos)
            throw std::logic_error("a {name} is a whole segment of a route pattern");
    }
}

/// The pattern without its names, a control character in their place: two routes of the same shape
/// answer the same paths.
std::string shapeOf(std::string_view pattern) {
    std::string shape;
    while (!pattern.empty()) {
        const std::string_view segment = takeSegment(pattern);
        shape += '/';
        shape += isName(segment) ? std::string("\x7f") : std::string(segment);
    }
    return shape;
}

std::optional<PathParams> match(std::string_view pattern, std::string_view path) {
    PathParams params;
    while (!pattern.empty() && !path.empty()) {
        const std::string_view expected = takeSegment(pattern);
        const std::string_view segment = takeSegment(path);
        if (!isName(expected)) {
            if (expected != segment)
                return std::nullopt;
            continue;
        }
        std::optional<std::string> value = percentDecode(segment);
        if (segment.empty() || !value)
            return std::nullopt;
        params.add(std::string(expected.substr(1, expected.size() - 2)), std::move(*value));
    }
    if (!pattern.empty() || !path.empty())
        return std::nullopt;
    return params;
}

/// True when `a` has a literal at the first segment where one has a literal and the other a {name}.
bool moreLiteral(const Route& a, const Route& b) {
    std::string_view left = a.pattern;
    std::string_view right = b.pattern;
    while (!left.empty() && !right.empty()) {
        const bool leftName = isName(takeSegment(left));
        const bool rightName = isName(takeSegment(right));
        if (leftName != rightName)
            return rightName;
    }
    return false;
}

bool answers(const Route& route, Method method) {
    return route.method == method || (method == Method::head && route.method == Method::get);
}

} // namespace

void PathParams::add(std::string name, std::string value) {
    m_values.emplace_back(std::move(name), std::move(value));
}

const std::string& PathParams::operator[](std::string_view name) const {
    static const std::string kNone;
    for (const auto& [key, value] : m_values)
        if (key == name)
            return value;
    return kNone;
}

void Router::add(Route route) {
    checkPattern(route.pattern);
    if (!route.handler || route.method == Method::other || route.method == Method::head)
        throw std::logic_error("a route needs a handler and a method of its own");
    for (const Route& known : m_routes)
        if (known.method == route.method && shapeOf(known.pattern) == shapeOf(route.pattern))
            throw std::logic_error("route given twice: " + route.pattern);
    m_routes.push_back(std::move(route));
}

void Router::add(Method method, std::string pattern, Handler handler, RoutePolicy policy) {
    add(Route{method, std::move(pattern), std::move(handler), policy});
}

Router::Match Router::find(Method method, std::string_view path) const {
    Match best;
    if (path.empty() || path.front() != '/')
        return best;
    for (const Route& route : m_routes) {
        std::optional<PathParams> params = match(route.pattern, path);
        if (!params)
            continue;
        if (!answers(route, method)) {
            best.allowed.push_back(route.method);
            continue;
        }
        if (best.route != nullptr && !moreLiteral(route, *best.route))
            continue;
        best.route = &route;
        best.params = std::move(*params);
    }
    if (best.route != nullptr)
        best.allowed.clear();
    return best;
}

std::string allowHeader(const std::vector<Method>& methods) {
    std::vector<std::string_view> names;
    for (const Method method : methods) {
        names.push_back(methodName(method));
        if (method == Method::get)
            names.push_back(methodName(Method::head));
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    std::string out;
    for (const std::string_view name : names)
        out += (out.empty() ? "" : ", ") + std::string(name);
    return out;
}

} // namespace escale::http
