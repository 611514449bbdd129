// SPDX-License-Identifier: GPL-3.0-or-later
// One walk over a text that is already known to be JSON, beside the tree that was made of it.
#include "shared/cotation/source_lines.h"

#include <algorithm>

namespace escale::cotation {

SourceLines::SourceLines(std::string_view text, const json::value& root)
    : m_text(text) {
    value(&root);
}

int SourceLines::of(const json::object& object) const {
    const auto found = m_lines.find(&object);
    return found == m_lines.end() ? 0 : found->second.first;
}

int SourceLines::of(const json::object& object, std::string_view member) const {
    const auto found = m_lines.find(&object);
    if (found == m_lines.end())
        return 0;
    const auto at = found->second.members.find(std::string(member));
    return at == found->second.members.end() ? found->second.first : at->second;
}

void SourceLines::skipBlank() {
    for (; m_at < m_text.size(); ++m_at) {
        const char c = m_text[m_at];
        if (c == '\n')
            ++m_line;
        else if (c != ' ' && c != '\t' && c != '\r')
            return;
    }
}

std::string SourceLines::text() {
    const std::size_t from = m_at++;
    while (m_at < m_text.size() && m_text[m_at] != '"')
        m_at += m_text[m_at] == '\\' ? 2 : 1;
    ++m_at;
    const std::string_view quoted = m_text.substr(from, m_at - from);
    if (quoted.find('\\') == std::string_view::npos)
        return std::string(quoted.substr(1, quoted.size() - 2));
    const auto plain = parseJson(quoted);
    return plain && plain->is_string() ? std::string(plain->get_string()) : std::string(quoted);
}

void SourceLines::value(const json::value* parsed) {
    skipBlank();
    if (at('{'))
        object(parsed);
    else if (at('['))
        array(parsed);
    else if (at('"'))
        text();
    else
        while (m_at < m_text.size() &&
               std::string_view(",]} \t\r\n").find(m_text[m_at]) == std::string_view::npos)
            ++m_at;
    skipBlank();
}

void SourceLines::object(const json::value* parsed) {
    const json::object* known = parsed ? parsed->if_object() : nullptr;
    Lines lines{m_line, {}};
    ++m_at;
    for (skipBlank(); at('"'); skipBlank()) {
        const int line = m_line;
        const std::string name = text();
        if (!lines.members.emplace(name, line).second)
            m_twice.push_back({name, line});
        skipBlank();
        ++m_at; // the colon
        value(known ? known->if_contains(name) : nullptr);
        if (at(','))
            ++m_at;
    }
    ++m_at;
    if (known)
        m_lines[known] = std::move(lines);
}

void SourceLines::array(const json::value* parsed) {
    const json::array* known = parsed ? parsed->if_array() : nullptr;
    ++m_at;
    std::size_t index = 0;
    for (skipBlank(); m_at < m_text.size() && !at(']'); skipBlank()) {
        value(known ? known->if_contains(index++) : nullptr);
        if (at(','))
            ++m_at;
    }
    ++m_at;
}

int lineOf(std::string_view text, std::size_t at) {
    return 1 + static_cast<int>(std::count(
                   text.begin(),
                   text.begin() + static_cast<std::ptrdiff_t>(std::min(at, text.size())), '\n'));
}

} // namespace escale::cotation
