// SPDX-License-Identifier: GPL-3.0-or-later
// A place among similar demandes, as JSON with its French sentence.
#pragma once

#include "shared/base/json.h"
#include "shared/position/distribution.h"

namespace escale::client::ctl {

/// {"place": {"de", "a", "sur"} or null, "niveau", "au", "age_jours", "perime", "inventee",
/// "phrase"}.
json::object placeInJson(const position::Distribution& distribution, const position::Place& place,
                         const Date& today);

} // namespace escale::client::ctl
