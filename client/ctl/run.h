// SPDX-License-Identifier: GPL-3.0-or-later
// One run of escale-ctl: the command line in, an exit code out.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace escale::client::ctl {

inline constexpr int kDone = 0;
inline constexpr int kRefused = 1; // with the reason on `messages`
inline constexpr int kUsage = 2;

/// JSON on `output`, sentences in French on `messages`. Needs a QCoreApplication.
int run(const std::vector<std::string>& line, std::ostream& output, std::ostream& messages);

} // namespace escale::client::ctl
