// SPDX-License-Identifier: GPL-3.0-or-later
// What lies over the pages for a while: the languages, the help, the end.
#include "client/viewmodels/parcours.h"

namespace escale {

void Parcours::openHelp() {
    showOverlay(Page::Aide);
}

void Parcours::openLanguages() {
    if (m_page == Page::Langue || m_page == Page::PasPret)
        return;
    if (!isOverlay(m_page))
        m_behindOverlay = m_page;
    m_overLanguages = true;
    show(Page::Langue, 1);
}

void Parcours::askToFinish() {
    if (m_adviser->present())
        return m_adviser->lockDevice(); // nothing is lost: it needs no question
    showOverlay(Page::Terminer);
}

void Parcours::closeOverlay() {
    if (isOverlay(m_page))
        show(m_behindOverlay, -1);
}

void Parcours::showOverlay(Page page) {
    if (!isOverlay(m_page) && !m_overLanguages)
        m_behindOverlay = m_page;
    m_overLanguages = false;
    show(page, 1);
}

} // namespace escale
