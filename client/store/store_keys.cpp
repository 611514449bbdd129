// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of dossiers: sealing rows, the session of a borne, forgetting.
#include "client/store/sqlite_store.h"

#include "shared/crypto/aead.h"

namespace escale::client {
namespace {

std::string keyAad(const DossierId& id) {
    return "cle|" + id.str();
}

std::string rowAad(std::string_view table, const DossierId& id, std::string_view row) {
    return std::string(table) + "|" + id.str() + "|" + std::string(row);
}

} // namespace

void SqliteStore::unlock(crypto::SecretBytes key) {
    m_keys.clear();
    m_opening = std::move(key);
}

void SqliteStore::lock() {
    m_keys.clear();
    m_opening.wipe();
}

Result<const crypto::SecretBytes*> SqliteStore::dataKey(const DossierId& id) {
    if (const auto found = m_keys.find(id); found != m_keys.end())
        return &found->second;
    ESCALE_TRY_ASSIGN(statement, m_db.prepare("SELECT cle FROM dossier WHERE id = ?"));
    statement.bind(1, id.str());
    ESCALE_TRY_ASSIGN(there, statement.step());
    if (!there)
        return fail(Errc::notFound, "dossier absent de cet appareil");
    if (!unlocked() || statement.columnIsNull(0))
        return fail(Errc::locked, "la clé de ce dossier n’est pas ouverte");
    ESCALE_TRY_ASSIGN(key,
                      crypto::openAead(m_opening, statement.columnBlob(0), asBytes(keyAad(id))));
    const auto placed = m_keys.insert_or_assign(id, crypto::SecretBytes::fromBytes(key));
    crypto::wipe(key);
    return &placed.first->second;
}

Result<void> SqliteStore::keepKey(const DossierId& id, crypto::SecretBytes key,
                                  ByteView wrappedByCode) {
    if (!unlocked())
        return fail(Errc::locked, "aucune session n’est ouverte");
    ESCALE_TRY_ASSIGN(sealed,
                      crypto::sealAead(m_opening, key.view(), asBytes(keyAad(id)), m_random));
    ESCALE_TRY_ASSIGN(statement, m_db.prepare("INSERT INTO dossier(id, cree_le, cle, cle_reprise) "
                                              "VALUES(?, ?, ?, ?)"));
    statement.bind(1, id.str()).bind(2, m_clock.nowMs()).bind(3, ByteView(sealed));
    wrappedByCode.empty() ? statement.bindNull(4) : statement.bind(4, wrappedByCode);
    ESCALE_TRY(statement.run());
    m_keys.insert_or_assign(id, std::move(key));
    return {};
}

Result<void> SqliteStore::setOpenKey(const DossierId& id, const crypto::SecretBytes& key) {
    ESCALE_TRY_ASSIGN(sealed,
                      crypto::sealAead(m_opening, key.view(), asBytes(keyAad(id)), m_random));
    ESCALE_TRY_ASSIGN(statement, m_db.prepare("UPDATE dossier SET cle = ? WHERE id = ?"));
    return statement.bind(1, ByteView(sealed)).bind(2, id.str()).run();
}

Result<Bytes> SqliteStore::sealRow(const DossierId& id, std::string_view table,
                                   std::string_view row, ByteView plain) {
    ESCALE_TRY_ASSIGN(key, dataKey(id));
    return crypto::sealAead(*key, plain, asBytes(rowAad(table, id, row)), m_random);
}

Result<Bytes> SqliteStore::openRow(const DossierId& id, std::string_view table,
                                   std::string_view row, ByteView sealed) {
    ESCALE_TRY_ASSIGN(key, dataKey(id));
    return crypto::openAead(*key, sealed, asBytes(rowAad(table, id, row)));
}

Result<Bytes> SqliteStore::sealCopy(const DossierId& id, const std::string& name, ByteView page) {
    return sealRow(id, "page", name, page);
}

Result<Bytes> SqliteStore::openCopy(const DossierId& id, const std::string& name, ByteView sealed) {
    return openRow(id, "page", name, sealed);
}

Result<void> SqliteStore::endSession() {
    if (!m_profile.isBorne()) {
        lock(); // the PIN opens these keys again: they stay
        return {};
    }
    ESCALE_TRY(m_db.exec("UPDATE dossier SET cle = NULL WHERE cle IS NOT NULL"));
    lock();
    // The old pages of the journal still hold the sealed keys: they go with it.
    return m_db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

Result<std::vector<std::string>> SqliteStore::forgetAcknowledged() {
    constexpr std::string_view kDone =
        "SELECT id FROM dossier d WHERE d.cle IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM file_envoi f WHERE f.dossier = d.id)"
        " AND NOT EXISTS (SELECT 1 FROM page p WHERE p.dossier = d.id AND p.etat IN (0, 3))";
    std::vector<std::string> names;
    if (!m_profile.isBorne())
        return names;
    ESCALE_TRY_ASSIGN(transaction, sqlite::Transaction::begin(m_db));
    ESCALE_TRY(m_db.exec("CREATE TEMP TABLE IF NOT EXISTS oubli(id TEXT PRIMARY KEY)"));
    ESCALE_TRY(m_db.exec("DELETE FROM oubli; INSERT INTO oubli " + std::string(kDone)));
    {
        ESCALE_TRY_ASSIGN(pages, m_db.prepare("SELECT sha256 FROM page WHERE dossier IN oubli"));
        while (true) {
            ESCALE_TRY_ASSIGN(there, pages.step());
            if (!there)
                break;
            names.push_back(pages.columnText(0));
        }
    }
    ESCALE_TRY_ASSIGN(forgotten, count("SELECT count(*) FROM oubli", {}));
    ESCALE_TRY(m_db.exec("DELETE FROM edition WHERE dossier IN oubli;"
                         "DELETE FROM page WHERE dossier IN oubli;"
                         "DELETE FROM refus WHERE dossier IN oubli;"
                         "DELETE FROM essais WHERE objet IN oubli;"
                         "DELETE FROM dossier WHERE id IN oubli;"));
    ESCALE_TRY(transaction.commit());
    if (forgotten > 0)
        ESCALE_TRY(m_db.exec("PRAGMA wal_checkpoint(TRUNCATE)"));
    return names;
}

} // namespace escale::client
