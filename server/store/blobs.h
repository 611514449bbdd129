// SPDX-License-Identifier: GPL-3.0-or-later
// Sealed pages as files named by their content: blobs/ab/<sha256>. Written once, never changed.
#pragma once

#include "shared/base/bytes.h"

#include <string>

namespace escale::server {

class BlobFiles {
public:
    /// `folder` exists.
    explicit BlobFiles(std::string folder);

    /// Files the finished file `part`, already on disk (fsync) and checked against `sha256`, under
    /// that name; `part` stays where it is. Durable when it returns; a page that is already there
    /// is a success. `sha256`: 64 lower-case hexadecimal digits.
    Result<void> adopt(const std::string& part, const std::string& sha256) const;
    /// Nothing names that page any more. One that is not there is a success.
    [[nodiscard]] Result<void> erase(const std::string& sha256) const;
    /// Errc::notFound when there is no such page.
    [[nodiscard]] Result<Bytes> read(const std::string& sha256) const;

private:
    std::string m_folder;
};

/// The whole content of a file of at most `maxBytes`. Errc::notFound, tooLarge or storageFailure.
Result<Bytes> readFile(const std::string& path, std::size_t maxBytes);
/// Makes the names inside `folder` durable.
/// What was written to that file is on disk when it returns.
Result<void> syncFile(const std::string& path);
Result<void> syncFolder(const std::string& folder);
/// Errc::diskFull or storageFailure for the present errno.
Error systemFailure(const std::string& what);

} // namespace escale::server
