// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sql_tables.h"

#include <algorithm>

namespace escale::server {
namespace {

Result<DossierRow> readDossier(const Query& query) {
    const Bytes state = query->columnBlob(3);
    ESCALE_TRY_ASSIGN(json, parseJson(asString(state)));
    ESCALE_TRY_ASSIGN(dossier, protocol::dossierFromJson(json));
    DossierRow row;
    row.dossier = std::move(dossier);
    row.site = query->columnText(0);
    row.owner = DeviceId(query->columnText(1));
    row.change = query->columnInt(2);
    row.stateBytes = state.size();
    return row;
}

Result<void> readReturns(SqlConnection& connection, DossierRow& row) {
    ESCALE_TRY_ASSIGN(query, connection.use("SELECT v.uuid FROM returned r JOIN device v ON v.id = "
                                            "r.device JOIN dossier d ON d.id = r.dossier WHERE "
                                            "d.uuid = ?1"));
    query->bind(1, row.dossier.id.str());
    for (;;) {
        ESCALE_TRY_ASSIGN(found, query->step());
        if (!found)
            return {};
        row.returnedOn.emplace_back(query->columnText(0));
    }
}

/// A row that was written by us and cannot be read back is a fault of the storage.
Error unreadable(const Error& error) {
    return fail(Errc::storageFailure, "dossier illisible dans la base : " + error.detail);
}

Result<std::int64_t> nextChange(SqlConnection& connection) {
    ESCALE_TRY_ASSIGN(query,
                      connection.use("UPDATE sequence SET value = value + 1 RETURNING value"));
    return oneNumber(query);
}

} // namespace

Result<std::optional<DossierRow>> SqlDossiers::find(const DossierId& id) {
    ESCALE_TRY_ASSIGN(query, m_connection.use("SELECT d.site, v.uuid, d.change, d.state FROM "
                                              "dossier d JOIN device v ON v.id = d.owner "
                                              "WHERE d.uuid = ?1"));
    query->bind(1, id.str());
    ESCALE_TRY_ASSIGN(found, query->step());
    if (!found)
        return std::optional<DossierRow>();
    auto row = readDossier(query);
    if (!row)
        return unreadable(row.error());
    ESCALE_TRY(readReturns(m_connection, *row));
    return std::optional(std::move(*row));
}

Result<void> SqlDossiers::save(DossierRow& row) {
    ESCALE_TRY_ASSIGN(change, nextChange(m_connection));
    ESCALE_TRY_ASSIGN(
        query,
        m_connection.use(
            "INSERT INTO dossier(uuid, site, owner, change, stage, revision, numero_unique, state) "
            "VALUES (?1, ?2, (SELECT id FROM device WHERE uuid = ?3), ?4, ?5, ?6, ?7, ?8) "
            "ON CONFLICT(uuid) DO UPDATE SET change = ?4, stage = ?5, revision = ?6, "
            "numero_unique = ?7, state = ?8"));
    const std::string state = json::serialize(protocol::toJson(row.dossier));
    query->bind(1, row.dossier.id.str())
        .bind(2, row.site)
        .bind(3, row.owner.str())
        .bind(4, change)
        .bind(5, stageName(row.dossier.stage))
        .bind(6, row.dossier.revision)
        .bind(7, row.dossier.numeroUnique)
        .bind(8, asBytes(state));
    ESCALE_TRY(query->run());
    row.change = change;
    return {};
}

Result<std::vector<DossierSummary>> SqlDossiers::all() {
    ESCALE_TRY_ASSIGN(query, m_connection.use("SELECT uuid, site, stage, revision, numero_unique "
                                              "FROM dossier ORDER BY uuid"));
    std::vector<DossierSummary> rows;
    for (;;) {
        ESCALE_TRY_ASSIGN(found, query->step());
        if (!found)
            return rows;
        ESCALE_TRY_ASSIGN(stage, stageFromName(query->columnText(2)));
        rows.push_back({DossierId(query->columnText(0)), query->columnText(1), stage,
                        query->columnInt(3), query->columnText(4)});
    }
}

Result<void> SqlDossiers::forget(const DossierId& id) {
#define ESCALE_OF_DOSSIER " WHERE dossier = (SELECT id FROM dossier WHERE uuid = ?1)"
    for (const char* sql :
         {"DELETE FROM edit" ESCALE_OF_DOSSIER, "DELETE FROM exchange" ESCALE_OF_DOSSIER,
          "DELETE FROM outbox" ESCALE_OF_DOSSIER, "DELETE FROM page" ESCALE_OF_DOSSIER,
          "DELETE FROM upload" ESCALE_OF_DOSSIER, "DELETE FROM returned" ESCALE_OF_DOSSIER,
          "DELETE FROM return_code" ESCALE_OF_DOSSIER, "DELETE FROM refused WHERE dossier = ?1"}) {
        ESCALE_TRY_ASSIGN(query, m_connection.use(sql));
        query->bind(1, id.str());
        ESCALE_TRY(query->run());
    }
#undef ESCALE_OF_DOSSIER
    return {};
}

Result<std::int64_t> SqlDossiers::lastChange(const Scope& scope) {
    constexpr std::string_view kOfDevice =
        "SELECT coalesce((SELECT max(change) FROM dossier WHERE owner = v.id), 0), "
        "coalesce((SELECT max(d.change) FROM returned r JOIN dossier d ON d.id = r.dossier "
        "WHERE r.device = v.id), 0) FROM device v WHERE v.uuid = ?1";
    constexpr std::string_view kOfSite =
        "SELECT coalesce((SELECT max(change) FROM dossier WHERE site = ?2), 0), "
        "coalesce((SELECT max(d.change) FROM returned r JOIN dossier d ON d.id = r.dossier "
        "WHERE r.device = v.id), 0) FROM device v WHERE v.uuid = ?1";
    ESCALE_TRY_ASSIGN(query, m_connection.use(scope.site ? kOfSite : kOfDevice));
    query->bind(1, scope.device.str());
    if (scope.site)
        query->bind(2, *scope.site);
    ESCALE_TRY_ASSIGN(found, query->step());
    return found ? std::max(query->columnInt(0), query->columnInt(1)) : 0;
}

Result<std::int64_t> SqlDossiers::lastChange() {
    ESCALE_TRY_ASSIGN(query, m_connection.use("SELECT value FROM sequence"));
    return oneNumber(query);
}

Result<std::vector<DossierRow>> SqlDossiers::changedSince(const Scope& scope, std::int64_t cursor,
                                                          std::size_t limit) {
    constexpr std::string_view kOfOwner =
        "SELECT d.site, v.uuid, d.change, d.state FROM dossier d JOIN device v ON v.id = d.owner "
        "WHERE d.change > ?2 AND (d.owner = (SELECT id FROM device WHERE uuid = ?1) OR d.id IN "
        "(SELECT dossier FROM returned WHERE device = (SELECT id FROM device WHERE uuid = ?1))) "
        "ORDER BY d.change LIMIT ?3";
    // Two halves, each in the order of an index: a large site is not sorted anew at each pull.
    constexpr std::string_view kOfSite =
        "SELECT d.site, v.uuid, d.change AS at, d.state FROM dossier d JOIN device v "
        "ON v.id = d.owner WHERE d.site = ?4 AND d.change > ?2 UNION ALL "
        "SELECT d.site, v.uuid, d.change AS at, d.state FROM dossier d JOIN device v "
        "ON v.id = d.owner WHERE d.site <> ?4 AND d.change > ?2 AND d.id IN "
        "(SELECT dossier FROM returned WHERE device = (SELECT id FROM device WHERE uuid = ?1)) "
        "ORDER BY at LIMIT ?3";
    ESCALE_TRY_ASSIGN(query, m_connection.use(scope.site ? kOfSite : kOfOwner));
    query->bind(1, scope.device.str()).bind(2, cursor).bind(3, static_cast<std::int64_t>(limit));
    if (scope.site)
        query->bind(4, *scope.site);
    std::vector<DossierRow> rows;
    for (;;) {
        ESCALE_TRY_ASSIGN(found, query->step());
        if (!found)
            return rows;
        auto row = readDossier(query);
        if (!row)
            return unreadable(row.error());
        rows.push_back(std::move(*row));
    }
}

} // namespace escale::server
