// SPDX-License-Identifier: GPL-3.0-or-later
// The questionnaire: from one page to the next, answers kept when a page is left.
#include "client/viewmodels/error_name.h"
#include "client/viewmodels/parcours.h"
#include "client/viewmodels/question_page.h"

#include <algorithm>

namespace escale {

namespace {

using Place = std::vector<Question>::const_iterator;

Place find(const std::vector<Question>& pages, const Question& wanted) {
    return std::find_if(pages.begin(), pages.end(), [&](const Question& page) {
        return page.id == wanted.id && page.item == wanted.item;
    });
}

} // namespace

void Parcours::showQuestion(const Question& question, int direction) {
    m_asked = question;
    m_editedTown.clear();
    if (question.input == Input::piece)
        return showDocuments(direction);
    const auto& dossier = m_parts.session->dossier();
    if (question.holdsItems() && question.input == Input::commune)
        if (const auto towns = dossier.items(question.collection); !towns.empty())
            m_editedTown = question.collection + '[' + towns.front() + ']';
    showDraft(direction);
}

void Parcours::showDraft(int direction) {
    const auto& dossier = m_parts.session->dossier();
    const auto draft = m_typed.take(draftKey());
    m_question.show(faceOf(m_asked, dossier, m_editedTown),
                    draft == QuestionDraft() ? draftOf(m_asked, dossier, m_editedTown) : draft,
                    m_parts.session->today());
    show(Page::Question, direction);
}

void Parcours::goOn() {
    const auto before = m_visible;
    if (m_page == Page::Question && !keepAnswer())
        return;
    const auto& dossier = m_parts.session->dossier();
    m_visible = visibleQuestions(dossier, m_parts.session->today());
    auto at = find(m_visible, m_asked);
    if (at != m_visible.end())
        ++at;
    if (at == m_visible.end())
        return showRecap(1);
    if (!m_returnToRecap)
        return showQuestion(*at, 1);
    // Back to the check page, unless the change has opened questions just after it.
    const bool opened = find(before, *at) == before.end();
    const bool sameList = !at->collection.empty() && at->collection == m_asked.collection;
    if ((opened || sameList) && !isAnswered(*at, dossier))
        return showQuestion(*at, 1);
    showRecap(1);
}

void Parcours::goBack() {
    if (m_page == Page::Question)
        keepTyped();
    if (m_returnToRecap)
        return showRecap(-1);
    m_visible = visibleQuestions(m_parts.session->dossier(), m_parts.session->today());
    const auto at = find(m_visible, m_asked);
    if (at == m_visible.begin() || at == m_visible.end())
        return show(Page::Accueil, -1);
    showQuestion(*std::prev(at), -1);
}

void Parcours::change(const QString& questionId, const QString& item) {
    if (!m_parts.session)
        return;
    m_visible = visibleQuestions(m_parts.session->dossier(), m_parts.session->today());
    const std::string id = questionId.toStdString();
    const std::string wanted = item.toStdString();
    // The page of a list, with one of its items: the first page about that item.
    const auto at = std::find_if(m_visible.begin(), m_visible.end(), [&](const Question& page) {
        return page.item == wanted &&
               (page.id == id || (m_page == Page::Question && !item.isEmpty()));
    });
    if (at == m_visible.end())
        return;
    m_returnToRecap = m_returnToRecap || m_page == Page::Verifier;
    showQuestion(*at, m_page == Page::Verifier ? -1 : 1);
}

bool Parcours::keepAnswer() {
    const auto& session = *m_parts.session;
    const auto& draft = m_question.draft();
    const auto answers = answersOf(m_asked, m_question.face(), draft);
    const QString missing = missingOn(m_asked, answers, draft, session.dossier(), session.today());
    if (!missing.isEmpty()) {
        m_question.setErrorKey(missing);
        return false;
    }
    if (const auto refused = session.check(answers); !refused.empty()) {
        m_question.setErrorKey(QString::fromStdString(refused.front().messageKey));
        return false;
    }
    if (m_asked.holdsItems())
        return m_asked.input != Input::commune || keepTown();
    const auto written = write(answers);
    setFailure(written ? QString() : errorName(written.error()));
    return written.has_value();
}

bool Parcours::keepTown() {
    const auto& draft = m_question.draft();
    const QString town = draft.selected.isEmpty() ? draft.typed.trimmed() : draft.selected.first();
    if (town.isEmpty())
        return true; // other towns are there already
    auto& session = *m_parts.session;
    const bool isNew = m_editedTown.empty();
    const std::string base =
        isNew ? "localisations[00000000-0000-7000-8000-000000000000]" : m_editedTown;
    const std::vector<client::TypedAnswer> answer{{base + ".commune", town.toStdString()}};
    if (const auto refused = session.check(answer); !refused.empty()) {
        m_question.setErrorKey(QString::fromStdString(refused.front().messageKey));
        return false;
    }
    Result<void> written = write(isNew ? std::vector<client::TypedAnswer>() : answer);
    if (written && isNew) {
        const auto rank = session.dossier().items(m_asked.collection).size() + 1;
        const auto added = session.addItem(
            m_asked.collection, {{"commune", town.toStdString()}, {"rang", std::to_string(rank)}});
        if (!added)
            written = added.error();
    }
    setFailure(written ? QString() : errorName(written.error()));
    return written.has_value();
}

/// The dossier is created at the first answer, not before.
Result<void> Parcours::write(const std::vector<client::TypedAnswer>& answers) {
    auto& session = *m_parts.session;
    if (session.isOpen())
        return session.answerAll(answers);
    const bool nothing = std::all_of(answers.begin(), answers.end(),
                                     [](const auto& answer) { return answer.text.empty(); });
    if (nothing && !m_asked.holdsItems())
        return {};
    ESCALE_TRY(session.create(answers));
    return {};
}

/// On the way back: what fits is kept, what does not is there again on return.
void Parcours::keepTyped() {
    const auto draft = m_question.draft();
    if (!keepAnswer())
        m_typed.insert(draftKey(), draft);
}

void Parcours::addItem() {
    auto& session = *m_parts.session;
    if (m_asked.input == Input::commune) {
        // One more town: the present one is kept, and the field is empty again.
        if (!keepAnswer())
            return;
        m_editedTown.clear();
        return m_question.show(faceOf(m_asked, session.dossier()), {}, session.today());
    }
    const auto opened = write({});
    const auto added = opened ? session.addItem(m_asked.collection) : opened.error();
    setFailure(added ? QString() : errorName(added.error()));
    if (!added)
        return;
    m_visible = visibleQuestions(session.dossier(), session.today());
    const std::string item = m_asked.collection + '[' + added->str() + ']';
    const auto at = std::find_if(m_visible.begin(), m_visible.end(),
                                 [&](const Question& page) { return page.item == item; });
    if (at != m_visible.end())
        showQuestion(*at, 1);
}

void Parcours::removeItem(const QString& item) {
    const auto path = parsePath(item.toStdString());
    if (!path)
        return;
    auto& session = *m_parts.session;
    const auto removed = session.removeItem(path->collection, path->item);
    setFailure(removed ? QString() : errorName(removed.error()));
    m_visible = visibleQuestions(session.dossier(), session.today());
    showQuestion(m_asked, 1);
}

QString Parcours::draftKey() const {
    return QString::fromStdString(m_asked.id + '/' + m_asked.item);
}

} // namespace escale
