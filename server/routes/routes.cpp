// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/routes.h"

#include "server/routes/history.h"

namespace escale::server {

http::Handler forDevice(Store& store, DeviceHandler handler) {
    return [&store, handler = std::move(handler)](const http::Request& request,
                                                  const http::PathParams& params) {
        const auto device =
            identify(store, request.peer.commonName, request.peer.fingerprintSha256Hex);
        if (!device)
            return http::Response::error(device.error());
        return handler(*device, request, params);
    };
}

http::Router makeRouter(const Services& services) {
    http::Router router;
    addEnrolRoute(router, services);
    addSyncRoute(router, services);
    addUploadRoutes(router, services);
    addReturnRoute(router, services);
    addTerritoryRoutes(router, services);
    addHealthRoute(router, services);
    addHistoryRoute(router, services);
    return router;
}

} // namespace escale::server
