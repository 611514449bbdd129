// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of pages: waiting, sent, refused. Their bytes are files.
#include "client/store/sqlite_store.h"

namespace escale::client {
namespace {

enum PageState { kWaiting = 0, kSent = 1, kRefused = 2 };

} // namespace

Result<std::vector<WaitingPage>> SqliteStore::waitingPages() {
    ESCALE_TRY_ASSIGN(statement,
                      m_db.prepare("SELECT sha256, dossier, piece, octets, envoi FROM page p WHERE "
                                   "etat = ? AND NOT EXISTS (SELECT 1 FROM file_envoi f WHERE "
                                   "f.seq = p.seq) ORDER BY seq, rang"));
    statement.bind(1, static_cast<int>(kWaiting));
    std::vector<WaitingPage> pages;
    while (true) {
        ESCALE_TRY_ASSIGN(there, statement.step());
        if (!there)
            return pages;
        pages.push_back({statement.columnText(0), DossierId(statement.columnText(1)),
                         PieceId(statement.columnText(2)), statement.columnInt(3),
                         statement.columnText(4)});
    }
}

Result<void> SqliteStore::setUploadPath(const std::string& sha256Hex, std::string_view path) {
    ESCALE_TRY_ASSIGN(statement, m_db.prepare("UPDATE page SET envoi = ? WHERE sha256 = ?"));
    return statement.bind(1, path).bind(2, sha256Hex).run();
}

Result<void> SqliteStore::pageSent(const std::string& sha256Hex) {
    ESCALE_TRY_ASSIGN(statement,
                      m_db.prepare("UPDATE page SET etat = ?, envoi = '' WHERE sha256 = ?"));
    return statement.bind(1, static_cast<int>(kSent)).bind(2, sha256Hex).run();
}

Result<void> SqliteStore::pageRefused(const std::string& sha256Hex, const Error& reason) {
    ESCALE_TRY_ASSIGN(transaction, sqlite::Transaction::begin(m_db));
    ESCALE_TRY_ASSIGN(update,
                      m_db.prepare("UPDATE page SET etat = ?, envoi = '' WHERE sha256 = ?"));
    ESCALE_TRY(update.bind(1, static_cast<int>(kRefused)).bind(2, sha256Hex).run());
    ESCALE_TRY_ASSIGN(insert,
                      m_db.prepare("INSERT INTO refus(dossier, seq, page, erreur, detail) SELECT "
                                   "dossier, 0, sha256, ?2, ?3 FROM page WHERE sha256 = ?1"));
    insert.bind(1, sha256Hex).bind(2, errcName(reason.code)).bind(3, reason.detail);
    ESCALE_TRY(insert.run());
    return transaction.commit();
}

Result<std::vector<std::string>> SqliteStore::pageNames() {
    ESCALE_TRY_ASSIGN(statement, m_db.prepare("SELECT sha256 FROM page"));
    std::vector<std::string> names;
    while (true) {
        ESCALE_TRY_ASSIGN(there, statement.step());
        if (!there)
            return names;
        names.push_back(statement.columnText(0));
    }
}

} // namespace escale::client
