// SPDX-License-Identifier: GPL-3.0-or-later
// The commune that a file names as people do.
#pragma once

#include "shared/cotation/bareme.h"
#include "shared/cotation/facts.h"

#include <string_view>

namespace escale::cotation {

struct NamedCommune {
    Commune commune;
    bool found = true; // false: no commune of France has this name; the code is nobody's
};

/// A name or an INSEE code; the unknown commune for an empty text.
NamedCommune communeNamed(std::string_view text, const Bareme& bareme);

} // namespace escale::cotation
