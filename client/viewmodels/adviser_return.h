// SPDX-License-Identifier: GPL-3.0-or-later
// A person comes to an adviser with the code de reprise of a demande begun elsewhere.
#pragma once

#include "client/viewmodels/return_ask.h"
#include "client/viewmodels/return_view_model.h"

#include <QObject>

namespace escale {

class AdviserReturn : public QObject {
    Q_OBJECT
public:
    /// Both may be null, and outlive this.
    AdviserReturn(client::DossierSession* session, client::SyncEngine* sync,
                  QObject* parent = nullptr);

    ReturnViewModel* typed() { return &m_typed; }
    /// Looks for the code typed, on this device then by the server; found() follows, or the page
    /// says why. The person has agreed: this is kept with the dossier found.
    void look();
    /// Nothing of a code stays.
    void clear();

signals:
    /// It is the open one.
    void found();

private:
    Result<DossierId> onThisDevice();
    void settle(const Result<void>& opened);

    client::DossierSession* m_session;
    ReturnAsk m_ask;
    ReturnViewModel m_typed;
};

} // namespace escale
