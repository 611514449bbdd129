// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/nuu/xml_writer.h"

#include <cstdint>

namespace escale::sne {
namespace {

constexpr std::uint32_t kReplacement = 0xFFFD;

struct Decoded {
    std::uint32_t point = kReplacement;
    std::size_t length = 1;
};

/// The character at the start of `text`, which is not empty (RFC 3629: no overlong form, no
/// surrogate, nothing over U+10FFFF).
Decoded decodeUtf8(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t first = byte(0);
    if (first < 0x80)
        return {first, 1};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
    if (length == 0 || first > 0xF4 || text.size() < length)
        return {};
    std::uint32_t point = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80)
            return {};
        point = (point << 6) | (byte(i) & 0x3FU);
    }
    constexpr std::uint32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (point < kSmallest[length] || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000))
        return {};
    return {point, length};
}

bool isXmlCharacter(std::uint32_t point) {
    return point == '\t' || point == '\n' || point == '\r' ||
           (point >= 0x20 && point != 0xFFFE && point != 0xFFFF);
}

void appendReference(std::string& out, std::uint32_t point) {
    out += "&#" + std::to_string(point) + ';';
}

void appendEscaped(std::string& out, std::string_view raw, std::uint32_t point,
                   XmlCharset charset) {
    switch (point) {
    case '&':
        out += "&amp;";
        return;
    case '<':
        out += "&lt;";
        return;
    case '>':
        out += "&gt;";
        return;
    case '"':
        out += "&quot;";
        return;
    case '\t':
    case '\n':
    case '\r':
        appendReference(out, point); // kept as they are in an attribute too
        return;
    default:
        break;
    }
    if (point < 0x80)
        out += static_cast<char>(point);
    else if (charset == XmlCharset::ascii)
        appendReference(out, point);
    else
        out += raw;
}

void write(std::string& out, const XmlElement& element, std::string_view prefix,
           std::string_view declaration, XmlCharset charset) {
    out.append("<").append(prefix).append(":").append(element.name).append(declaration);
    for (const XmlAttribute& attribute : element.attributes) {
        out.append(" ").append(attribute.name).append("=\"");
        out.append(escapeXml(attribute.value, charset)).append("\"");
    }
    if (element.children.empty() && element.text.empty()) {
        out += "/>";
        return;
    }
    out += '>';
    out += escapeXml(element.text, charset);
    for (const XmlElement& child : element.children)
        write(out, child, prefix, {}, charset);
    out.append("</").append(prefix).append(":").append(element.name).append(">");
}

} // namespace

std::string escapeXml(std::string_view text, XmlCharset charset) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const Decoded decoded = decodeUtf8(text);
        const bool holds =
            isXmlCharacter(decoded.point) && (decoded.point != kReplacement || decoded.length > 1);
        if (holds)
            appendEscaped(out, text.substr(0, decoded.length), decoded.point, charset);
        else
            appendEscaped(out, "\xEF\xBF\xBD", kReplacement, charset);
        text.remove_prefix(decoded.length);
    }
    return out;
}

std::string writeXml(const XmlElement& root, std::string_view prefix, XmlCharset charset) {
    std::string out;
    const std::string declaration =
        " xmlns:" + std::string(prefix) + "=\"" + escapeXml(root.ns, charset) + '"';
    write(out, root, prefix, declaration, charset);
    return out;
}

} // namespace escale::sne
