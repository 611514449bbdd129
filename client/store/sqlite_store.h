// SPDX-License-Identifier: GPL-3.0-or-later
// LocalStore in one SQLite file.
//
// Each dossier has its own random key. It is kept sealed under the key given to unlock() (device
// key behind the PIN, or key of the borne's session) and, on a borne, wrapped under the code de
// reprise. Rows are JSON sealed under it, bound to their table, dossier and number. On a borne the
// queue holds CMS for the server, which nothing on the device can open; elsewhere the queue names
// the sealed edit. The rules behind: architecture D3, D5, D6.
#pragma once

#include "client/store/device_profile.h"
#include "client/store/local_store.h"
#include "client/store/next_code.h"
#include "shared/crypto/kdf.h"
#include "shared/sqlite/sqlite.h"

#include <map>
#include <memory>

namespace escale::client {

class SqliteStore final : public LocalStore {
public:
    /// Opens or creates the file and brings it to the present form. `clock` and `random` outlive
    /// the store. `codeCost`: work of the code de reprise.
    static Result<std::unique_ptr<SqliteStore>> open(const std::string& file,
                                                     const DeviceProfile& profile,
                                                     const Clock& clock, Random& random,
                                                     const crypto::ScryptParams& codeCost = {});

    void unlock(crypto::SecretBytes key) override;
    void lock() override;
    [[nodiscard]] bool unlocked() const override { return !m_opening.empty(); }

    void prepareReference() override;
    std::string nextReference() override;
    Result<Edit> create(const Draft& draft, std::string_view reference) override;
    Result<Edit> append(const Draft& draft) override;
    Result<Dossier> load(const DossierId& id) override;
    Result<Dossier> snapshot(const DossierId& id) override;
    Result<std::vector<DossierSummary>> list() override;
    Result<DossierSummary> summary(const DossierId& id) override;
    Result<std::vector<Refusal>> refusals(const DossierId& id) override;

    Result<void> reopen(const DossierId& id, std::string_view code) override;
    Result<std::vector<ReturnKey>> returnKeys() override;
    Result<void> reopenWith(const DossierId& id, crypto::SecretBytes key) override;
    Result<void> adopt(const Dossier& dossier, crypto::SecretBytes key, ByteView wrapped) override;
    Result<void> take(const Dossier& dossier) override;
    Result<std::vector<std::string>> discard(const DossierId& id,
                                             const std::vector<Draft>& clearing) override;
    Result<void> endSession() override;
    Result<std::vector<std::string>> forgetAcknowledged() override;
    Result<void> countAttempt(std::string_view object) override;
    Result<std::int64_t> attemptWaitMs(std::string_view object) override;
    Result<void> clearAttempts(std::string_view object) override;

    Result<protocol::SyncRequest> nextBatch(std::size_t maxEdits) override;
    Result<Received> receive(const protocol::SyncResponse& answer) override;
    Result<QueueCounts> queue() override;
    Result<std::int64_t> lastExchangeMs() override;
    Result<std::vector<WaitingPage>> waitingPages() override;
    Result<void> setUploadPath(const std::string& sha256Hex, std::string_view path) override;
    Result<void> pageSent(const std::string& sha256Hex) override;
    Result<void> pageRefused(const std::string& sha256Hex, const Error& reason) override;
    Result<void> pageForgotten(const std::string& sha256Hex) override;
    Result<std::vector<KeptPage>> pagesOf(const DossierId& id) override;
    Result<Bytes> sealCopy(const DossierId& id, const std::string& name, ByteView page) override;
    Result<Bytes> openCopy(const DossierId& id, const std::string& name, ByteView sealed) override;
    Result<std::vector<std::string>> pageNames() override;

    Result<void> keepDraft(const DossierId& id, std::string_view text) override;
    Result<std::string> draft(const DossierId& id) override;

    Result<void> keepVisit(const Visit& visit) override;
    Result<std::vector<Visit>> visits() override;

private:
    SqliteStore(sqlite::Database db, DeviceProfile profile, const Clock& clock, Random& random,
                const crypto::ScryptParams& codeCost);

    // sqlite_store.cpp: numbers
    Result<std::int64_t> number(std::string_view name);
    Result<void> setNumber(std::string_view name, std::int64_t value);
    Result<std::int64_t> count(std::string_view sql, std::string_view argument);
    Result<Stamp> nextStamp();

    // store_keys.cpp
    Result<const crypto::SecretBytes*> dataKey(const DossierId& id);
    Result<void> keepKey(const DossierId& id, crypto::SecretBytes key, ByteView wrappedByCode);
    Result<void> emptyWaiting(const DossierId& id);
    Result<std::vector<std::string>> forgetRows(const DossierId& id);
    Result<void> setOpenKey(const DossierId& id, const crypto::SecretBytes& key);
    Result<Bytes> sealRow(const DossierId& id, std::string_view table, std::string_view row,
                          ByteView plain);
    Result<Bytes> openRow(const DossierId& id, std::string_view table, std::string_view row,
                          ByteView sealed);

    // store_edits.cpp
    Result<Edit> number(const Draft& draft);
    Result<void> writeEdit(const Edit& edit, const Draft& draft);
    Result<Edit> openEdit(const DossierId& id, std::int64_t seq, ByteView sealed);
    Result<std::vector<Edit>> ownEdits(const DossierId& id);

    // store_pages.cpp
    Result<void> writePages(const Edit& edit, const Draft& draft);

    // store_queue.cpp
    Result<std::int64_t> acknowledge(std::int64_t mark);
    Result<void> refuse(const protocol::RefusedEdit& refused);
    Result<void> writeSnapshot(const Dossier& dossier);
    Result<void> takeSnapshot(const Dossier& dossier, std::int64_t mark);
    Result<bool> takeStatus(const protocol::DossierStatus& status);
    Result<void> takeNews(const protocol::SyncResponse& answer, Received& received);

    sqlite::Database m_db;
    DeviceProfile m_profile;
    const Clock& m_clock;
    Random& m_random;
    NextCode m_nextCode;
    crypto::SecretBytes m_opening;
    std::map<DossierId, crypto::SecretBytes> m_keys; // opened data keys
};

} // namespace escale::client
