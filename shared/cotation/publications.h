// SPDX-License-Identifier: GPL-3.0-or-later
// Which intercommunalities have published their barème, and which have not: nothing is invented in
// the place of a barème that nobody published (shared/data/territoires/publications.json).
#pragma once

#include "shared/base/result.h"
#include "shared/cotation/bareme.h"
#include "shared/cotation/facts.h"

#include <string>
#include <string_view>
#include <vector>

namespace escale::cotation {

enum class Published : std::uint8_t { whole, partly, not_yet };
/// "publie", "partiel", "non_publie".
std::string_view name(Published state);

struct Publication {
    std::string siren; // empty when the plan does not name its territory
    std::string name;
    Published state = Published::not_yet;
    std::string bareme; // id; empty when there is none
    std::string source; // what shows it
    /// One or two plain sentences for people, French.
    [[nodiscard]] std::string sentence() const;
};

/// Errc::malformed when it is not the format escale-publications/1, or names a barème that the
/// program does not carry.
Result<std::vector<Publication>> loadPublications(std::string_view json);

/// Those built into the program. Thread-safe, read-only.
const std::vector<Publication>& publications();
/// Of an EPCI by its SIREN; null when nothing is known of it.
const Publication* publicationOf(std::string_view siren);

/// The barème of the program whose territory holds this commune; null when there is none.
/// Compiled once; lives as long as the program.
const Bareme* baremeCovering(Commune commune);

} // namespace escale::cotation
