// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into a program under test (LD_PRELOAD): a disk that fills up. While the file named by
// ESCALE_DISK_FULL is there, it holds how many more writes succeed; the next ones answer ENOSPC,
// half of a long one being written first, as a real disk does. With ESCALE_DISK_SAYS=EIO the disk
// is broken instead.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

/// True when this write is one that the disk has no room for.
bool isFull() {
    const char* name = std::getenv("ESCALE_DISK_FULL");
    const int fd = name ? ::open(name, O_RDWR | O_CLOEXEC) : -1;
    if (fd < 0)
        return false;
    char text[16] = {};
    const long got = ::syscall(SYS_pread64, fd, text, sizeof text - 1, 0L);
    const long left = got > 0 ? std::atol(text) : 0;
    if (left > 0) {
        const int size = std::snprintf(text, sizeof text, "%-8ld", left - 1);
        ::syscall(SYS_pwrite64, fd, text, static_cast<std::size_t>(size), 0L);
    }
    ::close(fd);
    return left <= 0;
}

ssize_t writeAt(int fd, const void* bytes, std::size_t size, off_t offset) {
    constexpr std::size_t kBlock = 4096;
    if (!isFull())
        return ::syscall(SYS_pwrite64, fd, bytes, size, offset);
    if (size > 2 * kBlock) // what still fits; the rest of it comes back here, shorter
        return ::syscall(SYS_pwrite64, fd, bytes, std::min(size / 2, size - kBlock), offset);
    const char* says = std::getenv("ESCALE_DISK_SAYS");
    errno = says && std::strcmp(says, "EIO") == 0 ? EIO : ENOSPC;
    return -1;
}

} // namespace

extern "C" {
ssize_t pwrite(int fd, const void* bytes, std::size_t size, off_t offset) {
    return writeAt(fd, bytes, size, offset);
}
ssize_t pwrite64(int fd, const void* bytes, std::size_t size, off64_t offset) {
    return writeAt(fd, bytes, size, offset);
}
}
