// SPDX-License-Identifier: GPL-3.0-or-later
// Numbered changes of the database's form. A migration is never edited once released: add one.
#pragma once

#include "shared/sqlite/sqlite.h"

namespace escale::client {

/// Brings `db` to the present form, each migration in its own transaction.
/// Errc::unsupportedVersion for a database written by a later program.
Result<void> migrate(sqlite::Database& db);

} // namespace escale::client
