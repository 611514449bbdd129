// SPDX-License-Identifier: GPL-3.0-or-later
// A machine of a simulated day: its clock, its disk, whether it is on.
#pragma once

#include "tests/simulation/chance.h"
#include "tests/simulation/story.h"
#include "tests/simulation/vfs.h"

namespace escale::simulation {

struct Machine {
    Machine(const Timeline& timeline, Chance seed, std::string itsName, std::string itsFolder)
        : name(std::move(itsName))
        , folder(std::move(itsFolder))
        , chance(seed.child())
        , clock(timeline)
        , disk(seed.child())
        , mount(folder, disk) {}

    std::string name; // "tablette-2"
    std::string folder;
    Chance chance;
    MachineClock clock;
    Disk disk;
    Mount mount;
};

/// Keys that every simulated day shares: making them takes longer than the day.
struct Keys {
    std::string sealingCertPem;
    std::string sealingKeyPem;
    std::string authorityCertPem;
    std::string authorityKeyPem;
};
const Keys& keys();

} // namespace escale::simulation
