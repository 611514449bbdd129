// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the bareme beside those of the questionnaire and of the pictograms.
#pragma once

#include <QString>

#include <string_view>

namespace escale {

/// Id of the question whose answer a criterion reads; empty when no question is asked for it.
QString questionOfCriterion(std::string_view code);

/// Pictogram of a criterion; one that suits any line when it has none of its own.
QString pictoOfCriterion(std::string_view code);

/// Pictogram of a type of pièce of the bareme.
QString pictoOfPiece(std::string_view type);

} // namespace escale
