// SPDX-License-Identifier: GPL-3.0-or-later
// A borne enrolled by itself in an empty folder, for the self-test: its server does not exist, what
// it keeps waits for ever.
#pragma once

#include "shared/base/ports.h"
#include "shared/base/result.h"

#include <string>

namespace escale {

/// Errc::alreadyExists when the folder holds an enrolled device: a real one is never touched.
Result<void> makeTrialDevice(const std::string& root, const Clock& clock, Random& random);

} // namespace escale
