// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that happens by chance in a simulated day comes from one seed.
#pragma once

#include "shared/base/ports.h"

#include <cstdint>
#include <vector>

namespace escale::simulation {

/// splitmix64: the same numbers on every machine.
class Chance final : public Random {
public:
    explicit Chance(std::uint64_t seed)
        : m_state(seed) {}

    std::uint64_t next();
    /// 0 to n - 1; n > 0.
    std::int64_t below(std::int64_t n);
    /// Both ends included.
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + below(high - low + 1);
    }
    bool percent(int p) { return below(100) < p; }
    /// Another sequence, so that what one part draws does not move what another part gets.
    Chance child() { return Chance(next()); }
    void fill(std::span<std::uint8_t> out) override;

    template <class T>
    const T& oneOf(const std::vector<T>& all) {
        return all[static_cast<std::size_t>(below(static_cast<std::int64_t>(all.size())))];
    }

private:
    std::uint64_t m_state;
};

} // namespace escale::simulation
