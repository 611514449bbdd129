// SPDX-License-Identifier: GPL-3.0-or-later
// A server's store in a folder of its own, a clock that is told the time, and invented people.
#pragma once

#include "server/auth/enrolment.h"
#include "server/reconcile/reconciler.h"
#include "server/store/store.h"
#include "shared/crypto/cms.h"
#include "shared/crypto/pki.h"
#include "shared/crypto/random.h"

#include <QTemporaryDir>

#include <atomic>
#include <memory>
#include <string>
#include <vector>

namespace escale::server_test {

inline constexpr std::int64_t kNow = 1'795'305'600'000; // 2026-11-22T00:00:00Z, the 22nd in Paris

class FakeClock final : public Clock {
public:
    [[nodiscard]] std::int64_t nowMs() const override { return m_now; }
    void advance(std::int64_t ms) { m_now += ms; }

private:
    std::atomic<std::int64_t> m_now = kNow;
};

/// Everything a reconciler stands on. The store is in SQLite, or, when ESCALE_TEST_STORE says
/// postgres, in a database of its own of a PostgreSQL that the program starts.
class Bench {
public:
    Bench();
    [[nodiscard]] std::string path(const std::string& name) const;
    /// The same store, opened once more, as another process would.
    [[nodiscard]] std::unique_ptr<server::Store> openAgain() const;
    /// All that the database holds: the bytes of its files, or what a dump of it says.
    [[nodiscard]] std::string stored() const;
    server::DeviceRow addDevice(protocol::Role role, const std::string& site);
    [[nodiscard]] server::DossierRow dossier(const DossierId& id);
    [[nodiscard]] std::vector<server::OutboxRow> outbox(const DossierId& id);
    /// Sends edits of one device; the answer must be a success.
    protocol::SyncResponse send(const server::DeviceRow& device, std::vector<Edit> edits,
                                std::int64_t cursor = 0);
    DossierId newDossier() { return newId<DossierId>(clock, random); }

    QTemporaryDir folder;
    FakeClock clock;
    crypto::SystemRandom random;
    crypto::Authority authority;
    server::SealingKey sealing;
    std::string database; // a file, or where PostgreSQL is
    std::unique_ptr<server::Store> store;
    std::unique_ptr<server::Reconciler> reconciler;
};

Change change(const std::string& path, Value value, std::int64_t base = 0);
Edit edit(const server::DeviceRow& device, const DossierId& dossier, std::int64_t seq,
          std::vector<Change> changes, const std::string& author = "demandeur");
/// All that registering Amina Bellec's demande asks for, but the pièce and the confirmation.
std::vector<Change> completeAnswers();
/// A pièce of that type with these pages (SHA-256 names).
std::vector<Change> piece(const PieceId& id, const std::string& type, const TextList& pages);

} // namespace escale::server_test
