// SPDX-License-Identifier: GPL-3.0-or-later
// The two walks over the application. Each prints "pas NAME MS" for every step, and on a failure
// the step and why on the error output.
#pragma once

#include "client/selftest/walker.h"
#include "client/viewmodels/parcours.h"

namespace escale {

/// A whole demande in French, until its numéro unique has come back (90 s at most), then everything
/// is erased. Exit code.
int walkParcours(Walker& walker, Parcours& parcours);

/// The pages in every language offered, without a server, until the points. Exit code.
int walkSelfTest(Walker& walker, Parcours& parcours);

} // namespace escale
