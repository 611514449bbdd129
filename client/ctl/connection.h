// SPDX-License-Identifier: GPL-3.0-or-later
// The device's own connection to its server.
#pragma once

#include "client/dossier/workspace.h"
#include "client/sync/https_transport.h"

namespace escale::client::ctl {

/// Errc::locked when the key is behind a PIN that was not given.
Result<std::unique_ptr<HttpsTransport>> connectDevice(const Workspace& workspace);

} // namespace escale::client::ctl
