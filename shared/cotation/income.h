// SPDX-License-Identifier: GPL-3.0-or-later
// What the household receives a month, from the lines of resources of each person (boxes E7, E8).
#pragma once

#include "shared/dossier/dossier.h"

#include <cstdint>
#include <optional>

namespace escale::cotation {

/// Whole euros a month, all persons and all natures together. Nothing while a person has not said
/// what they receive, or an amount is missing or not known: unknown is not zero. The persons asked
/// on `today` count: the demandeur, the codemandeurs, the dependants from 16 years.
std::optional<std::int64_t> monthlyIncome(const Dossier& dossier, const Date& today);

} // namespace escale::cotation
