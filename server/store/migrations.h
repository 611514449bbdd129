// SPDX-License-Identifier: GPL-3.0-or-later
// The schema, one file a version, written in SQLite's words. Private to this room.
#pragma once

#include <array>
#include <string_view>

namespace escale::server {

/// In their order: the first makes version 1. One that was released is never edited.
const std::array<std::string_view, 4>& sqlMigrations();

} // namespace escale::server
