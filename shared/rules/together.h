// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that are each well written and do not go together.
#pragma once

#include "shared/dossier/dossier.h"

#include <string>

namespace escale {

/// Whether the answer at `path` goes with the others of `dossier`, which already holds it.
/// Errc::invalidArgument otherwise, the detail being the key of a message (messageFor).
///
/// A child is not born before all the adults of the demande: one that is older than the person may
/// be the child of who asks with them. Nothing is refused while a date or a link is not known.
Result<void> checkTogether(const Dossier& dossier, const std::string& path);

} // namespace escale
