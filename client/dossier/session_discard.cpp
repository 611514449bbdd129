// SPDX-License-Identifier: GPL-3.0-or-later
// « Tout effacer ».
#include "client/dossier/dossier_session.h"

#include "shared/sync/merge.h"

namespace escale::client {

/// Edits that clear every answer, as many as the limit of one edit makes needed.
Result<std::vector<Draft>> DossierSession::clearingDrafts() const {
    ESCALE_TRY_ASSIGN(snapshot, m_workspace.store().snapshot(m_dossier.id));
    std::vector<Draft> drafts;
    for (const auto& [path, state] : m_dossier.fields) {
        if (path == "reference" || isEmpty(state.value))
            continue;
        const auto parsed = parsePath(path);
        const bool item = parsed && parsed->isItem();
        if (drafts.empty() || drafts.back().changes.size() == kMaxChangesPerEdit) {
            Draft draft;
            draft.dossier = m_dossier.id;
            draft.author = m_workspace.profile().defaultAuthor();
            draft.schema = m_catalogue.schema();
            draft.seen = snapshot.revision;
            drafts.push_back(std::move(draft));
        }
        drafts.back().changes.push_back(
            {path, item ? Value(false) : Value(), baseOf(snapshot, path)});
    }
    return drafts;
}

Result<void> DossierSession::discard() {
    if (!isOpen())
        return {};
    if (m_dossier.answer("depot.confirme") == Value(true))
        return fail(Errc::forbidden, "une demande déposée ne s’efface pas ici");
    ESCALE_TRY_ASSIGN(clearing, clearingDrafts());
    ESCALE_TRY_ASSIGN(names, m_workspace.store().discard(m_dossier.id, clearing));
    close();
    for (const std::string& name : names)
        ESCALE_TRY(m_workspace.pages().erase(name));
    return {};
}

} // namespace escale::client
