// SPDX-License-Identifier: GPL-3.0-or-later
// The same notes from SQLite, as one sum of CASE over a table with a column for each fact.
#pragma once

#include "shared/base/result.h"
#include "shared/cotation/block.h"

#include <cstdint>
#include <string>

namespace escale::client::ctl {

struct SqlMeasure {
    std::int64_t checksum = 0; // Σ note × (1 + row mod 997)
    double seconds = 0;        // CPU time of the query alone
};

/// Writes the columns to a table in `folder`, then scores it.
Result<SqlMeasure> measureSql(const cotation::Columns& columns, const std::string& folder);

/// The query, for the plan of these columns.
std::string scoreSql(const cotation::Columns& columns);

} // namespace escale::client::ctl
