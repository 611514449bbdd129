// SPDX-License-Identifier: GPL-3.0-or-later
// The file of one upload on its way, and the locks of those who write pages.
#pragma once

#include "shared/base/bytes.h"
#include "shared/base/descriptor.h"

#include <cstdint>
#include <string>

namespace escale::server {

/// Size of the file; 0 when it is not there yet.
Result<std::int64_t> partSize(const std::string& path);
/// Adds `chunk` at `offset`, which is the size of the file; on disk when it returns. On failure the
/// file is cut back to `offset`.
Result<void> appendPart(const std::string& path, const std::string& folder, std::int64_t offset,
                        ByteView chunk);

/// Waits until nobody else, of this program or of another one on the same folder, holds that slot
/// (above 0); held as long as what is returned lives. Not to be asked again for a slot that is
/// held.
Result<Descriptor> lockSlot(const std::string& parts, std::size_t slot);
/// While it is held, no page gets or loses its file.
Result<Descriptor> lockPages(const std::string& parts);

/// Room left to us on the disk of `folder`, bytes.
Result<std::int64_t> freeBytes(const std::string& folder);

} // namespace escale::server
