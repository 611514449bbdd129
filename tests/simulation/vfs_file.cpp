// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/vfs_file.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <sqlite3.h>

namespace escale::simulation {
namespace {

struct OpenFile {
    sqlite3_file base; // first: SQLite knows only this
    Disk* disk;
    std::shared_ptr<DiskFile> file;
    int lock = SQLITE_LOCK_NONE;
    bool mapped = false;
    unsigned shmShared = 0; // bits of the locks held
    unsigned shmExclusive = 0;
};

OpenFile& of(sqlite3_file* file) {
    return *reinterpret_cast<OpenFile*>(file);
}

int codeOf(DiskAnswer answer, int failure) {
    if (answer == DiskAnswer::full)
        return SQLITE_FULL;
    return answer == DiskAnswer::ok ? SQLITE_OK : failure;
}

int readFile(sqlite3_file* file, void* out, int size, sqlite3_int64 from) {
    OpenFile& open = of(file);
    if (open.disk->read() != DiskAnswer::ok)
        return SQLITE_IOERR_READ;
    const Bytes& content = open.file->current;
    const auto offset = static_cast<std::size_t>(from);
    const auto wanted = static_cast<std::size_t>(size);
    const std::size_t there =
        offset < content.size() ? std::min(wanted, content.size() - offset) : 0;
    if (there > 0)
        std::memcpy(out, content.data() + offset, there);
    std::memset(static_cast<char*>(out) + there, 0, wanted - there);
    return there == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file* file, const void* data, int size, sqlite3_int64 to) {
    OpenFile& open = of(file);
    const ByteView bytes(static_cast<const std::uint8_t*>(data), static_cast<std::size_t>(size));
    return codeOf(open.disk->write(*open.file, static_cast<std::size_t>(to), bytes),
                  SQLITE_IOERR_WRITE);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    OpenFile& open = of(file);
    return codeOf(open.disk->truncate(*open.file, static_cast<std::size_t>(size)),
                  SQLITE_IOERR_TRUNCATE);
}

int flushFile(sqlite3_file* file, int /*flags*/) {
    OpenFile& open = of(file);
    return codeOf(open.disk->flush(*open.file), SQLITE_IOERR_FSYNC);
}

int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) {
    *size = static_cast<sqlite3_int64>(of(file).file->current.size());
    return SQLITE_OK;
}

int lockFile(sqlite3_file* file, int level) {
    OpenFile& open = of(file);
    SharedPart& part = open.file->sharing;
    if (open.lock >= level)
        return SQLITE_OK;
    if (part.exclusive && part.exclusive != &open)
        return SQLITE_BUSY;
    if (level >= SQLITE_LOCK_RESERVED && part.reserved && part.reserved != &open)
        return SQLITE_BUSY;
    if (level == SQLITE_LOCK_EXCLUSIVE && part.shared > 1)
        return SQLITE_BUSY;
    if (open.lock == SQLITE_LOCK_NONE)
        ++part.shared;
    if (level >= SQLITE_LOCK_RESERVED)
        part.reserved = &open;
    if (level == SQLITE_LOCK_EXCLUSIVE)
        part.exclusive = &open;
    open.lock = level;
    return SQLITE_OK;
}

int unlockFile(sqlite3_file* file, int level) {
    OpenFile& open = of(file);
    SharedPart& part = open.file->sharing;
    if (open.lock <= level)
        return SQLITE_OK;
    if (part.exclusive == &open)
        part.exclusive = nullptr;
    if (part.reserved == &open)
        part.reserved = nullptr;
    if (level == SQLITE_LOCK_NONE)
        --part.shared;
    open.lock = level;
    return SQLITE_OK;
}

int checkReserved(sqlite3_file* file, int* result) {
    *result = of(file).file->sharing.reserved != nullptr ? 1 : 0;
    return SQLITE_OK;
}

int control(sqlite3_file* /*file*/, int /*operation*/, void* /*argument*/) {
    return SQLITE_NOTFOUND;
}

int sectorSize(sqlite3_file* /*file*/) {
    return 4096;
}

int characteristics(sqlite3_file* /*file*/) {
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE; // as on Linux
}

int mapShared(sqlite3_file* file, int region, int size, int extend, void volatile** out) {
    OpenFile& open = of(file);
    SharedPart& part = open.file->sharing;
    *out = nullptr;
    if (open.disk->isOff())
        return SQLITE_IOERR_SHMMAP;
    if (!open.mapped)
        ++part.users;
    open.mapped = true;
    const auto index = static_cast<std::size_t>(region);
    while (extend != 0 && part.regions.size() <= index)
        part.regions.push_back(std::make_unique<Bytes>(static_cast<std::size_t>(size)));
    if (index < part.regions.size())
        *out = part.regions[index]->data();
    return SQLITE_OK;
}

bool isFree(const SharedPart& part, const OpenFile& open, std::size_t lock, bool exclusively) {
    if (part.writer[lock] && part.writer[lock] != &open)
        return false;
    const int mine = (open.shmShared >> lock & 1U) != 0 ? 1 : 0;
    return !exclusively || part.readers[lock] <= mine;
}

void dropShared(OpenFile& open, std::size_t lock) {
    SharedPart& part = open.file->sharing;
    const unsigned bit = 1U << lock;
    if ((open.shmShared & bit) != 0)
        --part.readers[lock];
    if ((open.shmExclusive & bit) != 0)
        part.writer[lock] = nullptr;
    open.shmShared &= ~bit;
    open.shmExclusive &= ~bit;
}

void takeShared(OpenFile& open, std::size_t lock, bool exclusively) {
    SharedPart& part = open.file->sharing;
    const unsigned bit = 1U << lock;
    if (exclusively) {
        part.writer[lock] = &open;
        open.shmExclusive |= bit;
    } else if ((open.shmShared & bit) == 0) {
        ++part.readers[lock];
        open.shmShared |= bit;
    }
}

int lockShared(sqlite3_file* file, int first, int count, int flags) {
    OpenFile& open = of(file);
    const auto begin = static_cast<std::size_t>(first);
    const auto end = begin + static_cast<std::size_t>(count);
    const bool exclusively = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
    for (std::size_t lock = begin; lock < end && (flags & SQLITE_SHM_LOCK) != 0; ++lock) {
        if (!isFree(open.file->sharing, open, lock, exclusively))
            return SQLITE_BUSY;
    }
    for (std::size_t lock = begin; lock < end; ++lock) {
        if ((flags & SQLITE_SHM_UNLOCK) != 0)
            dropShared(open, lock);
        else
            takeShared(open, lock, exclusively);
    }
    return SQLITE_OK;
}

void barrier(sqlite3_file* /*file*/) {}

int unmapShared(sqlite3_file* file, int /*erase*/) {
    OpenFile& open = of(file);
    SharedPart& part = open.file->sharing;
    for (std::size_t lock = 0; lock < part.readers.size(); ++lock)
        dropShared(open, lock);
    if (open.mapped && --part.users == 0)
        part.regions.clear();
    open.mapped = false;
    return SQLITE_OK;
}

int closeFile(sqlite3_file* file) {
    OpenFile& open = of(file);
    unmapShared(file, 0);
    unlockFile(file, SQLITE_LOCK_NONE);
    open.~OpenFile();
    return SQLITE_OK;
}

const sqlite3_io_methods kMethods{
    2,          closeFile,  readFile,      writeFile, truncateFile, flushFile,       sizeOfFile,
    lockFile,   unlockFile, checkReserved, control,   sectorSize,   characteristics, mapShared,
    lockShared, barrier,    unmapShared,   nullptr,   nullptr};

} // namespace

int vfsFileSize() {
    return sizeof(OpenFile);
}

void openVfsFile(sqlite3_file* place, Disk& disk, const std::string& name) {
    auto* open = new (place) OpenFile{{&kMethods}, &disk, disk.file(name)};
    (void)open;
}

} // namespace escale::simulation
