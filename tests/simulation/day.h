// SPDX-License-Identifier: GPL-3.0-or-later
// One simulated day from one number: people work on devices that lose their network and their
// power, then everything calms down and the oracle judges.
#pragma once

#include "tests/simulation/defect.h"

#include <cstdint>
#include <string>
#include <vector>

namespace escale::simulation {

struct DayOptions {
    std::uint64_t seed = 1;
    int devices = 4; // the first one is a borne, then one in four; at least 2
    int actions = 36;
    Defect defect = Defect::none;
    std::string folder; // of the empty files that stand for the databases
};

struct DayReport {
    std::vector<std::string> faults; // empty: nothing was lost, nothing was doubled
    std::vector<std::string> story;
    std::uint64_t digest = 0; // the same seed gives the same one
    std::size_t edits = 0;
};

DayReport playDay(const DayOptions& options);

} // namespace escale::simulation
