// SPDX-License-Identifier: GPL-3.0-or-later
// Has a PDF examined by a process of its own, which dies of a bomb in our place.
#pragma once

#include "shared/base/bytes.h"

#include <string>

namespace escale::server {

/// Runs `program` with the single argument `word` (it calls examineStandardInput()). Blocks some
/// milliseconds, at most ten seconds. Errc::unreadableImage with the reason, or for a process that
/// did not end well; storageFailure when none could be started.
Result<void> examineApart(const std::string& program, const std::string& word, ByteView pdf);

} // namespace escale::server
