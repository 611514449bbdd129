// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the touch application, put together once: device, session, sync, pages.
#pragma once

#include "client/app_options.h"
#include "client/dossier/device_lock.h"
#include "client/dossier/dossier_session.h"
#include "client/dossier/visit_book.h"
#include "client/sync/late_transport.h"
#include "client/sync/sync_engine.h"
#include "client/territory/held_packs.h"
#include "client/viewmodels/lecture.h"
#include "client/viewmodels/parcours.h"
#include "shared/base/system_ports.h"
#include "shared/crypto/random.h"

#include <QQmlApplicationEngine>

#include <memory>

class QQuickWindow;

namespace escale {

class Application {
public:
    /// Opens the device. A device that is not enrolled is no failure: the pages say what to do. One
    /// behind a PIN starts locked, unless a script gave its PIN (Errc::wrongCode, throttled).
    /// Errc::forbidden when `options.role` is not the device's.
    Result<void> open(const AppOptions& options);
    /// Loads the pages and shows the window; false when they cannot be loaded.
    bool show();

    [[nodiscard]] Parcours& parcours() { return *m_parcours; }
    /// nullptr when the device is not enrolled.
    [[nodiscard]] client::DossierSession* session() const { return m_session.get(); }
    [[nodiscard]] Lecture& lecture() { return *m_lecture; }
    /// nullptr before show().
    [[nodiscard]] QQuickWindow* window() const { return m_window; }

private:
    Result<void> openDevice(const AppOptions& options);
    Result<void> unlock(const AppOptions& options);
    Result<void> connectDevice();
    void disconnectDevice();

    SystemClock m_clock;
    crypto::SystemRandom m_random;
    bool m_windowed = false;
    std::unique_ptr<client::Workspace> m_workspace;
    std::unique_ptr<client::DossierSession> m_session;
    std::shared_ptr<client::HeldPacks> m_packs;
    client::LateTransport m_transport; // connected while the device is open
    std::unique_ptr<client::SyncEngine> m_sync;
    std::unique_ptr<client::VisitBook> m_visits; // behind a PIN only, as the lock
    std::unique_ptr<client::DeviceLock> m_lock;
    std::unique_ptr<Parcours> m_parcours;
    std::unique_ptr<Lecture> m_lecture;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow* m_window = nullptr; // of m_engine
};

} // namespace escale
