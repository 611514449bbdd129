// SPDX-License-Identifier: GPL-3.0-or-later
// Check page, confirmation, receipt, points, and the end of the session.
#include "client/capture/scanned_files.h"
#include "client/sync/sync_engine.h"
#include "client/viewmodels/error_name.h"
#include "client/viewmodels/note_words.h"
#include "client/viewmodels/parcours.h"
#include "client/viewmodels/recap_words.h"
#include "client/viewmodels/receipt_facts.h"
#include "client/viewmodels/renewal.h"

namespace escale {

namespace {

void showNote(NoteViewModel& note, const ParcoursParts& parts) {
    const auto& session = *parts.session;
    note.show(noteFor(session.dossier(), session.today(), parts.packs.get()));
}

} // namespace

void Parcours::showRecap(int direction) {
    if (m_adviser->takesReturn())
        return;
    auto& session = *m_parts.session;
    m_returnToRecap = false;
    // Read meanwhile: nothing is deposited before it was asked.
    if (m_pieces.askWhatIsRead())
        return;
    m_form.reload();
    if (session.isOpen() && m_doubt.look(m_form.visible(), nullptr))
        return show(Page::Doute, direction);
    fillRecap(m_recap, m_form.visible(), session.dossier(), session.missing(), session.today());
    show(Page::Verifier, direction);
}

/// Continuer always answers: with the next page, or with the first thing that is missing.
void Parcours::leaveRecap() {
    const auto missing = m_parts.session->missing();
    if (canBeConfirmed(missing))
        return show(Page::Confirmer, 1);
    for (const auto& one : m_recap.missing()) {
        const auto map = one.toMap();
        if (!map["questionId"].toString().isEmpty())
            return change(map["questionId"].toString(), map["item"].toString());
    }
}

void Parcours::confirmDeposit() {
    auto& session = *m_parts.session;
    const auto kept = signDemande(session);
    setFailure(kept ? QString() : errorName(kept.error()));
    if (!kept)
        return;
    m_parts.sync->wake();
    showReceipt(1);
    if (session.missing().empty())
        emit deposited();
}

void Parcours::showReceipt(int direction) {
    show(Page::Recu, direction);
    refreshReceipt();
}

void Parcours::openPoints() {
    showNote(m_note, m_parts);
    show(Page::Points, 1);
}

void Parcours::openNotePage(Page page) {
    if (m_note.available())
        show(page, 1);
}

void Parcours::finish() {
    if (m_adviser->present())
        return m_adviser->lockDevice();
    m_idle.stop();
    m_overLanguages = false;
    if (m_parts.session) {
        m_departure.forgetWhatIsLost();
        // A borne forgets the person; an adviser's device keeps its people behind the PIN.
        const auto ended = m_parts.borne ? m_parts.session->endSession() : Result<void>();
        m_parts.session->close();
        setFailure(ended ? QString() : errorName(ended.error()));
    }
    forgetPerson();
    eraseScans();
    m_form.clear();
    m_preferences.reset();
    show(m_parts.session ? Page::Langue : Page::PasPret, -1);
}

/// Nothing of the person stays in the pages.
void Parcours::forgetPerson() {
    m_form.leave();
    m_registered.clear();
    m_returnToRecap = false;
    m_pieces.clear();
    m_doubt.clear();
    m_recap.clear();
    m_note.clear();
    m_receipt.clear();
    m_departure.clear();
}

/// A borne keeps nothing of what was scanned: it is in the dossier, or nobody wanted it. On a
/// tablet the files are those of the adviser.
void Parcours::eraseScans() {
    if (!m_parts.session || !m_parts.borne || m_parts.scanFolder.isEmpty())
        return;
    if (const auto erased = client::eraseScannedFiles(m_parts.scanFolder.toStdString()); !erased)
        setFailure(errorName(erased.error()));
}

/// Leaving a question by another way than its buttons: what fits is kept.
void Parcours::keepShown() {
    const bool over = isOverlay(m_page) || m_overLanguages;
    if ((over ? m_behindOverlay : m_page) != Page::Question)
        return;
    m_form.keepTyped();
    setFailure(m_form.failure());
}

/// The language has changed: the page and what was typed stay, the words are made again.
void Parcours::refreshWords() {
    m_question.retranslate();
    m_departure.retranslate();
    m_adviser->retranslate();
    if (!m_parts.session || m_page == Page::PasPret)
        return;
    const auto& session = *m_parts.session;
    m_pieces.retranslate();
    m_doubt.refresh(m_form.visible());
    if (m_recap.count() > 0)
        fillRecap(m_recap, m_form.visible(), session.dossier(), session.missing(), session.today());
    if (m_note.asked())
        showNote(m_note, m_parts);
    refreshReceipt();
}

void Parcours::refreshReceipt() {
    auto& session = *m_parts.session;
    if (m_page == Page::Documents)
        m_pieces.refresh();
    const auto& dossier = session.dossier();
    const bool confirmed = dossier.answer("depot.confirme") == Value(true);
    if (!session.isOpen() || (!confirmed && m_page != Page::MonCode))
        return m_receipt.clear();
    auto facts = receiptFactsOf(session, m_form.visible());
    facts.lastTryFailed = m_parts.sync->status().lastError.has_value();
    const QString numero = facts.numeroUnique;
    m_receipt.show(std::move(facts));
    if (numero.isEmpty() || numero == m_registered)
        return;
    m_registered = numero;
    emit registered(numero);
}

} // namespace escale
