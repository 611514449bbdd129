// SPDX-License-Identifier: GPL-3.0-or-later
// A name that somebody typed, inside a sentence of ours.
#pragma once

#include <QString>

namespace escale {

/// `words` with `name` in place of %1: "La date de naissance d’Inès". A name in another script
/// keeps its direction apart. Without a name: "cette personne", with a capital at the start.
QString withName(const QString& words, const QString& name);

/// "C’est vous, 38 ans", "Votre fille, 9 ans"; either part may be empty. `years` < 0: not known.
QString personInWords(const QString& who, int years);

} // namespace escale
