// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/migrations.h"

#include <array>

namespace escale::client {
namespace {

// Columns named `scelle`, `cle`, `instantane` are AES-256-GCM; `cms` is CMS AuthEnvelopedData;
// `cle_reprise` is a key wrapped by scrypt. The rest says nothing that a person typed.
constexpr const char* kFirst = R"sql(
CREATE TABLE etat (nom TEXT PRIMARY KEY, nombre INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE dossier (
    id TEXT PRIMARY KEY,
    cree_le INTEGER NOT NULL,
    cle BLOB,
    cle_reprise BLOB,
    instantane BLOB
);
CREATE TABLE edition (
    seq INTEGER PRIMARY KEY,
    dossier TEXT NOT NULL REFERENCES dossier(id),
    scelle BLOB NOT NULL
);
CREATE INDEX edition_dossier ON edition(dossier, seq);
CREATE TABLE file_envoi (
    seq INTEGER PRIMARY KEY,
    dossier TEXT NOT NULL REFERENCES dossier(id),
    cms BLOB
);
CREATE INDEX file_envoi_dossier ON file_envoi(dossier);
CREATE TABLE page (
    sha256 TEXT PRIMARY KEY,
    dossier TEXT NOT NULL REFERENCES dossier(id),
    piece TEXT NOT NULL,
    rang INTEGER NOT NULL,
    octets INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    etat INTEGER NOT NULL DEFAULT 0,
    envoi TEXT NOT NULL DEFAULT ''
);
CREATE INDEX page_dossier ON page(dossier);
CREATE TABLE refus (
    numero INTEGER PRIMARY KEY,
    dossier TEXT NOT NULL,
    seq INTEGER NOT NULL,
    page TEXT NOT NULL,
    erreur TEXT NOT NULL,
    detail TEXT NOT NULL,
    scelle BLOB
);
CREATE TABLE essais (objet TEXT PRIMARY KEY, nombre INTEGER NOT NULL, dernier INTEGER NOT NULL);
)sql";

// Quick visits of a permanence, sealed under the device key.
constexpr const char* kVisits = R"sql(
CREATE TABLE visite (id TEXT PRIMARY KEY, scelle BLOB NOT NULL) WITHOUT ROWID;
)sql";

// What was being typed behind a PIN, sealed under the key of its dossier.
constexpr const char* kDrafts = R"sql(
CREATE TABLE brouillon (
    dossier TEXT PRIMARY KEY REFERENCES dossier(id),
    scelle BLOB NOT NULL
) WITHOUT ROWID;
)sql";

constexpr std::array kMigrations{kFirst, kVisits, kDrafts};

} // namespace

Result<void> migrate(sqlite::Database& db) {
    ESCALE_TRY_ASSIGN(version, db.userVersion());
    if (version > static_cast<std::int64_t>(kMigrations.size()))
        return fail(Errc::unsupportedVersion, "base écrite par un programme plus récent");
    while (version < static_cast<std::int64_t>(kMigrations.size())) {
        ESCALE_TRY_ASSIGN(transaction, sqlite::Transaction::begin(db));
        // Another process may have done it while this one waited for the lock.
        ESCALE_TRY_ASSIGN(present, db.userVersion());
        if (present == version) {
            ESCALE_TRY(db.exec(kMigrations[static_cast<std::size_t>(version)]));
            ESCALE_TRY(db.setUserVersion(version + 1));
        }
        ESCALE_TRY(transaction.commit());
        ++version;
    }
    return {};
}

} // namespace escale::client
