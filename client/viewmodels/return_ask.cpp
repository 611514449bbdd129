// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/return_ask.h"

#include "client/dossier/dossier_session.h"
#include "client/sync/sync_engine.h"

#include <algorithm>

namespace escale {

namespace {

constexpr qint64 kServerWaitMs = 15 * 60'000; // shared/protocol/README.md, « Coming back »

} // namespace

ReturnAsk::ReturnAsk(client::DossierSession* session, client::SyncEngine* sync)
    : m_session(session)
    , m_sync(sync) {}

void ReturnAsk::send(const std::string& code, Done done) {
    const int asked = ++m_state->asked;
    m_sync->fetchByCode(code, [asked, done = std::move(done), session = m_session,
                               known = std::weak_ptr(m_state)](const Result<Dossier>& dossier) {
        const auto state = known.lock();
        if (!state || asked != state->asked)
            return;
        if (!dossier && dossier.error().code == Errc::throttled)
            state->waitUntilMs = session->nowMs() + kServerWaitMs;
        done(dossier);
    });
}

void ReturnAsk::drop() {
    ++m_state->asked;
}

qint64 ReturnAsk::waitMs() const {
    return std::max<qint64>(0, m_state->waitUntilMs - m_session->nowMs());
}

} // namespace escale
