// SPDX-License-Identifier: GPL-3.0-or-later
// A borne: looks for the dossier of a code de reprise among those that wait here, on a thread of
// its own (scrypt, about 0.3 s for each): the page stays alive.
#pragma once

#include "client/dossier/dossier_session.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <string>

class QThread;

namespace escale::client {

class ReturnSearch : public QObject {
    Q_OBJECT
public:
    /// `session` outlives the search.
    explicit ReturnSearch(DossierSession& session, QObject* parent = nullptr);
    /// Waits for a thread that still runs.
    ~ReturnSearch() override;

    [[nodiscard]] bool isRunning() const { return m_thread != nullptr; }
    /// Counts the attempt, then looks; while a search runs, nothing. One signal follows.
    void start(const std::string& code);
    /// No signal comes any more, and nothing is opened.
    void cancel();
    /// After notHere(): the server has given the dossier of that code. It becomes the open one.
    Result<void> adopt(const Dossier& dossier);

signals:
    /// It is the open one.
    void found();
    /// None of this device: another one may have brought it to the server.
    void notHere();
    /// Errc::throttled, or why it cannot be opened.
    void refused(const escale::Error& error);

private:
    struct Outcome;
    Result<void> begin(std::vector<ReturnKey>& keys);
    void settle(Outcome& outcome);
    Result<void> finish(Outcome& outcome);
    void join();

    DossierSession& m_session;
    QThread* m_thread = nullptr; // deletes itself
    std::shared_ptr<std::atomic<bool>> m_stop;
    crypto::SecretBytes m_key; // of a dossier that may come from the server
    Bytes m_wrapped;           // the same, under the code
};

} // namespace escale::client
