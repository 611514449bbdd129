// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite on simulated disks: the real engine, its real files formats, its real recovery.
#pragma once

#include "tests/simulation/disk.h"

#include <string>

namespace escale::simulation {

/// From now on every database that this process opens under `folder` is on `disk`, and no other can
/// be opened. One thread.
class Mount {
public:
    Mount(std::string folder, Disk& disk);
    ~Mount();
    Mount(const Mount&) = delete;
    Mount& operator=(const Mount&) = delete;

private:
    std::string m_folder;
};

/// SQLite's own randomness starts again: a day plays the same whatever was played before.
void forgetSqliteRandomness();

} // namespace escale::simulation
