// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/reconcile/reconciler.h"

#include "server/reconcile/batch.h"
#include "server/reconcile/pull.h"
#include "shared/crypto/cms.h"

#include <algorithm>

namespace escale::server {
namespace {

Incoming openSealed(const protocol::SealedEdit& sealed, const SealingKey& key) {
    Incoming incoming;
    incoming.seq = sealed.seq;
    incoming.body = sealed.cms;
    incoming.edit = [&]() -> Result<Edit> {
        ESCALE_TRY_ASSIGN(plain, crypto::openCms(sealed.cms, key.certPem, key.keyPem));
        ESCALE_TRY_ASSIGN(json, parseJson(asString(plain)));
        ESCALE_TRY_ASSIGN(edit, protocol::editFromJson(json));
        if (edit.seq != sealed.seq)
            return fail(Errc::malformed, "numéro scellé différent du numéro annoncé");
        return edit;
    }();
    return incoming;
}

Incoming takeClear(const Edit& edit) {
    const std::string body = json::serialize(protocol::toJson(edit));
    const ByteView bytes = asBytes(body);
    return {edit.seq, edit, Bytes(bytes.begin(), bytes.end())};
}

/// The edits of a request above `mark`, in order; numbers are checked before any seal is opened.
Result<std::vector<Incoming>> incomingEdits(const protocol::SyncRequest& request, std::int64_t mark,
                                            const SealingKey& key) {
    std::vector<std::int64_t> numbers;
    for (const Edit& edit : request.edits)
        numbers.push_back(edit.seq);
    for (const protocol::SealedEdit& sealed : request.sealed)
        numbers.push_back(sealed.seq);
    std::sort(numbers.begin(), numbers.end());
    if (std::adjacent_find(numbers.begin(), numbers.end()) != numbers.end())
        return fail(Errc::malformed, "deux modifications du même numéro");
    if (numbers.front() < 1)
        return fail(Errc::malformed, "numéro de modification inférieur à 1");
    const auto count = static_cast<std::int64_t>(numbers.size());
    if (numbers.front() > mark + 1 || numbers.back() - numbers.front() + 1 != count)
        return fail(Errc::conflict, "il manque des modifications avant celles-ci");

    std::vector<Incoming> incoming;
    for (const Edit& edit : request.edits) {
        if (edit.seq > mark)
            incoming.push_back(takeClear(edit));
    }
    for (const protocol::SealedEdit& sealed : request.sealed) {
        if (sealed.seq > mark)
            incoming.push_back(openSealed(sealed, key));
    }
    std::sort(incoming.begin(), incoming.end(),
              [](const Incoming& a, const Incoming& b) { return a.seq < b.seq; });
    return incoming;
}

Result<DeviceRow> presentDevice(StoreSession& session, const DeviceId& id) {
    ESCALE_TRY_ASSIGN(device, session.devices().find(id));
    if (!device)
        return fail(Errc::unauthorized, "appareil inconnu");
    if (device->revoked)
        return fail(Errc::forbidden, "appareil révoqué");
    return std::move(*device);
}

Result<void> writeBatch(StoreSession& session, const DeviceId& caller,
                        const std::vector<Incoming>& incoming, std::int64_t nowMs) {
    ESCALE_TRY_ASSIGN(device, presentDevice(session, caller));
    Batch batch(session, device, nowMs);
    std::int64_t mark = device.acknowledged;
    for (const Incoming& edit : incoming) {
        if (edit.seq <= mark) // the same request came in at the same time
            continue;
        ESCALE_TRY(batch.apply(edit));
        mark = edit.seq;
    }
    ESCALE_TRY(batch.finish());
    return session.devices().setAcknowledged(caller, mark);
}

std::pair<std::int64_t, std::int64_t> firstAndLast(const protocol::SyncRequest& request) {
    std::int64_t first = INT64_MAX;
    std::int64_t last = 0;
    const auto see = [&](std::int64_t seq) {
        first = std::min(first, seq);
        last = std::max(last, seq);
    };
    for (const Edit& edit : request.edits)
        see(edit.seq);
    for (const protocol::SealedEdit& sealed : request.sealed)
        see(sealed.seq);
    return {first, last};
}

} // namespace

bool mayHold(const DeviceRow& device, const DossierRow& dossier) {
    const auto& back = dossier.returnedOn;
    if (std::find(back.begin(), back.end(), device.id) != back.end())
        return true;
    return device.role == protocol::Role::borne ? dossier.owner == device.id
                                                : dossier.site == device.site;
}

Scope scopeOf(const DeviceRow& device) {
    Scope scope{device.id, {}};
    if (device.role != protocol::Role::borne)
        scope.site = device.site;
    return scope;
}

Reconciler::Reconciler(Store& store, const Clock& clock, SealingKey key)
    : m_store(store)
    , m_clock(clock)
    , m_key(std::move(key)) {}

Result<void> Reconciler::push(const DeviceId& caller, const protocol::SyncRequest& request,
                              protocol::SyncResponse& response) {
    std::int64_t mark = 0;
    ESCALE_TRY(m_store.reading([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(device, presentDevice(session, caller));
        mark = device.acknowledged;
        return {};
    }));
    // Seals are opened before the transaction: writers wait for each other there.
    ESCALE_TRY_ASSIGN(incoming, incomingEdits(request, mark, m_key));
    if (!incoming.empty()) {
        ESCALE_TRY(m_store.inTransaction([&](StoreSession& session) {
            return writeBatch(session, caller, incoming, m_clock.nowMs());
        }));
    }
    const auto [first, last] = firstAndLast(request);
    return m_store.reading([&, first = first, last = last](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(rows, session.dossiers().refused(caller, first, last));
        for (RefusedRow& row : rows)
            response.refused.push_back(std::move(row.refused));
        return {};
    });
}

Result<protocol::SyncResponse> Reconciler::sync(const DeviceId& caller,
                                                const protocol::SyncRequest& request) {
    protocol::SyncResponse response;
    if (!request.edits.empty() || !request.sealed.empty())
        ESCALE_TRY(push(caller, request, response));
    ESCALE_TRY(m_store.reading([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(device, presentDevice(session, caller));
        response.acknowledged = device.acknowledged;
        return pull(session, device, request.cursor, response);
    }));
    return response;
}

} // namespace escale::server
