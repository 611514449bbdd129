// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/territory/held_packs.h"

#include "client/platform/atomic_file.h"
#include "shared/crypto/hash.h"
#include "shared/position/pack.h"

#include <filesystem>
#include <sys/stat.h>
#include <utility>

namespace escale::client {
namespace {

constexpr std::size_t kMaxKeyBytes = 4096;
constexpr const char* kKeyFile = "/publication.pem";

} // namespace

HeldPacks::HeldPacks(const std::string& root)
    : m_folder(root + "/territoires") {
    if (const auto key = readWholeFile(root + kKeyFile, kMaxKeyBytes))
        m_publicPem = asString(*key);
}

Result<void> HeldPacks::pin(const std::string& root, const std::string& publicPem) {
    return writeFileAtomic(root + kKeyFile, asBytes(publicPem));
}

std::string HeldPacks::path(std::string_view siren) const {
    return m_folder + "/" + std::string(siren) + ".place";
}

Result<position::Distribution> HeldPacks::open(std::string_view siren, ByteView pack,
                                               const Date& held) const {
    if (m_publicPem.empty())
        return fail(Errc::cryptoFailure, "cet appareil n’a pas la clé de ceux qui publient");
    ESCALE_TRY_ASSIGN(distribution, position::openPack(pack, m_publicPem, held));
    if (distribution.epci != siren)
        return fail(Errc::malformed, "le paquet est celui d’un autre territoire");
    return distribution;
}

HeldPack HeldPacks::of(std::string_view siren) const {
    if (!position::isSiren(siren))
        return {};
    const auto bytes = readWholeFile(path(siren), position::kMaxPackBytes);
    if (!bytes)
        return {bytes.error().code == Errc::notFound ? HeldPack::State::none
                                                     : HeldPack::State::refused,
                {}};
    auto opened = open(siren, *bytes, {});
    if (!opened)
        return {HeldPack::State::refused, {}};
    return {HeldPack::State::held, std::move(*opened)};
}

std::string HeldPacks::mark(std::string_view siren) const {
    if (!position::isSiren(siren))
        return {};
    const auto bytes = readWholeFile(path(siren), position::kMaxPackBytes);
    return bytes && open(siren, *bytes, {}) ? crypto::sha256Hex(*bytes) : std::string();
}

Result<void> HeldPacks::keep(std::string_view siren, ByteView pack) {
    if (!position::isSiren(siren))
        return fail(Errc::invalidArgument, "un SIREN a neuf chiffres");
    const HeldPack before = of(siren);
    ESCALE_TRY(open(siren, pack, before.distribution.date));
    std::error_code error;
    if (std::filesystem::create_directories(m_folder, error))
        ::chmod(m_folder.c_str(), S_IRWXU);
    if (error)
        return fail(Errc::storageFailure, m_folder + " : " + error.message());
    return writeFileAtomic(path(siren), pack);
}

} // namespace escale::client
