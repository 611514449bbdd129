// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/log.h"

#include "shared/base/date.h"

#include <cstdio>

namespace escale::http {

namespace {

constexpr std::size_t kMaxValue = 256;

/// Length of the UTF-8 character at the front of `text` if it may stand in a line; 0 otherwise.
/// C1 controls and the line and paragraph separators (U+2028, U+2029) may not.
std::size_t printableLength(std::string_view text) {
    const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (byte(0) < 0x80)
        return byte(0) >= 0x20 && byte(0) != 0x7f ? 1 : 0;
    const std::size_t length = byte(0) >= 0xf0 ? 4 : byte(0) >= 0xe0 ? 3 : 2;
    if (byte(0) < 0xc2 || byte(0) > 0xf4 || text.size() < length)
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xc0U) != 0x80U)
            return 0;
    const bool c1 = byte(0) == 0xc2 && byte(1) < 0xa0;
    const bool separator =
        byte(0) == 0xe2 && byte(1) == 0x80 && (byte(2) == 0xa8 || byte(2) == 0xa9);
    return c1 || separator ? 0 : length;
}

void appendEscaped(std::string& out, char c) {
    constexpr std::string_view kHex = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    out += c == '\n' ? "\\n" : c == '\r' ? "\\r" : c == '\t' ? "\\t" : "\\x";
    if (c != '\n' && c != '\r' && c != '\t') {
        out += kHex[byte >> 4U];
        out += kHex[byte & 15U];
    }
}

} // namespace

std::string logValue(std::string_view value) {
    const bool cut = value.size() > kMaxValue;
    std::string_view rest = value.substr(0, kMaxValue);
    const bool quoted = rest.empty() || rest.find_first_of(" \"=\\") != std::string_view::npos;
    std::string out = quoted ? "\"" : "";
    while (!rest.empty()) {
        const std::size_t length = printableLength(rest);
        if (length == 0)
            appendEscaped(out, rest.front());
        else if (rest.front() == '"' || rest.front() == '\\')
            out += std::string("\\") + rest.front();
        else
            out += rest.substr(0, length);
        rest.remove_prefix(length == 0 ? 1 : length);
    }
    out += cut ? "…" : "";
    return out + (quoted ? "\"" : "");
}

Log::Log(const Clock& clock, Sink sink)
    : m_clock(clock)
    , m_sink(std::move(sink)) {}

void Log::info(std::string_view event, std::initializer_list<LogField> fields) {
    write("info", event, fields);
}

void Log::warning(std::string_view event, std::initializer_list<LogField> fields) {
    write("alerte", event, fields);
}

void Log::error(std::string_view event, std::initializer_list<LogField> fields) {
    write("erreur", event, fields);
}

void Log::write(std::string_view level, std::string_view event,
                std::initializer_list<LogField> fields) {
    std::string line = isoInstant(m_clock.nowMs());
    line += ' ';
    line += level;
    line += ' ';
    line += logValue(event);
    for (const LogField& field : fields) {
        line += ' ';
        line += field.key;
        line += '=';
        line += logValue(field.value);
    }
    const std::lock_guard lock(m_mutex);
    if (m_sink)
        m_sink(line);
}

void writeToStderr(std::string_view line) {
    const std::string whole = std::string(line) + "\n";
    std::fwrite(whole.data(), 1, whole.size(), stderr);
}

} // namespace escale::http
