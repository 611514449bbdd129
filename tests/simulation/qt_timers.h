// SPDX-License-Identifier: GPL-3.0-or-later
// The QTimers of this thread run on a timeline: the programs are unchanged, and nothing waits.
#pragma once

#include "tests/simulation/timeline.h"

namespace escale::simulation {

/// While it lives. The thread has no event loop of its own (no QCoreApplication).
class QtTimers {
public:
    explicit QtTimers(Timeline& timeline);
    ~QtTimers();
    QtTimers(const QtTimers&) = delete;
    QtTimers& operator=(const QtTimers&) = delete;
};

} // namespace escale::simulation
