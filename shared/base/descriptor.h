// SPDX-License-Identifier: GPL-3.0-or-later
// The owner of a file descriptor, and a file that is only in memory.
#pragma once

#include "shared/base/bytes.h"

#include <utility>

namespace escale {

/// Closes what it owns. Below zero: nothing.
class Descriptor {
public:
    explicit Descriptor(int fd = -1)
        : m_fd(fd) {}
    Descriptor(Descriptor&& other) noexcept
        : m_fd(std::exchange(other.m_fd, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }

    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    void close();

private:
    int m_fd;
};

/// `bytes` as a file that has no name, read from its start; closed on exec. Not open when the
/// memory could not be had.
Descriptor memoryFile(ByteView bytes);

} // namespace escale
