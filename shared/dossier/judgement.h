// SPDX-License-Identifier: GPL-3.0-or-later
// What an agent said of a pièce (plan de Roissy 4.3; marks of the dossier unique): validated,
// refused and why, cannot be read, not a pièce that may be asked for. Who said it and when are the
// origin of the field.
//
// It is about what the agent had in front of them, kept with it (`pieces[].avis_sur`): other pages,
// another type, person or date, and nobody has said anything of that pièce yet.
#pragma once

#include "shared/dossier/dossier.h"

#include <optional>
#include <string>
#include <vector>

namespace escale {

struct Judgement {
    std::string verdict; // code of the list "avis_piece"
    std::string refusal; // code of the list "refus_piece", for a refused one; may be empty
    Origin origin;       // who, on what, when
};

/// Of the item `piece` of "pieces"; none when nobody judged it as it is now.
std::optional<Judgement> judgementOf(const Dossier& dossier, const std::string& piece);

/// What the pièce is now, to be kept with what is said of it: type, person, dates, pages.
TextList judgedFacts(const Dossier& dossier, const std::string& piece);

/// A field that only an agent may write: « mediateur » or above (validateEdit() refuses others).
bool isJudgementField(const FieldPath& path);

} // namespace escale
