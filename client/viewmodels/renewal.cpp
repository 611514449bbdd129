// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/renewal.h"

#include "shared/rules/renewal.h"

namespace escale {

namespace {

Result<void> write(client::DossierSession& session,
                   std::vector<std::pair<std::string, Value>> answers) {
    std::vector<Change> changes;
    for (auto& [path, value] : answers)
        if (session.dossier().answer(path) != value)
            changes.push_back({path, std::move(value), 0});
    return session.apply(std::move(changes));
}

} // namespace

Result<bool> beginRenewal(client::DossierSession& session) {
    if (mayRenew(session.dossier(), session.today()))
        ESCALE_TRY(write(session, renewalStart(session.dossier(), session.today())));
    return isRenewing(session.dossier());
}

Result<void> signDemande(client::DossierSession& session) {
    if (isRenewing(session.dossier()))
        return write(session, renewalSigned(session.dossier()));
    return session.setAnswer("depot.confirme", "oui");
}

} // namespace escale
