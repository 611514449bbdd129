// SPDX-License-Identifier: GPL-3.0-or-later
// What the law says to erase: a demande, one year after it ended (CDC2015 §7).
#pragma once

#include "server/reconcile/uploads.h"

namespace escale::server {

/// Every answer, pièce, edit, exchange and code of that dossier. Its devices get it empty at their
/// next sync. Killed on the way, it is to be called again.
Result<void> forgetDossier(Store& store, const Uploads::Places& places, const DossierId& id);

} // namespace escale::server
