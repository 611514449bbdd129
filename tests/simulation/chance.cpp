// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/chance.h"

namespace escale::simulation {

std::uint64_t Chance::next() {
    m_state += 0x9e3779b97f4a7c15U;
    std::uint64_t z = m_state;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
}

std::int64_t Chance::below(std::int64_t n) {
    return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(n));
}

void Chance::fill(std::span<std::uint8_t> out) {
    for (std::uint8_t& byte : out)
        byte = static_cast<std::uint8_t>(next());
}

} // namespace escale::simulation
