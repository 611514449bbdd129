// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/receipt_facts.h"

#include "client/dossier/dossier_session.h"
#include "shared/rules/renewal.h"

namespace escale {

namespace {

QVariantList tasksOf(const Dossier& dossier, const std::vector<Question>& visible) {
    QVariantList tasks;
    for (const auto& task : dossier.tasks) {
        const auto* question = questionFor(visible, task.path);
        tasks.append(QVariantMap{
            {"message", QString::fromStdString(task.message)},
            {"questionId", question ? QString::fromStdString(question->id) : QString()}});
    }
    return tasks;
}

} // namespace

ReceiptViewModel::Facts receiptFactsOf(client::DossierSession& session,
                                       const std::vector<Question>& visible) {
    const auto& dossier = session.dossier();
    ReceiptViewModel::Facts facts;
    facts.reference = QString::fromStdString(session.reference());
    facts.numeroUnique = QString::fromStdString(dossier.numeroUnique);
    facts.receivedOn = QString::fromStdString(dossier.receivedOn);
    facts.confirmed = dossier.answer("depot.confirme") == Value(true);
    facts.documents = static_cast<int>(dossier.items("pieces").size());
    if (dossier.stage == DossierStage::toCorrect)
        facts.tasks = tasksOf(dossier, visible);
    facts.ended = isEnded(dossier);
    if (const auto summaries = session.list())
        for (const auto& summary : *summaries)
            if (summary.id == dossier.id)
                facts.sent = summary.waitingEdits == 0 && summary.waitingPages == 0;
    return facts;
}

} // namespace escale
