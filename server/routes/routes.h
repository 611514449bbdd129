// SPDX-License-Identifier: GPL-3.0-or-later
// What the server answers; the messages are described in shared/protocol/README.md.
#pragma once

#include "server/auth/enrolment.h"
#include "server/auth/return_codes.h"
#include "server/http/router.h"
#include "server/publication/shelf.h"
#include "server/reconcile/reconciler.h"
#include "server/reconcile/uploads.h"

#include <functional>
#include <string>

namespace escale::server {

/// What the routes are made of; everything outlives the router.
struct Services {
    Store& store;
    Enrolment& enrolment;
    Reconciler& reconciler;
    Uploads& uploads;
    ReturnCodes& returnCodes;
    const Shelf& shelf;
    /// Called after each request that may have given the SNE something to do. May be empty.
    std::function<void()> changed;
};

void addEnrolRoute(http::Router& router, const Services& services);
void addSyncRoute(http::Router& router, const Services& services);
void addUploadRoutes(http::Router& router, const Services& services);
void addReturnRoute(http::Router& router, const Services& services);
void addTerritoryRoutes(http::Router& router, const Services& services);
void addHealthRoute(http::Router& router, const Services& services);

/// All of the above.
http::Router makeRouter(const Services& services);

/// Wraps a handler that needs to know which device asks: identified at each request, so that a
/// device is refused from the moment it is revoked.
using DeviceHandler =
    std::function<http::Response(const DeviceRow&, const http::Request&, const http::PathParams&)>;
http::Handler forDevice(Store& store, DeviceHandler handler);

} // namespace escale::server
