// SPDX-License-Identifier: GPL-3.0-or-later
// The machine's own clock. (The machine's randomness is crypto/random.h.)
#pragma once

#include "shared/base/ports.h"

#include <chrono>

namespace escale {

class SystemClock final : public Clock {
public:
    [[nodiscard]] std::int64_t nowMs() const override {
        using namespace std::chrono;
        return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    }
};

} // namespace escale
