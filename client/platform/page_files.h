// SPDX-License-Identifier: GPL-3.0-or-later
// The folder of sealed pages: `<sha256>` is what is sent, `<sha256>.vue` a copy to look at.
#pragma once

#include "shared/base/bytes.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace escale::client {

class PageFiles {
public:
    explicit PageFiles(std::string folder);

    /// Writes `sealed` (file whole and on disk when it returns); its name, SHA-256 in hexadecimal.
    /// Errc::diskFull or storageFailure, and then nothing is left.
    Result<std::string> keep(ByteView sealed);
    /// `size` bytes from `offset`, fewer at the end. Errc::notFound.
    Result<Bytes> read(std::string_view name, std::int64_t offset, std::size_t size) const;
    Result<void> keepCopy(std::string_view name, ByteView sealed);
    Result<Bytes> readCopy(std::string_view name) const;

    /// The file that was to be sent, once sent.
    Result<void> eraseSent(std::string_view name);
    /// Both.
    Result<void> erase(std::string_view name);
    /// Erases files that `known` does not name and that are more than an hour old: what a crash
    /// between a page and its edit left behind.
    Result<void> sweep(const std::vector<std::string>& known, std::int64_t nowMs);

private:
    [[nodiscard]] Result<std::string> pathOf(std::string_view name, std::string_view suffix) const;
    std::string m_folder;
};

} // namespace escale::client
