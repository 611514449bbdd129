// SPDX-License-Identifier: GPL-3.0-or-later
// tus 1.0.0: core protocol, creation (with upload), checksum, expiration, termination
// (https://tus.io/protocols/resumable-upload).
#include "server/routes/routes.h"
#include "server/routes/tus.h"

#include <map>

namespace escale::server {
namespace {

constexpr int kChecksumMismatch = 460; // tus, checksum extension
constexpr std::string_view kUploads = "/v1/uploads";
constexpr std::string_view kOneUpload = "/v1/uploads/{id}";
constexpr std::string_view kPartType = "application/offset+octet-stream";

using Handlers = std::map<http::Method, DeviceHandler>;

http::Response tusFailure(const Error& error) {
    switch (error.code) {
    case Errc::cryptoFailure:
        return http::Response::error(422, error.code, error.detail);
    case Errc::malformed: // of a whole page: headers are refused before
        return http::Response::error(kChecksumMismatch, error.code, error.detail);
    default:
        return http::Response::error(error);
    }
}

http::Response withProgress(http::Response response, const UploadProgress& progress) {
    response.headers.push_back({"Upload-Offset", std::to_string(progress.offset)});
    if (!progress.isFiled())
        response.headers.push_back({"Upload-Expires", httpDate(progress.expiresMs)});
    return response;
}

class Tus {
public:
    explicit Tus(const Services& services)
        : m_uploads(services.uploads)
        , m_changed(services.changed) {}

    http::Response options() const {
        return http::Response::empty(204)
            .with("Tus-Version", std::string(kTusVersion))
            .with("Tus-Extension", std::string(kTusExtensions))
            .with("Tus-Max-Size", std::to_string(protocol::kMaxUploadBytes))
            .with("Tus-Checksum-Algorithm", std::string(kTusAlgorithms));
    }

    http::Response create(const DeviceRow& device, const http::Request& request) const {
        const auto offer =
            readOffer(request.header("Upload-Length"), request.header("Upload-Metadata"));
        if (!offer)
            return http::Response::error(offer.error());
        if (!request.body.empty() && request.header("Content-Type") != kPartType)
            return http::Response::error(415, Errc::malformed, "type de contenu");
        auto progress = m_uploads.create(device, *offer);
        if (!progress)
            return tusFailure(progress.error());
        const std::string id = progress->upload.id;
        if (!request.body.empty() && progress->offset == 0) {
            if (const auto refused = refusedPart(request))
                return *refused;
            progress = m_uploads.append(device, id, 0, asBytes(request.body));
            if (!progress)
                return tusFailure(progress.error());
            tellIfFiled(*progress);
        }
        return withProgress(http::Response::empty(201), *progress)
            .with("Location", std::string(kUploads) + "/" + id);
    }

    http::Response state(const DeviceRow& device, const std::string& id) const {
        const auto progress = m_uploads.state(device, id);
        if (!progress)
            return tusFailure(progress.error());
        tellIfFiled(*progress);
        return withProgress(http::Response::empty(200), *progress)
            .with("Upload-Length", std::to_string(progress->upload.length))
            .with("Upload-Metadata", metadataOf(progress->upload))
            .with("Cache-Control", "no-store");
    }

    http::Response append(const DeviceRow& device, const http::Request& request,
                          const std::string& id) const {
        if (request.header("Content-Type") != kPartType)
            return http::Response::error(415, Errc::malformed, "type de contenu");
        const auto offset = readCount(request.header("Upload-Offset"));
        if (!offset)
            return http::Response::error(offset.error());
        if (const auto refused = refusedPart(request))
            return *refused;
        const auto progress = m_uploads.append(device, id, *offset, asBytes(request.body));
        if (!progress)
            return tusFailure(progress.error());
        tellIfFiled(*progress);
        return withProgress(http::Response::empty(204), *progress);
    }

    http::Response end(const DeviceRow& device, const std::string& id) const {
        const auto ended = m_uploads.end(device, id);
        return ended ? http::Response::empty(204) : tusFailure(ended.error());
    }

private:
    /// A part that was cut cannot be checked: with a checksum it is dropped, without one it is kept
    /// as far as it came.
    static std::optional<http::Response> refusedPart(const http::Request& request) {
        const auto checksum = checkPart(request.header("Upload-Checksum"), asBytes(request.body));
        if (!checksum)
            return http::Response::error(checksum.error());
        if (*checksum == Checksum::wrong)
            return http::Response::error(kChecksumMismatch, Errc::malformed, "partie altérée");
        return std::nullopt;
    }
    void tellIfFiled(const UploadProgress& progress) const {
        if (m_changed && progress.isFiled())
            m_changed();
    }

    Uploads& m_uploads;
    std::function<void()> m_changed;
};

/// The method that is meant: tus lets X-HTTP-Method-Override stand for it, whatever the real one.
http::Method meantMethod(const http::Request& request) {
    const std::string_view name = request.header("X-HTTP-Method-Override");
    return name.empty() ? request.method : http::methodFromName(name);
}

/// Refuses a request of another version of tus, as the protocol asks (412); OPTIONS names none.
http::Handler tusRoute(const Services& services, Handlers handlers) {
    std::vector<http::Method> methods;
    for (const auto& [method, handler] : handlers)
        methods.push_back(method);
    return forDevice(
        services.store,
        [handlers = std::move(handlers), allowed = http::allowHeader(methods)](
            const DeviceRow& device, const http::Request& request, const http::PathParams& params) {
            const http::Method method = meantMethod(request);
            if (method != http::Method::options && request.header("Tus-Resumable") != kTusVersion)
                return http::Response::error(412, Errc::unsupportedVersion, "tus")
                    .with("Tus-Version", std::string(kTusVersion));
            const auto found = handlers.find(method);
            if (found == handlers.end())
                return http::Response::error(405, Errc::invalidArgument, "méthode")
                    .with("Allow", allowed);
            return found->second(device, request, params);
        });
}

/// Each real method can carry any meant one, hence one handler for all of a path.
void addAll(http::Router& router, std::string_view path, const http::Handler& handler,
            std::initializer_list<http::Method> methods) {
    for (const http::Method method : methods) {
        const bool carries = method == http::Method::post || method == http::Method::patch;
        http::RoutePolicy policy;
        policy.maxBody = carries ? protocol::kMaxUploadBytes : 0;
        policy.takesCutBody = carries;
        if (method != http::Method::options)
            policy.headers = {{"Tus-Resumable", std::string(kTusVersion)}};
        router.add(method, std::string(path), handler, std::move(policy));
    }
}

} // namespace

void addUploadRoutes(http::Router& router, const Services& services) {
    using http::Method;
    const Tus tus(services);
    const DeviceHandler options = [tus](const auto&, const auto&, const auto&) {
        return tus.options();
    };
    const DeviceHandler create = [tus](const auto& device, const auto& request, const auto&) {
        return tus.create(device, request);
    };
    const DeviceHandler state = [tus](const auto& device, const auto&, const auto& params) {
        return tus.state(device, params["id"]);
    };
    const DeviceHandler append = [tus](const auto& device, const auto& request,
                                       const auto& params) {
        return tus.append(device, request, params["id"]);
    };
    const DeviceHandler end = [tus](const auto& device, const auto&, const auto& params) {
        return tus.end(device, params["id"]);
    };
    const http::Handler whole =
        tusRoute(services, {{Method::post, create}, {Method::options, options}});
    const http::Handler one = tusRoute(services, {{Method::head, state},
                                                  {Method::patch, append},
                                                  {Method::del, end},
                                                  {Method::options, options}});
    addAll(router, kUploads, whole, {Method::post, Method::options});
    // HEAD is found through the route of GET.
    addAll(router, kOneUpload, one,
           {Method::get, Method::post, Method::patch, Method::del, Method::options});
}

} // namespace escale::server
