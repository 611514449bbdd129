// SPDX-License-Identifier: GPL-3.0-or-later
// From demandes to a release of their notes: what the server and escale-ctl publish.
#pragma once

#include "shared/cotation/bareme.h"
#include "shared/position/distribution.h"
#include "shared/position/population.h"

#include <string>
#include <string_view>
#include <vector>

namespace escale::position {

/// Notes go up to there in every release.
inline constexpr int kMostNote = 255;

struct Source {
    std::vector<Demande> demandes;
    bool invented = false; // one of them is
};

/// Adds the lines of the CSV `name` (population_csv.h). Errc::malformed, the detail being
/// "name:LINE : what".
Result<void> addCsv(std::string_view text, const std::string& name, Source& source);

/// Their notes on `date`; demandes that have none (exclusions) are left out.
std::vector<Scored> scored(const cotation::Bareme& bareme, const std::vector<Demande>& demandes,
                           const Date& date);

/// What is to be built, without its cells.
Distribution headOf(const cotation::Bareme& bareme, const Date& date, bool invented,
                    int least = kLeastShown);

} // namespace escale::position
