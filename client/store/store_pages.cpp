// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of pages: waiting, sent, refused, taken back. Their bytes are files.
#include "client/store/sqlite_store.h"

namespace escale::client {
namespace {

enum PageState { kWaiting = 0, kSent = 1, kRefused = 2, kDropped = 3 };

PageStep stepOf(std::int64_t state) {
    return state == kSent      ? PageStep::sent
           : state == kRefused ? PageStep::refused
                               : PageStep::waiting;
}

} // namespace

/// What was dropped takes the number of the edit that dropped it: the server hears of that first.
Result<void> SqliteStore::writePages(const Edit& edit, const Draft& draft) {
    for (const NewPage& page : draft.pages) {
        ESCALE_TRY_ASSIGN(row, m_db.prepare("INSERT INTO page(sha256, dossier, piece, rang, octets,"
                                            " seq) VALUES(?, ?, ?, ?, ?, ?)"));
        row.bind(1, page.sha256Hex).bind(2, edit.dossier.str()).bind(3, page.piece.str());
        ESCALE_TRY(row.bind(4, page.rank).bind(5, page.bytes).bind(6, edit.seq).run());
    }
    for (const std::string& name : draft.dropped) {
        ESCALE_TRY_ASSIGN(gone, m_db.prepare("DELETE FROM page WHERE sha256 = ?1 AND dossier = ?2 "
                                             "AND (envoi = '' OR etat <> ?3)"));
        gone.bind(1, name).bind(2, edit.dossier.str()).bind(3, static_cast<int>(kWaiting));
        ESCALE_TRY(gone.run());
        ESCALE_TRY_ASSIGN(ended, m_db.prepare("UPDATE page SET etat = ?3, seq = ?4 WHERE sha256 = "
                                              "?1 AND dossier = ?2"));
        ended.bind(1, name).bind(2, edit.dossier.str()).bind(3, static_cast<int>(kDropped));
        ESCALE_TRY(ended.bind(4, edit.seq).run());
    }
    return {};
}

Result<std::vector<WaitingPage>> SqliteStore::waitingPages() {
    ESCALE_TRY_ASSIGN(statement,
                      m_db.prepare("SELECT sha256, dossier, piece, octets, envoi, etat FROM page p "
                                   "WHERE etat IN (?, ?) AND NOT EXISTS (SELECT 1 FROM file_envoi "
                                   "f WHERE f.seq = p.seq) ORDER BY seq, rang"));
    statement.bind(1, static_cast<int>(kWaiting)).bind(2, static_cast<int>(kDropped));
    std::vector<WaitingPage> pages;
    while (true) {
        ESCALE_TRY_ASSIGN(there, statement.step());
        if (!there)
            return pages;
        pages.push_back({statement.columnText(0), DossierId(statement.columnText(1)),
                         PieceId(statement.columnText(2)), statement.columnInt(3),
                         statement.columnText(4), statement.columnInt(5) == kDropped});
    }
}

Result<std::vector<KeptPage>> SqliteStore::pagesOf(const DossierId& id) {
    ESCALE_TRY_ASSIGN(statement, m_db.prepare("SELECT piece, sha256, etat FROM page WHERE dossier "
                                              "= ? AND etat <> ? ORDER BY seq, rang"));
    statement.bind(1, id.str()).bind(2, static_cast<int>(kDropped));
    std::vector<KeptPage> pages;
    while (true) {
        ESCALE_TRY_ASSIGN(there, statement.step());
        if (!there)
            return pages;
        pages.push_back({PieceId(statement.columnText(0)), statement.columnText(1),
                         stepOf(statement.columnInt(2))});
    }
}

Result<void> SqliteStore::pageForgotten(const std::string& sha256Hex) {
    ESCALE_TRY_ASSIGN(statement, m_db.prepare("DELETE FROM page WHERE sha256 = ? AND etat = ?"));
    return statement.bind(1, sha256Hex).bind(2, static_cast<int>(kDropped)).run();
}

Result<void> SqliteStore::setUploadPath(const std::string& sha256Hex, std::string_view path) {
    ESCALE_TRY_ASSIGN(statement, m_db.prepare("UPDATE page SET envoi = ? WHERE sha256 = ?"));
    return statement.bind(1, path).bind(2, sha256Hex).run();
}

Result<void> SqliteStore::pageSent(const std::string& sha256Hex) {
    ESCALE_TRY_ASSIGN(statement,
                      m_db.prepare("UPDATE page SET etat = ?, envoi = '' WHERE sha256 = ? AND "
                                   "etat = ?")); // not one that was taken back meanwhile
    statement.bind(1, static_cast<int>(kSent)).bind(2, sha256Hex);
    return statement.bind(3, static_cast<int>(kWaiting)).run();
}

Result<void> SqliteStore::pageRefused(const std::string& sha256Hex, const Error& reason) {
    ESCALE_TRY_ASSIGN(transaction, sqlite::Transaction::begin(m_db));
    ESCALE_TRY_ASSIGN(update,
                      m_db.prepare("UPDATE page SET etat = ?, envoi = '' WHERE sha256 = ? AND "
                                   "etat = ?"));
    update.bind(1, static_cast<int>(kRefused)).bind(2, sha256Hex);
    ESCALE_TRY(update.bind(3, static_cast<int>(kWaiting)).run());
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
