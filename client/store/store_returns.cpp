// SPDX-License-Identifier: GPL-3.0-or-later
// A person is back with their code de reprise.
#include "client/store/sqlite_store.h"

#include "shared/crypto/kdf.h"

#include <algorithm>

namespace escale::client {

std::string digitsOf(std::string_view code) {
    std::string digits;
    std::copy_if(code.begin(), code.end(), std::back_inserter(digits),
                 [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

Result<void> SqliteStore::reopen(const DossierId& id, std::string_view code) {
    if (!unlocked())
        return fail(Errc::locked, "aucune session n’est ouverte");
    ESCALE_TRY_ASSIGN(statement, m_db.prepare("SELECT cle_reprise FROM dossier WHERE id = ?"));
    statement.bind(1, id.str());
    ESCALE_TRY_ASSIGN(there, statement.step());
    if (!there || statement.columnIsNull(0))
        return fail(Errc::notFound, "aucun code de reprise pour ce dossier sur cet appareil");
    const Bytes wrapped = statement.columnBlob(0);
    statement.reset();
    ESCALE_TRY(countAttempt(id.str()));
    std::string digits = digitsOf(code);
    auto key = crypto::unwrapKey(wrapped, asBytes(digits));
    crypto::wipe(digits);
    if (!key)
        return key.error();
    ESCALE_TRY(setOpenKey(id, *key));
    m_keys.insert_or_assign(id, std::move(*key));
    return clearAttempts(id.str());
}

Result<std::vector<ReturnKey>> SqliteStore::returnKeys() {
    ESCALE_TRY_ASSIGN(statement,
                      m_db.prepare("SELECT id, cle_reprise FROM dossier WHERE cle IS NULL"
                                   " AND cle_reprise IS NOT NULL ORDER BY cree_le DESC"));
    std::vector<ReturnKey> keys;
    while (true) {
        ESCALE_TRY_ASSIGN(there, statement.step());
        if (!there)
            return keys;
        keys.push_back({DossierId(statement.columnText(0)), statement.columnBlob(1)});
    }
}

Result<void> SqliteStore::reopenWith(const DossierId& id, crypto::SecretBytes key) {
    if (!unlocked())
        return fail(Errc::locked, "aucune session n’est ouverte");
    ESCALE_TRY(setOpenKey(id, key));
    m_keys.insert_or_assign(id, std::move(key));
    return {};
}

Result<void> SqliteStore::adopt(const Dossier& dossier, crypto::SecretBytes key, ByteView wrapped) {
    if (!m_profile.isBorne())
        return fail(Errc::forbidden, "seule une borne ouvre une demande par son code");
    ESCALE_TRY_ASSIGN(transaction, sqlite::Transaction::begin(m_db));
    const std::string id = dossier.id.str();
    ESCALE_TRY_ASSIGN(known, count("SELECT count(*) FROM dossier WHERE id = ?", id));
    if (known == 0) {
        ESCALE_TRY(keepKey(dossier.id, std::move(key), wrapped));
    } else {
        // Its former key is lost, with what it sealed; what waits goes to the server all the same.
        ESCALE_TRY_ASSIGN(own, m_db.prepare("DELETE FROM edition WHERE dossier = ?"));
        ESCALE_TRY(own.bind(1, id).run());
        ESCALE_TRY_ASSIGN(row, m_db.prepare("UPDATE dossier SET cle_reprise = ? WHERE id = ?"));
        ESCALE_TRY(row.bind(1, wrapped).bind(2, id).run());
        ESCALE_TRY(reopenWith(dossier.id, std::move(key)));
    }
    auto written = writeSnapshot(dossier);
    if (written)
        written = transaction.commit();
    if (!written)
        m_keys.erase(dossier.id);
    return written;
}

Result<void> SqliteStore::take(const Dossier& dossier) {
    if (m_profile.isBorne())
        return fail(Errc::forbidden, "une borne ouvre une demande pour une session");
    if (!unlocked())
        return fail(Errc::locked, "il faut le code PIN pour recevoir");
    ESCALE_TRY_ASSIGN(transaction, sqlite::Transaction::begin(m_db));
    ESCALE_TRY_ASSIGN(mark, number("acquitte"));
    ESCALE_TRY(takeSnapshot(dossier, mark));
    return transaction.commit();
}

} // namespace escale::client
