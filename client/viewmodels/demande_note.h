// SPDX-License-Identifier: GPL-3.0-or-later
// The note of a dossier, by the barème of the town that it asks for first: what points, place and
// changes are computed from.
#pragma once

#include "shared/base/date.h"
#include "shared/cotation/engine.h"
#include "shared/cotation/from_dossier.h"
#include "shared/dossier/dossier.h"

#include <optional>
#include <string_view>

namespace escale {

struct DemandeNote {
    const cotation::Bareme* bareme = nullptr; // lives as long as the program
    cotation::Sought sought;
    cotation::Facts facts;
    cotation::Note note;
    Date today;

    /// Points retained if the facts were others, or for another town of the same barème.
    [[nodiscard]] int retained(const cotation::Facts& other) const;
    [[nodiscard]] int retainedFor(cotation::Commune town) const;
    /// Facts with one pièce more, present: a word of the barème.
    [[nodiscard]] cotation::Facts with(std::string_view piece) const;
};

/// Nothing when no barème of this program covers that town.
std::optional<DemandeNote> demandeNoteOf(const Dossier& dossier, const Date& today);

} // namespace escale
