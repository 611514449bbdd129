// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this room: what changed since a cursor, for one device.
#pragma once

#include "server/store/store.h"
#include "shared/protocol/messages.h"

#include <cstdint>

namespace escale::server {

/// Fills cursor, more, and dossiers or statuses of `response`: a page of kMaxSnapshotsPerSync at
/// most, smaller when dossiers are big. A cursor that this store never gave (it was restored from
/// an older copy) starts again from the beginning.
Result<void> pull(StoreSession& session, const DeviceRow& device, std::int64_t cursor,
                  protocol::SyncResponse& response);

} // namespace escale::server
