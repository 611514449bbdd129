// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/dossier/device_lock.h"

#include "client/platform/key_vault.h"
#include "shared/crypto/secret.h"

#include <QThread>

#include <utility>

namespace escale::client {

DeviceLock::DeviceLock(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace) {}

DeviceLock::~DeviceLock() {
    if (m_thread != nullptr)
        m_thread->wait();
}

bool DeviceLock::isOpen() const {
    return m_workspace.store().unlocked();
}

std::int64_t DeviceLock::waitMs() {
    const auto wait = m_workspace.pinWaitMs();
    return wait ? *wait : 0;
}

void DeviceLock::open(std::string pin) {
    if (isOpen() || isOpening())
        return;
    if (const auto counted = m_workspace.countPinAttempt(); !counted) {
        emit refused(counted.error());
        return;
    }
    using Answer = Result<crypto::SecretBytes>;
    m_thread = QThread::create(
        [this, dir = m_workspace.dir(), pin = std::move(pin), attempt = ++m_attempt]() mutable {
            // Shared: what is posted to another thread must be copied.
            auto answer = std::make_shared<Answer>(openDeviceKey(dir, pin));
            crypto::wipe(pin);
            QMetaObject::invokeMethod(
                this,
                [this, answer, attempt] {
                    if (attempt == m_attempt)
                        settle(std::move(*answer));
                },
                Qt::QueuedConnection);
        });
    QObject::connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
    m_thread->start();
}

void DeviceLock::settle(Result<crypto::SecretBytes> key) {
    m_thread->wait();
    m_thread = nullptr;
    if (!key) {
        emit refused(key.error());
        return;
    }
    auto ready = m_workspace.unlockWithKey(std::move(*key));
    if (ready && m_opener)
        ready = m_opener();
    if (ready) {
        emit opened();
        return;
    }
    static_cast<void>(m_workspace.endSession());
    emit refused(ready.error());
}

Result<void> DeviceLock::close() {
    ++m_attempt;
    if (m_thread != nullptr)
        m_thread->wait();
    m_thread = nullptr;
    const auto ended = m_workspace.endSession();
    emit closed();
    return ended;
}

} // namespace escale::client
