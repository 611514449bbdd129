// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into a program under test (LD_PRELOAD), or linked into it: a disk that fills up. While
// the file named by ESCALE_DISK_FULL is there, it holds how many more writes succeed; the next ones
// answer ENOSPC, half of a long one being written first, as a real disk does. With
// ESCALE_DISK_SAYS=EIO the disk is broken instead. Counted are the writes at a place, those of a
// database; with ESCALE_DISK_FILES=1 also those of files that are written from end to end.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
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

/// Neither a pipe, nor a socket, nor a file in memory.
bool isFileThatCounts(int fd) {
    struct stat about {};
    return std::getenv("ESCALE_DISK_FILES") && ::fstat(fd, &about) == 0 && S_ISREG(about.st_mode) &&
           about.st_nlink > 0;
}

/// How many of `size` bytes still fit; the rest of a long one comes back here, shorter.
std::size_t fitting(std::size_t size) {
    constexpr std::size_t kBlock = 4096;
    if (!isFull())
        return size;
    return size > 2 * kBlock ? std::min(size / 2, size - kBlock) : 0;
}

ssize_t noRoom() {
    const char* says = std::getenv("ESCALE_DISK_SAYS");
    errno = says && std::strcmp(says, "EIO") == 0 ? EIO : ENOSPC;
    return -1;
}

ssize_t writeAt(int fd, const void* bytes, std::size_t size, off_t offset) {
    const std::size_t fits = fitting(size);
    return fits == 0 && size > 0 ? noRoom() : ::syscall(SYS_pwrite64, fd, bytes, fits, offset);
}

} // namespace

extern "C" {
ssize_t write(int fd, const void* bytes, std::size_t size) {
    const std::size_t fits = isFileThatCounts(fd) ? fitting(size) : size;
    return fits == 0 && size > 0 ? noRoom() : ::syscall(SYS_write, fd, bytes, fits);
}
ssize_t pwrite(int fd, const void* bytes, std::size_t size, off_t offset) {
    return writeAt(fd, bytes, size, offset);
}
ssize_t pwrite64(int fd, const void* bytes, std::size_t size, off64_t offset) {
    return writeAt(fd, bytes, size, offset);
}
}
