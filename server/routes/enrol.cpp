// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/routes.h"

namespace escale::server {
namespace {

constexpr std::size_t kMaxEnrolBytes = 16U << 10;

} // namespace

void addEnrolRoute(http::Router& router, const Services& services) {
    const auto handler = [&enrolment = services.enrolment, &shelf = services.shelf](
                             const http::Request& request, const http::PathParams&) {
        const auto message = protocol::decodeEnrolRequest(request.body);
        if (!message)
            return http::Response::error(message.error());
        const auto answer = enrolment.enrol(*message, request.remoteAddress);
        if (!answer && answer.error().code == Errc::cryptoFailure) // its key, or its signature
            return http::Response::error(400, Errc::malformed, answer.error().detail);
        if (!answer)
            return http::Response::error(answer.error());
        return http::Response::json(
            200, protocol::withPublicationKey(protocol::encode(*answer), shelf.publicPem()));
    };
    router.add(http::Method::post, "/v1/enrol", handler,
               {.needsClientCertificate = false, .maxBody = kMaxEnrolBytes});
}

} // namespace escale::server
