// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the server for the dossier of a code de reprise; the answer to an older code is dropped.
#pragma once

#include "shared/base/result.h"
#include "shared/dossier/dossier.h"

#include <QtGlobal>

#include <functional>
#include <memory>
#include <string>

namespace escale {

namespace client {
class DossierSession;
class SyncEngine;
} // namespace client

class ReturnAsk {
public:
    using Done = std::function<void(const Result<Dossier>&)>;

    /// Both outlive this, which may be gone before an answer comes.
    ReturnAsk(client::DossierSession* session, client::SyncEngine* sync);

    /// `code`: 12 digits. Errc::wrongCode, throttled, networkUnavailable… in `done`.
    void send(const std::string& code, Done done);
    void drop();
    /// How long the server takes no code of this device, ms; 0: it takes them.
    [[nodiscard]] qint64 waitMs() const;

private:
    struct State {
        int asked = 0;
        qint64 waitUntilMs = 0;
    };
    client::DossierSession* m_session;
    client::SyncEngine* m_sync;
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace escale
