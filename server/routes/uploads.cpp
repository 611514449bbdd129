// SPDX-License-Identifier: GPL-3.0-or-later
// tus 1.0.0, core protocol and creation (https://tus.io/protocols/resumable-upload).
#include "server/routes/routes.h"
#include "server/routes/tus.h"

namespace escale::server {
namespace {

constexpr int kHashMismatch = 460; // tus, checksum extension

http::Response tusAnswer(http::Response response) {
    return std::move(response).with("Tus-Resumable", std::string(kTusVersion));
}

http::Response tusFailure(const Error& error) {
    switch (error.code) {
    case Errc::unreadableImage:
    case Errc::cryptoFailure:
        return tusAnswer(http::Response::error(422, error.code, error.detail));
    case Errc::malformed:
        return tusAnswer(http::Response::error(kHashMismatch, error.code, error.detail));
    case Errc::conflict:
        return tusAnswer(http::Response::error(409, error.code, error.detail));
    default:
        return tusAnswer(http::Response::error(error));
    }
}

/// Refuses a request of another version of tus, as the protocol asks (412).
http::Handler tusRoute(const Services& services, DeviceHandler handler) {
    return forDevice(services.store, [handler = std::move(handler)](
                                         const DeviceRow& device, const http::Request& request,
                                         const http::PathParams& params) {
        if (request.header("Tus-Resumable") != kTusVersion)
            return tusAnswer(http::Response::error(412, Errc::unsupportedVersion, "tus"))
                .with("Tus-Version", std::string(kTusVersion));
        return handler(device, request, params);
    });
}

http::Response created(const UploadProgress& progress) {
    const std::string offset = std::to_string(progress.offset);
    if (progress.id.empty())
        return tusAnswer(http::Response::empty(200)).with("Upload-Offset", offset);
    return tusAnswer(http::Response::empty(201))
        .with("Location", "/v1/uploads/" + progress.id)
        .with("Upload-Offset", offset);
}

void addCreate(http::Router& router, const Services& services) {
    const auto handler = [&uploads = services.uploads, changed = services.changed](
                             const DeviceRow& device, const http::Request& request,
                             const http::PathParams&) {
        const auto offer =
            readOffer(request.header("Upload-Length"), request.header("Upload-Metadata"));
        if (!offer)
            return tusAnswer(http::Response::error(offer.error()));
        const auto progress = uploads.create(device, *offer);
        if (!progress)
            return tusFailure(progress.error());
        if (changed && progress->id.empty())
            changed();
        return created(*progress);
    };
    router.add(http::Method::post, "/v1/uploads", tusRoute(services, handler), {.maxBody = 0});
}

void addState(http::Router& router, const Services& services) {
    const auto handler = [&uploads = services.uploads](const DeviceRow& device,
                                                       const http::Request&,
                                                       const http::PathParams& params) {
        const auto progress = uploads.state(device, params["id"]);
        if (!progress)
            return tusFailure(progress.error());
        return tusAnswer(http::Response::empty(200))
            .with("Upload-Offset", std::to_string(progress->offset))
            .with("Upload-Length", std::to_string(progress->length))
            .with("Cache-Control", "no-store");
    };
    // HEAD is answered by the route of GET, without its body.
    router.add(http::Method::get, "/v1/uploads/{id}", tusRoute(services, handler), {.maxBody = 0});
}

void addAppend(http::Router& router, const Services& services) {
    const auto handler = [&uploads = services.uploads, changed = services.changed](
                             const DeviceRow& device, const http::Request& request,
                             const http::PathParams& params) {
        if (request.header("Content-Type") != "application/offset+octet-stream")
            return tusAnswer(http::Response::error(415, Errc::malformed, "type de contenu"));
        const auto offset = readCount(request.header("Upload-Offset"));
        if (!offset)
            return tusAnswer(http::Response::error(offset.error()));
        const auto progress = uploads.append(device, params["id"], *offset, asBytes(request.body));
        if (!progress)
            return tusFailure(progress.error());
        if (changed && progress->id.empty())
            changed();
        return tusAnswer(http::Response::empty(204))
            .with("Upload-Offset", std::to_string(progress->offset));
    };
    router.add(http::Method::patch, "/v1/uploads/{id}", tusRoute(services, handler),
               {.maxBody = protocol::kMaxUploadChunkBytes});
}

} // namespace

void addUploadRoutes(http::Router& router, const Services& services) {
    addCreate(router, services);
    addState(router, services);
    addAppend(router, services);
}

} // namespace escale::server
