// SPDX-License-Identifier: GPL-3.0-or-later
// What the SNE ended (CCH R441-2-8): told to the person as a task of the dossier, which stays until
// a renewal takes the demande up again; erased a year later (CDC2015 §7).
#pragma once

#include "server/sne/sne_client.h"
#include "server/store/store.h"
#include "shared/base/ports.h"

#include <functional>

namespace escale::sne {

/// What tells the person why and since when, and what may be done. `dossier` is as it stands.
Task endedTask(const EndedDemande& ended, const Dossier& dossier);

class Endings {
public:
    /// Erases all that is held of a dossier.
    using Forget = std::function<Result<void>(const DossierId&)>;
    /// French, one line, for the log.
    using Report = std::function<void(const std::string& event, const DossierId& dossier)>;

    /// All outlive this object.
    Endings(server::Store& store, SneFeeds& sne, const Clock& clock, Forget forget,
            Report report = {});

    /// Once a day (an hour after a failure): asks what ended, says it, erases what must be.
    /// Does nothing in between.
    Result<void> look();

private:
    Result<void> takeNews();
    Result<void> sayAll(const std::vector<EndedDemande>& rows);
    /// `ended`: nullptr when the SNE does not list it. Whether the dossier has changed.
    Result<bool> say(server::StoreSession& session, const DossierId& id, const EndedDemande* ended);
    Result<void> forgetOld();

    server::Store& m_store;
    SneFeeds& m_sne;
    const Clock& m_clock;
    Forget m_forget;
    Report m_report;
    std::int64_t m_nextMs = 0;
};

} // namespace escale::sne
