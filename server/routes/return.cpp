// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/routes.h"

#include "shared/protocol/return.h"

namespace escale::server {
namespace {

constexpr std::size_t kMaxReturnBytes = 1024;

} // namespace

void addReturnRoute(http::Router& router, const Services& services) {
    const auto handler = [&codes = services.returnCodes](const DeviceRow& device,
                                                         const http::Request& request,
                                                         const http::PathParams&) {
        const auto message = protocol::decodeReturnRequest(request.body);
        if (!message)
            return http::Response::error(message.error());
        auto dossier = codes.open(device, message->code);
        if (!dossier)
            return http::Response::error(dossier.error());
        return http::Response::json(200, encode(protocol::ReturnResponse{std::move(*dossier)}));
    };
    router.add(http::Method::post, "/v1/resume", forDevice(services.store, handler),
               {.needsClientCertificate = true, .maxBody = kMaxReturnBytes});
}

} // namespace escale::server
