// SPDX-License-Identifier: GPL-3.0-or-later
// The PIN of a médiateur's tablet or of a permanence, and the lock that it opens. The slow part
// (scrypt, about 0.3 s) runs on a thread of its own: the page stays alive.
#pragma once

#include "client/dossier/workspace.h"

#include <QObject>

#include <functional>
#include <memory>
#include <string>

class QThread;

namespace escale::client {

class DeviceLock : public QObject {
    Q_OBJECT
public:
    /// `workspace` needs a PIN and outlives the lock. It may be open already (PIN of a script).
    explicit DeviceLock(Workspace& workspace, QObject* parent = nullptr);
    /// Waits for a thread that still runs.
    ~DeviceLock() override;

    /// What must be done once the keys are there, before opened(). When it fails, the device is
    /// locked again and refused() says why.
    void setOpener(std::function<Result<void>()> opener) { m_opener = std::move(opener); }

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] bool isOpening() const { return m_thread != nullptr; }
    /// How long until a PIN may be tried again, ms; 0: now.
    [[nodiscard]] std::int64_t waitMs();
    /// Tries `pin`; opened() or refused() comes later, on the caller's thread. While an attempt
    /// runs, or when the lock is open, nothing.
    void open(std::string pin);
    /// Wipes the keys, then closed(). Everything kept stays kept. An attempt that runs is dropped.
    Result<void> close();

signals:
    void opened();
    /// Errc::wrongCode, throttled, or why the device cannot be opened.
    void refused(const escale::Error& error);
    void closed();

private:
    void settle(Result<crypto::SecretBytes> key);

    Workspace& m_workspace;
    std::function<Result<void>()> m_opener;
    QThread* m_thread = nullptr; // deletes itself
    int m_attempt = 0;           // an answer to an older one is dropped
};

} // namespace escale::client
