// SPDX-License-Identifier: GPL-3.0-or-later
// Looking for a person by name, whatever the accents, the capitals and the order of the words.
#pragma once

#include <QString>

namespace escale {

/// "Élodie Mac’Œuvre" → "elodie mac oeuvre"; Arabic without its vowels, its forms of alif made one.
QString foldedName(const QString& name);

/// Every word of `wanted` begins a word of `folded` (as foldedName made it). Nothing wanted: true.
bool nameMatches(const QString& folded, const QString& wanted);

} // namespace escale
