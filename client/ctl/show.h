// SPDX-License-Identifier: GPL-3.0-or-later
// What escale-ctl says of a dossier, as JSON. The form is written in client/README.md and is kept.
#pragma once

#include "client/store/local_store.h"
#include "shared/base/json.h"
#include "shared/rules/rules.h"

#include <vector>

namespace escale::client::ctl {

/// All that is known of one dossier, put together for showing.
struct Shown {
    Dossier dossier;
    DossierSummary summary;
    std::vector<Refusal> refusals;
    std::vector<Missing> missing;
};

json::object showDossier(const Shown& shown);
/// Its open conflicts, as the member "conflits".
json::array showConflicts(const Dossier& dossier);

} // namespace escale::client::ctl
