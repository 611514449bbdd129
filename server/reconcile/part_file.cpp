// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/reconcile/part_file.h"

#include "server/store/blobs.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace escale::server {
namespace {

Result<void> writeAll(int fd, std::int64_t offset, ByteView bytes) {
    while (!bytes.empty()) {
        const ssize_t done = ::pwrite(fd, bytes.data(), bytes.size(), offset);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return systemFailure("écriture d’une page");
        bytes = bytes.subspan(static_cast<std::size_t>(done));
        offset += done;
    }
    if (::fsync(fd) != 0)
        return systemFailure("écriture d’une page");
    return {};
}

} // namespace

Result<std::int64_t> partSize(const std::string& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) == 0)
        return std::int64_t{info.st_size};
    if (errno == ENOENT)
        return std::int64_t{0};
    return systemFailure("lecture d’une page");
}

Result<void> appendPart(const std::string& path, const std::string& folder, std::int64_t offset,
                        ByteView chunk) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file.isOpen())
        return systemFailure("ouverture d’une page");
    auto written = writeAll(file.get(), offset, chunk);
    if (!written && ::ftruncate(file.get(), offset) != 0)
        written = systemFailure("retour en arrière d’une page");
    ESCALE_TRY(written);
    return offset == 0 ? syncFolder(folder) : Result<void>();
}

Result<Descriptor> lockSlot(const std::string& parts, std::size_t slot) {
    const std::string path = parts + ".verrous"; // beside the folder, where parts alone are
    Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file.isOpen())
        return systemFailure("ouverture des verrous");
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = static_cast<off_t>(slot);
    lock.l_len = 1;
    while (::fcntl(file.get(), F_OFD_SETLKW, &lock) != 0)
        if (errno != EINTR)
            return systemFailure("attente d’un verrou");
    return file;
}

Result<Descriptor> lockPages(const std::string& parts) {
    return lockSlot(parts, 0);
}

Result<std::int64_t> freeBytes(const std::string& folder) {
    struct statvfs info {};
    if (::statvfs(folder.c_str(), &info) != 0)
        return systemFailure("place libre sur le disque");
    return static_cast<std::int64_t>(info.f_bavail) * static_cast<std::int64_t>(info.f_frsize);
}

} // namespace escale::server
