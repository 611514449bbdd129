// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/day.h"

#include "tests/simulation/world.h"

namespace escale::simulation {

DayReport playDay(const DayOptions& options) {
    forgetSqliteRandomness();
    World world(options);
    world.live();
    if (world.calmDown())
        world.judge();
    return world.report();
}

} // namespace escale::simulation
