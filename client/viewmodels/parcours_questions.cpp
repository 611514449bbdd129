// SPDX-License-Identifier: GPL-3.0-or-later
// The questionnaire: from one page to the next.
#include "client/viewmodels/error_name.h"
#include "client/viewmodels/parcours.h"
#include "shared/rules/renewal.h"

namespace escale {

void Parcours::openPhoto(const QString& key, const QString& type) {
    m_pieces.openPhoto(key, type);
}

void Parcours::openAbsent(const QString& key) {
    m_pieces.openAbsent(key);
}

void Parcours::begin() {
    if (!m_parts.session)
        return;
    m_form.reload();
    showQuestion(*firstAsked(m_form.visible(), m_parts.session->dossier()), 1);
}

/// `question` may belong to the questionnaire's own list.
void Parcours::showQuestion(const Question& question, int direction) {
    m_form.show(question);
    if (question.input == Input::piece)
        return m_pieces.show(direction);
    show(Page::Question, direction);
}

void Parcours::goOn() {
    m_form.remember();
    if (m_page == Page::Question) {
        const bool kept = m_form.keep();
        setFailure(m_form.failure());
        if (!kept)
            return;
        m_adviser->answerLeft();
    }
    if (m_page == Page::Documents && (!m_pieces.leaveList() || m_pieces.askWhatIsRead()))
        return;
    m_form.reload();
    const Question left = m_form.asked();
    if (m_page == Page::Question && m_parts.session->isOpen() &&
        m_doubt.look(m_form.visible(), &left))
        return show(Page::Doute, 1);
    goFurther();
}

/// The page after the question asked, which is kept.
void Parcours::goFurther() {
    if (m_form.searches() && m_form.find(m_form.asked().id, m_form.asked().item))
        return showQuestion(m_form.asked(), 1);
    const auto* next = m_form.next();
    // From the check page, back to it, unless the change has opened questions just after.
    if (!next || (m_returnToRecap && !m_form.wasOpened(*next)))
        return showRecap(1);
    showQuestion(*next, 1);
}

/// « C’est juste », then the next doubt about the same answer, or the way on.
void Parcours::confirmDoubt() {
    const auto kept = m_doubt.confirm();
    setFailure(kept ? QString() : errorName(kept.error()));
    if (!kept)
        return;
    if (m_doubt.atEnd())
        return showRecap(1);
    const Question left = m_form.asked();
    if (m_doubt.look(m_form.visible(), &left))
        return show(Page::Doute, 1);
    goFurther();
}

void Parcours::goBack() {
    if (m_page == Page::Question) {
        m_form.keepTyped();
        setFailure(m_form.failure());
    }
    m_form.reload();
    if (m_form.searches() && m_parts.session->dossier().items(m_form.asked().collection).size() > 0)
        return showQuestion(m_form.asked(), -1);
    if (m_returnToRecap)
        return showRecap(-1);
    if (const auto* previous = m_form.previous())
        return showQuestion(*previous, -1);
    if (m_adviser->withPerson())
        return m_adviser->showPerson();
    show(Page::Accueil, -1);
}

void Parcours::change(const QString& questionId, const QString& item) {
    if (!m_parts.session)
        return;
    m_form.reload();
    if (m_page == Page::Question && item.isEmpty()) {
        m_form.detour();
        return show(Page::Question, 1);
    }
    const auto* question = m_form.find(questionId.toStdString(), item.toStdString());
    // From the page of a list, with one of its items: the first page about that item.
    if (m_page == Page::Question)
        question = m_form.firstOf(item.toStdString());
    if (!question)
        return;
    const bool doubted = m_page == Page::Doute;
    if (doubted && !m_doubt.atEnd() && !(*question == m_form.asked()))
        m_form.turnAside();
    m_returnToRecap = m_returnToRecap || m_page == Page::Verifier || (doubted && m_doubt.atEnd());
    showQuestion(*question, doubted || m_page == Page::Verifier ? -1 : 1);
}

void Parcours::addItem() {
    const auto item = m_form.addItem();
    setFailure(m_form.failure());
    if (const auto* first = m_form.firstOf(item))
        showQuestion(*first, 1);
}

void Parcours::removeItem(const QString& item) {
    m_form.removeItem(item.toStdString());
    setFailure(m_form.failure());
    showQuestion(m_form.asked(), 1);
}

} // namespace escale
