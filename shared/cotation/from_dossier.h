// SPDX-License-Identifier: GPL-3.0-or-later
// What a dossier says, in the words of the cotation. Nothing is guessed: an answer that is missing,
// or « je ne sais pas », is an unknown fact.
#pragma once

#include "shared/cotation/facts.h"
#include "shared/dossier/dossier.h"

namespace escale::cotation {

/// Facts of `dossier` on `today`. A question that the other answers close is a no. Its pièces are
/// "present": only a guichet validates or refuses them.
Facts factsFromDossier(const Dossier& dossier, const Date& today);

} // namespace escale::cotation
