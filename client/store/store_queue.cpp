// SPDX-License-Identifier: GPL-3.0-or-later
// The queue: what goes, what the server's answer takes away and brings.
#include "client/store/sqlite_store.h"

#include "shared/crypto/aead.h"

#include <algorithm>

namespace escale::client {
namespace {

/// Room for the frame of the message.
constexpr std::size_t kBatchBytes = protocol::kMaxSyncBytes - (64U << 10);

} // namespace

Result<protocol::SyncRequest> SqliteStore::nextBatch(std::size_t maxEdits) {
    if (!m_profile.isBorne() && !unlocked())
        return fail(Errc::locked, "il faut le code PIN pour envoyer");
    protocol::SyncRequest request;
    ESCALE_TRY_ASSIGN(cursor, number("curseur"));
    request.cursor = cursor;
    ESCALE_TRY_ASSIGN(
        statement, m_db.prepare("SELECT f.seq, f.dossier, f.cms, e.scelle FROM file_envoi f LEFT "
                                "JOIN edition e ON e.seq = f.seq ORDER BY f.seq LIMIT ?"));
    statement.bind(1, static_cast<std::int64_t>(std::min(maxEdits, protocol::kMaxEditsPerSync)));
    std::size_t size = 0;
    while (true) {
        ESCALE_TRY_ASSIGN(there, statement.step());
        if (!there)
            return request;
        const std::int64_t seq = statement.columnInt(0);
        const bool isCms = !statement.columnIsNull(2);
        Bytes payload = statement.columnBlob(isCms ? 2 : 3);
        // Base64 for what goes sealed; plain JSON is about as long as its ciphertext.
        size += (isCms ? payload.size() * 4 / 3 : payload.size()) + 64;
        if (size > kBatchBytes && request.edits.size() + request.sealed.size() > 0)
            return request;
        if (isCms) {
            request.sealed.push_back({seq, std::move(payload)});
            continue;
        }
        auto edit = openEdit(DossierId(statement.columnText(1)), seq, payload);
        if (edit)
            request.edits.push_back(std::move(*edit));
        else
            request.sealed.push_back({seq, std::move(payload)});
    }
}

Result<Received> SqliteStore::receive(const protocol::SyncResponse& answer) {
    if (!m_profile.isBorne() && !unlocked())
        return fail(Errc::locked, "il faut le code PIN pour recevoir");
    ESCALE_TRY_ASSIGN(transaction, sqlite::Transaction::begin(m_db));
    Received received;
    for (const protocol::RefusedEdit& refused : answer.refused) {
        ESCALE_TRY(refuse(refused));
        received.changed.push_back(refused.dossier);
    }
    ESCALE_TRY_ASSIGN(gone, acknowledge(answer.acknowledged));
    received.acknowledged = gone;
    ESCALE_TRY_ASSIGN(cursor, number("curseur"));
    // An older answer that comes late says nothing new.
    if (answer.cursor >= cursor) {
        ESCALE_TRY(takeNews(answer, received));
        ESCALE_TRY(setNumber("curseur", answer.cursor));
    }
    ESCALE_TRY(setNumber("dernier_echange", m_clock.nowMs()));
    ESCALE_TRY(transaction.commit());
    return received;
}

Result<void> SqliteStore::takeNews(const protocol::SyncResponse& answer, Received& received) {
    // A borne never holds a value that came from elsewhere, whatever it is sent.
    if (!m_profile.isBorne()) {
        for (const Dossier& dossier : answer.dossiers) {
            ESCALE_TRY(takeSnapshot(dossier, answer.acknowledged));
            ++received.dossiers;
            received.changed.push_back(dossier.id);
        }
        return {};
    }
    for (const protocol::DossierStatus& status : answer.statuses) {
        ESCALE_TRY_ASSIGN(taken, takeStatus(status));
        if (!taken)
            continue;
        ++received.dossiers;
        received.changed.push_back(status.dossier);
    }
    return {};
}

Result<std::int64_t> SqliteStore::acknowledge(std::int64_t mark) {
    ESCALE_TRY_ASSIGN(statement, m_db.prepare("DELETE FROM file_envoi WHERE seq <= ?"));
    ESCALE_TRY(statement.bind(1, mark).run());
    const std::int64_t gone = m_db.changes();
    ESCALE_TRY_ASSIGN(known, number("acquitte"));
    ESCALE_TRY_ASSIGN(last, number("seq"));
    if (mark > known)
        ESCALE_TRY(setNumber("acquitte", mark));
    // A device put back from an old copy must not use again numbers that the server has seen.
    if (mark > last)
        ESCALE_TRY(setNumber("seq", mark));
    return gone;
}

/// What the server did not take is no longer shown as an answer; it stays, sealed, with the reason.
Result<void> SqliteStore::refuse(const protocol::RefusedEdit& refused) {
    ESCALE_TRY_ASSIGN(known, count("SELECT count(*) FROM file_envoi WHERE seq = ?1",
                                   std::to_string(refused.seq)));
    if (known == 0)
        return {};
    ESCALE_TRY_ASSIGN(statement,
                      m_db.prepare("INSERT INTO refus(dossier, seq, page, erreur, detail, scelle) "
                                   "SELECT f.dossier, f.seq, '', ?2, ?3, e.scelle FROM file_envoi "
                                   "f LEFT JOIN edition e ON e.seq = f.seq WHERE f.seq = ?1"));
    statement.bind(1, refused.seq).bind(2, errcName(refused.code)).bind(3, refused.detail);
    ESCALE_TRY(statement.run());
    ESCALE_TRY_ASSIGN(state, m_db.prepare("DELETE FROM edition WHERE seq = ?"));
    return state.bind(1, refused.seq).run();
}

Result<void> SqliteStore::writeSnapshot(const Dossier& dossier) {
    std::string text = json::serialize(protocol::toJson(dossier));
    auto sealed = sealRow(dossier.id, "instantane", "", asBytes(text));
    crypto::wipe(text);
    if (!sealed)
        return sealed.error();
    ESCALE_TRY_ASSIGN(update, m_db.prepare("UPDATE dossier SET instantane = ? WHERE id = ?"));
    return update.bind(1, ByteView(*sealed)).bind(2, dossier.id.str()).run();
}

Result<void> SqliteStore::takeSnapshot(const Dossier& dossier, std::int64_t mark) {
    ESCALE_TRY_ASSIGN(known, count("SELECT count(*) FROM dossier WHERE id = ?", dossier.id.str()));
    if (known == 0)
        ESCALE_TRY(keepKey(dossier.id, crypto::newKey(m_random), {}));
    ESCALE_TRY(writeSnapshot(dossier));
    // The snapshot holds every edit up to the mark; the later ones go on being shown on top of it.
    ESCALE_TRY_ASSIGN(own, m_db.prepare("DELETE FROM edition WHERE dossier = ? AND seq <= ?"));
    return own.bind(1, dossier.id.str()).bind(2, mark).run();
}

/// A status is kept only while the session is open: afterwards nothing here could read it.
Result<bool> SqliteStore::takeStatus(const protocol::DossierStatus& status) {
    auto base = snapshot(status.dossier);
    if (!base) {
        const Errc code = base.error().code;
        if (code == Errc::locked || code == Errc::notFound)
            return false;
        return base.error();
    }
    base->stage = status.stage;
    base->numeroUnique = status.numeroUnique;
    base->receivedOn = status.receivedOn;
    base->tasks = status.tasks;
    base->pieces = status.pieces;
    ESCALE_TRY(writeSnapshot(*base));
    return true;
}

Result<std::int64_t> SqliteStore::lastExchangeMs() {
    return number("dernier_echange");
}

Result<QueueCounts> SqliteStore::queue() {
    ESCALE_TRY_ASSIGN(edits, count("SELECT count(*) FROM file_envoi", {}));
    ESCALE_TRY_ASSIGN(pages, count("SELECT count(*) FROM page WHERE etat = 0", {}));
    return QueueCounts{edits, pages};
}

} // namespace escale::client
