// SPDX-License-Identifier: GPL-3.0-or-later
// The facts that a bareme may name, with the words people see.
#pragma once

#include "shared/cotation/program.h"

#include <string_view>

namespace escale::cotation {

struct FactWord {
    std::string_view name;
    SlotKind kind;
    std::string_view label; // French
    std::string_view unit;
};

/// A number of {"fait": …}; null when there is none of this name.
const FactWord* numericFact(std::string_view name);
/// Where the home or the work is: {"logement_dans": "epci"}; null for another place.
const FactWord* placeFact(bool home, std::string_view where);
/// French words of a declaration.
std::string_view label(Declaration declaration);

} // namespace escale::cotation
