// SPDX-License-Identifier: GPL-3.0-or-later
// A borne: the person wants nothing of their answers to be kept.
#include "client/store/sqlite_store.h"

#include "shared/crypto/cms.h"

namespace escale::client {

/// In the queue, an edit that says nothing any more: the server takes its number and refuses it.
Result<void> SqliteStore::emptyWaiting(const DossierId& id) {
    std::vector<std::int64_t> waiting;
    {
        ESCALE_TRY_ASSIGN(statement, m_db.prepare("SELECT seq FROM file_envoi WHERE dossier = ?"));
        statement.bind(1, id.str());
        while (true) {
            ESCALE_TRY_ASSIGN(there, statement.step());
            if (!there)
                break;
            waiting.push_back(statement.columnInt(0));
        }
    }
    for (const std::int64_t seq : waiting) {
        Edit edit;
        edit.dossier = id;
        edit.device = m_profile.device;
        edit.seq = seq;
        edit.author = m_profile.defaultAuthor();
        edit.schema = 1;
        const std::string text = json::serialize(protocol::toJson(edit));
        ESCALE_TRY_ASSIGN(cms, crypto::sealCms(asBytes(text), m_profile.sealingPems));
        ESCALE_TRY_ASSIGN(update, m_db.prepare("UPDATE file_envoi SET cms = ? WHERE seq = ?"));
        ESCALE_TRY(update.bind(1, ByteView(cms)).bind(2, seq).run());
    }
    return {};
}

/// Pages are forgotten at once, but for those that the server has begun to receive: the row stays
/// until the server has been told to forget them too, after the last edit.
Result<std::vector<std::string>> SqliteStore::forgetRows(const DossierId& id) {
    std::vector<std::string> names;
    {
        ESCALE_TRY_ASSIGN(pages, m_db.prepare("SELECT sha256 FROM page WHERE dossier = ?"));
        pages.bind(1, id.str());
        while (true) {
            ESCALE_TRY_ASSIGN(there, pages.step());
            if (!there)
                break;
            names.push_back(pages.columnText(0));
        }
    }
    ESCALE_TRY_ASSIGN(last, number("seq"));
    ESCALE_TRY_ASSIGN(ended, m_db.prepare("UPDATE page SET etat = 3, seq = ?2 WHERE dossier = ?1 "
                                          "AND etat = 0 AND envoi <> ''"));
    ESCALE_TRY(ended.bind(1, id.str()).bind(2, last).run());
    for (const char* sql :
         {"DELETE FROM page WHERE dossier = ? AND etat <> 3",
          "DELETE FROM edition WHERE dossier = ?", "DELETE FROM refus WHERE dossier = ?",
          "UPDATE dossier SET cle = NULL, cle_reprise = NULL, instantane = NULL WHERE id = ?"}) {
        ESCALE_TRY_ASSIGN(statement, m_db.prepare(sql));
        ESCALE_TRY(statement.bind(1, id.str()).run());
    }
    return names;
}

Result<std::vector<std::string>> SqliteStore::discard(const DossierId& id,
                                                      const std::vector<Draft>& clearing) {
    if (!m_profile.isBorne())
        return fail(Errc::forbidden, "seule une borne oublie une demande");
    ESCALE_TRY_ASSIGN(transaction, sqlite::Transaction::begin(m_db));
    ESCALE_TRY_ASSIGN(written, count("SELECT count(*) FROM edition WHERE dossier = ?", id.str()));
    ESCALE_TRY_ASSIGN(waiting,
                      count("SELECT count(*) FROM file_envoi WHERE dossier = ?", id.str()));
    ESCALE_TRY(emptyWaiting(id));
    // What came by a code is at the server, even when nothing was added to it here.
    ESCALE_TRY_ASSIGN(known, snapshot(id));
    if (written > waiting || !known.fields.empty()) {
        for (const Draft& draft : clearing) {
            ESCALE_TRY_ASSIGN(edit, number(draft));
            ESCALE_TRY(writeEdit(edit, draft));
        }
    }
    ESCALE_TRY_ASSIGN(names, forgetRows(id));
    ESCALE_TRY(transaction.commit());
    m_keys.erase(id);
    ESCALE_TRY(m_db.exec("PRAGMA wal_checkpoint(TRUNCATE)"));
    return names;
}

} // namespace escale::client
