// SPDX-License-Identifier: GPL-3.0-or-later
// The disk of one machine, in memory. What was written and not flushed is in the cache: when the
// power goes, each of these writes is kept, lost, or torn, whatever their order was.
#pragma once

#include "shared/base/bytes.h"
#include "tests/simulation/chance.h"

#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace escale::simulation {

enum class DiskAnswer { ok, failed, full };

/// What connections to one database share (shared memory and locks of SQLite's WAL).
struct SharedPart {
    std::vector<std::unique_ptr<Bytes>> regions;
    int users = 0;
    std::array<int, 8> readers{};
    std::array<const void*, 8> writer{};
    int shared = 0; // connections that read the database file
    const void* reserved = nullptr;
    const void* exclusive = nullptr;
};

struct DiskFile {
    struct Write {
        std::size_t offset = 0;
        Bytes data;
        bool truncates = false; // to `offset`
    };
    Bytes durable;              // what survives
    Bytes current;              // what programs see
    std::vector<Write> waiting; // from one to the other
    SharedPart sharing;
};

class Disk {
public:
    explicit Disk(Chance chance)
        : m_chance(chance) {}

    /// Never null; an unknown name gives an empty file.
    std::shared_ptr<DiskFile> file(const std::string& name);
    [[nodiscard]] bool exists(const std::string& name) const;
    DiskAnswer remove(const std::string& name);

    DiskAnswer write(DiskFile& file, std::size_t offset, ByteView data);
    DiskAnswer truncate(DiskFile& file, std::size_t size);
    DiskAnswer flush(DiskFile& file);
    DiskAnswer read();

    /// The power goes during one of the next operations that change something.
    void cutPowerAfter(std::int64_t operations) { m_untilCut = operations; }
    /// No room any more for a file that grows.
    void setFull(bool full) { m_full = full; }
    /// The next writes fail, so many of them.
    void failWrites(std::int64_t writes) { m_failing = writes; }
    [[nodiscard]] bool isOff() const { return m_off; }
    /// Cuts now, between two operations.
    void cutPower() { m_off = true; }
    /// What the cut left; all programs of the machine are gone.
    void powerOn();
    /// No fault to come, no fault any more.
    void mend();
    /// The program was killed, the machine was not: the cache is still there.
    void forgetPrograms();

private:
    DiskAnswer change(bool grows);
    static void apply(Bytes& content, const DiskFile::Write& write);
    void survive(DiskFile& file);

    Chance m_chance;
    std::map<std::string, std::shared_ptr<DiskFile>> m_files;
    std::int64_t m_untilCut = -1;
    std::int64_t m_failing = 0;
    bool m_full = false;
    bool m_off = false;
};

} // namespace escale::simulation
