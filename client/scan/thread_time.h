// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ctime>

namespace escale::scan {

/// Processor time of this thread, in milliseconds: what others take from the machine is not in it.
inline double threadMs() {
    std::timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace escale::scan
