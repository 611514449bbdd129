// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/platform/atomic_file.h"

#include "shared/base/descriptor.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace escale::client {
namespace {

Descriptor openAs(const std::string& path, int flags) {
    return Descriptor(::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0600));
}

Error fileError(const char* what, int number) {
    const bool full = number == ENOSPC || number == EDQUOT || number == EFBIG;
    const Errc code = full               ? Errc::diskFull
                      : number == ENOENT ? Errc::notFound
                                         : Errc::storageFailure;
    return fail(code, std::string(what) + " : " + std::strerror(number));
}

Result<void> writeAll(int fd, ByteView content) {
    while (!content.empty()) {
        const ssize_t written = ::write(fd, content.data(), content.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return fileError("écriture", errno);
        content = content.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> writeAndSync(const std::string& path, ByteView content) {
    const Descriptor file = openAs(path, O_WRONLY | O_CREAT | O_TRUNC);
    if (!file.isOpen())
        return fileError("création d’un fichier", errno);
    ESCALE_TRY(writeAll(file.get(), content));
    if (::fsync(file.get()) != 0)
        return fileError("écriture sur le disque", errno);
    return {};
}

Result<void> syncFolderOf(const std::string& path) {
    const auto slash = path.find_last_of('/');
    const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash);
    const Descriptor handle = openAs(folder, O_RDONLY | O_DIRECTORY);
    if (!handle.isOpen() || ::fsync(handle.get()) != 0)
        return fileError("écriture d’un dossier du disque", errno);
    return {};
}

Result<Bytes> readFrom(int fd, std::int64_t offset, std::size_t size) {
    Bytes content(size);
    std::size_t filled = 0;
    while (filled < size) {
        const ssize_t count = ::pread(fd, content.data() + filled, size - filled,
                                      offset + static_cast<std::int64_t>(filled));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fileError("lecture", errno);
        if (count == 0)
            break;
        filled += static_cast<std::size_t>(count);
    }
    content.resize(filled);
    return content;
}

} // namespace

Result<void> writeFileAtomic(const std::string& path, ByteView content) {
    const std::string temporary = path + "." + std::to_string(::getpid()) + ".part";
    auto written = writeAndSync(temporary, content);
    if (written && ::rename(temporary.c_str(), path.c_str()) != 0)
        written = fileError("renommage", errno);
    if (!written) {
        ::unlink(temporary.c_str());
        return written;
    }
    return syncFolderOf(path);
}

Result<Bytes> readWholeFile(const std::string& path, std::size_t maxBytes) {
    const Descriptor file = openAs(path, O_RDONLY);
    if (!file.isOpen())
        return fileError("ouverture d’un fichier", errno);
    struct stat info {};
    if (::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode))
        return fail(Errc::storageFailure, "ce n’est pas un fichier");
    if (static_cast<std::uint64_t>(info.st_size) > maxBytes)
        return fail(Errc::tooLarge, "fichier de plus de " + std::to_string(maxBytes) + " octets");
    return readFrom(file.get(), 0, static_cast<std::size_t>(info.st_size));
}

Result<Bytes> readFilePart(const std::string& path, std::int64_t offset, std::size_t size) {
    const Descriptor file = openAs(path, O_RDONLY);
    if (!file.isOpen())
        return fileError("ouverture d’un fichier", errno);
    return readFrom(file.get(), offset, size);
}

Result<void> eraseFile(const std::string& path) {
    struct stat info {};
    if (::lstat(path.c_str(), &info) != 0)
        return errno == ENOENT ? Result<void>{} : Result<void>{fileError("effacement", errno)};
    // Zeros first: a best effort, since a disk may keep old blocks. What must not be read again is
    // sealed, and its key is what is destroyed.
    if (const Descriptor file = openAs(path, O_WRONLY); file.isOpen() && S_ISREG(info.st_mode)) {
        const std::array<std::uint8_t, 4096> zeros{};
        for (std::int64_t left = info.st_size; left > 0; left -= 4096) {
            const auto part = static_cast<std::size_t>(std::min<std::int64_t>(left, 4096));
            if (!writeAll(file.get(), ByteView(zeros).first(part)))
                break;
        }
        ::fdatasync(file.get());
    }
    if (::unlink(path.c_str()) != 0 && errno != ENOENT)
        return fileError("effacement", errno);
    return {};
}

} // namespace escale::client
