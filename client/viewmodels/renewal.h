// SPDX-License-Identifier: GPL-3.0-or-later
// A demande that is known is renewed in three questions (shared/rules/renewal.h).
#pragma once

#include "client/dossier/dossier_session.h"

namespace escale {

/// Begins the renewal of the dossier that is open when its time has come, in one edit; one that was
/// begun goes on. False: there is nothing to renew.
Result<bool> beginRenewal(client::DossierSession& session);
/// The person confirms: the demande, or its renewal. One edit.
Result<void> signDemande(client::DossierSession& session);

} // namespace escale
