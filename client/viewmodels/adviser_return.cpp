// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/adviser_return.h"

#include "client/dossier/dossier_session.h"

namespace escale {

AdviserReturn::AdviserReturn(client::DossierSession* session, client::SyncEngine* sync,
                             QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_ask(session, sync) {
    m_typed.setWait([this] { return m_ask.waitMs(); });
}

void AdviserReturn::look() {
    if (!m_typed.complete())
        return m_typed.refuse(Errc::invalidArgument);
    if (m_typed.searching())
        return;
    m_typed.search();
    const auto here = onThisDevice();
    if (!here)
        return m_typed.refuse(here.error().code);
    if (!here->empty())
        return settle(m_session->comeBack(*here));
    m_ask.send(m_typed.digits(), [this](const Result<Dossier>& dossier) {
        settle(dossier ? m_session->comeBack(*dossier) : Result<void>(dossier.error()));
    });
}

/// Empty: none. Two of one code are left to their names, as by the server.
Result<DossierId> AdviserReturn::onThisDevice() {
    ESCALE_TRY_ASSIGN(known, m_session->list());
    DossierId found;
    for (const auto& one : known) {
        const auto dossier = m_session->read(one.id);
        if (!dossier || referenceOf(*dossier) != m_typed.digits())
            continue; // one that cannot be read does not hide the others
        if (!found.empty())
            return fail(Errc::wrongCode, "deux demandes ont ce code");
        found = one.id;
    }
    return found;
}

void AdviserReturn::settle(const Result<void>& opened) {
    if (!opened)
        return m_typed.refuse(opened.error().code);
    clear();
    emit found();
}

void AdviserReturn::clear() {
    m_ask.drop();
    m_typed.clear();
}

} // namespace escale
