// SPDX-License-Identifier: GPL-3.0-or-later
// Baremes that the program carries with it.
#pragma once

#include <string_view>

namespace escale::cotation {

/// JSON of the bareme of CA Roissy Pays de France (plan of November 2023), for loadBareme.
std::string_view roissyPaysDeFrance();

} // namespace escale::cotation
