// SPDX-License-Identifier: GPL-3.0-or-later
// What a handler receives and gives back. Plain values: no socket, no library type.
#pragma once

#include "shared/base/error.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace escale::http {

/// `other` is any valid token that no route can ask for (PUT, TRACE…): it ends in 404 or 405.
enum class Method { get, head, post, patch, del, options, other };

/// "GET", "DELETE"…; "" for Method::other.
std::string_view methodName(Method method);
/// Case-sensitive, as HTTP asks; Method::other for anything else.
Method methodFromName(std::string_view name);

struct Header {
    std::string name;
    std::string value;
};

/// ASCII letters compared without case, as header names are.
bool equalsIgnoreCase(std::string_view a, std::string_view b);

/// Who is at the other end, read from the client certificate that the TLS handshake verified
/// against ServerConfig::clientCaPem. Whether that certificate is revoked is not known here.
struct PeerIdentity {
    bool present = false; // false: the client showed no certificate, the rest is empty
    std::string commonName;
    std::string organizationalUnit;
    std::string serialHex;            // lower case, no leading "0x"
    std::string fingerprintSha256Hex; // lower case, of the whole DER
    std::string certDer;
};

struct Request {
    Method method = Method::get;
    std::string target; // path only, as sent ("/v1/uploads/018f…"), already through the guard
    std::string query;  // after '?', as sent, without it
    std::vector<Header> headers;
    std::string body;
    bool cut = false; // the connection ended before the whole body: nobody reads the answer
    PeerIdentity peer;
    std::string remoteAddress; // "192.0.2.7", no port

    /// Value of the first header of that name (any case); "" when absent.
    [[nodiscard]] std::string_view header(std::string_view name) const;
    /// Decoded value of the first parameter `name` of the query; nullopt when absent.
    [[nodiscard]] std::optional<std::string> queryParam(std::string_view name) const;
};

struct Response {
    int status = 200;
    std::vector<Header> headers; // Content-Length, Date and Connection are the server's to write
    std::string body;
    std::string logDetail; // goes to the log, never to the peer; no personal value

    static Response json(int status, std::string body);
    static Response text(int status, std::string contentType, std::string body);
    /// No body.
    static Response empty(int status);
    /// Body {"erreur": "<errcName>", "message": "<userMessage>"}; `detail` is only logged.
    static Response error(int status, Errc code, std::string detail = {});
    /// Status from httpStatus(error.code).
    static Response error(const Error& error);
    static Response error(Errc code, std::string detail = {});

    /// Adds a header and returns *this, to end a return statement.
    Response&& with(std::string name, std::string value) &&;
};

/// The status that answers a failure of that kind.
int httpStatus(Errc code);

} // namespace escale::http
