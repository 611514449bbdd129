// SPDX-License-Identifier: GPL-3.0-or-later
// The pages and the moves that need no answer.
#include "client/viewmodels/parcours.h"

#include "client/sync/sync_engine.h"
#include "client/viewmodels/error_name.h"
#include "shared/rules/renewal.h"

#include <QEvent>
#include <QQmlEngine>

#include <utility>

namespace escale {

namespace {

// While somebody looks at the receipt, news are asked for this often.
constexpr int kImpatienceMs = 10'000;

Parcours* s_instance = nullptr;

/// By value: showQuestion() may read the questions again.
Question lastOf(const Questionnaire& form, const client::DossierSession& session) {
    return *lastAsked(form.visible(), session.dossier());
}

} // namespace

Parcours::Parcours(ParcoursParts parts, QObject* parent)
    : ParcoursPages(parent)
    , m_parts(std::move(parts))
    , m_page(m_parts.session ? Page::Langue : Page::PasPret)
    , m_idle(m_parts.idle)
    , m_form(m_question, m_parts.session)
    , m_pieces(*this)
    , m_doubt(m_recap, m_parts.session)
    , m_receipt(m_parts.sitePhone)
    , m_departure(*this, m_parts) {
    m_pieces.capture.setRead(m_parts.reader);
    m_pieces.useSources(m_parts.photoFolders, m_parts.cameraFolder);
    m_impatience.setInterval(kImpatienceMs);
    connectParts();
    eraseScans();
    m_adviser = std::make_unique<Adviser>(*this, m_parts);
    if (m_adviser->present())
        m_page = Page::Suivi;
}

bool Parcours::isOverlay(Page page) {
    return page == Page::Aide || page == Page::Terminer;
}

Parcours::~Parcours() {
    if (s_instance == this)
        s_instance = nullptr;
}

void Parcours::connectParts() {
    connect(this, &Parcours::pageChanged, &m_departure, &Departure::changed);
    connect(&m_idle, &IdleWatch::secondsLeftChanged, this, &Parcours::idleChanged);
    connect(&m_idle, &IdleWatch::expired, this, &Parcours::finish);
    // What a screen reader presses is no event of the window: somebody is there all the same.
    connect(&m_question, &QuestionViewModel::answerChanged, &m_idle, &IdleWatch::touch);
    connect(this, &Parcours::pageChanged, &m_idle, &IdleWatch::touch);
    connect(&m_preferences, &Preferences::languageChanged, this, &Parcours::refreshWords);
    connect(&m_question, &QuestionViewModel::answered, this, &Parcours::goOn);
    connect(&m_question, &QuestionViewModel::personAdded, this, &Parcours::addItem);
    connect(&m_question, &QuestionViewModel::personRemoved, this, &Parcours::removeItem);
    connect(&m_question, &QuestionViewModel::personRaised, this, [this](const QString& item) {
        m_form.raiseItem(item.toStdString());
        setFailure(m_form.failure());
        showQuestion(m_form.asked(), 1);
    });
    // Queued: the page that took or kept the photo may move by itself in the same call.
    connect(
        piece(), &PieceViewModel::stepChanged, this, [this] { m_pieces.follow(); },
        Qt::QueuedConnection);
    if (!m_parts.session)
        return;
    connect(m_parts.session, &client::DossierSession::changed, this, &Parcours::refreshReceipt);
    connect(m_parts.sync, &client::SyncEngine::statusChanged, this, &Parcours::refreshReceipt);
    connect(m_parts.sync, &client::SyncEngine::dossiersChanged, this,
            [this](const QStringList& ids) {
                const auto& id = m_parts.session->dossier().id.str();
                if (!ids.contains(QString::fromStdString(id)))
                    return;
                if (const auto read = m_parts.session->refresh(); !read)
                    setFailure(errorName(read.error()));
            });
    connect(&m_impatience, &QTimer::timeout, m_parts.sync, &client::SyncEngine::wake);
}

Parcours* Parcours::create(QQmlEngine* engine, QJSEngine*) {
    QJSEngine::setObjectOwnership(s_instance, QJSEngine::CppOwnership);
    connect(&s_instance->m_preferences, &Preferences::languageChanged, engine,
            &QQmlEngine::retranslate);
    return s_instance;
}

void Parcours::setInstance(Parcours* instance) {
    s_instance = instance;
}

bool Parcours::canGoBack() const {
    if (m_page == Page::Suivi)
        return m_adviser->canGoBack();
    return m_page != Page::PasPret && (m_page != Page::Recu || m_adviser->withPerson()) &&
           (m_page != Page::Langue || m_overLanguages);
}

void Parcours::chooseLanguage(const QString& code) {
    m_preferences.setLanguage(code);
    if (m_overLanguages)
        return back();
    // Put there when nobody was in front of the screen: nobody else may see it.
    eraseScans();
    if (m_parts.session)
        m_parts.session->prepare();
    show(Page::Accueil, 1);
}

void Parcours::next() {
    switch (m_page) {
    case Page::Langue:
        return show(Page::Accueil, 1);
    case Page::Accueil:
        return begin();
    case Page::Question:
    case Page::Documents:
        return goOn();
    case Page::SansDocument:
    case Page::Relire:
    case Page::Photo:
    case Page::Feuilles:
    case Page::Propose:
        return m_pieces.next();
    case Page::Doute:
        return confirmDoubt();
    case Page::Verifier:
        return leaveRecap();
    case Page::Confirmer:
        return confirmDeposit();
    case Page::Recu:
        return openPoints();
    case Page::Points:
        if (m_adviser->withPerson())
            return m_adviser->showPerson();
        return m_parts.borne ? show(Page::Etat, 1) : askToFinish();
    case Page::Pourquoi:
    case Page::PlusDePoints:
    case Page::Communes:
    case Page::Trace:
        return show(Page::Points, -1);
    case Page::Etat:
        return finish();
    case Page::Reprise:
    case Page::MonCode:
    case Page::Emporter:
    case Page::Papier:
    case Page::Droits:
    case Page::Accessibilite:
        return m_departure.next();
    case Page::Aide:
    case Page::Terminer:
        return closeOverlay();
    case Page::Suivi:
        return m_adviser->next();
    case Page::PasPret:
        return;
    }
}

void Parcours::back() {
    switch (m_page) {
    case Page::Langue:
        if (std::exchange(m_overLanguages, false))
            show(m_behindOverlay, -1);
        return;
    case Page::Accueil:
        return m_adviser->present() ? m_adviser->showPerson() : show(Page::Langue, -1);
    case Page::Question:
    case Page::Documents:
        return goBack();
    case Page::SansDocument:
    case Page::Photo:
    case Page::Relire:
    case Page::Feuilles:
    case Page::Propose:
        return m_pieces.back();
    case Page::Doute:
        return showQuestion(
            m_doubt.atEnd() ? lastOf(m_form, *m_parts.session) : Question(m_form.asked()), -1);
    case Page::Verifier:
        return showQuestion(lastOf(m_form, *m_parts.session), -1);
    case Page::Confirmer:
        return showRecap(-1);
    case Page::Points:
        return showReceipt(-1);
    case Page::Pourquoi:
    case Page::Etat:
        return show(Page::Points, -1);
    case Page::PlusDePoints:
    case Page::Trace:
        return show(Page::Pourquoi, -1);
    case Page::Communes:
        return show(Page::PlusDePoints, -1);
    case Page::Reprise:
    case Page::MonCode:
    case Page::Emporter:
    case Page::Papier:
    case Page::Droits:
    case Page::Accessibilite:
        return m_departure.back();
    case Page::Aide:
    case Page::Terminer:
        return closeOverlay();
    case Page::Suivi:
        return m_adviser->back();
    case Page::Recu:
        if (m_adviser->withPerson())
            m_adviser->showPerson();
        return;
    case Page::PasPret:
        return;
    }
}

void Parcours::stillHere() {
    m_idle.touch();
}

bool Parcours::eventFilter(QObject*, QEvent* event) {
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::MouseButtonPress:
    case QEvent::KeyPress:
        stillHere();
        break;
    default:
        break;
    }
    return false;
}

void Parcours::show(Page page, int direction) {
    m_page = page;
    m_direction = direction;
    // From the first page on, somebody is there: their answers, or the way they like to read.
    if (m_parts.borne && m_parts.session && page != Page::Langue)
        m_idle.start();
    const bool code = page == Page::Recu || page == Page::Etat || page == Page::MonCode;
    if (code)
        m_departure.codeShown();
    if (code && m_parts.sync)
        m_impatience.start();
    else if (!isOverlay(page) && !Departure::owns(page))
        m_impatience.stop();
    emit pageChanged();
}

void Parcours::setFailure(const QString& errcName) {
    const QString words = errcName.isEmpty() ? QString() : Preferences::text("errc." + errcName);
    if (words == m_failure)
        return;
    m_failure = words;
    emit failureChanged();
}

} // namespace escale
