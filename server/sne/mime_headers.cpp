// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sne/mime_headers.h"

#include "server/sne/mtom.h"
#include "shared/nuu/xml.h"

namespace escale::sne {
namespace {

/// Value of one parameter at the front of `text`, quoted or not; moves past it.
Result<std::string> takeValue(std::string_view& text) {
    if (!text.starts_with('"')) {
        const auto end = text.find(';');
        std::string value(trimXml(text.substr(0, end)));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end);
        return value;
    }
    std::string value;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '"') {
            text = text.substr(i + 1);
            return value;
        }
        if (text[i] == '\\' && i + 1 < text.size())
            ++i;
        value += text[i];
    }
    return fail(Errc::malformed, "guillemet jamais fermé dans un en-tête MIME");
}

} // namespace

std::string lowerAscii(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

std::string_view takeLine(std::string_view& text) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

std::string MimeValue::parameter(std::string_view name) const {
    const auto found = parameters.find(std::string(name));
    return found == parameters.end() ? std::string() : found->second;
}

Result<MimeValue> parseMimeValue(std::string_view text) {
    MimeValue parsed;
    const auto first = text.find(';');
    parsed.value = lowerAscii(trimXml(text.substr(0, first)));
    text = first == std::string_view::npos ? std::string_view() : text.substr(first);
    while (!text.empty()) {
        text = trimXml(text);
        if (!text.starts_with(';'))
            return fail(Errc::malformed, "paramètre MIME illisible");
        text = trimXml(text.substr(1));
        if (text.empty())
            break;
        const auto equals = text.find('=');
        if (equals == std::string_view::npos)
            return fail(Errc::malformed, "paramètre MIME sans valeur");
        std::string name = lowerAscii(trimXml(text.substr(0, equals)));
        text = trimXml(text.substr(equals + 1));
        ESCALE_TRY_ASSIGN(value, takeValue(text));
        if (!parsed.parameters.emplace(std::move(name), std::move(value)).second)
            return fail(Errc::malformed, "paramètre MIME répété");
        text = trimXml(text);
    }
    return parsed;
}

Result<std::map<std::string, std::string>> parseMimeHeaders(std::string_view block) {
    std::map<std::string, std::string> headers;
    std::string* last = nullptr;
    while (!block.empty()) {
        const std::string_view line = takeLine(block);
        if (line.empty())
            continue;
        if (line.front() == ' ' || line.front() == '\t') {
            if (!last)
                return fail(Errc::malformed, "en-tête MIME qui commence par une suite");
            *last += ' ';
            *last += trimXml(line);
            continue;
        }
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || colon == 0)
            return fail(Errc::malformed, "en-tête MIME illisible");
        if (headers.size() == kMaxMtomPartHeaders)
            return fail(Errc::tooLarge, "trop d’en-têtes MIME");
        auto [at, added] = headers.emplace(lowerAscii(trimXml(line.substr(0, colon))),
                                           trimXml(line.substr(colon + 1)));
        if (!added)
            return fail(Errc::malformed, "en-tête MIME répété");
        last = &at->second;
    }
    return headers;
}

} // namespace escale::sne
