// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/tus.h"

#include "shared/crypto/hash.h"

#include <algorithm>
#include <array>
#include <ctime>
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

std::string metadataOf(const UploadRow& row) {
    return "dossier " + toBase64(asBytes(row.dossier.str())) + ",piece " +
           toBase64(asBytes(row.piece.str())) + ",sha256 " + toBase64(asBytes(row.sha256));
}

Result<Checksum> checkPart(std::string_view header, ByteView part) {
    if (header.empty())
        return Checksum::none;
    const std::size_t space = header.find(' ');
    const std::string_view algorithm = header.substr(0, space);
    const bool known = algorithm == "sha256" || algorithm == "sha1";
    if (space == std::string_view::npos || !known)
        return fail(Errc::malformed, "Upload-Checksum");
    ESCALE_TRY_ASSIGN(announced, fromBase64(header.substr(space + 1)));
    const Bytes digest = algorithm == "sha1" ? crypto::sha1(part) : crypto::sha256(part);
    if (announced.size() != digest.size())
        return fail(Errc::malformed, "Upload-Checksum");
    return announced == digest ? Checksum::right : Checksum::wrong;
}

std::string httpDate(std::int64_t epochMs) {
    constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto seconds = static_cast<std::time_t>(epochMs / 1000);
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                  kDays[static_cast<std::size_t>(utc.tm_wday)], utc.tm_mday,
                  kMonths[static_cast<std::size_t>(utc.tm_mon)], utc.tm_year + 1900, utc.tm_hour,
                  utc.tm_min, utc.tm_sec);
    return text.data();
}

} // namespace escale::server
