// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a JSON text, for who has to mend it: the parser keeps values, not where they stood.
#pragma once

#include "shared/base/json.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace escale::cotation {

class SourceLines {
public:
    /// `root` is what parseJson made of `text`, and must not move as long as this is used.
    SourceLines(std::string_view text, const json::value& root);

    /// Line on which `object` opens, from 1; 0 when it is not of this text.
    [[nodiscard]] int of(const json::object& object) const;
    /// Line of a member; that of the object when it has no such member.
    [[nodiscard]] int of(const json::object& object, std::string_view member) const;

    struct Twice {
        std::string member;
        int line = 0;
    };
    /// Members written twice in one object: the parser silently keeps the last.
    [[nodiscard]] const std::vector<Twice>& twice() const { return m_twice; }

private:
    struct Lines {
        int first = 0;
        std::unordered_map<std::string, int> members;
    };

    void value(const json::value* parsed);
    void object(const json::value* parsed);
    void array(const json::value* parsed);
    std::string text();
    void skipBlank();
    [[nodiscard]] bool at(char c) const { return m_at < m_text.size() && m_text[m_at] == c; }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_line = 1;
    std::unordered_map<const json::object*, Lines> m_lines;
    std::vector<Twice> m_twice;
};

/// Line of the byte `at` of `text`, from 1.
int lineOf(std::string_view text, std::size_t at);

} // namespace escale::cotation
