// SPDX-License-Identifier: GPL-3.0-or-later
// What a device keeps: dossiers (last snapshot of the server + own edits), the queue of what waits
// to be sent, and the pages. Everything that a person typed is sealed; see sqlite_store.h for how.
//
// One thread at a time. Any call may fail with Errc::storageFailure or diskFull, and then nothing
// of it was written. Errc::locked: the key is not there (no PIN given, session ended).
#pragma once

#include "client/store/draft_store.h"
#include "client/store/page_store.h"
#include "client/store/return_store.h"
#include "client/store/visit_store.h"
#include "shared/crypto/secret.h"
#include "shared/protocol/messages.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace escale::client {

/// An edit before it has a number.
struct Draft {
    DossierId dossier;
    std::string author;
    int schema = 0;
    std::int64_t seen = 0; // revision of the snapshot that its author had, see Edit::seen
    std::vector<Change> changes;
    std::string closes; // see Edit::closes
    std::vector<NewPage> pages;
    std::vector<std::string> dropped; // names of pages that its changes no longer name
};

/// What is known of a dossier without any key.
struct DossierSummary {
    DossierId id;
    std::int64_t createdMs = 0;
    bool openable = false; // load() would work now
    std::int64_t waitingEdits = 0;
    std::int64_t waitingPages = 0;
    std::int64_t refused = 0; // edits and pages that the server did not take
};

struct Refusal {
    std::int64_t seq = 0; // 0 for a page
    std::string page;     // SHA-256, for a page
    Errc code = Errc::internal;
    std::string detail;
};

struct QueueCounts {
    std::int64_t edits = 0;
    std::int64_t pages = 0;
};

/// What an answer of the server changed here.
struct Received {
    std::int64_t acknowledged = 0; // edits that left the queue
    std::int64_t dossiers = 0;     // snapshots and statuses stored
    std::vector<DossierId> changed;
};

class LocalStore : public VisitStore, public PageStore, public DraftStore, public ReturnStore {
public:
    /// Key under which the keys of dossiers are kept: device key, or key of the borne's session.
    virtual void unlock(crypto::SecretBytes key) = 0;
    virtual void lock() = 0;
    [[nodiscard]] virtual bool unlocked() const = 0;

    /// Somebody may soon begin: a borne does the work of the next code de reprise meanwhile, in a
    /// thread of its own. The store's randomness is then used by two threads.
    virtual void prepareReference() = 0;
    /// Reference for create(): the prepared one, else a new one.
    virtual std::string nextReference() = 0;
    /// A new dossier and its first edit, in one transaction. On a borne its key is also wrapped
    /// under `reference`, so that the person may come back (blocks about 0.3 s for a reference
    /// that was not prepared).
    virtual Result<Edit> create(const Draft& draft, std::string_view reference) = 0;
    /// Allocates the next number; the edit, its queue row and its pages are written in one
    /// transaction; a page dropped before the server heard of it leaves at once. Errc::notFound for
    /// a dossier that is not here.
    virtual Result<Edit> append(const Draft& draft) = 0;

    /// Last snapshot with the device's own edits on top.
    virtual Result<Dossier> load(const DossierId& id) = 0;
    /// Last snapshot alone: its revisions are the bases of new edits.
    virtual Result<Dossier> snapshot(const DossierId& id) = 0;
    virtual Result<std::vector<DossierSummary>> list() = 0;
    virtual Result<DossierSummary> summary(const DossierId& id) = 0;
    virtual Result<std::vector<Refusal>> refusals(const DossierId& id) = 0;

    /// Borne: what waits of this dossier is emptied where it stands (its numbers stay, or the
    /// server would wait for them for ever); nothing of it can be opened any more, by its code
    /// neither. `clearing`, edits that clear every answer, is added when the server has some of
    /// them. Names of its pages, whose files the caller erases.
    virtual Result<std::vector<std::string>> discard(const DossierId& id,
                                                     const std::vector<Draft>& clearing) = 0;
    /// Locks. On a borne the keys of all open dossiers are also forgotten, for ever. What no longer
    /// waits goes with forgetAcknowledged().
    virtual Result<void> endSession() = 0;
    /// Borne: deletes dossiers whose session has ended and of which nothing waits any more. Names
    /// of their pages, whose files the caller erases.
    virtual Result<std::vector<std::string>> forgetAcknowledged() = 0;

    /// Counts one attempt at `object` ("pin", a dossier) before it is made, durably.
    /// Errc::throttled while a wait runs: after 5 wrong ones 30 s, doubling up to one hour.
    virtual Result<void> countAttempt(std::string_view object) = 0;
    /// How long that wait still runs; 0: an attempt is allowed now.
    virtual Result<std::int64_t> attemptWaitMs(std::string_view object) = 0;
    /// The attempt was right: forgets the wrong ones.
    virtual Result<void> clearAttempts(std::string_view object) = 0;

    // The queue.
    /// Edits in order from the oldest, within the limits of protocol and `maxEdits`. A row that
    /// cannot be read any more goes as it is, sealed: the server keeps it, refused, and the next
    /// ones are not held back.
    virtual Result<protocol::SyncRequest> nextBatch(std::size_t maxEdits) = 0;
    /// One transaction: acknowledged rows leave the queue, snapshots and cursor are stored.
    virtual Result<Received> receive(const protocol::SyncResponse& answer) = 0;
    virtual Result<QueueCounts> queue() = 0;
    /// When receive() last succeeded; 0: never.
    virtual Result<std::int64_t> lastExchangeMs() = 0;
};

} // namespace escale::client
