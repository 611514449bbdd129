// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/blobs.h"

#include "shared/base/descriptor.h"
#include "shared/protocol/messages.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace escale::server {

Error systemFailure(const std::string& what) {
    const int error = errno;
    const bool full = error == ENOSPC || error == EDQUOT || error == EFBIG;
    return fail(full ? Errc::diskFull : Errc::storageFailure, what + " : " + std::strerror(error));
}

Result<Bytes> readFile(const std::string& path, std::size_t maxBytes) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen()) {
        if (errno == ENOENT)
            return fail(Errc::notFound, "fichier absent");
        return systemFailure("ouverture d’un fichier");
    }
    Bytes bytes;
    std::uint8_t buffer[64 << 10];
    for (;;) {
        const ssize_t got = ::read(file.get(), buffer, sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemFailure("lecture d’un fichier");
        if (got == 0)
            return bytes;
        if (bytes.size() + static_cast<std::size_t>(got) > maxBytes)
            return fail(Errc::tooLarge, "fichier trop grand");
        bytes.insert(bytes.end(), buffer, buffer + got);
    }
}

Result<void> syncFile(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen() || ::fsync(file.get()) != 0)
        return systemFailure("écriture d’un fichier");
    return {};
}

Result<void> syncFolder(const std::string& folder) {
    const Descriptor file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!file.isOpen() || ::fsync(file.get()) != 0)
        return systemFailure("écriture d’un dossier de fichiers");
    return {};
}

BlobFiles::BlobFiles(std::string folder)
    : m_folder(std::move(folder)) {}

Result<void> BlobFiles::adopt(const std::string& part, const std::string& sha256) const {
    const std::string shelf = m_folder + "/" + sha256.substr(0, 2);
    if (::mkdir(shelf.c_str(), 0700) == 0)
        ESCALE_TRY(syncFolder(m_folder));
    else if (errno != EEXIST)
        return systemFailure("création d’un dossier de pièces");
    if (::link(part.c_str(), (shelf + "/" + sha256).c_str()) != 0 && errno != EEXIST)
        return systemFailure("rangement d’une page");
    return syncFolder(shelf);
}

Result<void> BlobFiles::erase(const std::string& sha256) const {
    const std::string shelf = m_folder + "/" + sha256.substr(0, 2);
    if (::unlink((shelf + "/" + sha256).c_str()) != 0 && errno != ENOENT)
        return systemFailure("effacement d’une page");
    return {};
}

Result<Bytes> BlobFiles::read(const std::string& sha256) const {
    return readFile(m_folder + "/" + sha256.substr(0, 2) + "/" + sha256, protocol::kMaxUploadBytes);
}

} // namespace escale::server
