// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/routes.h"

namespace escale::server {
namespace {

/// `body`, or nothing when the device says that it has it. Marks are quoted, as HTTP writes them.
http::Response unlessKnown(const http::Request& request, const std::string& mark,
                           http::Response response) {
    const std::string tag = "\"" + mark + "\"";
    if (request.header("If-None-Match") == tag)
        return http::Response::empty(304).with("ETag", tag);
    return std::move(response).with("ETag", tag);
}

} // namespace

void addTerritoryRoutes(http::Router& router, const Services& services) {
    const auto list = [&shelf = services.shelf](const DeviceRow&, const http::Request& request,
                                                const http::PathParams&) {
        const auto entries = shelf.list();
        if (!entries)
            return http::Response::error(entries.error());
        const std::string body = protocol::encode(*entries);
        return unlessKnown(request, markOf(asBytes(body)), http::Response::json(200, body));
    };
    const auto one = [&shelf = services.shelf](const DeviceRow&, const http::Request& request,
                                               const http::PathParams& params) {
        const auto pack = shelf.pack(params["siren"]);
        if (!pack)
            return http::Response::error(pack.error());
        return unlessKnown(request, markOf(*pack),
                           http::Response::text(200, "application/octet-stream", asString(*pack)));
    };
    router.add(http::Method::get, "/v1/territoires", forDevice(services.store, list));
    router.add(http::Method::get, "/v1/territoires/{siren}", forDevice(services.store, one));
}

} // namespace escale::server
