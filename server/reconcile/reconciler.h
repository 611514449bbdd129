// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the edits of a device, merges them, and tells it what changed (architecture D3 to D5).
// Both halves are transactions of the store; an acknowledged edit is on disk.
#pragma once

#include "server/store/store.h"
#include "shared/base/ports.h"
#include "shared/protocol/messages.h"

#include <string>

namespace escale::server {

/// The server's sealing key: what devices sealed is opened with it.
struct SealingKey {
    std::string certPem;
    std::string keyPem;
};

class Reconciler {
public:
    /// The references outlive this object. May be used from any thread.
    Reconciler(Store& store, const Clock& clock, SealingKey key);

    /// Applies what is new in `request` and answers what `caller` has not got yet. Sending the same
    /// request again changes nothing and gives the same refusals.
    /// Errc::conflict when the numbers have a gap, between themselves or after the high-water mark
    /// (nothing is kept), malformed when one comes twice, forbidden when the device was revoked;
    /// the store's failures otherwise. An edit that cannot be applied is not a failure: it is kept,
    /// with its reason, and listed in the answer.
    Result<protocol::SyncResponse> sync(const DeviceId& caller,
                                        const protocol::SyncRequest& request);

private:
    Result<void> push(const DeviceId& caller, const protocol::SyncRequest& request,
                      protocol::SyncResponse& response);

    Store& m_store;
    const Clock& m_clock;
    SealingKey m_key;
};

/// Whether a device may read and change that dossier.
bool mayHold(const DeviceRow& device, const DossierRow& dossier);
/// All that it may hold.
Scope scopeOf(const DeviceRow& device);
/// Writes in `dossier`, for an adviser, where those who disagree on a value work: people recognise
/// a role and a place, not the number of a device.
Result<void> namePlaces(StoreSession& session, Dossier& dossier);

} // namespace escale::server
