// SPDX-License-Identifier: GPL-3.0-or-later
// What the receipt says of a dossier, read from its session.
#pragma once

#include "client/viewmodels/receipt_view_model.h"
#include "shared/rules/questions.h"

namespace escale {

namespace client {
class DossierSession;
}

/// Of the dossier that is open. `lastTryFailed` is left to who knows the sync.
ReceiptViewModel::Facts receiptFactsOf(client::DossierSession& session,
                                       const std::vector<Question>& visible);

} // namespace escale
