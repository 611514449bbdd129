// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, leaving, reading again.
#include "client/dossier/dossier_session.h"

#include "client/store/local_store.h"

#include <algorithm>

namespace escale::client {

DossierSession::DossierSession(Workspace& workspace, const Catalogue& catalogue, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_catalogue(catalogue) {}

Result<DossierId> DossierSession::create(const std::vector<TypedAnswer>& answers) {
    auto all = m_opening;
    all.insert(all.end(), answers.begin(), answers.end());
    ESCALE_TRY_ASSIGN(changes, typedChanges(all, Dossier()));
    for (const Change& change : changes)
        ESCALE_TRY(checkChange(change));
    ESCALE_TRY(m_workspace.beginSession());
    const std::string reference = m_workspace.store().nextReference();
    changes.insert(changes.begin(), Change{"reference", reference, 0});
    Draft draft;
    draft.dossier = newId<DossierId>(m_workspace.clock(), m_workspace.random());
    draft.author = m_workspace.profile().defaultAuthor();
    draft.schema = m_catalogue.schema();
    draft.changes = std::move(changes);
    ESCALE_TRY(m_workspace.store().create(draft, reference));
    m_opening.clear();
    ESCALE_TRY(open(draft.dossier));
    emit kept();
    return draft.dossier;
}

Result<void> DossierSession::open(const DossierId& id) {
    ESCALE_TRY_ASSIGN(dossier, m_workspace.store().load(id));
    show(std::move(dossier));
    emit opened();
    return {};
}

Result<std::int64_t> DossierSession::resumeWaitMs() {
    return m_workspace.store().attemptWaitMs("reprise");
}

Result<void> DossierSession::resume(const DossierId& id, std::string_view code) {
    ESCALE_TRY(m_workspace.beginSession());
    ESCALE_TRY(m_workspace.store().reopen(id, code));
    return open(id);
}

void DossierSession::close() {
    m_opening.clear();
    if (!isOpen())
        return;
    m_dossier = Dossier();
    emit closed();
}

Result<std::vector<DossierSummary>> DossierSession::list() {
    return m_workspace.store().list();
}

Result<Dossier> DossierSession::read(const DossierId& id) {
    return m_workspace.store().load(id);
}

Result<std::vector<Refusal>> DossierSession::refusals(const DossierId& id) {
    return m_workspace.store().refusals(id);
}

Result<std::vector<PieceSending>> DossierSession::sendings(const DossierId& id) {
    ESCALE_TRY_ASSIGN(dossier, m_workspace.store().load(id));
    ESCALE_TRY_ASSIGN(rows, m_workspace.store().pagesOf(id));
    return pieceSendings(dossier, rows);
}

Result<void> DossierSession::comeBack(const DossierId& id) {
    ESCALE_TRY(open(id));
    auto agreed = recordAgreement(true);
    if (!agreed)
        close(); // nothing is seen that was not agreed to
    return agreed;
}

Result<void> DossierSession::comeBack(const Dossier& dossier) {
    ESCALE_TRY(m_workspace.store().take(dossier));
    return comeBack(dossier.id);
}

Result<void> DossierSession::recordAgreement(bool given) {
    return answerAll(agreementAnswers(profile(), given));
}

Result<void> DossierSession::keepDraft(std::string_view text) {
    return m_workspace.store().keepDraft(m_dossier.id, text);
}

Result<std::string> DossierSession::draft() {
    return m_workspace.store().draft(m_dossier.id);
}

std::vector<std::string> DossierSession::visibleFields() const {
    return escale::visibleFields(m_dossier, m_catalogue, today());
}

std::vector<Missing> DossierSession::missing() const {
    return missingToRegister(m_dossier, m_catalogue, today());
}

Date DossierSession::today() const {
    return parisDate(m_workspace.clock().nowMs());
}

Result<void> DossierSession::endSession() {
    close();
    return m_workspace.endSession();
}

Result<void> DossierSession::refresh() {
    if (!isOpen())
        return {};
    ESCALE_TRY_ASSIGN(dossier, m_workspace.store().load(m_dossier.id));
    show(std::move(dossier));
    emit changed({});
    return {};
}

void DossierSession::show(Dossier dossier) {
    m_dossier = std::move(dossier);
}

} // namespace escale::client
