// SPDX-License-Identifier: GPL-3.0-or-later
// GET /v1/dossiers/{id}/history?chemin=…&depuis=N: who answered what, and what came of it.
#include "server/routes/history.h"

#include "shared/dossier/catalogue.h"
#include "shared/protocol/history.h"

#include <algorithm>
#include <charconv>

namespace escale::server {
namespace {

/// A step may hold a whole text twice.
constexpr std::size_t kPageBytes = protocol::kMaxSyncBytes;

Result<std::size_t> readStart(const http::Request& request) {
    const auto text = request.queryParam("depuis").value_or("0");
    std::size_t start = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), start);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size())
        return fail(Errc::malformed, "depuis : un nombre");
    return start;
}

Result<std::vector<ReceivedEdit>> editsOf(Store& store, const DeviceRow& device,
                                          const DossierId& id) {
    // A borne gives answers and never gets one back.
    if (device.role == protocol::Role::borne)
        return fail(Errc::forbidden, "une borne ne relit rien");
    std::vector<ReceivedEdit> edits;
    ESCALE_TRY(store.reading([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(found, session.dossiers().find(id));
        if (!found || !mayHold(device, *found))
            return fail(Errc::notFound, "dossier absent");
        ESCALE_TRY_ASSIGN(rows, session.dossiers().history(id));
        for (HistoryRow& row : rows)
            edits.push_back({std::move(row.edit), row.receivedMs});
        return {};
    }));
    return edits;
}

Result<protocol::HistoryResponse> tell(Store& store, const DeviceRow& device,
                                       const http::Request& request, const std::string& dossier) {
    ESCALE_TRY_ASSIGN(id, parseId<DossierId>(dossier));
    ESCALE_TRY_ASSIGN(start, readStart(request));
    ESCALE_TRY_ASSIGN(edits, editsOf(store, device, id));
    auto steps =
        playHistory(id, edits, catalogue(), request.queryParam("chemin").value_or(std::string()));
    protocol::HistoryResponse response{id, {}, false};
    std::size_t bytes = 0;
    for (std::size_t i = start; i < steps.size() && !response.more; ++i) {
        bytes += json::serialize(protocol::toJson(steps[i])).size();
        response.steps.push_back(std::move(steps[i]));
        const bool full =
            response.steps.size() == protocol::kMaxStepsPerHistory || bytes > kPageBytes;
        response.more = full && i + 1 < steps.size();
    }
    return response;
}

} // namespace

void addHistoryRoute(http::Router& router, const Services& services) {
    const auto handler = [&store = services.store](const DeviceRow& device,
                                                   const http::Request& request,
                                                   const http::PathParams& params) {
        const auto response = tell(store, device, request, params["id"]);
        if (!response)
            return http::Response::error(response.error());
        return http::Response::json(200, encode(*response));
    };
    router.add(http::Method::get, "/v1/dossiers/{id}/history", forDevice(services.store, handler));
}

} // namespace escale::server
