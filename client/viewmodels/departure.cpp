// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/departure.h"

#include "client/dossier/return_search.h"
#include "client/sync/sync_engine.h"
#include "client/viewmodels/error_name.h"
#include "client/viewmodels/parcours.h"
#include "client/viewmodels/receipt_facts.h"
#include "client/viewmodels/renewal.h"

#include <algorithm>

namespace escale {

namespace {

bool isAnswered(const Question& question, const Dossier& dossier) {
    if (question.holdsItems())
        return !dossier.items(question.collection).empty();
    return std::any_of(question.fields.begin(), question.fields.end(),
                       [&](const auto& path) { return !isEmpty(dossier.answer(path)); });
}

} // namespace

Departure::Departure(Parcours& parcours, const ParcoursParts& parts)
    : m_parcours(parcours)
    , m_papers(parts.printer)
    , m_ask(parts.session, parts.sync) {
    m_papers.setMaker([this](PaperKind kind) -> std::optional<papers::Paper> {
        auto* session = m_parcours.m_parts.session;
        if (!session || !session->isOpen())
            return {};
        if (kind == PaperKind::attestation && session->dossier().numeroUnique.empty())
            return {};
        const auto visible = visibleQuestions(session->dossier(), session->today());
        const PaperFacts facts{session->dossier(), session->today(),
                               receiptFactsOf(*session, visible), m_parcours.m_parts.sitePhone,
                               m_parcours.m_parts.attestation};
        return paperOf(kind, facts, m_parcours.preferences()->language());
    });
    m_typed.setWait([this] {
        const auto wait = m_parcours.m_parts.session->resumeWaitMs();
        return std::max(wait ? *wait : qint64(0), m_ask.waitMs());
    });
    if (!parts.session || !parts.borne)
        return;
    m_search = std::make_unique<client::ReturnSearch>(*parts.session);
    connect(m_search.get(), &client::ReturnSearch::found, this, &Departure::cameBack);
    connect(m_search.get(), &client::ReturnSearch::notHere, this, &Departure::askServer);
    connect(m_search.get(), &client::ReturnSearch::refused, &m_typed,
            [this](const Error& error) { m_typed.refuse(error.code); });
}

Departure::~Departure() = default;

bool Departure::hasDemande() const {
    return m_parcours.m_parts.session && m_parcours.m_parts.session->isOpen();
}

bool Departure::confirmed() const {
    return hasDemande() &&
           m_parcours.m_parts.session->dossier().answer("depot.confirme") == Value(true);
}

bool Departure::owns(Page page) {
    switch (page) {
    case Page::Reprise:
    case Page::MonCode:
    case Page::Emporter:
    case Page::Papier:
    case Page::Droits:
    case Page::Accessibilite:
        return true;
    default:
        return false;
    }
}

void Departure::open(Page page) {
    if (m_parcours.m_page == page)
        return;
    m_before.append({m_parcours.m_page, m_parcours.m_behindOverlay});
    m_parcours.show(page, 1);
}

void Departure::openReturn() {
    if (m_parcours.m_parts.session && m_parcours.borne())
        open(Page::Reprise);
}

void Departure::openCode() {
    if (!hasDemande())
        return;
    m_papers.lookForPrinter();
    open(Page::MonCode);
    m_parcours.refreshReceipt();
}

void Departure::openReceipt() {
    if (confirmed())
        m_parcours.showReceipt(-1);
}

void Departure::openPapers() {
    if (!hasDemande())
        return;
    m_papers.lookForPrinter();
    open(Page::Emporter);
}

void Departure::openPaper(const QString& kind) {
    if (m_papers.open(kind))
        open(Page::Papier);
}

void Departure::openRights() {
    open(Page::Droits);
}

void Departure::openAccessibility() {
    open(Page::Accessibilite);
}

void Departure::next() {
    switch (m_parcours.m_page) {
    case Page::Reprise:
        return resume();
    case Page::MonCode:
        return m_parcours.finish();
    default:
        return back();
    }
}

void Departure::back() {
    if (m_before.isEmpty())
        return;
    const Before before = m_before.takeLast();
    if (m_parcours.m_page == Page::Reprise)
        stopSearching();
    if (m_parcours.m_page == Page::Papier)
        m_papers.close();
    if (before.page == Page::Suivi)
        return m_parcours.m_adviser->showPerson();
    m_parcours.m_behindOverlay = before.behindOverlay;
    m_parcours.show(before.page, -1);
}

void Departure::resume() {
    if (!m_typed.complete())
        return m_typed.refuse(Errc::invalidArgument);
    if (m_typed.searching())
        return;
    m_typed.search();
    m_search->start(m_typed.digits());
}

void Departure::askServer() {
    m_ask.send(m_typed.digits(), [this](const Result<Dossier>& dossier) {
        const auto kept = dossier ? m_search->adopt(*dossier) : Result<void>(dossier.error());
        if (kept)
            return cameBack();
        m_typed.refuse(kept.error().code);
    });
}

void Departure::stopSearching() {
    m_ask.drop();
    if (m_search)
        m_search->cancel();
    m_typed.clear();
}

void Departure::cameBack() {
    m_typed.clear();
    m_before.clear();
    m_codeShown = true;
    goOnWithDemande();
}

/// After the last question that has an answer; the receipt of a demande that was confirmed, or its
/// renewal when its year ends.
void Departure::goOnWithDemande() {
    auto& form = m_parcours.m_form;
    const auto renews = beginRenewal(*m_parcours.m_parts.session);
    m_parcours.setFailure(renews ? QString() : errorName(renews.error()));
    if (renews && *renews)
        return m_parcours.begin();
    if (confirmed())
        return m_parcours.showReceipt(1);
    form.reload();
    const auto& dossier = m_parcours.m_parts.session->dossier();
    const auto& visible = form.visible();
    const auto last = std::find_if(visible.rbegin(), visible.rend(),
                                   [&](const Question& one) { return isAnswered(one, dossier); });
    if (last == visible.rbegin() || visible.empty())
        return m_parcours.showRecap(1);
    m_parcours.showQuestion(*last.base(), 1);
}

void Departure::forgetWhatIsLost() {
    if (!m_parcours.borne() || !hasDemande() || confirmed() || m_codeShown)
        return;
    if (const auto discarded = m_parcours.m_parts.session->discard(); !discarded)
        m_parcours.setFailure(errorName(discarded.error()));
}

void Departure::eraseAll() {
    m_codeShown = false;
    m_parcours.finish();
}

void Departure::clear() {
    m_before.clear();
    m_codeShown = false;
    stopSearching();
    m_papers.close();
}

void Departure::retranslate() {
    m_typed.retranslate();
    m_papers.retranslate();
}

} // namespace escale
