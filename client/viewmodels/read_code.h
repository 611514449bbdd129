// SPDX-License-Identifier: GPL-3.0-or-later
// What a 2D-Doc says of a document that the demande asks for.
#pragma once

#include "shared/deuxddoc/facts.h"

namespace escale {

/// factsOf(), and for an avis d’impôt its day: field 4A, « mise en recouvrement ».
deuxddoc::DocumentFacts factsOfCode(const deuxddoc::Message& message);

} // namespace escale
