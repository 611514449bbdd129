// SPDX-License-Identifier: GPL-3.0-or-later
// What would change the note and the place, and what they are elsewhere in the EPCI.
#pragma once

#include "client/viewmodels/place_words.h"

#include <QVariantList>

namespace escale {

/// One thing each, the largest effect first: a document (what the note is with it), then an answer
/// that is missing (what it may give), then the day on which time alone changes the note:
/// [{kind, label, points, picto, place}]: "document", "reponse" or "jour"; `place` is a sentence,
/// empty when the place is not known.
QVariantList changesOf(const DemandeNote& scored, const Places& places);

/// Communes of the barème whose place is known, the best place first: [{name, points, place, here,
/// from, to, total}].
QVariantList townsOf(const DemandeNote& scored, const Places& places);

} // namespace escale
