// SPDX-License-Identifier: GPL-3.0-or-later
// An answer of the dossier in words, in the present language.
#pragma once

#include "shared/dossier/catalogue.h"
#include "shared/dossier/dossier.h"
#include "shared/rules/questions.h"

#include <QString>

#include <optional>

namespace escale {

/// "14 mars 1985", "Oui", "1 250 €", "vous ne savez pas encore"; empty for no value.
QString valueInWords(const FieldSpec& field, const Value& value);

/// The whole answer to a page, its fields or its items one after the other; empty when there is
/// none. A marker among several fields is not worth a word.
QString answerInWords(const Question& question, const Dossier& dossier);

/// What was answered « je ne sais pas » or « je n’en ai pas », if anything was.
std::optional<Marker> markerIn(const Question& question, const Dossier& dossier);

} // namespace escale
