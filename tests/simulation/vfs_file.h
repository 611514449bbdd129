// SPDX-License-Identifier: GPL-3.0-or-later
// Private to vfs.cpp: one open file, with what SQLite asks of it.
#pragma once

#include "tests/simulation/disk.h"

#include <string>

struct sqlite3_file;

namespace escale::simulation {

int vfsFileSize();
/// `place` has vfsFileSize() bytes; xClose ends it.
void openVfsFile(sqlite3_file* place, Disk& disk, const std::string& name);

} // namespace escale::simulation
