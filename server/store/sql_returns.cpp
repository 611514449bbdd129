// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sql_tables.h"

namespace escale::server {
namespace {

Result<std::vector<DossierId>> readIds(const Query& query) {
    std::vector<DossierId> ids;
    for (;;) {
        ESCALE_TRY_ASSIGN(found, query->step());
        if (!found)
            return ids;
        ids.emplace_back(query->columnText(0));
    }
}

} // namespace

/// Tags are given in the order of the rows: what follows the last one has none.
Result<std::vector<DossierId>> SqlReturns::untagged(std::size_t limit) {
    ESCALE_TRY_ASSIGN(query, m_connection.use("SELECT uuid FROM dossier WHERE id > "
                                              "(SELECT coalesce(max(dossier), 0) FROM return_code) "
                                              "ORDER BY id LIMIT ?1"));
    query->bind(1, static_cast<std::int64_t>(limit));
    return readIds(query);
}

Result<void> SqlReturns::setTag(const DossierId& id, ByteView tag) {
    ESCALE_TRY_ASSIGN(query, m_connection.use("INSERT INTO return_code(dossier, tag) VALUES "
                                              "((SELECT id FROM dossier WHERE uuid = ?1), ?2)"));
    query->bind(1, id.str()).bind(2, tag);
    return query->run();
}

Result<void> SqlReturns::forgetTags() {
    ESCALE_TRY_ASSIGN(query, m_connection.use("DELETE FROM return_code"));
    return query->run();
}

Result<std::vector<DossierId>> SqlReturns::tagged(ByteView tag) {
    ESCALE_TRY_ASSIGN(query,
                      m_connection.use("SELECT d.uuid FROM return_code c JOIN dossier d "
                                       "ON d.id = c.dossier WHERE c.tag = ?1 ORDER BY d.id"));
    query->bind(1, tag);
    return readIds(query);
}

Result<void> SqlReturns::allow(const DossierId& id, const DeviceId& device, std::int64_t nowMs) {
    ESCALE_TRY_ASSIGN(query, m_connection.use("INSERT INTO returned(device, dossier, at_ms) "
                                              "VALUES ((SELECT id FROM device WHERE uuid = ?1), "
                                              "(SELECT id FROM dossier WHERE uuid = ?2), ?3) "
                                              "ON CONFLICT DO NOTHING"));
    query->bind(1, device.str()).bind(2, id.str()).bind(3, nowMs);
    return query->run();
}

} // namespace escale::server
