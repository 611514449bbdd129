// SPDX-License-Identifier: GPL-3.0-or-later
// Time and randomness come in through these two interfaces, so that a whole day of offline devices
// can be replayed from one seed. Production implementations: system_ports.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace escale {

class Clock {
public:
    virtual ~Clock() = default;
    /// Milliseconds since 1970-01-01T00:00:00Z. May go backwards: clocks of devices do.
    [[nodiscard]] virtual std::int64_t nowMs() const = 0;
};

class Random {
public:
    virtual ~Random() = default;
    /// Fills `out` with bytes nobody can predict (in production, OpenSSL's generator).
    virtual void fill(std::span<std::uint8_t> out) = 0;
};

} // namespace escale
