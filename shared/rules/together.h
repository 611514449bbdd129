// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that are each well written and do not go together.
#pragma once

#include "shared/dossier/dossier.h"

#include <string>

namespace escale {

/// Whether the answer at `path` goes with the others of `dossier`, which already holds it.
/// Errc::invalidArgument otherwise, the detail being the key of a message (messageFor).
///
/// A child older than the person may be the child of who asks with them: that is a doubt
/// (doubtsOf), not a refusal. Only a child older than every adult is refused: nobody is born before
/// their parents, and who adopts is older too (Code civil, art. 347). The child of somebody who is
/// not in the demande has the link « autre ». Nothing is refused while a date or a link is not
/// known.
Result<void> checkTogether(const Dossier& dossier, const std::string& path);

} // namespace escale
