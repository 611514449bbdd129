// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/request.h"

#include "server/http/guard.h"
#include "shared/base/json.h"

#include <algorithm>
#include <array>
#include <utility>

namespace escale::http {

namespace {

constexpr std::array<std::pair<Method, std::string_view>, 6> kMethods{
    {{Method::get, "GET"},
     {Method::head, "HEAD"},
     {Method::post, "POST"},
     {Method::patch, "PATCH"},
     {Method::del, "DELETE"},
     {Method::options, "OPTIONS"}}};

// What is not here is a fault of ours: 500.
constexpr std::array<std::pair<Errc, int>, 23> kStatuses{{{Errc::invalidArgument, 400},
                                                          {Errc::malformed, 400},
                                                          {Errc::unknownField, 400},
                                                          {Errc::unsupportedVersion, 400},
                                                          {Errc::unauthorized, 401},
                                                          {Errc::forbidden, 403},
                                                          {Errc::wrongCode, 403},
                                                          {Errc::codeUsed, 403},
                                                          {Errc::notFound, 404},
                                                          {Errc::conflict, 409},
                                                          {Errc::alreadyExists, 409},
                                                          {Errc::tooLarge, 413},
                                                          {Errc::incomplete, 422},
                                                          {Errc::unreadableImage, 422},
                                                          {Errc::locked, 423},
                                                          {Errc::throttled, 429},
                                                          {Errc::peerRefused, 502},
                                                          {Errc::refusedBySne, 502},
                                                          {Errc::networkUnavailable, 502},
                                                          {Errc::serverFailure, 502},
                                                          {Errc::storageFailure, 503},
                                                          {Errc::timeout, 504},
                                                          {Errc::diskFull, 507}}};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

std::string_view methodName(Method method) {
    for (const auto& [value, name] : kMethods)
        if (value == method)
            return name;
    return {};
}

Method methodFromName(std::string_view name) {
    for (const auto& [value, known] : kMethods)
        if (known == name)
            return value;
    return Method::other;
}

bool equalsIgnoreCase(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view Request::header(std::string_view name) const {
    for (const Header& header : headers)
        if (equalsIgnoreCase(header.name, name))
            return header.value;
    return {};
}

std::optional<std::string> Request::queryParam(std::string_view name) const {
    std::string_view rest = query;
    while (!rest.empty()) {
        const std::string_view pair = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
        const std::size_t equal = pair.find('=');
        if (percentDecode(pair.substr(0, equal), true) != name)
            continue;
        return equal == std::string_view::npos ? std::string()
                                               : percentDecode(pair.substr(equal + 1), true);
    }
    return std::nullopt;
}

Response Response::json(int status, std::string body) {
    return text(status, "application/json; charset=utf-8", std::move(body));
}

Response Response::text(int status, std::string contentType, std::string body) {
    Response response;
    response.status = status;
    response.headers.push_back({"Content-Type", std::move(contentType)});
    response.body = std::move(body);
    return response;
}

Response Response::empty(int status) {
    Response response;
    response.status = status;
    return response;
}

Response Response::error(int status, Errc code, std::string detail) {
    json::object body;
    body["erreur"] = errcName(code);
    body["message"] = userMessage(code);
    Response response = json(status, json::serialize(body));
    response.logDetail = std::move(detail);
    return response;
}

Response Response::error(const Error& error) {
    return Response::error(httpStatus(error.code), error.code, error.detail);
}

Response Response::error(Errc code, std::string detail) {
    return error(httpStatus(code), code, std::move(detail));
}

Response&& Response::with(std::string name, std::string value) && {
    headers.push_back({std::move(name), std::move(value)});
    return std::move(*this);
}

int httpStatus(Errc code) {
    const auto found = std::find_if(kStatuses.begin(), kStatuses.end(),
                                    [code](const auto& entry) { return entry.first == code; });
    return found == kStatuses.end() ? 500 : found->second;
}

} // namespace escale::http
