// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/publication/shelf.h"

#include "server/reconcile/part_file.h"
#include "server/store/blobs.h"
#include "shared/crypto/hash.h"
#include "shared/position/pack.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace escale::server {
namespace {

constexpr std::string_view kSuffix = ".place";

} // namespace

std::string markOf(ByteView pack) {
    return crypto::sha256Hex(pack);
}

Shelf::Shelf(std::string folder, std::string publicPem)
    : m_folder(std::move(folder))
    , m_publicPem(std::move(publicPem)) {}

std::string Shelf::path(std::string_view siren) const {
    return m_folder + "/" + std::string(siren) + std::string(kSuffix);
}

Result<std::vector<protocol::TerritoryEntry>> Shelf::list() const {
    std::vector<protocol::TerritoryEntry> entries;
    std::error_code error;
    for (const auto& file : std::filesystem::directory_iterator(m_folder, error)) {
        const std::string siren = file.path().stem().string();
        if (file.path().extension() != kSuffix || !position::isSiren(siren))
            continue;
        const auto bytes = readFile(file.path().string(), position::kMaxPackBytes);
        const auto opened = bytes ? position::openPack(*bytes, m_publicPem)
                                  : Result<position::Distribution>(bytes.error());
        if (opened && opened->epci == siren)
            entries.push_back({siren, opened->bareme, opened->date.iso(), markOf(*bytes)});
    }
    if (error && error != std::errc::no_such_file_or_directory)
        return fail(Errc::storageFailure, m_folder + " : " + error.message());
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return a.siren < b.siren; });
    return entries;
}

Result<Bytes> Shelf::pack(std::string_view siren) const {
    if (!position::isSiren(siren))
        return fail(Errc::notFound, "un SIREN a neuf chiffres");
    return readFile(path(siren), position::kMaxPackBytes);
}

Result<std::optional<position::Distribution>> Shelf::release(std::string_view siren) const {
    const auto bytes = pack(siren);
    if (!bytes && bytes.error().code == Errc::notFound)
        return std::optional<position::Distribution>();
    if (!bytes)
        return bytes.error();
    ESCALE_TRY_ASSIGN(opened, position::openPack(*bytes, m_publicPem));
    return std::optional(std::move(opened));
}

Result<void> Shelf::put(std::string_view siren, ByteView pack) const {
    if (!position::isSiren(siren))
        return fail(Errc::invalidArgument, "un SIREN a neuf chiffres");
    if (::mkdir(m_folder.c_str(), S_IRWXU) != 0 && errno != EEXIST)
        return systemFailure("création de " + m_folder);
    const std::string fresh = path(siren) + ".nouveau";
    ::unlink(fresh.c_str()); // of a publication that was cut
    ESCALE_TRY(appendPart(fresh, m_folder, 0, pack));
    if (std::rename(fresh.c_str(), path(siren).c_str()) != 0)
        return systemFailure("remplacement d’un paquet");
    return syncFolder(m_folder);
}

} // namespace escale::server
