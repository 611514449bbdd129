// SPDX-License-Identifier: GPL-3.0-or-later
// The machine's randomness, for whoever takes an escale::Random.
#pragma once

#include "shared/base/ports.h"

namespace escale::crypto {

/// OpenSSL's generator, seeded by the kernel. Safe from several threads at once. Throws
/// std::runtime_error when the generator fails: nothing sound can be done without it.
class SystemRandom final : public escale::Random {
public:
    void fill(std::span<std::uint8_t> out) override;
};

} // namespace escale::crypto
