// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/tablet_at_work.h"

#include <QtTest>

namespace escale::tests {

using namespace client;

TabletAtWork::TabletAtWork(protocol::Role role)
    : device(role) {
    server.away = true;
    start();
}

void TabletAtWork::start() {
    workspace =
        Workspace::open(device.root(), SessionKeeping::memory, device.clock, device.random).value();
    session = std::make_unique<DossierSession>(*workspace, catalogue());
    sync = std::make_unique<SyncEngine>(workspace->store(), workspace->pages(), server,
                                        device.clock, device.random);
    lock = std::make_unique<DeviceLock>(*workspace);
    book = std::make_unique<VisitBook>(*workspace);
    ParcoursParts parts;
    parts.session = session.get();
    parts.sync = sync.get();
    parts.borne = false;
    parts.lock = lock.get();
    parts.visits = book.get();
    parts.permanence = workspace->profile().role == protocol::Role::permanence;
    parts.dataDir = QString::fromStdString(device.root());
    parts.idle.now = [this] { return steadyMs; };
    parcours = std::make_unique<Parcours>(std::move(parts));
}

void TabletAtWork::restart() {
    parcours.reset();
    book.reset();
    lock.reset();
    sync.reset();
    session.reset();
    workspace.reset();
    start();
}

void TabletAtWork::enter(const QString& pin) {
    for (const QChar digit : pin)
        adviser().lock()->type(digit);
    adviser().lock()->open();
    QTRY_VERIFY(!adviser().lock()->busy());
}

QString TabletAtWork::addPerson(const QString& first, const QString& last, bool agreed,
                                const std::vector<TypedAnswer>& more) {
    std::vector<TypedAnswer> answers{{"demandeur.prenom", first.toStdString()},
                                     {"demandeur.nom", last.toStdString()},
                                     {"demandeur.telephone", "0639981234"},
                                     {"logement_actuel.categorie", "prive"},
                                     {"logement_actuel.loyer", "600"}};
    answers.insert(answers.end(), more.begin(), more.end());
    if (agreed)
        session->setOpening(agreementAnswers(workspace->profile(), true));
    const auto id = session->create(answers).value();
    session->close();
    ++device.clock.now; // the list has an order
    adviser().people()->reload();
    return QString::fromStdString(id.str());
}

Dossier TabletAtWork::read(const QString& id) {
    return session->read(DossierId(id.toStdString())).value();
}

void TabletAtWork::clash(const QString& id) {
    Dossier dossier = read(id);
    dossier.revision = 2;
    for (auto& [path, field] : dossier.fields)
        field.revision = 1;
    const std::string path = "logement_actuel.loyer";
    Origin borne = dossier.fields[path].origin;
    borne.device = newId<DeviceId>(device.clock, device.random);
    borne.author = "demandeur";
    borne.at.ms -= 2 * 24 * 3'600'000LL;
    Conflict conflict{path, Value(std::int64_t{600}), 1, {}, 0};
    conflict.candidates.push_back({Value(std::int64_t{620}), borne, 1});
    conflict.candidates.push_back({Value(std::int64_t{660}), dossier.fields[path].origin, 2});
    dossier.fields[path].value = std::int64_t{620};
    dossier.conflicts.push_back(conflict);
    dossier.places.push_back({borne.device, "borne", "Mairie de Gonesse"});
    receive({dossier});
}

void TabletAtWork::receive(std::vector<Dossier> dossiers) {
    protocol::SyncResponse answer =
        acknowledge(workspace->store().nextBatch(1000).value().edits.empty()
                        ? 0
                        : workspace->store().nextBatch(1000).value().edits.back().seq,
                    1);
    QStringList ids;
    for (const auto& dossier : dossiers)
        ids << QString::fromStdString(dossier.id.str());
    answer.dossiers = std::move(dossiers);
    workspace->store().receive(answer).value();
    emit sync->dossiersChanged(ids);
}

} // namespace escale::tests
