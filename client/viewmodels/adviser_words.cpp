// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/adviser_words.h"

#include "client/viewmodels/adviser_search.h"
#include "client/viewmodels/preferences.h"
#include "client/viewmodels/recap_words.h"
#include "shared/dossier/communes.h"
#include "shared/rules/questions.h"
#include "shared/rules/renewal.h"

#include <algorithm>

namespace escale {

namespace {

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), qsizetype(words.size()));
}

QString townOf(const Dossier& dossier) {
    auto insee = textOf(dossier.answer("demandeur.adresse.commune"));
    for (const auto& id : dossier.items("localisations"))
        if (insee.empty())
            insee = textOf(dossier.answer("localisations[" + id + "].commune"));
    const auto* town = findCommune(insee);
    return town ? text(town->name) : QString();
}

int pagesOf(const Dossier& dossier) {
    int pages = 0;
    for (const auto& id : dossier.items("pieces")) {
        const auto value = dossier.answer("pieces[" + id + "].pages");
        if (const auto* names = std::get_if<TextList>(&value))
            pages += static_cast<int>(names->size());
    }
    return pages;
}

const Question* pageOf(const std::vector<Question>& visible, const std::string& path) {
    return path.empty() ? nullptr : questionFor(visible, path);
}

void openOn(PersonTask& task, const Question* question) {
    if (!question)
        return;
    task.icon = text(question->picto);
    task.action = question->input == Input::piece ? "documents" : "question";
    task.questionId = text(question->id);
    task.item = text(question->item);
}

void addConflicts(QList<PersonTask>& tasks, const Dossier& dossier, const Date& today) {
    for (const auto& conflict : dossier.conflicts) {
        // The agreement is settled by asking again, not here.
        if (conflict.path.starts_with("accompagnements["))
            continue;
        PersonTask task;
        task.icon = "conflit";
        task.title = Preferences::text("suivi.deux_reponses");
        task.detail = labelOfPath(dossier, conflict.path, today);
        task.action = "conflit";
        task.path = text(conflict.path);
        task.decide = true;
        tasks.append(task);
    }
}

void addRefusals(QList<PersonTask>& tasks, const std::vector<client::Refusal>& refusals) {
    for (const auto& refusal : refusals) {
        PersonTask task;
        const bool photo = !refusal.page.empty();
        task.icon = photo ? "photo-floue" : "attention";
        task.title = Preferences::text(photo ? "suivi.photo_refusee" : "suivi.reponse_refusee");
        task.detail = Preferences::text(photo ? "suivi.photo_refusee.detail"
                                              : "suivi.reponse_refusee.detail");
        task.action = photo ? "documents" : "relire";
        task.decide = true;
        tasks.append(task);
    }
}

/// What the server or the register asks to put right. Their conflicts are in the list already.
void addServerTasks(QList<PersonTask>& tasks, const Dossier& dossier,
                    const std::vector<Question>& visible) {
    for (const auto& one : dossier.tasks) {
        if (one.code == "conflit" || one.code == "manque")
            continue;
        PersonTask task;
        task.icon = "attention";
        task.action = "relire";
        openOn(task, pageOf(visible, one.path));
        task.title = Preferences::text("suivi.a_corriger");
        task.detail = text(one.message);
        task.decide = true;
        tasks.append(task);
    }
}

/// The year of the demande ends: without a renewal it stops (CCH R441-2-8 e).
void addRenewal(QList<PersonTask>& tasks, const Dossier& dossier, const Date& today) {
    if (!mayRenew(dossier, today) && !isRenewing(dossier))
        return;
    PersonTask task;
    task.icon = "recommencer";
    task.title = Preferences::text("suivi.renouveler");
    task.detail = Preferences::text("suivi.renouveler.detail");
    task.action = "renouveler";
    tasks.append(task);
}

void addMissing(QList<PersonTask>& tasks, const Dossier& dossier,
                const std::vector<Question>& visible, const Date& today) {
    const auto missing = missingToRegister(dossier, catalogue(), today);
    for (const auto& entry : recapMissing(visible, dossier, missing)) {
        const auto map = entry.toMap();
        PersonTask task;
        task.icon = "ne-sais-pas";
        const auto at = std::find_if(visible.begin(), visible.end(), [&](const Question& one) {
            return text(one.id) == map["questionId"].toString() &&
                   text(one.item) == map["item"].toString();
        });
        openOn(task, at == visible.end() ? nullptr : &*at);
        task.title = map["label"].toString();
        task.detail = Preferences::text(
            task.action == QLatin1String("documents") ? "suivi.manque.document" : "suivi.manque");
        tasks.append(task);
    }
}

} // namespace

QString personName(const Dossier& dossier) {
    const auto first = text(textOf(dossier.answer("demandeur.prenom")));
    const auto last = text(textOf(dossier.answer("demandeur.nom")));
    return (first + QLatin1Char(' ') + last).trimmed();
}

QString labelOfPath(const Dossier& dossier, const std::string& path, const Date& today) {
    const auto visible = visibleQuestions(dossier, today);
    const auto* question = questionFor(visible, path);
    if (!question)
        return {};
    const QString words = Preferences::text(text(question->recapKey()));
    const auto name = text(textOf(dossier.answer(question->item + ".prenom")));
    return words.contains(QLatin1String("%1")) ? words.arg(name) : words;
}

PersonRow personRow(const Dossier& dossier, const std::vector<client::Refusal>& refusals,
                    const DeviceId& device, const Date& today) {
    PersonRow row;
    row.id = text(dossier.id.str());
    row.name = personName(dossier);
    row.folded = foldedName(row.name);
    if (row.name.isEmpty())
        row.name = Preferences::text("suivi.sans_nom");
    row.agreement = client::agreementOf(dossier, device);
    row.confirmed = dossier.answer("depot.confirme") == Value(true);
    row.registered = !dossier.numeroUnique.empty();
    row.pages = pagesOf(dossier);
    if (!row.agreed())
        return row;
    row.town = townOf(dossier);
    const auto visible = visibleQuestions(dossier, today);
    addConflicts(row.tasks, dossier, today);
    addRefusals(row.tasks, refusals);
    addServerTasks(row.tasks, dossier, visible);
    addRenewal(row.tasks, dossier, today);
    addMissing(row.tasks, dossier, visible, today);
    return row;
}

QVariantMap statePill(const PersonRow& row) {
    if (row.toDecide())
        return {{"stateText", Preferences::text("suivi.etat.a_decider")},
                {"stateIcon", "conflit"},
                {"stateKind", "decide"}};
    switch (row.state()) {
    case client::SendState::inProgress:
        return {{"stateText", Preferences::text("suivi.etat.en_cours")},
                {"stateIcon", "etat-en-cours"},
                {"stateKind", "draft"}};
    case client::SendState::kept:
        return {{"stateText", Preferences::text("suivi.etat.gardee")},
                {"stateIcon", "etat-gardee"},
                {"stateKind", "kept"}};
    case client::SendState::sent:
        break;
    }
    return {{"stateText", Preferences::text("suivi.etat.envoyee")},
            {"stateIcon", "etat-envoyee"},
            {"stateKind", "sent"}};
}

QVariantMap taskMap(const PersonTask& task) {
    return {{"icon", task.icon},
            {"title", task.title},
            {"detail", task.detail},
            {"action", task.action},
            {"decide", task.decide},
            {"pillText", task.decide ? Preferences::text("suivi.etat.a_decider") : QString()}};
}

} // namespace escale
