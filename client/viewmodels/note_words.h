// SPDX-License-Identifier: GPL-3.0-or-later
// The note in words: points, wait and reasons, in the present language.
#pragma once

#include "client/viewmodels/note_view_model.h"
#include "shared/base/date.h"
#include "shared/cotation/engine.h"
#include "shared/dossier/dossier.h"

#include <optional>
#include <string_view>

namespace escale {

/// The note of `dossier` for the first town that it asks for; not available when no bareme of this
/// program covers that town.
NoteViewModel::Shown noteFor(const Dossier& dossier, const Date& today);

/// The same as the engine says it; nothing when it is not available.
std::optional<cotation::Note> noteOf(const Dossier& dossier, const Date& today);

/// The bareme that is shown, and the town it is read for; nothing when it does not cover the first
/// town that `dossier` asks for.
const cotation::Bareme& shownBareme();
std::optional<cotation::Commune> scoredTown(const Dossier& dossier);

/// Name of a type of pièce of the bareme.
QString pieceInWords(std::string_view type);

/// "2 ans et 2 mois", "26 mois" under a year and a half in plain months.
QString durationInWords(int months);

} // namespace escale
