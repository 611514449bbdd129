// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of a territory beside its bareme (shared/data/territoires): the usual wait.
#pragma once

#include "shared/base/result.h"

#include <string>
#include <string_view>

namespace escale::cotation {

struct Territory {
    std::string name;
    std::string siren;
    int waitMonths = 0; // between the demande and the home, on average
    int waitYear = 0;   // of the figures
    std::string source;
};

/// Errc::malformed when it is not the format escale-territoire/1, or a figure makes no sense.
Result<Territory> loadTerritory(std::string_view json);

/// CA Roissy Pays de France, built into the program. Thread-safe, read-only.
const Territory& roissyTerritory();

} // namespace escale::cotation
