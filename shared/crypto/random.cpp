// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/crypto/random.h"

#include <openssl/rand.h>

#include <algorithm>
#include <stdexcept>

namespace escale::crypto {

void SystemRandom::fill(std::span<std::uint8_t> out) {
    constexpr std::size_t kMaxAtOnce = std::size_t{1} << 20;
    while (!out.empty()) {
        const std::size_t size = std::min(out.size(), kMaxAtOnce);
        if (RAND_bytes(out.data(), static_cast<int>(size)) != 1)
            throw std::runtime_error("random generator failed");
        out = out.subspan(size);
    }
}

} // namespace escale::crypto
