// SPDX-License-Identifier: GPL-3.0-or-later
// Dossiers by their code de reprise, and the devices where that code opened them.
#pragma once

#include "shared/base/bytes.h"
#include "shared/base/ids.h"
#include "shared/base/result.h"

#include <cstdint>
#include <vector>

namespace escale::server {

class ReturnTable {
public:
    virtual ~ReturnTable() = default;
    /// Dossiers that have no tag yet, oldest first.
    virtual Result<std::vector<DossierId>> untagged(std::size_t limit) = 0;
    /// An empty tag: no code opens it.
    virtual Result<void> setTag(const DossierId& id, ByteView tag) = 0;
    /// The key of the tags has changed: every dossier is untagged again.
    virtual Result<void> forgetTags() = 0;
    /// More than one where two codes are the same.
    virtual Result<std::vector<DossierId>> tagged(ByteView tag) = 0;
    /// From now on that device may hold the dossier. Doing it again changes nothing.
    virtual Result<void> allow(const DossierId& id, const DeviceId& device, std::int64_t nowMs) = 0;
};

} // namespace escale::server
