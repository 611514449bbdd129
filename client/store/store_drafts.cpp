// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/sqlite_store.h"

#include "shared/crypto/secret.h"

namespace escale::client {

Result<void> SqliteStore::keepDraft(const DossierId& id, std::string_view text) {
    if (m_profile.isBorne())
        return fail(Errc::forbidden, "une borne ne garde rien d’une page en cours");
    if (text.empty()) {
        ESCALE_TRY_ASSIGN(gone, m_db.prepare("DELETE FROM brouillon WHERE dossier = ?"));
        return gone.bind(1, id.str()).run();
    }
    ESCALE_TRY_ASSIGN(sealed, sealRow(id, "brouillon", "", asBytes(text)));
    ESCALE_TRY_ASSIGN(row, m_db.prepare("INSERT INTO brouillon(dossier, scelle) VALUES(?, ?) ON "
                                        "CONFLICT(dossier) DO UPDATE SET scelle = "
                                        "excluded.scelle"));
    return row.bind(1, id.str()).bind(2, ByteView(sealed)).run();
}

Result<std::string> SqliteStore::draft(const DossierId& id) {
    ESCALE_TRY_ASSIGN(row, m_db.prepare("SELECT scelle FROM brouillon WHERE dossier = ?"));
    row.bind(1, id.str());
    ESCALE_TRY_ASSIGN(there, row.step());
    if (!there)
        return std::string();
    ESCALE_TRY_ASSIGN(plain, openRow(id, "brouillon", "", row.columnBlob(0)));
    std::string text = asString(plain);
    crypto::wipe(plain);
    return text;
}

} // namespace escale::client
