// SPDX-License-Identifier: GPL-3.0-or-later
// Invented people on a trial device behind a PIN: in progress, kept, sent, with two answers to one
// question, with a photo to take again, without an agreement.
#pragma once

#include "shared/base/ports.h"
#include "shared/base/result.h"

#include <string>

namespace escale {

/// `root`: of makeTrialDevice. `photo`: a JPEG to give as a document.
Result<void> addTrialPeople(const std::string& root, const std::string& photo, const Clock& clock,
                            Random& random);

} // namespace escale
