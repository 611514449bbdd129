// SPDX-License-Identifier: GPL-3.0-or-later
// Edits and what they make of a dossier. One transaction: state, queue row, pages.
#include "client/store/sqlite_store.h"

#include "shared/crypto/aead.h"
#include "shared/crypto/cms.h"
#include "shared/sync/merge.h"

namespace escale::client {
namespace {

/// Below the limit of one exchange even as base64 of a CMS.
constexpr std::size_t kMaxEditJsonBytes = 1U << 20;

std::string rowOf(std::int64_t seq) {
    return std::to_string(seq);
}

} // namespace

void SqliteStore::prepareReference() {
    if (m_profile.isBorne())
        m_nextCode.prepare();
}

std::string SqliteStore::nextReference() {
    return m_nextCode.reference();
}

Result<Edit> SqliteStore::create(const Draft& draft, std::string_view reference) {
    if (!unlocked())
        return fail(Errc::locked, "aucune session n’est ouverte");
    crypto::SecretBytes key;
    Bytes wrapped;
    if (m_profile.isBorne()) {
        ESCALE_TRY_ASSIGN(made, m_nextCode.take(reference));
        key = std::move(made.key);
        wrapped = std::move(made.wrapped);
    } else {
        key = crypto::newKey(m_random);
    }
    ESCALE_TRY_ASSIGN(transaction, sqlite::Transaction::begin(m_db));
    ESCALE_TRY(keepKey(draft.dossier, std::move(key), wrapped));
    auto edit = number(draft);
    Result<void> written = edit ? writeEdit(*edit, draft) : Result<void>(edit.error());
    if (written)
        written = transaction.commit();
    if (!written) {
        m_keys.erase(draft.dossier);
        return written.error();
    }
    return edit;
}

Result<Edit> SqliteStore::append(const Draft& draft) {
    ESCALE_TRY_ASSIGN(transaction, sqlite::Transaction::begin(m_db));
    ESCALE_TRY_ASSIGN(edit, number(draft));
    ESCALE_TRY(writeEdit(edit, draft));
    ESCALE_TRY(transaction.commit());
    return edit;
}

Result<Edit> SqliteStore::number(const Draft& draft) {
    if (draft.changes.size() > kMaxChangesPerEdit)
        return fail(Errc::tooLarge, "trop de réponses en une fois");
    ESCALE_TRY_ASSIGN(last, number("seq"));
    ESCALE_TRY_ASSIGN(stamp, nextStamp());
    ESCALE_TRY(setNumber("seq", last + 1));
    Edit edit;
    edit.dossier = draft.dossier;
    edit.device = m_profile.device;
    edit.seq = last + 1;
    edit.author = draft.author;
    edit.at = stamp;
    edit.schema = draft.schema;
    edit.seen = draft.seen;
    edit.changes = draft.changes;
    edit.closes = draft.closes;
    return edit;
}

Result<void> SqliteStore::writeEdit(const Edit& edit, const Draft& draft) {
    std::string text = json::serialize(protocol::toJson(edit));
    if (text.size() > kMaxEditJsonBytes)
        return fail(Errc::tooLarge, "réponses trop longues en une fois");
    ESCALE_TRY_ASSIGN(sealed, sealRow(edit.dossier, "edition", rowOf(edit.seq), asBytes(text)));
    ESCALE_TRY_ASSIGN(state,
                      m_db.prepare("INSERT INTO edition(seq, dossier, scelle) VALUES(?, ?, ?)"));
    ESCALE_TRY(state.bind(1, edit.seq).bind(2, edit.dossier.str()).bind(3, ByteView(sealed)).run());

    ESCALE_TRY_ASSIGN(queue,
                      m_db.prepare("INSERT INTO file_envoi(seq, dossier, cms) VALUES(?, ?, ?)"));
    queue.bind(1, edit.seq).bind(2, edit.dossier.str()).bindNull(3);
    if (m_profile.isBorne()) {
        ESCALE_TRY_ASSIGN(cms, crypto::sealCms(asBytes(text), m_profile.sealingPems));
        queue.bind(3, ByteView(cms));
    }
    ESCALE_TRY(queue.run());
    crypto::wipe(text);
    return writePages(edit, draft);
}

Result<Edit> SqliteStore::openEdit(const DossierId& id, std::int64_t seq, ByteView sealed) {
    ESCALE_TRY_ASSIGN(plain, openRow(id, "edition", rowOf(seq), sealed));
    std::string text = asString(plain);
    crypto::wipe(plain);
    auto value = parseJson(text);
    crypto::wipe(text);
    if (!value)
        return value.error();
    return protocol::editFromJson(*value);
}

Result<std::vector<Edit>> SqliteStore::ownEdits(const DossierId& id) {
    ESCALE_TRY_ASSIGN(
        statement, m_db.prepare("SELECT seq, scelle FROM edition WHERE dossier = ? ORDER BY seq"));
    statement.bind(1, id.str());
    std::vector<Edit> edits;
    while (true) {
        ESCALE_TRY_ASSIGN(there, statement.step());
        if (!there)
            return edits;
        ESCALE_TRY_ASSIGN(edit, openEdit(id, statement.columnInt(0), statement.columnBlob(1)));
        edits.push_back(std::move(edit));
    }
}

Result<Dossier> SqliteStore::snapshot(const DossierId& id) {
    ESCALE_TRY_ASSIGN(statement, m_db.prepare("SELECT instantane FROM dossier WHERE id = ?"));
    statement.bind(1, id.str());
    ESCALE_TRY_ASSIGN(there, statement.step());
    if (!there)
        return fail(Errc::notFound, "dossier absent de cet appareil");
    ESCALE_TRY(dataKey(id));
    if (statement.columnIsNull(0)) {
        Dossier empty;
        empty.id = id;
        return empty;
    }
    ESCALE_TRY_ASSIGN(plain, openRow(id, "instantane", "", statement.columnBlob(0)));
    std::string text = asString(plain);
    crypto::wipe(plain);
    auto value = parseJson(text);
    crypto::wipe(text);
    if (!value)
        return value.error();
    return protocol::dossierFromJson(*value);
}

Result<Dossier> SqliteStore::load(const DossierId& id) {
    ESCALE_TRY_ASSIGN(base, snapshot(id));
    ESCALE_TRY_ASSIGN(edits, ownEdits(id));
    return withPending(std::move(base), edits);
}

} // namespace escale::client
