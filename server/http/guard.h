// SPDX-License-Identifier: GPL-3.0-or-later
// First reading of a request, on its raw head, before the HTTP library sees it. Pure functions.
//
// Boost.Beast 1.81 lets through forms that two programs may cut differently (RFC 9112 §11.2,
// request smuggling): Transfer-Encoding beside Content-Length, folded lines, no Host or two,
// repeated Content-Length. Everything that is not the plain form of a request is refused here, and
// the connection closed without reading what follows.
#pragma once

#include "server/http/request.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace escale::http {

inline constexpr std::size_t kMaxHeadBytes = 8U << 10; // request line, headers and last empty line
inline constexpr std::size_t kMaxHeaders = 64;
inline constexpr std::size_t kMaxTarget = 2U << 10;

/// Where the head ends in the bytes received so far.
struct HeadScan {
    enum class State { incomplete, complete, bareLineFeed, tooLong };
    State state = State::incomplete;
    std::size_t length = 0; // State::complete: bytes of the head, its last empty line included
};
HeadScan scanHead(std::string_view received);

/// A head that was accepted.
struct Head {
    Method method = Method::other;
    std::string path;
    std::string query;
    std::vector<Header> headers;
    std::size_t contentLength = 0;
    bool keepAlive = true;       // no "Connection: close"
    bool expectContinue = false; // "Expect: 100-continue"
};

struct GuardVerdict {
    int status = 0;           // 0: accepted, else the status to answer before closing
    std::string_view reason;  // for the log, e.g. "deux en-têtes Host"
    std::optional<Head> head; // set when accepted
};

/// `head` is complete: from the request line to the empty line. 400, or 411 (POST or PATCH without
/// Content-Length), 414, 417, 431, 501 (any Transfer-Encoding), 505 (not HTTP/1.1).
GuardVerdict checkHead(std::string_view head);

/// True when a header of that name and value can be written without changing the message around it
/// (no control character, ASCII only).
bool isSafeHeader(const Header& header);

/// Percent-decoding of one path segment or query value; nullopt for a malformed escape. With
/// `plusIsSpace`, as in a query.
std::optional<std::string> percentDecode(std::string_view text, bool plusIsSpace = false);

} // namespace escale::http
