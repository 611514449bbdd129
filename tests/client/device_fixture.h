// SPDX-License-Identifier: GPL-3.0-or-later
// A device that is enrolled, without a server: folder, keys and certificates of a small authority.
#pragma once

#include "client/dossier/dossier_session.h"
#include "client/dossier/workspace.h"
#include "client/store/sqlite_store.h"
#include "shared/base/system_ports.h"
#include "shared/crypto/pki.h"
#include "shared/crypto/random.h"

#include <QTemporaryDir>

#include <memory>
#include <string>

namespace escale::tests {

class SteppingClock final : public Clock {
public:
    [[nodiscard]] std::int64_t nowMs() const override { return now; }
    std::int64_t now = 1'795'305'508'123;
};

inline constexpr const char* kPin = "402917";

/// The certificates that a server would have.
struct FakeAuthority {
    crypto::Authority authority;
    std::string sealingKeyPem;
    std::string sealingCertPem;
};
const FakeAuthority& fakeAuthority();
/// Certificate and key of a server named 127.0.0.1, signed by `authority`.
struct ServerIdentity {
    std::string certPem;
    std::string keyPem;
};
ServerIdentity serverIdentity(const crypto::Authority& authority);

class DeviceFixture {
public:
    explicit DeviceFixture(protocol::Role role, const std::string& server = "https://127.0.0.1:1");

    [[nodiscard]] std::string root() const { return m_root; }
    [[nodiscard]] const DeviceId& device() const { return m_device; }
    /// Opened, the PIN given where there is one, a session begun.
    std::unique_ptr<client::Workspace> open(client::SessionKeeping keeping);
    /// Whether any file of the folder holds `needle`.
    [[nodiscard]] bool holds(const std::string& needle) const;
    [[nodiscard]] int pageFiles() const;

    SteppingClock clock;
    crypto::SystemRandom random;

private:
    void enrol(protocol::Role role, const std::string& server);

    QTemporaryDir m_dir;
    std::string m_root;
    DeviceId m_device;
};

/// The person is back with `code`: what became of it. Errc::wrongCode when nothing here opens with
/// it.
Result<DossierId> comeBack(client::DossierSession& session, const std::string& code);

/// A JPEG that any program can open, with place and device written beside the picture.
Bytes jpegWithPlace(int shade = 120);

/// What the server answers to an exchange that it takes whole.
protocol::SyncResponse acknowledge(std::int64_t mark, std::int64_t cursor = 0);

} // namespace escale::tests
