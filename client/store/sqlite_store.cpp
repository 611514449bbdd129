// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, numbers and summaries.
#include "client/store/sqlite_store.h"

#include "client/store/migrations.h"

#include <algorithm>

namespace escale::client {

SqliteStore::SqliteStore(sqlite::Database db, DeviceProfile profile, const Clock& clock,
                         Random& random, const crypto::ScryptParams& codeCost)
    : m_db(std::move(db))
    , m_profile(std::move(profile))
    , m_clock(clock)
    , m_random(random)
    , m_nextCode(random, codeCost) {}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::string& file,
                                                       const DeviceProfile& profile,
                                                       const Clock& clock, Random& random,
                                                       const crypto::ScryptParams& codeCost) {
    ESCALE_TRY_ASSIGN(db, sqlite::Database::open(file));
    ESCALE_TRY(migrate(db));
    return std::unique_ptr<SqliteStore>(
        new SqliteStore(std::move(db), profile, clock, random, codeCost));
}

Result<std::int64_t> SqliteStore::number(std::string_view name) {
    return count("SELECT coalesce((SELECT nombre FROM etat WHERE nom = ?), 0)", name);
}

Result<void> SqliteStore::setNumber(std::string_view name, std::int64_t value) {
    ESCALE_TRY_ASSIGN(statement, m_db.prepare("INSERT INTO etat(nom, nombre) VALUES(?, ?) ON "
                                              "CONFLICT(nom) DO UPDATE SET nombre = "
                                              "excluded.nombre"));
    return statement.bind(1, name).bind(2, value).run();
}

Result<std::int64_t> SqliteStore::count(std::string_view sql, std::string_view argument) {
    ESCALE_TRY_ASSIGN(statement, m_db.prepare(sql));
    if (!argument.empty())
        statement.bind(1, argument);
    ESCALE_TRY_ASSIGN(there, statement.step());
    return there ? statement.columnInt(0) : 0;
}

/// Hybrid clock: never goes back on this device, whatever its clock does.
Result<Stamp> SqliteStore::nextStamp() {
    ESCALE_TRY_ASSIGN(ms, number("horloge_ms"));
    ESCALE_TRY_ASSIGN(counter, number("horloge_suite"));
    const std::int64_t now = m_clock.nowMs();
    const Stamp stamp = now > ms ? Stamp{now, 0} : Stamp{ms, counter + 1};
    ESCALE_TRY(setNumber("horloge_ms", stamp.ms));
    ESCALE_TRY(setNumber("horloge_suite", stamp.counter));
    return stamp;
}

namespace {

constexpr std::string_view kSummaries =
    "SELECT d.id, d.cree_le, d.cle IS NOT NULL,"
    " (SELECT count(*) FROM file_envoi f WHERE f.dossier = d.id),"
    " (SELECT count(*) FROM page p WHERE p.dossier = d.id AND p.etat = 0),"
    " (SELECT count(*) FROM refus r WHERE r.dossier = d.id)"
    " FROM dossier d";

DossierSummary readSummary(const sqlite::Statement& row, bool unlocked) {
    return DossierSummary{DossierId(row.columnText(0)),
                          row.columnInt(1),
                          unlocked && row.columnInt(2) != 0,
                          row.columnInt(3),
                          row.columnInt(4),
                          row.columnInt(5)};
}

} // namespace

Result<std::vector<DossierSummary>> SqliteStore::list() {
    ESCALE_TRY_ASSIGN(statement,
                      m_db.prepare(std::string(kSummaries) + " ORDER BY d.cree_le, d.id"));
    std::vector<DossierSummary> summaries;
    while (true) {
        ESCALE_TRY_ASSIGN(there, statement.step());
        if (!there)
            return summaries;
        summaries.push_back(readSummary(statement, unlocked()));
    }
}

Result<DossierSummary> SqliteStore::summary(const DossierId& id) {
    ESCALE_TRY_ASSIGN(statement, m_db.prepare(std::string(kSummaries) + " WHERE d.id = ?"));
    statement.bind(1, id.str());
    ESCALE_TRY_ASSIGN(there, statement.step());
    if (!there)
        return fail(Errc::notFound, "dossier absent de cet appareil");
    return readSummary(statement, unlocked());
}

Result<std::vector<Refusal>> SqliteStore::refusals(const DossierId& id) {
    ESCALE_TRY_ASSIGN(statement, m_db.prepare("SELECT seq, page, erreur, detail FROM refus WHERE "
                                              "dossier = ? ORDER BY numero"));
    statement.bind(1, id.str());
    std::vector<Refusal> refusals;
    while (true) {
        ESCALE_TRY_ASSIGN(there, statement.step());
        if (!there)
            return refusals;
        refusals.push_back({statement.columnInt(0), statement.columnText(1),
                            errcFromName(statement.columnText(2)), statement.columnText(3)});
    }
}

Result<std::int64_t> SqliteStore::attemptWaitMs(std::string_view object) {
    constexpr std::int64_t kFree = 5;
    constexpr std::int64_t kFirstWaitMs = 30'000;
    constexpr std::int64_t kLongestWaitMs = 3'600'000;
    ESCALE_TRY_ASSIGN(tries, count("SELECT nombre FROM essais WHERE objet = ?", object));
    ESCALE_TRY_ASSIGN(last, count("SELECT dernier FROM essais WHERE objet = ?", object));
    if (tries < kFree)
        return 0;
    const std::int64_t now = m_clock.nowMs();
    const std::int64_t doublings = std::min<std::int64_t>(tries - kFree, 7);
    const std::int64_t wait = std::min(kFirstWaitMs << doublings, kLongestWaitMs);
    // A clock put back must not make the wait longer than it is, nor end it.
    return now < last ? wait : std::max<std::int64_t>(0, last + wait - now);
}

Result<void> SqliteStore::countAttempt(std::string_view object) {
    ESCALE_TRY_ASSIGN(transaction, sqlite::Transaction::begin(m_db));
    ESCALE_TRY_ASSIGN(left, attemptWaitMs(object));
    if (left > 0)
        return fail(Errc::throttled,
                    "nouvel essai possible dans " + std::to_string((left + 999) / 1000) + " s");
    ESCALE_TRY_ASSIGN(statement,
                      m_db.prepare("INSERT INTO essais(objet, nombre, dernier) VALUES(?, 1, ?) ON "
                                   "CONFLICT(objet) DO UPDATE SET nombre = nombre + 1, dernier = "
                                   "excluded.dernier"));
    ESCALE_TRY(statement.bind(1, object).bind(2, m_clock.nowMs()).run());
    return transaction.commit();
}

Result<void> SqliteStore::clearAttempts(std::string_view object) {
    ESCALE_TRY_ASSIGN(statement, m_db.prepare("DELETE FROM essais WHERE objet = ?"));
    return statement.bind(1, object).run();
}

} // namespace escale::client
