// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/routes.h"

#include "server/reconcile/reconciler.h"
#include "shared/protocol/return.h"

namespace escale::server {
namespace {

constexpr std::size_t kMaxReturnBytes = 1024;

/// As a pull would give it to that device.
Result<Dossier> open(const Services& services, const DeviceRow& device, const std::string& code) {
    ESCALE_TRY_ASSIGN(dossier, services.returnCodes.open(device, code));
    if (device.role != protocol::Role::borne)
        ESCALE_TRY(services.store.reading(
            [&](StoreSession& session) { return namePlaces(session, dossier); }));
    return dossier;
}

} // namespace

void addReturnRoute(http::Router& router, const Services& services) {
    const auto handler = [services](const DeviceRow& device, const http::Request& request,
                                    const http::PathParams&) {
        const auto message = protocol::decodeReturnRequest(request.body);
        if (!message)
            return http::Response::error(message.error());
        auto dossier = open(services, device, message->code);
        if (!dossier)
            return http::Response::error(dossier.error());
        return http::Response::json(200, encode(protocol::ReturnResponse{std::move(*dossier)}));
    };
    router.add(http::Method::post, "/v1/resume", forDevice(services.store, handler),
               {.needsClientCertificate = true, .maxBody = kMaxReturnBytes});
}

} // namespace escale::server
