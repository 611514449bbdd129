// SPDX-License-Identifier: GPL-3.0-or-later
// The packs that devices may fetch: one file a territory, whole or not there, read at each request.
#pragma once

#include "shared/base/bytes.h"
#include "shared/position/distribution.h"
#include "shared/protocol/territories.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace escale::server {

class Shelf {
public:
    /// `folder` is made at the first put(). `publicPem`: the key that signs what stands there.
    Shelf(std::string folder, std::string publicPem);

    [[nodiscard]] const std::string& publicPem() const { return m_publicPem; }
    /// What is published, by SIREN. A file that is not a pack of ours is not named.
    [[nodiscard]] Result<std::vector<protocol::TerritoryEntry>> list() const;
    /// Errc::notFound when nothing is published of `siren`.
    [[nodiscard]] Result<Bytes> pack(std::string_view siren) const;
    /// The release that people hold; nothing when there is none yet. Errc::cryptoFailure or
    /// malformed when the file is not a pack of ours any more.
    [[nodiscard]] Result<std::optional<position::Distribution>>
    release(std::string_view siren) const;
    /// In place of the former one. Errc::diskFull, storageFailure.
    Result<void> put(std::string_view siren, ByteView pack) const;

private:
    [[nodiscard]] std::string path(std::string_view siren) const;

    std::string m_folder;
    std::string m_publicPem;
};

/// SHA-256 of a pack, hexadecimal.
std::string markOf(ByteView pack);

} // namespace escale::server
