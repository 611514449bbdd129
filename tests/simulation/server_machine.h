// SPDX-License-Identifier: GPL-3.0-or-later
// The server of a simulated day: its real store, routes, reconciliation and forwarder, without
// sockets and threads.
#pragma once

#include "client/sync/transport.h"
#include "server/store/sqlite_store.h"
#include "tests/simulation/defect.h"
#include "tests/simulation/machine.h"
#include "tests/simulation/oracle.h"
#include "tests/simulation/school.h"

#include <memory>
#include <optional>

namespace escale::simulation {

class ServerMachine {
public:
    ServerMachine(Timeline& timeline, Chance seed, Story& story, Oracle& oracle, School& school,
                  const std::string& folder, Defect defect);
    ~ServerMachine();

    Machine& machine() { return m_machine; }
    [[nodiscard]] bool isUp() const { return m_running != nullptr; }
    /// Opens everything; false when the power went meanwhile.
    bool start();
    void stop();

    void addDevice(const server::DeviceRow& device);
    /// A request of that device; nothing: the server is not there, or died over it.
    std::optional<client::HttpAnswer> serve(const DeviceId& device,
                                            const client::HttpRequest& request);
    /// The last page of a pièce is here (uploads have their own tests).
    bool pageArrived(const DossierId& dossier, const PieceId& piece, const std::string& sha256);
    /// What the forwarder's thread does when it wakes.
    void forward();
    /// Nothing waits for the SNE.
    [[nodiscard]] bool hasForwardedAll();
    /// Everything it holds, for the oracle.
    [[nodiscard]] std::vector<Held> held();
    [[nodiscard]] std::vector<server::DeviceRow> devices();
    [[nodiscard]] std::vector<server::RefusedRow> refused();

private:
    struct Running;
    client::HttpAnswer handle(const DeviceId& device, const client::HttpRequest& request);
    client::HttpAnswer promiseFirst(const DeviceId& device, const client::HttpRequest& request);
    void forgetMarks(const client::HttpRequest& request);

    Timeline& m_timeline;
    Story& m_story;
    Oracle& m_oracle;
    School& m_school;
    Machine m_machine;
    Defect m_defect;
    std::unique_ptr<Running> m_running;
};

} // namespace escale::simulation
