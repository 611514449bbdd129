// SPDX-License-Identifier: GPL-3.0-or-later
// What a dossier says, in the words of the cotation. Nothing is guessed: an answer that is missing,
// or « je ne sais pas », is an unknown fact.
#pragma once

#include "shared/cotation/facts.h"
#include "shared/dossier/dossier.h"

#include <string>
#include <vector>

namespace escale::cotation {

/// Name that baremes give to a type of pièce of the form; empty when no line asks for it.
std::string_view baremePieceOf(std::string_view type);

/// What a demande is compared by: the town that it names first, and the homes that it would take.
struct Sought {
    Commune town;                        // empty: not said
    std::vector<std::string> typologies; // "C" (a room), "T1" … "T5", "T6P"; in the form's order
};
Sought soughtBy(const Dossier& dossier);

/// Facts of `dossier` on `today`. A question that the other answers close is a no. Its pièces are
/// "present" until a guichet has validated or refused them.
Facts factsFromDossier(const Dossier& dossier, const Date& today);

} // namespace escale::cotation
