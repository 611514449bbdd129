// SPDX-License-Identifier: GPL-3.0-or-later
// escale-server run: composition root of the service.
#pragma once

#include "server/console/options.h"
#include "shared/base/ports.h"

#include <string_view>

namespace escale::server {

/// Word of the command line that examines one PDF (pdf/examine.h); the service runs it by itself.
inline constexpr std::string_view kExamineWord = "examiner-un-pdf";

/// Serves until SIGTERM or SIGINT, then lets the requests under way end. Prints {"ecoute": url}
/// once ready. Blocks the two signals for the whole process.
Result<void> runServer(const Options& options, const Clock& clock, Random& random);

} // namespace escale::server
