// SPDX-License-Identifier: GPL-3.0-or-later
// A borne or a tablet of a simulated day: its real store and sync engine, on a simulated disk and
// line.
#pragma once

#include "client/store/sqlite_store.h"
#include "client/sync/sync_engine.h"
#include "tests/simulation/machine.h"
#include "tests/simulation/network.h"
#include "tests/simulation/oracle.h"

#include <memory>
#include <vector>

namespace escale::simulation {

class DeviceMachine {
public:
    DeviceMachine(Timeline& timeline, Chance seed, Story& story, Oracle& oracle, std::string name,
                  const std::string& folder, protocol::Role role, Serve serve);
    ~DeviceMachine();

    [[nodiscard]] const DeviceId& id() const { return m_profile.device; }
    [[nodiscard]] const std::string& name() const { return m_machine.name; }
    [[nodiscard]] bool isBorne() const { return m_profile.isBorne(); }
    [[nodiscard]] bool isUp() const { return m_engine != nullptr; }
    [[nodiscard]] protocol::Role role() const { return m_profile.role; }
    Machine& machine() { return m_machine; }
    Line& line() { return m_line; }

    /// False when the power went meanwhile.
    bool start();
    void stop();

    /// A person's edit; `changes` without their bases. False when it was not kept.
    bool create(const DossierId& dossier, std::vector<Change> changes);
    bool answer(const DossierId& dossier, std::vector<Change> changes, const std::string& closes);
    /// Borne: the person goes.
    void endSession();

    /// Dossiers that a person could open now, by identifier.
    [[nodiscard]] std::vector<DossierId> openable();
    /// What a person sees of one; nothing when it is not readable.
    [[nodiscard]] std::optional<Dossier> view(const DossierId& dossier);
    /// The last snapshot of the server, as JSON; "" when there is none.
    [[nodiscard]] std::string snapshot(const DossierId& dossier);
    [[nodiscard]] std::int64_t waiting();
    /// Dossiers of which something is still here.
    [[nodiscard]] std::size_t held();

private:
    bool keep(const DossierId& dossier, std::vector<Change> changes, const std::string& closes,
              bool isNew);
    bool openStore();
    Result<std::set<std::int64_t>> queued();

    Story& m_story;
    Oracle& m_oracle;
    Machine m_machine;
    Line m_line;
    client::DeviceProfile m_profile;
    client::PageFiles m_pages;
    crypto::SecretBytes m_deviceKey; // behind the PIN
    std::unique_ptr<client::SqliteStore> m_store;
    std::unique_ptr<client::Transport> m_transport;
    std::unique_ptr<client::SyncEngine> m_engine;
};

} // namespace escale::simulation
