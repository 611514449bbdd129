// SPDX-License-Identifier: GPL-3.0-or-later
// The lock, the list and what is around it.
#include "client/viewmodels/adviser.h"

#include "client/dossier/device_lock.h"
#include "client/sync/sync_engine.h"
#include "client/viewmodels/error_name.h"
#include "client/viewmodels/parcours.h"

#include <QStorageInfo>

namespace escale {

namespace {

constexpr const char* kExportFolder = "/a-exporter";

} // namespace

Adviser::Adviser(Parcours& parcours, const ParcoursParts& parts)
    : m_parcours(parcours)
    , m_parts(parts)
    , m_lock(parts.lock)
    , m_people(parts.session)
    , m_return(parts.session, parts.sync)
    , m_visit(parts.visits, parts.dataDir + QLatin1String(kExportFolder))
    , m_draft(parcours, parcours.m_form, present() ? parts.session : nullptr) {
    if (!present())
        return;
    connectParts();
    if (m_parts.lock->isOpen())
        opened();
}

void Adviser::connectParts() {
    connect(m_parts.lock, &client::DeviceLock::opened, this, [this] {
        opened();
        show(Place::Personnes, 1);
    });
    connect(m_parts.session, &client::DossierSession::changed, this,
            [this] { refresh({QString::fromStdString(m_parts.session->dossier().id.str())}); });
    connect(m_parts.sync, &client::SyncEngine::dossiersChanged, this, &Adviser::refresh);
    connect(m_parts.sync, &client::SyncEngine::statusChanged, this, &Adviser::refreshSending);
    connect(&m_return, &AdviserReturn::found, this, &Adviser::enterPerson);
    connect(&m_draft, &DraftKeeper::resumed, this, &Adviser::resumeTyping);
    connect(&m_draft, &DraftKeeper::erased, this, [this] { show(Place::Personne, 1); });
    connect(&m_draft, &DraftKeeper::failed, this, &Adviser::fail);
}

/// The keys are there: from the PIN, or from a script that gave it.
void Adviser::opened() {
    m_place = Place::Personnes;
    m_ownLanguage = m_parcours.m_preferences.language();
    m_parcours.m_idle.start();
    m_people.reload();
    if (permanence())
        fail(m_visit.count());
    refreshSending();
}

void Adviser::fail(const QString& errcName) {
    m_parcours.setFailure(errcName);
}

void Adviser::show(Place place, int direction) {
    m_place = place;
    emit moved();
    m_parcours.show(ParcoursPages::Page::Suivi, direction);
}

void Adviser::next() {
    switch (m_place) {
    case Place::Code:
        return m_lock.open();
    case Place::Personnes:
        return newPerson();
    case Place::Chercher:
    case Place::Envois:
        return show(Place::Personnes, -1);
    case Place::Accord:
        return agree();
    case Place::Revient:
        return m_return.look();
    case Place::Personne:
        return continueDemande();
    case Place::Reprendre:
        return m_draft.resume();
    case Place::Retirer:
        return show(Place::Personne, -1);
    case Place::Conflit:
        return askPerson();
    case Place::Pieces:
        return showPerson();
    case Place::Juger:
        return judgePiece(QStringLiteral("validee"));
    case Place::Visites:
        return newVisit();
    case Place::Visite:
        if (m_visit.last())
            return saveVisit();
        m_visit.forward();
        return;
    }
}

void Adviser::back() {
    switch (m_place) {
    case Place::Code:
    case Place::Personnes:
        return;
    case Place::Chercher:
        m_people.setSearch({});
        [[fallthrough]];
    case Place::Envois:
    case Place::Visites:
        return show(Place::Personnes, -1);
    case Place::Accord:
        return refuse();
    case Place::Revient:
        m_return.clear();
        return show(Place::Accord, -1);
    case Place::Personne:
    case Place::Reprendre:
        return showPeople();
    case Place::Retirer:
    case Place::Conflit:
    case Place::Pieces:
        return showPerson();
    case Place::Juger:
        return openPieces();
    case Place::Visite:
        if (!m_visit.backward())
            show(Place::Visites, -1);
        return;
    }
}

bool Adviser::canGoBack() const {
    return m_place != Place::Code && m_place != Place::Personnes;
}

void Adviser::refresh(const QStringList& ids) {
    for (const auto& id : ids)
        m_people.forget(id);
    if (!m_parts.lock->isOpen())
        return;
    m_people.reload();
    refreshSending();
    if (m_place == Place::Personne)
        reloadPerson();
    if (m_place == Place::Pieces || m_place == Place::Juger)
        m_pieces.show(*m_parts.session);
}

void Adviser::refreshSending() {
    if (!m_parts.lock->isOpen())
        return;
    m_people.reload();
    const auto room = QStorageInfo(m_parts.dataDir).bytesAvailable();
    m_sending.show(m_parts.sync->status(), m_people.people(), room, m_parts.session->nowMs());
}

void Adviser::retranslate() {
    if (!present())
        return;
    m_lock.retranslate();
    m_return.typed()->retranslate();
    m_visit.retranslate();
    if (!m_parts.lock->isOpen())
        return;
    m_people.forget();
    refreshSending();
    if (m_place == Place::Personne)
        reloadPerson();
    if (m_place == Place::Pieces || m_place == Place::Juger)
        m_pieces.show(*m_parts.session);
    if (m_place == Place::Conflit)
        static_cast<void>(m_conflict.show(*m_parts.session, m_conflict.path()));
}

void Adviser::lockDevice() {
    if (!present() || !m_parts.lock->isOpen())
        return;
    m_parcours.keepShown();
    m_parcours.m_idle.stop();
    leavePerson();
    m_parcours.m_form.clear();
    // Locked before the rest: words made again for another language read no dossier any more.
    const auto closed = m_parts.lock->close();
    m_people.clear();
    m_sending.clear();
    m_visit.clear();
    m_lock.clear();
    m_parcours.m_preferences.reset();
    fail(closed ? QString() : errorName(closed.error()));
    show(Place::Code, -1);
}

void Adviser::openSearch() {
    show(Place::Chercher, 1);
}

void Adviser::openSending() {
    refreshSending();
    show(Place::Envois, 1);
}

void Adviser::retrySending() {
    m_parts.sync->wake();
}

void Adviser::openVisits() {
    if (!permanence())
        return;
    fail(m_visit.count());
    show(Place::Visites, 1);
}

void Adviser::newVisit() {
    m_visit.start();
    show(Place::Visite, 1);
}

void Adviser::saveVisit() {
    const auto wrong = m_visit.save();
    fail(wrong);
    if (wrong.isEmpty())
        show(Place::Visites, -1);
}

void Adviser::exportVisits() {
    fail(m_visit.exportAll());
}

} // namespace escale
