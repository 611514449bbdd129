// SPDX-License-Identifier: GPL-3.0-or-later
// What the server keeps, whatever keeps it. One unit of work is one transaction: all of it is on
// disk when inTransaction() succeeds, none of it is there otherwise (architecture D5).
//
// The forwarder to the SNE works through SneOutbox (sne_outbox.h).
#pragma once

#include "server/store/device_table.h"
#include "server/store/dossier_table.h"
#include "server/store/outbox_table.h"
#include "server/store/page_table.h"
#include "server/store/return_table.h"

#include <functional>

namespace escale::server {

/// The tables inside one transaction. Valid only during the call it was given to.
class StoreSession {
public:
    virtual ~StoreSession() = default;
    virtual DeviceTable& devices() = 0;
    virtual DossierTable& dossiers() = 0;
    virtual PageTable& pages() = 0;
    virtual OutboxTable& outbox() = 0;
    virtual ReturnTable& returns() = 0;
};

/// Any failure of the tables is Errc::diskFull or Errc::storageFailure unless they say otherwise.
/// May be used from any thread, and by several processes on one store.
class Store {
public:
    using Work = std::function<Result<void>(StoreSession&)>;

    virtual ~Store() = default;
    /// Runs `work` alone among writers. Commits when it succeeds; when it fails or throws, nothing
    /// of it stays. Never called inside another one.
    virtual Result<void> inTransaction(const Work& work) = 0;
    /// Runs `work`, which only reads, on one consistent state, without waiting for writers.
    virtual Result<void> reading(const Work& work) = 0;
    /// What was erased leaves the files that the store keeps beside its tables. Where others read
    /// at that instant, it leaves later by itself.
    virtual Result<void> sweep() = 0;
    /// One consistent state of all the tables, in a new file of `folder`, on disk when it returns,
    /// while others read and write. Gives the name of the file, which says how to read it back
    /// (server/README.md).
    virtual Result<std::string> saveTo(const std::string& folder) = 0;
};

} // namespace escale::server
