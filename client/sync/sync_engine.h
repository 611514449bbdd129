// SPDX-License-Identifier: GPL-3.0-or-later
// Drives sync: asks sync_fsm what to do, does it, tells it what came of it. Decides nothing.
#pragma once

#include "client/platform/page_files.h"
#include "client/store/local_store.h"
#include "client/sync/page_upload.h"
#include "client/sync/sync_fsm.h"
#include "client/sync/sync_status.h"
#include "client/sync/territory_fetch.h"
#include "client/sync/transport.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <memory>

namespace escale::client {

/// On the thread of `store`. Nothing waits on it: an edit is kept before the engine hears of it.
class SyncEngine : public QObject {
    Q_OBJECT
public:
    /// All outlive the engine.
    SyncEngine(LocalStore& store, PageFiles& pages, Transport& transport, const Clock& clock,
               Random& random, QObject* parent = nullptr);
    ~SyncEngine() override;

    /// After an exchange that went well, what the server publishes of territories comes too.
    /// `packs` outlives the engine. Before start().
    void fetchTerritories(HeldPacks& packs);

    /// Keeps going: sends what waits, asks for news every minute, waits longer after each failure.
    void start();
    /// One round, then roundFinished: everything that can be sent or fetched now.
    void runOnce();
    /// Drops what is in flight; the queue is untouched.
    void stop();
    /// Something new waits, or the network is back: tries now whatever the waits were.
    void wake();

    /// Asks the server for the dossier of a code de reprise that nothing opens here. `done` is
    /// called once, later, on this thread: not at all after stop(). Errc::wrongCode, throttled (for
    /// a quarter of an hour), or why the server cannot be asked.
    void fetchByCode(const std::string& code, std::function<void(Result<Dossier>)> done);

    [[nodiscard]] const SyncStatus& status() const { return m_status; }

signals:
    void statusChanged();
    /// Identifiers of dossiers that an answer changed: DossierSession::refresh().
    void dossiersChanged(const QStringList& ids);
    void roundFinished(const escale::client::SyncReport& report);

private:
    enum class Mode { stopped, once, continuous };

    void step();
    void act(const SyncAction& action);
    void exchange(std::size_t maxEdits);
    void exchanged(const Result<HttpAnswer>& answer);
    void take(const HttpAnswer& answer);
    void takeTerritories();
    void failExchange(SyncFailure failure, const Error& error);
    void upload(const std::string& sha256Hex);
    void uploaded(const std::string& sha256Hex, const PageOutcome& outcome);
    Result<void> settlePage(const std::string& sha256Hex, const PageOutcome& outcome);
    Result<void> forget();
    void done();
    void rest(std::int64_t waitMs);
    void finishRound();
    void refreshStatus();
    void noteError(const Error& error);
    Result<SyncView> look();

    LocalStore& m_store;
    PageFiles& m_pages;
    Transport& m_transport;
    const Clock& m_clock;
    SyncFsm m_fsm;
    QTimer m_timer;
    std::unique_ptr<PageUpload> m_upload;
    std::unique_ptr<TerritoryFetch> m_territories; // null: not wanted
    Mode m_mode = Mode::stopped;
    bool m_busy = false;
    SyncStatus m_status;
    SyncReport m_report;
};

} // namespace escale::client
