// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/routes.h"

namespace escale::server {

void addSyncRoute(http::Router& router, const Services& services) {
    const auto handler = [&reconciler = services.reconciler, changed = services.changed](
                             const DeviceRow& device, const http::Request& request,
                             const http::PathParams&) {
        const auto message = protocol::decodeSyncRequest(request.body);
        if (!message)
            return http::Response::error(message.error());
        const auto answer = reconciler.sync(device.id, *message);
        if (!answer && answer.error().code == Errc::conflict) // a gap: the device asks for the mark
            return http::Response::error(409, Errc::malformed, answer.error().detail);
        if (!answer)
            return http::Response::error(answer.error());
        if (changed && !(message->edits.empty() && message->sealed.empty()))
            changed();
        return http::Response::json(200, protocol::encode(*answer));
    };
    router.add(http::Method::post, "/v1/sync", forDevice(services.store, handler),
               {.needsClientCertificate = true, .maxBody = protocol::kMaxSyncBytes});
}

} // namespace escale::server
