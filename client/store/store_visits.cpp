// SPDX-License-Identifier: GPL-3.0-or-later
// Visits of a permanence: a row each, sealed under the device key and bound to its identifier. Even
// the day stands inside the seal.
#include "client/store/sqlite_store.h"
#include "shared/crypto/aead.h"

namespace escale::client {
namespace {

std::string visitAad(const std::string& id) {
    return "visite|" + id;
}

} // namespace

Result<void> SqliteStore::keepVisit(const Visit& visit) {
    if (m_profile.isBorne())
        return fail(Errc::forbidden, "une borne ne note pas de visite");
    if (!unlocked())
        return fail(Errc::locked, "il faut le code PIN");
    std::string text = encodeVisit(visit);
    auto sealed =
        crypto::sealAead(m_opening, asBytes(text), asBytes(visitAad(visit.id.str())), m_random);
    crypto::wipe(text);
    if (!sealed)
        return sealed.error();
    ESCALE_TRY_ASSIGN(transaction, sqlite::Transaction::begin(m_db));
    ESCALE_TRY_ASSIGN(known, count("SELECT count(*) FROM visite WHERE id = ?", visit.id.str()));
    if (known > 0)
        return fail(Errc::alreadyExists, "cette visite est déjà notée");
    ESCALE_TRY_ASSIGN(row, m_db.prepare("INSERT INTO visite(id, scelle) VALUES(?, ?)"));
    ESCALE_TRY(row.bind(1, visit.id.str()).bind(2, ByteView(*sealed)).run());
    return transaction.commit();
}

Result<std::vector<Visit>> SqliteStore::visits() {
    if (!unlocked())
        return fail(Errc::locked, "il faut le code PIN");
    // Identifiers begin with their time: their order is that of the visits.
    ESCALE_TRY_ASSIGN(rows, m_db.prepare("SELECT id, scelle FROM visite ORDER BY id"));
    std::vector<Visit> all;
    while (true) {
        ESCALE_TRY_ASSIGN(there, rows.step());
        if (!there)
            return all;
        ESCALE_TRY_ASSIGN(plain, crypto::openAead(m_opening, rows.columnBlob(1),
                                                  asBytes(visitAad(rows.columnText(0)))));
        auto visit = decodeVisit(asString(plain));
        crypto::wipe(plain);
        if (!visit)
            return visit.error();
        all.push_back(std::move(*visit));
    }
}

} // namespace escale::client
