// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sne/mtom.h"

#include "server/sne/mime_headers.h"
#include "shared/base/bytes.h"
#include "shared/nuu/xml.h"

#include <algorithm>
#include <optional>

namespace escale::sne {
namespace {

constexpr std::string_view kCrlf = "\r\n";
constexpr std::size_t kBase64Line = 76; // RFC 2045 §6.8

std::string base64Lines(std::string_view content) {
    const std::string whole = toBase64(asBytes(content));
    std::string lines;
    for (std::size_t at = 0; at < whole.size(); at += kBase64Line) {
        lines += whole.substr(at, kBase64Line);
        lines += kCrlf;
    }
    return lines;
}

std::string shortAction(std::string_view action) {
    const auto slash = action.rfind('/');
    return std::string(slash == std::string_view::npos ? action : action.substr(slash + 1));
}

void appendAttachment(std::string& body, const Attachment& part, std::string_view boundary) {
    body.append("--").append(boundary).append(kCrlf);
    body.append("Content-Type: ").append(part.contentType).append(kCrlf);
    body.append("Content-Transfer-Encoding: ").append(part.base64 ? "BASE64" : "7bit");
    body.append(kCrlf).append("Content-ID: <").append(part.contentId).append(">").append(kCrlf);
    body.append("Content-Disposition: attachment; filename=\"").append(part.fileName);
    body.append("\"").append(kCrlf).append(kCrlf);
    body.append(part.base64 ? base64Lines(part.content) : part.content).append(kCrlf);
}

/// RFC 2046 §5.1.1: 1 to 70 characters, none of which can end a line.
bool isBoundary(std::string_view text) {
    return !text.empty() && text.size() <= 70 &&
           std::ranges::all_of(text, [](char c) { return c > 0x1F && c < 0x7F; });
}

enum class Line { none, delimiter, last };

Line delimiterKind(std::string_view line, std::string_view boundary) {
    if (!line.starts_with("--") || !line.substr(2).starts_with(boundary))
        return Line::none;
    std::string_view rest = line.substr(2 + boundary.size());
    const bool last = rest.starts_with("--");
    if (last)
        rest.remove_prefix(2);
    if (!trimXml(rest).empty())
        return Line::none;
    return last ? Line::last : Line::delimiter;
}

/// The raw parts (headers and body) between the delimiter lines.
Result<std::vector<std::string_view>> cutParts(std::string_view body, std::string_view boundary) {
    std::vector<std::string_view> parts;
    std::optional<std::size_t> start;
    std::string_view rest = body;
    while (!rest.empty()) {
        const std::size_t at = body.size() - rest.size();
        const std::string_view line = takeLine(rest);
        const Line kind = delimiterKind(line, boundary);
        if (kind == Line::none)
            continue;
        if (start) {
            std::string_view part = body.substr(*start, std::max(at, *start) - *start);
            // The line break before a delimiter belongs to the delimiter.
            if (part.ends_with('\n'))
                part.remove_suffix(part.ends_with("\r\n") ? 2 : 1);
            if (part.size() > kMaxMtomPartBytes || parts.size() == kMaxMtomParts)
                return fail(Errc::tooLarge, "message MIME trop grand");
            parts.push_back(part);
        }
        if (kind == Line::last)
            return parts;
        start = body.size() - rest.size();
    }
    return fail(Errc::malformed, "message MIME coupé avant sa dernière frontière");
}

Result<std::string> decodeContent(std::string_view raw, std::string_view encoding) {
    const std::string kind = lowerAscii(trimXml(encoding));
    if (kind.empty() || kind == "7bit" || kind == "8bit" || kind == "binary")
        return std::string(raw);
    if (kind != "base64")
        return fail(Errc::malformed, "codage de transfert inconnu");
    std::string packed;
    std::ranges::copy_if(raw, std::back_inserter(packed),
                         [](char c) { return c != '\r' && c != '\n' && c != ' ' && c != '\t'; });
    ESCALE_TRY_ASSIGN(bytes, fromBase64(packed));
    return asString(bytes);
}

std::string stripBrackets(std::string_view id) {
    id = trimXml(id);
    if (id.starts_with('<') && id.ends_with('>'))
        id = id.substr(1, id.size() - 2);
    return std::string(id);
}

Result<Attachment> parsePart(std::string_view raw) {
    // An empty first line means no header at all.
    std::string_view rest = raw;
    std::size_t headerEnd = 0;
    while (!rest.empty()) {
        headerEnd = raw.size() - rest.size();
        if (takeLine(rest).empty())
            break;
        headerEnd = raw.size() - rest.size();
    }
    ESCALE_TRY_ASSIGN(headers, parseMimeHeaders(raw.substr(0, headerEnd)));
    Attachment part;
    part.contentId = stripBrackets(headers["content-id"]);
    part.contentType = headers["content-type"];
    ESCALE_TRY_ASSIGN(disposition, parseMimeValue(headers["content-disposition"]));
    part.fileName = disposition.parameter("filename");
    part.base64 = lowerAscii(headers["content-transfer-encoding"]) == "base64";
    ESCALE_TRY_ASSIGN(content, decodeContent(rest, headers["content-transfer-encoding"]));
    part.content = std::move(content);
    return part;
}

std::string percentDecoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            if (const auto byte = fromHex(text.substr(i + 1, 2))) {
                out += static_cast<char>(byte->front());
                i += 2;
                continue;
            }
        }
        out += text[i];
    }
    return out;
}

/// Splits the parts into the root (named by `start`, else the first) and the attachments.
Result<MtomMessage> assemble(std::vector<Attachment> parts, const MimeValue& type) {
    auto root = parts.begin();
    if (const std::string start = stripBrackets(type.parameter("start")); !start.empty())
        root = std::ranges::find(parts, start, &Attachment::contentId);
    if (root == parts.end())
        return fail(Errc::malformed, "la partie racine du message MIME manque");
    MtomMessage message;
    message.action = type.parameter("action");
    message.rootType = root->contentType;
    message.soap = std::move(root->content);
    parts.erase(root);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto same = std::ranges::count(parts, parts[i].contentId, &Attachment::contentId);
        if (!parts[i].contentId.empty() && same > 1)
            return fail(Errc::malformed, "deux parties de même Content-ID");
    }
    message.attachments = std::move(parts);
    return message;
}

} // namespace

const Attachment* MtomMessage::byHref(std::string_view href) const {
    if (lowerAscii(href.substr(0, 4)) != "cid:")
        return nullptr;
    const std::string id = percentDecoded(href.substr(4));
    const auto found = std::ranges::find(attachments, id, &Attachment::contentId);
    return id.empty() || found == attachments.end() ? nullptr : &*found;
}

WireMessage buildMtom(const MtomMessage& message, std::string_view token) {
    const std::string boundary = "----=_Part_" + std::string(token);
    const std::string rootId = "racine." + std::string(token) + "@escale";
    WireMessage wire;
    wire.contentType = "multipart/related; type=\"application/xop+xml\"; start=\"<" + rootId +
                       ">\"; start-info=\"application/soap+xml\"; boundary=\"" + boundary +
                       "\"; action=\"" + message.action + '"';
    std::string& body = wire.body;
    body.append("--").append(boundary).append(kCrlf);
    body.append("Content-Type: application/xop+xml; charset=UTF-8; "
                "type=\"application/soap+xml\"; action=\"");
    body.append(shortAction(message.action)).append("\"").append(kCrlf);
    body.append("Content-Transfer-Encoding: 8bit").append(kCrlf);
    body.append("Content-ID: <").append(rootId).append(">").append(kCrlf).append(kCrlf);
    body.append(message.soap).append(kCrlf);
    for (const Attachment& part : message.attachments)
        appendAttachment(body, part, boundary);
    body.append("--").append(boundary).append("--").append(kCrlf);
    return wire;
}

Result<MtomMessage> parseMtom(std::string_view contentType, std::string_view body) {
    if (body.size() > kMaxMtomBytes)
        return fail(Errc::tooLarge, "message MIME trop grand");
    ESCALE_TRY_ASSIGN(type, parseMimeValue(contentType));
    if (type.value == "application/soap+xml" || type.value == "text/xml")
        return MtomMessage{
            type.parameter("action"), std::string(contentType), std::string(body), {}};
    if (type.value != "multipart/related")
        return fail(Errc::malformed, "ce n’est pas un message SOAP");
    const std::string boundary = type.parameter("boundary");
    if (!isBoundary(boundary))
        return fail(Errc::malformed, "frontière MIME absente ou illisible");
    ESCALE_TRY_ASSIGN(raw, cutParts(body, boundary));
    std::vector<Attachment> parts;
    for (const std::string_view part : raw) {
        ESCALE_TRY_ASSIGN(parsed, parsePart(part));
        parts.push_back(std::move(parsed));
    }
    return assemble(std::move(parts), type);
}

} // namespace escale::sne
