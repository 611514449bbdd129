// SPDX-License-Identifier: GPL-3.0-or-later
// The note in words: points, wait and reasons, in the present language.
#pragma once

#include "client/viewmodels/note_view_model.h"
#include "shared/base/date.h"
#include "shared/dossier/dossier.h"

namespace escale {

/// The note of `dossier` for the first town that it asks for; not available when no bareme of this
/// program covers that town.
NoteViewModel::Shown noteFor(const Dossier& dossier, const Date& today);

/// "2 ans et 2 mois", "26 mois" under a year and a half in plain months.
QString durationInWords(int months);

} // namespace escale
