// SPDX-License-Identifier: GPL-3.0-or-later
// What the person typed, taken from the answers of a demande, for compare().
#pragma once

#include "shared/deuxddoc/compare.h"
#include "shared/dossier/condition.h"

namespace escale::deuxddoc {

/// Demandeur and codemandeurs, their names, births and revenus fiscaux, the postcode of the home.
/// `depositYear`: the year of the deposit; the form asks for the incomes of the two years before
/// (Cerfa 14069*05, E1 and E4).
TypedFacts typedFactsOf(const AnswerSource& demande, int depositYear);

} // namespace escale::deuxddoc
