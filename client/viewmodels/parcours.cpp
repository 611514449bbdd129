// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/parcours.h"

#include <QQmlEngine>

#include <utility>

namespace escale {

namespace {

Parcours* s_instance = nullptr;

bool isOverlay(Parcours::Page page) {
    return page == Parcours::Page::Aide || page == Parcours::Page::Terminer;
}

} // namespace

Parcours::Parcours(ParcoursParts parts, QObject* parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_page(m_parts.session ? Page::Langue : Page::PasPret)
    , m_idle(m_parts.idle)
    , m_receipt(m_parts.sitePhone) {
    m_piece.setFolders(m_parts.photoFolders);
    connect(&m_idle, &IdleWatch::secondsLeftChanged, this, &Parcours::idleChanged);
    connect(&m_idle, &IdleWatch::expired, this, &Parcours::finish);
    connect(&m_preferences, &Preferences::languageChanged, &m_question,
            &QuestionViewModel::retranslate);
    connect(&m_preferences, &Preferences::languageChanged, &m_piece, &PieceViewModel::retranslate);
}

Parcours::~Parcours() {
    if (s_instance == this)
        s_instance = nullptr;
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
    return m_page != Page::PasPret && m_page != Page::Langue && m_page != Page::Recu;
}

void Parcours::chooseLanguage(const QString& code) {
    m_preferences.setLanguage(code);
    show(Page::Accueil, 1);
}

void Parcours::openHelp() {
    if (!isOverlay(m_page))
        m_behindOverlay = m_page;
    show(Page::Aide, 1);
}

void Parcours::askToFinish() {
    if (!isOverlay(m_page))
        m_behindOverlay = m_page;
    show(Page::Terminer, 1);
}

void Parcours::closeOverlay() {
    if (isOverlay(m_page))
        show(m_behindOverlay, -1);
}

void Parcours::stillHere() {
    m_idle.touch();
}

void Parcours::show(Page page, int direction) {
    m_page = page;
    m_direction = direction;
    emit pageChanged();
}

void Parcours::setFailure(const QString& failure) {
    if (failure == m_failure)
        return;
    m_failure = failure;
    emit failureChanged();
}

} // namespace escale
