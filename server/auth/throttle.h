// SPDX-License-Identifier: GPL-3.0-or-later
// Slows down whoever guesses codes, address by address.
#pragma once

#include "shared/base/ports.h"

#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>

namespace escale::server {

/// May be used from any thread. Kept in memory: a restart forgives.
class Throttle {
public:
    static constexpr int kMaxWrong = 10;
    static constexpr std::int64_t kWindowMs = 15 * 60 * 1000; // from the first wrong one
    static constexpr std::size_t kMaxAddresses = 10'000;      // beyond, the oldest are forgotten

    /// `clock` outlives this object.
    explicit Throttle(const Clock& clock, int maxWrong = kMaxWrong,
                      std::int64_t windowMs = kWindowMs);

    /// Counts one attempt before it is looked at, so that attempts made at the same time count too.
    /// False: too many, it must not be looked at.
    bool enter(const std::string& address);
    /// The attempt was not a wrong one after all.
    void forgive(const std::string& address);

private:
    struct Count {
        int wrong = 0;
        std::int64_t sinceMs = 0;
    };
    void makeRoom(std::int64_t nowMs);

    const Clock& m_clock;
    const int m_maxWrong;
    const std::int64_t m_windowMs;
    std::mutex m_mutex;
    std::unordered_map<std::string, Count> m_counts;
};

} // namespace escale::server
