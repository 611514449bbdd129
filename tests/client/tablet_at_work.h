// SPDX-License-Identifier: GPL-3.0-or-later
// A médiateur's tablet or a permanence with its pages: locked at first, a server in memory.
#pragma once

#include "client/dossier/device_lock.h"
#include "client/dossier/visit_book.h"
#include "client/sync/sync_engine.h"
#include "client/viewmodels/parcours.h"
#include "tests/client/device_fixture.h"
#include "tests/client/fake_server.h"

#include <memory>

namespace escale::tests {

class TabletAtWork {
public:
    explicit TabletAtWork(protocol::Role role = protocol::Role::mediateur);

    Adviser& adviser() { return *parcours->adviser(); }
    [[nodiscard]] Adviser::Place place() { return adviser().place(); }
    /// Types `pin` on the page and waits for its answer.
    void enter(const QString& pin);
    /// With the right one.
    void open() { enter(QString::fromLatin1(kPin)); }
    /// A dossier of this device, closed again; its identifier.
    QString addPerson(const QString& first, const QString& last, bool agreed = true,
                      const std::vector<client::TypedAnswer>& more = {});
    /// What the server would say of it with two answers for the rent.
    void clash(const QString& id);
    /// Everything that waits has gone; `dossiers` come back.
    void receive(std::vector<Dossier> dossiers);
    [[nodiscard]] Dossier read(const QString& id);
    /// The program dies and starts again: locked.
    void restart();

    DeviceFixture device;
    FakeServer server;
    qint64 steadyMs = 1'000;
    std::unique_ptr<client::Workspace> workspace;
    std::unique_ptr<client::DossierSession> session;
    std::unique_ptr<client::SyncEngine> sync;
    std::unique_ptr<client::DeviceLock> lock;
    std::unique_ptr<client::VisitBook> book;
    std::unique_ptr<Parcours> parcours;

private:
    void start();
};

} // namespace escale::tests
