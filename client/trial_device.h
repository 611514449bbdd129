// SPDX-License-Identifier: GPL-3.0-or-later
// A device enrolled by itself in an empty folder, for the self-test: its server does not exist,
// what it keeps waits for ever.
#pragma once

#include "shared/base/ports.h"
#include "shared/base/result.h"
#include "shared/protocol/messages.h"

#include <string>

namespace escale {

/// PIN of a trial device that has one.
inline constexpr const char* kTrialPin = "402917";

/// Errc::alreadyExists when the folder holds an enrolled device: a real one is never touched.
Result<void> makeTrialDevice(const std::string& root, const Clock& clock, Random& random,
                             protocol::Role role = protocol::Role::borne);

} // namespace escale
