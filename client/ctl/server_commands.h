// SPDX-License-Identifier: GPL-3.0-or-later
// Commands that ask another program: the server, or the one that plays simulated days.
#pragma once

#include "client/ctl/commands.h"

namespace escale::client::ctl {

/// All pages of GET /v1/dossiers/{id}/history.
Result<Outcome> showHistory(const Arguments& arguments, Machine& machine);
/// Workloads A, B and C against an escale-server of its own; exit 1 when an answer is missing.
Result<Outcome> benchSync(const Arguments& arguments, Machine& machine);
/// Runs escale-simulation, which stands beside this program.
Result<Outcome> simulate(const Arguments& arguments, Machine& machine);

} // namespace escale::client::ctl
