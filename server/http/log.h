// SPDX-License-Identifier: GPL-3.0-or-later
// The log: one line per event,
//   2026-11-22T00:07:31.042Z info requete methode=POST route=/v1/sync statut=200
// A value never breaks a line: control characters are escaped (OWASP ASVS 5.0, 16.4.1). Callers
// give no body, no query string, no header value, nothing that a person typed.
#pragma once

#include "shared/base/ports.h"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <mutex>
#include <string>
#include <string_view>

namespace escale::http {

struct LogField {
    LogField(std::string_view fieldKey, std::string_view text)
        : key(fieldKey)
        , value(text) {}
    LogField(std::string_view fieldKey, const char* text)
        : key(fieldKey)
        , value(text) {}
    LogField(std::string_view fieldKey, const std::string& text)
        : key(fieldKey)
        , value(text) {}
    LogField(std::string_view fieldKey, std::int64_t number)
        : key(fieldKey)
        , value(std::to_string(number)) {}

    std::string_view key;
    std::string value;
};

/// May be used from any thread; lines are handed to the sink one at a time.
class Log {
public:
    /// Receives a whole line without its line break.
    using Sink = std::function<void(std::string_view line)>;

    /// `clock` outlives the log.
    Log(const Clock& clock, Sink sink);

    void info(std::string_view event, std::initializer_list<LogField> fields = {});
    void warning(std::string_view event, std::initializer_list<LogField> fields = {});
    void error(std::string_view event, std::initializer_list<LogField> fields = {});

private:
    void write(std::string_view level, std::string_view event,
               std::initializer_list<LogField> fields);

    const Clock& m_clock;
    Sink m_sink;
    std::mutex m_mutex;
};

/// `value` as it stands in a line: at most 256 bytes, control characters, line separators and bytes
/// that are not UTF-8 escaped, between quotes when it holds a space, a quote or '='.
std::string logValue(std::string_view value);

/// Sink that writes to the standard error output, where systemd collects it.
void writeToStderr(std::string_view line);

} // namespace escale::http
