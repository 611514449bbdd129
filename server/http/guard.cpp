// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/guard.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace escale::http {

namespace {

constexpr std::size_t kMaxLengthDigits = 15;

GuardVerdict refuse(int status, std::string_view reason) {
    return {status, reason, std::nullopt};
}

bool isAlphaNumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isToken(std::string_view text) { // RFC 9110 §5.6.2
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return isAlphaNumeric(c) ||
               std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string::npos;
    });
}

bool isVisible(char c) {
    return c > 0x20 && c < 0x7f;
}

bool isValue(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return isVisible(c) || c == ' ' || c == '\t'; });
}

bool isHostText(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return isAlphaNumeric(c) || std::string_view(".-_:[]").find(c) != std::string::npos;
    });
}

int hexDigit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Takes the next line off `rest`, which holds whole CRLF-ended lines.
std::string_view takeLine(std::string_view& rest) {
    const std::size_t end = rest.find("\r\n");
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 2);
    return line;
}

/// A segment that, once decoded, could be read as another path by what stands behind.
bool isSafeSegment(std::string_view segment) {
    const std::optional<std::string> decoded = percentDecode(segment);
    if (!decoded || *decoded == "." || *decoded == "..")
        return false;
    return std::none_of(decoded->begin(), decoded->end(), [](char c) {
        return (c >= 0 && c < 0x20) || c == 0x7f || c == '/' || c == '\\';
    });
}

bool isSafePath(std::string_view path) {
    if (path.empty() || path.front() != '/' || path.find("//") != std::string_view::npos)
        return false;
    path.remove_prefix(1);
    while (!path.empty()) {
        const std::string_view segment = path.substr(0, path.find('/'));
        if (!isSafeSegment(segment))
            return false;
        path.remove_prefix(std::min(path.size(), segment.size() + 1));
    }
    return true;
}

bool isSafeQuery(std::string_view query) {
    const std::optional<std::string> decoded = percentDecode(query);
    return decoded && decoded->find('\0') == std::string::npos;
}

GuardVerdict checkTarget(std::string_view target, Head& head) {
    if (target.size() > kMaxTarget)
        return refuse(414, "adresse trop longue");
    if (!std::all_of(target.begin(), target.end(), isVisible) ||
        target.find_first_of("\\#") != std::string_view::npos)
        return refuse(400, "caractère interdit dans l’adresse");
    const std::size_t mark = target.find('?');
    head.path = target.substr(0, mark);
    if (mark != std::string_view::npos)
        head.query = target.substr(mark + 1);
    if (!isSafePath(head.path) || !isSafeQuery(head.query))
        return refuse(400, "adresse ambiguë");
    return {};
}

GuardVerdict checkRequestLine(std::string_view line, Head& head) {
    const std::size_t first = line.find(' ');
    const std::size_t second = first == std::string_view::npos ? first : line.find(' ', first + 1);
    if (second == std::string_view::npos || !isToken(line.substr(0, first)))
        return refuse(400, "ligne de requête malformée");
    const std::string_view version = line.substr(second + 1);
    if (version != "HTTP/1.1")
        return version.substr(0, 5) == "HTTP/" ? refuse(505, "version de HTTP refusée")
                                               : refuse(400, "ligne de requête malformée");
    head.method = methodFromName(line.substr(0, first));
    return checkTarget(line.substr(first + 1, second - first - 1), head);
}

GuardVerdict checkHeaderLine(std::string_view line, Head& head) {
    if (head.headers.size() == kMaxHeaders)
        return refuse(431, "trop d’en-têtes");
    if (line.front() == ' ' || line.front() == '\t')
        return refuse(400, "en-tête replié");
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !isToken(line.substr(0, colon)))
        return refuse(400, "nom d’en-tête malformé");
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (!isValue(value))
        return refuse(400, "caractère interdit dans un en-tête");
    head.headers.push_back({std::string(line.substr(0, colon)), std::string(value)});
    return {};
}

/// True when the comma-separated list `value` holds `token`.
bool listHolds(std::string_view value, std::string_view token) {
    while (!value.empty()) {
        const std::string_view item = value.substr(0, value.find(','));
        if (equalsIgnoreCase(trimmed(item), token))
            return true;
        value.remove_prefix(std::min(value.size(), item.size() + 1));
    }
    return false;
}

bool readLength(std::string_view value, std::size_t& length) {
    const bool digits = std::all_of(value.begin(), value.end(),
                                    [](char c) { return hexDigit(c) >= 0 && c <= '9'; });
    if (value.empty() || value.size() > kMaxLengthDigits || !digits)
        return false;
    return std::from_chars(value.data(), value.data() + value.size(), length).ec == std::errc();
}

GuardVerdict checkFraming(Head& head) {
    std::size_t hosts = 0;
    std::size_t lengths = 0;
    for (const auto& [name, value] : head.headers) {
        if (equalsIgnoreCase(name, "Transfer-Encoding"))
            return refuse(501, "Transfer-Encoding");
        if (equalsIgnoreCase(name, "Upgrade"))
            return refuse(400, "Upgrade");
        if (equalsIgnoreCase(name, "Host") && (++hosts > 1 || !isHostText(value)))
            return refuse(400, "Host répété ou malformé");
        if (equalsIgnoreCase(name, "Content-Length") &&
            (++lengths > 1 || !readLength(value, head.contentLength)))
            return refuse(400, "Content-Length répété ou malformé");
        if (equalsIgnoreCase(name, "Connection") && listHolds(value, "close"))
            head.keepAlive = false;
        if (equalsIgnoreCase(name, "Expect")) {
            if (!equalsIgnoreCase(value, "100-continue"))
                return refuse(417, "Expect inconnu");
            head.expectContinue = true;
        }
    }
    if (hosts == 0)
        return refuse(400, "Host absent");
    const bool carriesBody = head.method == Method::post || head.method == Method::patch;
    if (carriesBody && lengths == 0)
        return refuse(411, "Content-Length absent");
    if (!carriesBody && head.method != Method::other && head.contentLength > 0)
        return refuse(400, "corps inattendu");
    return {};
}

} // namespace

HeadScan scanHead(std::string_view received) {
    for (std::size_t at = received.find('\n'); at != std::string_view::npos;
         at = received.find('\n', at + 1)) {
        if (at >= kMaxHeadBytes)
            break;
        if (at == 0 || received[at - 1] != '\r')
            return {HeadScan::State::bareLineFeed, 0};
        if (at >= 3 && received.substr(at - 3, 4) == "\r\n\r\n")
            return {HeadScan::State::complete, at + 1};
    }
    if (received.size() >= kMaxHeadBytes)
        return {HeadScan::State::tooLong, 0};
    return {};
}

GuardVerdict checkHead(std::string_view head) {
    std::string_view rest = head;
    Head accepted;
    if (GuardVerdict verdict = checkRequestLine(takeLine(rest), accepted); verdict.status != 0)
        return verdict;
    for (std::string_view line = takeLine(rest); !line.empty(); line = takeLine(rest))
        if (GuardVerdict verdict = checkHeaderLine(line, accepted); verdict.status != 0)
            return verdict;
    if (!rest.empty())
        return refuse(400, "octets après l’en-tête");
    if (GuardVerdict verdict = checkFraming(accepted); verdict.status != 0)
        return verdict;
    GuardVerdict verdict;
    verdict.head = std::move(accepted);
    return verdict;
}

bool isSafeHeader(const Header& header) {
    return isToken(header.name) && isValue(header.value);
}

std::optional<std::string> percentDecode(std::string_view text, bool plusIsSpace) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += plusIsSpace && text[i] == '+' ? ' ' : text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
        if (high < 0 || low < 0)
            return std::nullopt;
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return out;
}

} // namespace escale::http
