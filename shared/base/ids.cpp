// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/ids.h"

#include "shared/base/bytes.h"

#include <array>

namespace escale {

std::string newUuid(const Clock& clock, Random& random) {
    std::array<std::uint8_t, 16> raw{};
    random.fill(raw);
    const auto now = static_cast<std::uint64_t>(clock.nowMs());
    for (int i = 0; i < 6; ++i)
        raw[i] = static_cast<std::uint8_t>(now >> (40 - 8 * i));
    raw[6] = static_cast<std::uint8_t>(0x70 | (raw[6] & 0x0f)); // version 7
    raw[8] = static_cast<std::uint8_t>(0x80 | (raw[8] & 0x3f)); // variant of RFC 9562
    std::string text = toHex(raw);
    for (const std::size_t at : {8U, 13U, 18U, 23U})
        text.insert(at, 1, '-');
    return text;
}

bool isUuid(std::string_view text) {
    if (text.size() != 36)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')))
            return false;
    }
    return true;
}

std::string newReference(Random& random) {
    std::string digits;
    while (digits.size() < 12) {
        std::array<std::uint8_t, 16> raw{};
        random.fill(raw);
        for (const std::uint8_t byte : raw) {
            // 250 is the largest multiple of 10 a byte holds: above it digits would be uneven.
            if (byte < 250 && digits.size() < 12)
                digits += static_cast<char>('0' + byte % 10);
        }
    }
    return digits;
}

} // namespace escale
