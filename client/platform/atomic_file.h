// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are there whole or not at all.
#pragma once

#include "shared/base/bytes.h"

#include <cstddef>
#include <string>

namespace escale::client {

/// Temporary file, fsync, rename, fsync of the folder; mode 0600. On failure nothing of the file
/// that was there has changed. Errc::diskFull or storageFailure.
Result<void> writeFileAtomic(const std::string& path, ByteView content);

/// Errc::notFound, storageFailure, or tooLarge over `maxBytes`.
Result<Bytes> readWholeFile(const std::string& path, std::size_t maxBytes);

/// `size` bytes from `offset` (fewer at the end of the file).
Result<Bytes> readFilePart(const std::string& path, std::int64_t offset, std::size_t size);

/// Overwrites with zeros, then removes. An absent file is not an error.
Result<void> eraseFile(const std::string& path);

} // namespace escale::client
