// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTPS side of the stand-in.
#pragma once

#include "server/http/router.h"
#include "server/http/server.h"
#include "server/sne/ecole/ecole_service.h"
#include "server/sne/ecole/identity.h"

namespace escale::sne::ecole {

/// On 127.0.0.1, any port; a client certificate of the same authority is asked at the handshake.
http::ServerConfig listenerConfig(const Identity& identity);
/// `service` outlives the router.
http::Router routerTo(EcoleService& service);

} // namespace escale::sne::ecole
