// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/routes.h"
#include "shared/base/json.h"

namespace escale::server {

void addHealthRoute(http::Router& router, const Services& services) {
    const auto handler = [](const DeviceRow&, const http::Request&, const http::PathParams&) {
        const json::value body{{"etat", "ok"}, {"version", ESCALE_VERSION}};
        return http::Response::json(200, json::serialize(body));
    };
    router.add(http::Method::get, "/v1/health", forDevice(services.store, handler));
}

} // namespace escale::server
