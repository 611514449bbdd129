// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this room: the edits of one request, inside one transaction.
#pragma once

#include "server/store/store.h"

#include <map>
#include <string>
#include <vector>

namespace escale::server {

/// An edit as it arrived, opened when it was sealed.
struct Incoming {
    std::int64_t seq = 0;
    Result<Edit> edit = fail(Errc::internal);
    Bytes body; // kept when the edit is refused: its JSON, or the seal that did not open
};

class Batch {
public:
    Batch(StoreSession& session, const DeviceRow& device, std::int64_t nowMs);

    /// Applies one edit, or notes why not. Fails only with the store.
    Result<void> apply(const Incoming& incoming);
    /// Writes dossiers, history and refusals.
    Result<void> finish();

private:
    struct Open {
        DossierRow row;
        std::size_t bytes = 0; // of text that the dossier holds, about
        bool changed = false;
    };
    /// The dossier of an edit, made when it is new. Errc::forbidden out of the device's scope.
    Result<Open*> open(const DossierId& id);
    /// Whether the device may have written that edit, and its form.
    [[nodiscard]] Result<void> check(const Edit& edit) const;
    Result<void> merge(const Edit& edit, Open& open);
    /// What `path` held when the dossier had that revision: its history, played again.
    Result<Value> valueAt(const DossierId& id, const std::string& path, std::int64_t revision);
    void refuse(const Incoming& incoming, const DossierId& dossier, const Error& reason);

    StoreSession& m_session;
    const DeviceRow& m_device;
    std::int64_t m_nowMs;
    std::map<DossierId, Open> m_dossiers;
    std::vector<Edit> m_applied;
    std::vector<RefusedRow> m_refused;
};

} // namespace escale::server
