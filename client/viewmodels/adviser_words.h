// SPDX-License-Identifier: GPL-3.0-or-later
// A dossier as an adviser sees it: who, what it lacks, what must be decided. In the present
// language; no state.
#pragma once

#include "client/dossier/dossier_session.h"
#include "client/sync/sync_status.h"

#include <QList>
#include <QString>
#include <QVariantList>

namespace escale {

/// One thing to do for a person.
struct PersonTask {
    QString icon;
    QString title;  // "Deux réponses différentes"
    QString detail; // "Votre loyer"
    /// "conflit" (path), "question" (questionId, item), "documents", "relire", "renouveler", ""
    /// (nothing to open).
    QString action;
    QString path, questionId, item;
    bool decide = false; // a person must choose or put right; otherwise something lacks
};

/// What the list knows of a dossier. Without the person's agreement: only the name.
struct PersonRow {
    QString id;
    QString name; // "Nadia Benarous"; "Personne sans nom"
    QString town; // of residence, else the first one wished
    QString folded;
    client::Agreement agreement = client::Agreement::notAsked;
    bool confirmed = false;
    bool registered = false; // the numéro unique is there
    QList<PersonTask> tasks; // to decide first, then what lacks
    int pages = 0;           // of its documents
    std::int64_t createdMs = 0;
    std::int64_t waitingEdits = 0, waitingPages = 0;

    [[nodiscard]] bool agreed() const { return agreement == client::Agreement::given; }
    [[nodiscard]] bool toDecide() const { return !tasks.isEmpty() && tasks.first().decide; }
    [[nodiscard]] bool toFinish() const { return !confirmed || !tasks.isEmpty(); }
    [[nodiscard]] client::SendState state() const {
        return client::sendStateOf(confirmed, waitingEdits, waitingPages);
    }
};

/// "Nadia Benarous"; empty when nobody wrote it yet.
QString personName(const Dossier& dossier);

/// `refusals` of the dossier; `device` is the one that asks.
PersonRow personRow(const Dossier& dossier, const std::vector<client::Refusal>& refusals,
                    const DeviceId& device, const Date& today);

/// {stateText, stateIcon, stateKind}: « À décider », or one of the three words.
QVariantMap statePill(const PersonRow& row);

/// The task as the pages read it.
QVariantMap taskMap(const PersonTask& task);

/// "Votre loyer": how the check page names the question of `path`; empty when none asks it.
QString labelOfPath(const Dossier& dossier, const std::string& path, const Date& today);

} // namespace escale
