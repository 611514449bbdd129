// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/platform/page_files.h"

#include "client/platform/atomic_file.h"
#include "shared/crypto/hash.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <sys/stat.h>

namespace escale::client {
namespace {

constexpr std::string_view kCopySuffix = ".vue";
constexpr std::size_t kMaxCopyBytes = 64U << 20;
constexpr std::int64_t kSweepAgeMs = 3'600'000;

bool isName(std::string_view name) {
    return name.size() == 64 &&
           name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

} // namespace

PageFiles::PageFiles(std::string folder)
    : m_folder(std::move(folder)) {}

Result<std::string> PageFiles::pathOf(std::string_view name, std::string_view suffix) const {
    if (!isName(name))
        return fail(Errc::malformed, "nom de page qui n’est pas un SHA-256");
    return m_folder + "/" + std::string(name) + std::string(suffix);
}

Result<std::string> PageFiles::keep(ByteView sealed) {
    std::string name = crypto::sha256Hex(sealed);
    ESCALE_TRY_ASSIGN(path, pathOf(name, ""));
    ESCALE_TRY(writeFileAtomic(path, sealed));
    return name;
}

Result<Bytes> PageFiles::read(std::string_view name, std::int64_t offset, std::size_t size) const {
    ESCALE_TRY_ASSIGN(path, pathOf(name, ""));
    return readFilePart(path, offset, size);
}

Result<void> PageFiles::keepCopy(std::string_view name, ByteView sealed) {
    ESCALE_TRY_ASSIGN(path, pathOf(name, kCopySuffix));
    return writeFileAtomic(path, sealed);
}

Result<Bytes> PageFiles::readCopy(std::string_view name) const {
    ESCALE_TRY_ASSIGN(path, pathOf(name, kCopySuffix));
    return readWholeFile(path, kMaxCopyBytes);
}

Result<void> PageFiles::eraseSent(std::string_view name) {
    ESCALE_TRY_ASSIGN(path, pathOf(name, ""));
    return eraseFile(path);
}

Result<void> PageFiles::erase(std::string_view name) {
    ESCALE_TRY(eraseSent(name));
    ESCALE_TRY_ASSIGN(copy, pathOf(name, kCopySuffix));
    return eraseFile(copy);
}

Result<void> PageFiles::sweep(const std::vector<std::string>& known, std::int64_t nowMs) {
    const std::set<std::string, std::less<>> names(known.begin(), known.end());
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder, error)) {
        const std::string path = entry.path().string();
        struct stat info {};
        if (names.contains(entry.path().filename().string().substr(0, 64)) ||
            ::lstat(path.c_str(), &info) != 0)
            continue;
        if (nowMs - std::int64_t{info.st_mtime} * 1000 > kSweepAgeMs)
            ESCALE_TRY(eraseFile(path));
    }
    if (error)
        return fail(Errc::storageFailure, "dossier des pièces : " + error.message());
    return {};
}

} // namespace escale::client
