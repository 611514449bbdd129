// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/vfs.h"

#include "tests/simulation/vfs_file.h"

#include <cstring>
#include <map>
#include <sqlite3.h>

namespace escale::simulation {
namespace {

constexpr int kLongestName = 512;
constexpr sqlite3_int64 kJulianDayMs = 212'663'000'000'000; // some day of 2026

std::map<std::string, Disk*>& mounts() {
    static std::map<std::string, Disk*> all;
    return all;
}

Disk* diskOf(const std::string& name) {
    for (const auto& [folder, disk] : mounts()) {
        if (name.starts_with(folder + "/"))
            return disk;
    }
    return nullptr;
}

int openFile(sqlite3_vfs* /*vfs*/, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    file->pMethods = nullptr;
    Disk* disk = name ? diskOf(name) : nullptr;
    if (!disk || disk->isOff())
        return SQLITE_CANTOPEN;
    openVfsFile(file, *disk, name);
    if (outFlags)
        *outFlags = flags;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs* /*vfs*/, const char* name, int /*syncFolder*/) {
    Disk* disk = diskOf(name);
    if (!disk || !disk->exists(name))
        return SQLITE_IOERR_DELETE_NOENT;
    return disk->remove(name) == DiskAnswer::ok ? SQLITE_OK : SQLITE_IOERR_DELETE;
}

int access(sqlite3_vfs* /*vfs*/, const char* name, int /*flags*/, int* result) {
    const Disk* disk = diskOf(name);
    *result = disk && disk->exists(name) ? 1 : 0;
    return SQLITE_OK;
}

int fullName(sqlite3_vfs* /*vfs*/, const char* name, int size, char* out) {
    if (std::strlen(name) >= static_cast<std::size_t>(size))
        return SQLITE_CANTOPEN;
    std::strcpy(out, name);
    return SQLITE_OK;
}

int randomness(sqlite3_vfs* /*vfs*/, int size, char* out) {
    std::memset(out, 7, static_cast<std::size_t>(size)); // SQLite stretches it
    return size;
}

int sleepFor(sqlite3_vfs* /*vfs*/, int microseconds) {
    return microseconds; // one thread: nobody could let go of a lock meanwhile
}

int timeNow(sqlite3_vfs* /*vfs*/, sqlite3_int64* now) {
    *now = kJulianDayMs;
    return SQLITE_OK;
}

int dayNow(sqlite3_vfs* /*vfs*/, double* now) {
    *now = static_cast<double>(kJulianDayMs) / 86'400'000.0;
    return SQLITE_OK;
}

sqlite3_vfs* simulatedVfs() {
    static sqlite3_vfs vfs = [] {
        sqlite3_vfs made{};
        made.iVersion = 2;
        made.szOsFile = vfsFileSize();
        made.mxPathname = kLongestName;
        made.zName = "escale-simulation";
        made.xOpen = openFile;
        made.xDelete = deleteFile;
        made.xAccess = access;
        made.xFullPathname = fullName;
        made.xRandomness = randomness;
        made.xSleep = sleepFor;
        made.xCurrentTime = dayNow;
        made.xCurrentTimeInt64 = timeNow;
        return made;
    }();
    return &vfs;
}

} // namespace

Mount::Mount(std::string folder, Disk& disk)
    : m_folder(std::move(folder)) {
    sqlite3_vfs_register(simulatedVfs(), 1);
    mounts()[m_folder] = &disk;
}

Mount::~Mount() {
    mounts().erase(m_folder);
    if (mounts().empty())
        sqlite3_vfs_unregister(simulatedVfs());
}

void forgetSqliteRandomness() {
    sqlite3_randomness(0, nullptr);
}

} // namespace escale::simulation
