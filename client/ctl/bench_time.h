// SPDX-License-Identifier: GPL-3.0-or-later
// CPU time of this thread: what other programs take from the machine is not what is measured.
#pragma once

#include <ctime>

namespace escale::client::ctl {

inline double cpuSeconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

} // namespace escale::client::ctl
