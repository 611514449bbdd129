// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sql_tables.h"

namespace escale::server {
namespace {

constexpr std::string_view kFind =
    "SELECT uuid, role, site, fingerprint, enrolled_ms, acknowledged, revoked_ms FROM device "
    "WHERE uuid = ?1";
constexpr std::string_view kAll =
    "SELECT uuid, role, site, fingerprint, enrolled_ms, acknowledged, revoked_ms FROM device "
    "ORDER BY id";

Result<DeviceRow> readDevice(const Query& query) {
    ESCALE_TRY_ASSIGN(role, protocol::roleFromName(query->columnText(1)));
    DeviceRow row;
    row.id = DeviceId(query->columnText(0));
    row.role = role;
    row.site = query->columnText(2);
    row.fingerprint = query->columnText(3);
    row.enrolledMs = query->columnInt(4);
    row.acknowledged = query->columnInt(5);
    row.revoked = !query->columnIsNull(6);
    return row;
}

} // namespace

Result<std::optional<DeviceRow>> SqlDevices::find(const DeviceId& id) {
    ESCALE_TRY_ASSIGN(query, m_connection.use(kFind));
    query->bind(1, id.str());
    ESCALE_TRY_ASSIGN(found, query->step());
    if (!found)
        return std::optional<DeviceRow>();
    ESCALE_TRY_ASSIGN(row, readDevice(query));
    return std::optional(std::move(row));
}

Result<std::vector<DeviceRow>> SqlDevices::all() {
    ESCALE_TRY_ASSIGN(query, m_connection.use(kAll));
    std::vector<DeviceRow> rows;
    for (;;) {
        ESCALE_TRY_ASSIGN(found, query->step());
        if (!found)
            return rows;
        ESCALE_TRY_ASSIGN(row, readDevice(query));
        rows.push_back(std::move(row));
    }
}

Result<void> SqlDevices::add(const DeviceRow& device) {
    ESCALE_TRY_ASSIGN(
        query, m_connection.use("INSERT INTO device(uuid, role, site, fingerprint, enrolled_ms, "
                                "acknowledged) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
    query->bind(1, device.id.str())
        .bind(2, protocol::roleName(device.role))
        .bind(3, device.site)
        .bind(4, device.fingerprint)
        .bind(5, device.enrolledMs)
        .bind(6, device.acknowledged);
    return query->run();
}

Result<void> SqlDevices::setAcknowledged(const DeviceId& id, std::int64_t seq) {
    ESCALE_TRY_ASSIGN(query,
                      m_connection.use("UPDATE device SET acknowledged = ?2 WHERE uuid = ?1"));
    query->bind(1, id.str()).bind(2, seq);
    return query->run();
}

Result<void> SqlDevices::revoke(const DeviceId& id, std::int64_t nowMs) {
    ESCALE_TRY_ASSIGN(query, m_connection.use("UPDATE device SET revoked_ms = "
                                              "coalesce(revoked_ms, ?2) WHERE uuid = ?1"));
    query->bind(1, id.str()).bind(2, nowMs);
    ESCALE_TRY_ASSIGN(touched, query->count());
    if (touched == 0)
        return fail(Errc::notFound, "appareil inconnu");
    return {};
}

Result<void> SqlDevices::addCode(const CodeRow& code) {
    ESCALE_TRY_ASSIGN(query, m_connection.use("INSERT INTO code(hash, role, site, expires_ms) "
                                              "VALUES (?1, ?2, ?3, ?4)"));
    query->bind(1, code.hash)
        .bind(2, protocol::roleName(code.role))
        .bind(3, code.site)
        .bind(4, code.expiresMs);
    return query->run();
}

Result<std::optional<CodeRow>> SqlDevices::findCode(const std::string& hash) {
    ESCALE_TRY_ASSIGN(
        query,
        m_connection.use("SELECT role, site, expires_ms, used_ms FROM code WHERE hash = ?1"));
    query->bind(1, hash);
    ESCALE_TRY_ASSIGN(found, query->step());
    if (!found)
        return std::optional<CodeRow>();
    ESCALE_TRY_ASSIGN(role, protocol::roleFromName(query->columnText(0)));
    CodeRow row;
    row.hash = hash;
    row.role = role;
    row.site = query->columnText(1);
    row.expiresMs = query->columnInt(2);
    row.used = !query->columnIsNull(3);
    return std::optional(std::move(row));
}

Result<bool> SqlDevices::useCode(const std::string& hash, const DeviceId& by, std::int64_t nowMs) {
    ESCALE_TRY_ASSIGN(query, m_connection.use("UPDATE code SET used_ms = ?3, used_by = ?2 WHERE "
                                              "hash = ?1 AND used_ms IS NULL"));
    query->bind(1, hash).bind(2, by.str()).bind(3, nowMs);
    ESCALE_TRY_ASSIGN(touched, query->count());
    return touched == 1;
}

} // namespace escale::server
