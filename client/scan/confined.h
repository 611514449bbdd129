// SPDX-License-Identifier: GPL-3.0-or-later
// A program that reads one file and says something, and can do no more than that.
#pragma once

#include "shared/base/bytes.h"

#include <string>
#include <vector>

namespace escale::scan {

struct Confined {
    bool finished = false; // left by itself, within its limits
    int code = -1;
    Bytes output; // standard output and errors
};

/// Runs `program` (a whole path; `line` has its arguments) with `input` as /proc/self/fd/0, at most
/// `cpuMs` of processor and `mostBytes` of output; no environment, no other file, 512 MB of memory.
Confined runConfined(const char* program, const std::vector<std::string>& line, ByteView input,
                     int cpuMs, std::size_t mostBytes);

} // namespace escale::scan
