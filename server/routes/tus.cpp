// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/tus.h"

#include <algorithm>
#include <map>

namespace escale::server {
namespace {

constexpr std::size_t kMaxDigits = 15;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isSha256(std::string_view text) {
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
               return isDigit(c) || (c >= 'a' && c <= 'f');
           });
}

using Metadata = std::map<std::string, std::string, std::less<>>;

Result<Metadata> readMetadata(std::string_view text) {
    Metadata metadata;
    while (!text.empty()) {
        const std::size_t comma = text.find(',');
        std::string_view pair = text.substr(0, comma);
        text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
        while (!pair.empty() && pair.front() == ' ')
            pair.remove_prefix(1);
        const std::size_t space = pair.find(' ');
        if (space == std::string_view::npos)
            return fail(Errc::malformed, "Upload-Metadata");
        ESCALE_TRY_ASSIGN(value, fromBase64(pair.substr(space + 1)));
        if (!metadata.emplace(pair.substr(0, space), asString(value)).second)
            return fail(Errc::malformed, "Upload-Metadata");
    }
    return metadata;
}

} // namespace

Result<std::int64_t> readCount(std::string_view text) {
    if (text.empty() || text.size() > kMaxDigits || !std::all_of(text.begin(), text.end(), isDigit))
        return fail(Errc::invalidArgument, "nombre d’octets");
    std::int64_t count = 0;
    for (const char c : text)
        count = count * 10 + (c - '0');
    return count;
}

Result<UploadOffer> readOffer(std::string_view length, std::string_view metadata) {
    ESCALE_TRY_ASSIGN(count, readCount(length));
    ESCALE_TRY_ASSIGN(members, readMetadata(metadata));
    if (members.size() != 3 || !members.contains("dossier") || !members.contains("piece") ||
        !isSha256(members["sha256"]))
        return fail(Errc::malformed, "Upload-Metadata");
    ESCALE_TRY_ASSIGN(dossier, parseId<DossierId>(members["dossier"]));
    ESCALE_TRY_ASSIGN(piece, parseId<PieceId>(members["piece"]));
    return UploadOffer{dossier, piece, members["sha256"], count};
}

} // namespace escale::server
