// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/disk.h"

#include <algorithm>

namespace escale::simulation {
namespace {

constexpr std::size_t kSector = 512; // what a disk writes whole

} // namespace

std::shared_ptr<DiskFile> Disk::file(const std::string& name) {
    auto& file = m_files[name];
    if (!file)
        file = std::make_shared<DiskFile>();
    return file;
}

bool Disk::exists(const std::string& name) const {
    return m_files.contains(name);
}

DiskAnswer Disk::remove(const std::string& name) {
    const DiskAnswer answer = change(false);
    if (answer == DiskAnswer::ok && !m_off)
        m_files.erase(name);
    return answer;
}

/// Counts down to the cut. The operation during which the power goes is under way: what it writes
/// is in the cache, and its caller never hears of it.
DiskAnswer Disk::change(bool grows) {
    if (m_off)
        return DiskAnswer::failed;
    if (m_failing > 0) {
        --m_failing;
        return DiskAnswer::failed;
    }
    if (grows && m_full)
        return DiskAnswer::full;
    if (m_untilCut >= 0 && --m_untilCut < 0)
        m_off = true;
    return DiskAnswer::ok;
}

void Disk::apply(Bytes& content, const DiskFile::Write& write) {
    if (write.truncates) {
        content.resize(write.offset);
        return;
    }
    content.resize(std::max(content.size(), write.offset + write.data.size()));
    std::copy(write.data.begin(), write.data.end(),
              content.begin() + static_cast<std::ptrdiff_t>(write.offset));
}

DiskAnswer Disk::write(DiskFile& file, std::size_t offset, ByteView data) {
    const DiskAnswer answer = change(offset + data.size() > file.current.size());
    if (answer != DiskAnswer::ok)
        return answer;
    file.waiting.push_back({offset, Bytes(data.begin(), data.end()), false});
    apply(file.current, file.waiting.back());
    return m_off ? DiskAnswer::failed : DiskAnswer::ok;
}

DiskAnswer Disk::truncate(DiskFile& file, std::size_t size) {
    const DiskAnswer answer = change(false);
    if (answer != DiskAnswer::ok)
        return answer;
    file.waiting.push_back({size, {}, true});
    apply(file.current, file.waiting.back());
    return m_off ? DiskAnswer::failed : DiskAnswer::ok;
}

DiskAnswer Disk::flush(DiskFile& file) {
    const DiskAnswer answer = change(false);
    if (answer != DiskAnswer::ok)
        return answer;
    if (m_off && m_chance.percent(50)) // it had not begun
        return DiskAnswer::failed;
    for (const DiskFile::Write& write : file.waiting)
        apply(file.durable, write);
    file.waiting.clear();
    return m_off ? DiskAnswer::failed : DiskAnswer::ok;
}

DiskAnswer Disk::read() {
    return m_off ? DiskAnswer::failed : DiskAnswer::ok;
}

void Disk::survive(DiskFile& file) {
    for (DiskFile::Write& write : file.waiting) {
        const std::int64_t fate = m_chance.below(3);
        if (fate == 0)
            continue; // lost
        if (fate == 1 && write.data.size() > kSector) {
            const auto sectors = static_cast<std::int64_t>(write.data.size() / kSector);
            write.data.resize(static_cast<std::size_t>(m_chance.between(1, sectors)) * kSector);
        }
        apply(file.durable, write);
    }
    file.waiting.clear();
    file.current = file.durable;
}

void Disk::powerOn() {
    for (auto& [name, file] : m_files) {
        auto after = std::make_shared<DiskFile>(); // whoever still holds the old one holds nothing
        after->durable = std::move(file->durable);
        after->waiting = std::move(file->waiting);
        survive(*after);
        file = std::move(after);
    }
    mend();
    m_off = false;
}

void Disk::forgetPrograms() {
    for (auto& [name, file] : m_files) {
        auto after = std::make_shared<DiskFile>();
        after->durable = std::move(file->durable);
        after->current = std::move(file->current);
        after->waiting = std::move(file->waiting);
        file = std::move(after);
    }
    mend();
    m_off = false;
}

void Disk::mend() {
    m_untilCut = -1;
    m_failing = 0;
    m_full = false;
}

} // namespace escale::simulation
