// SPDX-License-Identifier: GPL-3.0-or-later
// One person: their agreement, their page, and the way into their demande.
#include "client/viewmodels/adviser.h"
#include "client/viewmodels/error_name.h"
#include "client/viewmodels/parcours.h"
#include "client/viewmodels/question_page.h"

#include <algorithm>

namespace escale {

void Adviser::openPerson(const QString& id) {
    const DossierId dossierId(id.toStdString());
    const auto dossier = m_parts.session->read(dossierId);
    if (!dossier)
        return fail(errorName(dossier.error()));
    const auto agreement = client::agreementOf(*dossier, m_parts.session->profile().device);
    m_ownLanguage = m_parcours.m_preferences.language();
    m_newPerson = false;
    if (agreement != client::Agreement::given) {
        m_askedId = id;
        m_askedName = personName(*dossier);
        m_askedAgain = agreement == client::Agreement::withdrawn;
        return show(Place::Accord, 1);
    }
    const auto opened = m_parts.session->open(dossierId);
    fail(opened ? QString() : errorName(opened.error()));
    if (opened)
        enterPerson();
}

/// Their page, or first what becomes of the one they were on.
void Adviser::enterPerson() {
    reloadPerson();
    show(m_draft.load() ? Place::Reprendre : Place::Personne, 1);
}

void Adviser::resumeTyping(const std::string& question, const std::string& item) {
    showDemande();
    if (const auto* page = m_parcours.m_form.find(question, item))
        return m_parcours.showQuestion(*page, 1);
    showPerson(); // it is asked no more
}

void Adviser::newPerson() {
    leavePerson();
    m_ownLanguage = m_parcours.m_preferences.language();
    m_newPerson = true;
    show(Place::Accord, 1);
}

void Adviser::agree() {
    auto& session = *m_parts.session;
    if (m_newPerson) {
        // Written with the first answer: a person who says nothing more leaves no trace.
        session.setOpening(client::agreementAnswers(session.profile(), true));
        emit moved();
        return m_parcours.show(ParcoursPages::Page::Accueil, 1);
    }
    auto agreed = session.open(DossierId(m_askedId.toStdString()));
    if (agreed)
        agreed = session.recordAgreement(true);
    fail(agreed ? QString() : errorName(agreed.error()));
    if (!agreed)
        return session.close();
    enterPerson();
}

void Adviser::openReturn() {
    show(Place::Revient, 1);
}

void Adviser::refuse() {
    leavePerson();
    show(Place::Personnes, -1);
}

void Adviser::showPeople() {
    m_parcours.keepShown();
    useOwnLanguage();
    leavePerson();
    m_people.reload();
    refreshSending();
    show(Place::Personnes, -1);
}

void Adviser::showPerson() {
    m_parcours.keepShown();
    if (!m_parts.session->isOpen())
        return showPeople(); // a new person who said nothing yet
    useOwnLanguage();
    m_returns = false;
    m_settled.clear();
    m_parcours.m_returnToRecap = false;
    reloadPerson();
    show(Place::Personne, -1);
}

void Adviser::reloadPerson() {
    const auto& dossier = m_parts.session->dossier();
    m_personId = QString::fromStdString(dossier.id.str());
    m_newPerson = false;
    m_people.reload();
    const auto* row = m_people.find(m_personId);
    m_person.show(row ? *row : PersonRow(), QString::fromStdString(m_parts.session->reference()),
                  QString::fromStdString(dossier.numeroUnique));
    emit moved();
}

/// Nothing of a person stays on screen; what they said stays kept.
void Adviser::leavePerson() {
    m_draft.flush();
    m_parts.session->close();
    m_parcours.forgetPerson();
    m_person.clear();
    m_conflict.clear();
    m_pieces.clear();
    m_return.clear();
    m_personId.clear();
    m_askedId.clear();
    m_askedName.clear();
    m_personLanguage.clear();
    m_askedAgain = m_newPerson = m_returns = false;
    m_settled.clear();
    emit moved();
}

void Adviser::useOwnLanguage() {
    auto& preferences = m_parcours.m_preferences;
    if (m_parcours.m_page == ParcoursPages::Page::Suivi)
        return; // these pages are in it already
    m_personLanguage = preferences.language();
    preferences.setLanguage(m_ownLanguage);
}

/// From the adviser's pages to those of the demande, in the language that the person chose.
void Adviser::showDemande() {
    m_ownLanguage = m_parcours.m_preferences.language();
    if (!m_personLanguage.isEmpty())
        m_parcours.m_preferences.setLanguage(m_personLanguage);
    m_parcours.m_form.reload();
}

void Adviser::continueDemande() {
    if (!m_parts.session->isOpen())
        return;
    if (m_person.confirmed())
        return openRecap();
    showDemande();
    const auto& dossier = m_parts.session->dossier();
    const auto& pages = m_parcours.m_form.visible();
    const auto at = std::find_if(pages.begin(), pages.end(),
                                 [&](const Question& page) { return !isAnswered(page, dossier); });
    if (at == pages.end())
        return m_parcours.showRecap(1);
    m_parcours.showQuestion(*at, 1);
}

void Adviser::openRecap() {
    showDemande();
    m_parcours.showRecap(1);
}

/// Theirs: in the language that they chose. Departure comes back to showPerson().
void Adviser::openPapers() {
    showDemande();
    m_parcours.m_departure.openPapers();
}

void Adviser::askToRevoke() {
    show(Place::Retirer, 1);
}

void Adviser::revoke() {
    const auto taken = m_parts.session->recordAgreement(false);
    fail(taken ? QString() : errorName(taken.error()));
    if (taken)
        showPeople();
}

} // namespace escale
