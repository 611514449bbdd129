// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/nuu/xml_gate.h"

#include <algorithm>
#include <array>

namespace escale::sne {
namespace {

Error malformed(const char* why) {
    return fail(Errc::malformed, why);
}

/// Walks over tags, comments and references without building anything.
class Scanner {
public:
    explicit Scanner(std::string_view bytes)
        : m_bytes(bytes) {}

    Result<void> run() {
        while (m_at < m_bytes.size()) {
            const char c = m_bytes[m_at];
            if (c == '<')
                ESCALE_TRY(markup());
            else if (c == '&')
                ESCALE_TRY(reference());
            else
                ++m_at;
        }
        return {};
    }

private:
    [[nodiscard]] bool startsWith(std::string_view text) const {
        return m_bytes.substr(m_at).starts_with(text);
    }

    Result<void> skipPast(std::string_view open, std::string_view close) {
        const auto end = m_bytes.find(close, m_at + open.size());
        if (end == std::string_view::npos)
            return malformed("XML coupé");
        m_at = end + close.size();
        return {};
    }

    Result<void> markup() {
        if (startsWith("<!--"))
            return skipPast("<!--", "-->");
        if (startsWith("<![CDATA["))
            return skipPast("<![CDATA[", "]]>");
        if (startsWith("<!"))
            return malformed("déclaration interdite dans le XML (DOCTYPE, entité)");
        if (startsWith("<?xml") && m_at == 0)
            return declaration();
        if (startsWith("<?"))
            return skipPast("<?", "?>");
        if (startsWith("</")) {
            if (m_depth == 0)
                return malformed("balise fermante de trop");
            --m_depth;
            return skipPast("</", ">");
        }
        return openTag();
    }

    Result<void> declaration() {
        const std::size_t start = m_at;
        ESCALE_TRY(skipPast("<?xml", "?>"));
        const std::string_view text = m_bytes.substr(start, m_at - start);
        const auto encoding = text.find("encoding");
        if (encoding == std::string_view::npos)
            return {};
        const auto open = text.find_first_of("\"'", encoding);
        const auto close = open == std::string_view::npos ? open : text.find(text[open], open + 1);
        if (close == std::string_view::npos)
            return malformed("déclaration XML illisible");
        std::string name(text.substr(open + 1, close - open - 1));
        std::ranges::transform(name, name.begin(), [](char c) {
            return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        });
        constexpr std::array<std::string_view, 4> kAllowed{"UTF-8", "US-ASCII", "ISO-8859-1",
                                                           "ISO-8859-15"};
        if (std::ranges::find(kAllowed, name) == kAllowed.end())
            return malformed("encodage du XML refusé");
        return {};
    }

    Result<void> openTag() {
        if (++m_elements > kMaxXmlElements)
            return fail(Errc::tooLarge, "trop d’éléments dans le XML");
        if (++m_depth > kMaxXmlDepth)
            return fail(Errc::tooLarge, "XML trop profond");
        std::size_t attributes = 0;
        char quote = 0;
        for (++m_at; m_at < m_bytes.size(); ++m_at) {
            const char c = m_bytes[m_at];
            if (c == '&') {
                ESCALE_TRY(reference());
                --m_at; // the loop moves on by itself
            } else if (quote != 0) {
                quote = c == quote ? '\0' : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
                if (++attributes > kMaxXmlAttributes)
                    return fail(Errc::tooLarge, "trop d’attributs dans le XML");
            } else if (c == '>') {
                return closeOpenTag();
            } else if (c == '<') {
                break;
            }
        }
        return malformed("balise ouverte et jamais fermée");
    }

    Result<void> closeOpenTag() {
        if (m_bytes[m_at - 1] == '/')
            --m_depth;
        ++m_at;
        return {};
    }

    /// Leaves m_at after the reference.
    Result<void> reference() {
        const auto end = m_bytes.find(';', m_at);
        if (end == std::string_view::npos || end - m_at > 10)
            return malformed("référence interdite dans le XML");
        const std::string_view name = m_bytes.substr(m_at + 1, end - m_at - 1);
        constexpr std::array<std::string_view, 5> kKnown{"amp", "lt", "gt", "quot", "apos"};
        const bool numeric = name.size() > 1 && name.front() == '#';
        if (!numeric && std::ranges::find(kKnown, name) == kKnown.end())
            return malformed("entité interdite dans le XML");
        m_at = end + 1;
        return {};
    }

    std::string_view m_bytes;
    std::size_t m_at = 0;
    std::size_t m_depth = 0;
    std::size_t m_elements = 0;
};

} // namespace

Result<void> checkXml(std::string_view bytes) {
    if (bytes.size() > kMaxXmlBytes)
        return fail(Errc::tooLarge, "XML trop long");
    if (bytes.find('\0') != std::string_view::npos)
        return malformed("octet nul dans le XML");
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    if (!bytes.starts_with('<'))
        return malformed("ce n’est pas du XML");
    return Scanner(bytes).run();
}

} // namespace escale::sne
