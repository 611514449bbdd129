// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/reconcile/pull.h"

#include "server/reconcile/reconciler.h"

namespace escale::server {
namespace {

// Half of the limit of a message: the last dossier taken may go over it.
constexpr std::size_t kPageBytes = protocol::kMaxSyncBytes / 2;

protocol::DossierStatus statusOf(Dossier&& dossier) {
    protocol::DossierStatus status;
    status.dossier = dossier.id;
    status.stage = dossier.stage;
    status.numeroUnique = std::move(dossier.numeroUnique);
    status.receivedOn = std::move(dossier.receivedOn);
    status.tasks = std::move(dossier.tasks);
    status.pieces = std::move(dossier.pieces);
    return status;
}

} // namespace

Result<void> namePlaces(StoreSession& session, Dossier& dossier) {
    for (const Conflict& conflict : dossier.conflicts) {
        for (const Candidate& candidate : conflict.candidates) {
            const DeviceId& id = candidate.origin.device;
            if (id.empty() || dossier.placeOf(id) != nullptr)
                continue;
            ESCALE_TRY_ASSIGN(device, session.devices().find(id));
            if (device)
                dossier.places.push_back(
                    {id, std::string(protocol::roleName(device->role)), device->site});
        }
    }
    return {};
}

Result<void> pull(StoreSession& session, const DeviceRow& device, std::int64_t cursor,
                  protocol::SyncResponse& response) {
    const Scope scope = scopeOf(device);
    ESCALE_TRY_ASSIGN(last, session.dossiers().lastChange(scope));
    response.cursor = cursor;
    if (cursor > last) {
        ESCALE_TRY_ASSIGN(newest, session.dossiers().lastChange());
        if (cursor > newest)
            response.cursor = 0;
    }
    if (last <= response.cursor)
        return {};
    ESCALE_TRY_ASSIGN(rows, session.dossiers().changedSince(scope, response.cursor,
                                                            protocol::kMaxSnapshotsPerSync));
    std::size_t bytes = 0;
    for (DossierRow& row : rows) {
        if (bytes > kPageBytes)
            break;
        bytes += row.stateBytes;
        response.cursor = row.change;
        if (device.role == protocol::Role::borne) {
            response.statuses.push_back(statusOf(std::move(row.dossier)));
            continue;
        }
        ESCALE_TRY(namePlaces(session, row.dossier));
        response.dossiers.push_back(std::move(row.dossier));
    }
    response.more = response.cursor < last;
    return {};
}

} // namespace escale::server
