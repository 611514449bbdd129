// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers (unsigned LEB128) and texts of a pack.
#pragma once

#include "shared/base/bytes.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace escale::position {

class PackWriter {
public:
    void number(std::uint64_t value);
    void text(std::string_view text);
    void texts(const std::vector<std::string>& all);
    Bytes take() { return std::move(m_bytes); }

private:
    Bytes m_bytes;
};

/// Reads past the end, or what is too large, give zeros and good() is false from then on.
class PackReader {
public:
    explicit PackReader(ByteView bytes)
        : m_bytes(bytes) {}

    std::uint64_t number();
    int small(); // below a million
    std::string text();
    std::vector<std::string> texts();
    [[nodiscard]] bool good() const { return m_good; }
    [[nodiscard]] bool finished() const { return m_at == m_bytes.size(); }

private:
    ByteView m_bytes;
    std::size_t m_at = 0;
    bool m_good = true;
};

} // namespace escale::position
