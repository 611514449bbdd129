// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/client.h"

#include <algorithm>
#include <charconv>

namespace escale::http {

namespace {

constexpr std::string_view kScheme = "https://";
constexpr std::size_t kMaxUrl = 2048;

bool isHostCharacter(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
           c == '-';
}

/// Splits "host", "host:port", "[::1]:port".
bool readAuthority(std::string_view text, Url& url) {
    std::string_view rest;
    if (text.substr(0, 1) == "[") {
        const std::size_t end = text.find(']');
        if (end == std::string_view::npos)
            return false;
        url.host = text.substr(1, end - 1);
        rest = text.substr(end + 1);
        if (url.host.find_first_not_of("0123456789abcdefABCDEF:.") != std::string::npos)
            return false;
    } else {
        url.host = text.substr(0, text.find(':'));
        rest = text.substr(url.host.size());
        if (!std::all_of(url.host.begin(), url.host.end(), isHostCharacter))
            return false;
    }
    if (url.host.empty() || rest.empty())
        return !url.host.empty();
    const auto [end, ec] = std::from_chars(rest.data() + 1, rest.data() + rest.size(), url.port);
    return rest.front() == ':' && ec == std::errc() && end == rest.data() + rest.size() &&
           url.port != 0;
}

} // namespace

Result<Url> parseUrl(std::string_view text) {
    const Error malformed = fail(Errc::invalidArgument, "adresse https malformée");
    const bool visible =
        std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (text.size() > kMaxUrl || !visible || text.substr(0, kScheme.size()) != kScheme ||
        text.find_first_of("#\\@") != std::string_view::npos)
        return malformed;
    text.remove_prefix(kScheme.size());
    const std::size_t end = std::min(text.size(), text.find_first_of("/?"));
    Url url;
    if (!readAuthority(text.substr(0, end), url))
        return malformed;
    if (end < text.size())
        url.target = (text[end] == '?' ? "/" : "") + std::string(text.substr(end));
    return url;
}

std::string_view ClientResponse::header(std::string_view name) const {
    for (const Header& header : headers)
        if (equalsIgnoreCase(header.name, name))
            return header.value;
    return {};
}

} // namespace escale::http
