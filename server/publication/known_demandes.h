// SPDX-License-Identifier: GPL-3.0-or-later
// The demandes of this server, as far as a place goes: facts without a name.
#pragma once

#include "server/store/store.h"
#include "shared/cotation/bareme.h"
#include "shared/position/population.h"

#include <vector>

namespace escale::server {

/// Demandes that their person has confirmed, whose first choice is a commune of `bareme`: one for
/// each home that they would take, since each is compared with those that ask for the same one.
Result<std::vector<position::Demande>> knownDemandes(Store& store, const cotation::Bareme& bareme,
                                                     const Date& today);

} // namespace escale::server
