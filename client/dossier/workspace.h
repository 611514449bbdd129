// SPDX-License-Identifier: GPL-3.0-or-later
// One device at work: its folder, its profile, its store and its keys, put together once for the
// touch application and for escale-ctl.
#pragma once

#include "client/platform/data_dir.h"
#include "client/platform/page_files.h"
#include "client/store/device_profile.h"
#include "client/store/local_store.h"
#include "shared/base/ports.h"

#include <memory>
#include <string>
#include <string_view>

namespace escale::client {

/// Where the key of a borne's session lives.
enum class SessionKeeping {
    memory, // the touch application: gone with the process
    file,   // escale-ctl, one process a command: file `session` (0600) until `session end`
};

class Workspace {
public:
    /// Opens a device that is enrolled. Errc::unauthorized when it is not. The store is locked. On
    /// a borne, sessions that a crash left open are closed (with SessionKeeping::file, only when
    /// the file is gone). `clock` and `random` outlive the workspace.
    static Result<std::unique_ptr<Workspace>> open(const std::string& root, SessionKeeping keeping,
                                                   const Clock& clock, Random& random);

    [[nodiscard]] const DataDir& dir() const { return m_dir; }
    [[nodiscard]] const DeviceProfile& profile() const { return m_profile; }
    [[nodiscard]] LocalStore& store() { return *m_store; }
    [[nodiscard]] PageFiles& pages() { return m_pages; }
    [[nodiscard]] const Clock& clock() const { return m_clock; }
    [[nodiscard]] Random& random() { return m_random; }
    [[nodiscard]] bool needsPin() const { return !m_profile.isBorne(); }

    /// Opens everything with the PIN. Errc::wrongCode, counted durably; after 5 wrong ones a
    /// growing wait (Errc::throttled). Blocks about 0.3 s.
    Result<void> unlockWithPin(std::string_view pin);
    /// The same in three steps, for a thread that must not wait: counts the attempt
    /// (Errc::throttled), then openDeviceKey() of platform/key_vault.h on any thread, then opens
    /// with its key.
    Result<void> countPinAttempt();
    Result<void> unlockWithKey(crypto::SecretBytes key);
    /// How long until a PIN may be tried again, ms; 0: now.
    Result<std::int64_t> pinWaitMs();
    /// Borne: a session's key, new if none is open. Does nothing when one is open.
    Result<void> beginSession();
    /// Borne: wipes the session's key and forgets what may be. PIN roles: locks.
    Result<void> endSession();

    /// Private TLS key, PEM, for the transport. Errc::locked before unlockWithPin on PIN roles.
    [[nodiscard]] Result<std::string> tlsKey() const;

private:
    Workspace(DataDir dir, DeviceProfile profile, SessionKeeping keeping, const Clock& clock,
              Random& random);
    Result<void> openStore();

    DataDir m_dir;
    DeviceProfile m_profile;
    SessionKeeping m_keeping;
    const Clock& m_clock;
    Random& m_random;
    PageFiles m_pages;
    std::unique_ptr<LocalStore> m_store;
    crypto::SecretBytes m_deviceKey; // PIN roles, once unlocked
};

} // namespace escale::client
