// SPDX-License-Identifier: GPL-3.0-or-later
// Baremes that the program carries with it.
#pragma once

#include <string_view>
#include <vector>

namespace escale::cotation {

/// JSON of the bareme `id`; empty when the program carries none of this name.
std::string_view builtinBareme(std::string_view id);
/// Their ids, in the order in which people are told of them.
std::vector<std::string_view> builtinBaremes();

/// JSON of the bareme of CA Roissy Pays de France (plan of November 2023), for loadBareme.
std::string_view roissyPaysDeFrance();

} // namespace escale::cotation
