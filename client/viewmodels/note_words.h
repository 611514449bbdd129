// SPDX-License-Identifier: GPL-3.0-or-later
// The note in words: points, wait and reasons, in the present language.
#pragma once

#include "client/territory/held_packs.h"
#include "client/viewmodels/note_view_model.h"
#include "shared/base/date.h"
#include "shared/cotation/explain.h"
#include "shared/dossier/dossier.h"

#include <string_view>

namespace escale {

/// The note of `dossier` for the first town that it asks for, with its place as `packs` tell it
/// (null: none is held); not available when no bareme of this program covers that town, the
/// publication then says why.
NoteViewModel::Shown noteFor(const Dossier& dossier, const Date& today,
                             const client::HeldPacks* packs = nullptr);

/// What a line says to people; a type of pièce of a bareme.
QString lineInWords(const cotation::LineResult& line);
/// Why a line gives nothing; empty when it gives its points.
QString reasonInWords(const cotation::LineResult& line);
/// Of points that count, the documents that hold them: given, or checked by an agent.
QString stateInWords(const cotation::Note& note, const cotation::Explanation& why);
/// A sentence as the head of « … : + 10 points ».
QString withoutStop(QString sentence);
QString pieceInWords(const cotation::Bareme& bareme, std::string_view type);
QString wordsOf(std::string_view utf8);

/// "2 ans et 2 mois", "26 mois" under a year and a half in plain months.
QString durationInWords(int months);

} // namespace escale
