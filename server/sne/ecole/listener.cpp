// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sne/ecole/listener.h"

namespace escale::sne::ecole {

http::ServerConfig listenerConfig(const Identity& identity) {
    http::ServerConfig config;
    config.certificateChainPem = identity.certPem;
    config.privateKeyPem = identity.keyPem;
    config.clientCaPem = identity.caPem;
    config.requireClientCertificateAtHandshake = true;
    return config;
}

http::Router routerTo(EcoleService& service) {
    http::Router router;
    const auto handler = [&service](const http::Request& request, const http::PathParams&) {
        return service.handle(request);
    };
    router.add(http::Method::post, std::string(kServicePath), handler, {true, kMaxMtomBytes});
    return router;
}

} // namespace escale::sne::ecole
