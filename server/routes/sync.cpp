// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/routes.h"
#include "shared/protocol/gzip.h"

namespace escale::server {
namespace {

/// The message of a request, unpacked when it came packed. Errc::malformed for another encoding.
Result<std::string> messageOf(const http::Request& request) {
    const std::string_view encoding = request.header("Content-Encoding");
    if (encoding.empty())
        return request.body;
    if (!http::equalsIgnoreCase(encoding, "gzip"))
        return fail(Errc::malformed, "Content-Encoding que ce serveur ne connaît pas");
    return protocol::gunzip(request.body, protocol::kMaxSyncBytes);
}

/// Packed when the device said that it reads that, and when it is worth it.
http::Response answerTo(const http::Request& request, std::string message) {
    const bool packs = request.header("Accept-Encoding").find("gzip") != std::string_view::npos &&
                       message.size() >= protocol::kLeastToCompress;
    if (!packs)
        return http::Response::json(200, std::move(message));
    return http::Response::json(200, protocol::gzip(message)).with("Content-Encoding", "gzip");
}

} // namespace

void addSyncRoute(http::Router& router, const Services& services) {
    const auto handler = [&reconciler = services.reconciler, changed = services.changed](
                             const DeviceRow& device, const http::Request& request,
                             const http::PathParams&) {
        const auto body = messageOf(request);
        if (!body)
            return http::Response::error(body.error());
        const auto message = protocol::decodeSyncRequest(*body);
        if (!message)
            return http::Response::error(message.error());
        const auto answer = reconciler.sync(device.id, *message);
        if (!answer && answer.error().code == Errc::conflict) // a gap: the device asks for the mark
            return http::Response::error(409, Errc::malformed, answer.error().detail);
        if (!answer)
            return http::Response::error(answer.error());
        if (changed && !(message->edits.empty() && message->sealed.empty()))
            changed();
        return answerTo(request, protocol::encode(*answer));
    };
    router.add(http::Method::post, "/v1/sync", forDevice(services.store, handler),
               {.needsClientCertificate = true, .maxBody = protocol::kMaxSyncBytes});
}

} // namespace escale::server
