// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be done for a person: a question, two answers to one, the documents they gave.
#include "client/sync/sync_engine.h"
#include "client/viewmodels/adviser.h"
#include "client/viewmodels/error_name.h"
#include "client/viewmodels/parcours.h"
#include "client/viewmodels/question_page.h"
#include "client/viewmodels/renewal.h"

#include <algorithm>

namespace escale {

namespace {

// Reasons written in the history of the dossier, whatever the language of the pages.
constexpr const char* kChosen = "choisi avec un conseiller";
constexpr const char* kSaid = "dit par la personne";

} // namespace

void Adviser::openTask(int index) {
    const auto& tasks = m_person.row().tasks;
    const int at = m_person.firstTask() + index;
    if (at < 0 || at >= tasks.size())
        return;
    const PersonTask task = tasks[at];
    if (task.action == QLatin1String("relire"))
        return openRecap();
    if (task.action == QLatin1String("renouveler")) {
        const auto renews = beginRenewal(*m_parts.session);
        fail(renews ? QString() : errorName(renews.error()));
        if (!renews || !*renews)
            return reloadPerson(); // somebody signed it meanwhile
        showDemande();
        return m_parcours.begin();
    }
    if (task.action != QLatin1String("conflit"))
        return openQuestion(task);
    const auto shown = m_conflict.show(*m_parts.session, task.path.toStdString());
    if (shown)
        return show(Place::Conflit, 1);
    reloadPerson(); // somebody settled it meanwhile
}

/// Its page, then back to the person's.
void Adviser::openQuestion(const PersonTask& task) {
    showDemande();
    const auto& pages = m_parcours.m_form.visible();
    const auto at = std::find_if(pages.begin(), pages.end(), [&](const Question& page) {
        if (task.questionId.isEmpty())
            return page.input == Input::piece;
        return page.id == task.questionId.toStdString() && page.item == task.item.toStdString();
    });
    if (at == pages.end())
        return openRecap();
    m_returns = true;
    m_parcours.m_returnToRecap = true;
    m_parcours.showQuestion(*at, 1);
}

void Adviser::openPieces() {
    m_pieces.setImages(m_parcours.piece()->images());
    m_pieces.leave();
    if (m_parts.session->isOpen() && m_pieces.show(*m_parts.session))
        show(Place::Pieces, m_place == Place::Juger ? -1 : 1);
}

void Adviser::openPiece(int index) {
    if (m_pieces.open(*m_parts.session, index))
        show(Place::Juger, 1);
}

void Adviser::nextPiecePage() {
    m_pieces.nextPage(*m_parts.session);
}

void Adviser::judgePiece(const QString& verdict) {
    const auto judged = m_pieces.judge(*m_parts.session, verdict);
    fail(judged ? QString() : errorName(judged.error()));
    if (!judged)
        return;
    m_parts.sync->wake();
    openPieces();
}

void Adviser::keepAnswer(int index) {
    if (index < 0 || index >= m_conflict.count())
        return;
    const auto kept =
        m_parts.session->settle(m_conflict.path(), m_conflict.valueAt(index), kChosen);
    fail(kept ? QString() : errorName(kept.error()));
    if (!kept)
        return;
    m_parts.sync->wake();
    m_conflict.clear();
    showPerson();
}

void Adviser::askPerson() {
    const auto visible = visibleQuestions(m_parts.session->dossier(), m_parts.session->today());
    const auto* question = questionFor(visible, m_conflict.path());
    if (!question)
        return;
    PersonTask task;
    task.questionId = QString::fromStdString(question->id);
    task.item = QString::fromStdString(question->item);
    m_settled = m_conflict.path();
    openQuestion(task);
}

bool Adviser::takesReturn() {
    if (!m_returns)
        return false;
    showPerson();
    return true;
}

void Adviser::answerLeft() {
    const std::string path = std::exchange(m_settled, {});
    auto& session = *m_parts.session;
    if (path.empty() || !session.dossier().conflictOn(path))
        return;
    const auto parsed = parsePath(path);
    const auto* field = parsed ? catalogue().find(*parsed) : nullptr;
    auto& page = m_parcours.m_question;
    for (const auto& answer : answersOf(m_parcours.m_form.asked(), page.face(), page.draft())) {
        if (answer.path != path || !field)
            continue;
        const auto value = parseTyped(*field, answer.text, session.today(), catalogue());
        const auto kept = value ? session.settle(path, *value, kSaid) : value.error();
        fail(kept ? QString() : errorName(kept.error()));
    }
}

} // namespace escale
