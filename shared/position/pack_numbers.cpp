// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/position/pack_numbers.h"

namespace escale::position {
namespace {

constexpr std::uint64_t kMostSmall = 1'000'000;
constexpr std::uint64_t kMostTexts = 10'000;

} // namespace

void PackWriter::number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7)
        m_bytes.push_back(static_cast<std::uint8_t>(value | 0x80));
    m_bytes.push_back(static_cast<std::uint8_t>(value));
}

void PackWriter::text(std::string_view text) {
    number(text.size());
    m_bytes.insert(m_bytes.end(), text.begin(), text.end());
}

void PackWriter::texts(const std::vector<std::string>& all) {
    number(all.size());
    for (const std::string& one : all)
        text(one);
}

std::uint64_t PackReader::number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 63; shift += 7) {
        if (m_at >= m_bytes.size())
            break;
        const std::uint8_t byte = m_bytes[m_at++];
        value |= std::uint64_t{byte & 0x7FU} << shift;
        if ((byte & 0x80) == 0)
            return m_good ? value : 0;
    }
    m_good = false;
    return 0;
}

int PackReader::small() {
    const std::uint64_t value = number();
    if (value >= kMostSmall)
        m_good = false;
    return m_good ? static_cast<int>(value) : 0;
}

std::string PackReader::text() {
    const std::uint64_t size = number();
    if (!m_good || size > m_bytes.size() - m_at) {
        m_good = false;
        return {};
    }
    const ByteView bytes = m_bytes.subspan(m_at, static_cast<std::size_t>(size));
    m_at += bytes.size();
    return asString(bytes);
}

std::vector<std::string> PackReader::texts() {
    const std::uint64_t count = number();
    if (count > kMostTexts)
        m_good = false;
    std::vector<std::string> all;
    for (std::uint64_t i = 0; i < count && m_good; ++i)
        all.push_back(text());
    return all;
}

} // namespace escale::position
