// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sql_tables.h"

namespace escale::server {
namespace {

// Members of an edit that the columns of its row already say.
constexpr std::string_view kDossier = "dossier";
constexpr std::string_view kDevice = "appareil";
constexpr std::string_view kSeq = "seq";

Result<HistoryRow> readEdit(const Query& query, const DossierId& dossier) {
    ESCALE_TRY_ASSIGN(json, parseJson(asString(query->columnBlob(3))));
    if (!json.is_object())
        return fail(Errc::storageFailure, "modification illisible dans la base");
    json.as_object()[kDossier] = dossier.str();
    json.as_object()[kDevice] = query->columnText(0);
    json.as_object()[kSeq] = query->columnInt(1);
    ESCALE_TRY_ASSIGN(edit, protocol::editFromJson(json));
    return HistoryRow{std::move(edit), query->columnInt(2)};
}

} // namespace

Result<void> SqlDossiers::addEdit(const Edit& edit, std::int64_t receivedMs) {
    ESCALE_TRY_ASSIGN(query, m_connection.use("INSERT INTO edit(dossier, device, seq, received_ms, "
                                              "body) VALUES ((SELECT id FROM dossier WHERE uuid = "
                                              "?1), (SELECT id FROM device WHERE uuid = ?2), ?3, "
                                              "?4, ?5)"));
    json::value json = protocol::toJson(edit);
    json.as_object().erase(kDossier);
    json.as_object().erase(kDevice);
    json.as_object().erase(kSeq);
    const std::string body = json::serialize(json);
    query->bind(1, edit.dossier.str())
        .bind(2, edit.device.str())
        .bind(3, edit.seq)
        .bind(4, receivedMs)
        .bind(5, asBytes(body));
    return query->run();
}

Result<std::vector<HistoryRow>> SqlDossiers::history(const DossierId& id) {
    ESCALE_TRY_ASSIGN(query,
                      m_connection.use("SELECT v.uuid, e.seq, e.received_ms, e.body FROM edit e "
                                       "JOIN device v ON v.id = e.device WHERE e.dossier = "
                                       "(SELECT id FROM dossier WHERE uuid = ?1) "
                                       "ORDER BY e.rowid"));
    query->bind(1, id.str());
    std::vector<HistoryRow> rows;
    for (;;) {
        ESCALE_TRY_ASSIGN(found, query->step());
        if (!found)
            return rows;
        ESCALE_TRY_ASSIGN(row, readEdit(query, id));
        rows.push_back(std::move(row));
    }
}

Result<void> SqlDossiers::addRefused(const RefusedRow& row) {
    ESCALE_TRY_ASSIGN(query,
                      m_connection.use("INSERT INTO refused(device, seq, dossier, code, detail, "
                                       "received_ms, body) VALUES ((SELECT id FROM device WHERE "
                                       "uuid = ?1), ?2, ?3, ?4, ?5, ?6, ?7)"));
    query->bind(1, row.device.str())
        .bind(2, row.refused.seq)
        .bind(3, row.refused.dossier.str())
        .bind(4, errcName(row.refused.code))
        .bind(5, row.refused.detail)
        .bind(6, row.receivedMs)
        .bind(7, ByteView(row.body));
    return query->run();
}

Result<std::vector<RefusedRow>> SqlDossiers::refused(const DeviceId& device, std::int64_t firstSeq,
                                                     std::int64_t lastSeq) {
    ESCALE_TRY_ASSIGN(query,
                      m_connection.use("SELECT seq, dossier, code, detail, received_ms, body FROM "
                                       "refused WHERE device = (SELECT id FROM device WHERE uuid = "
                                       "?1) AND seq BETWEEN ?2 AND ?3 ORDER BY seq"));
    query->bind(1, device.str()).bind(2, firstSeq).bind(3, lastSeq);
    std::vector<RefusedRow> rows;
    for (;;) {
        ESCALE_TRY_ASSIGN(found, query->step());
        if (!found)
            return rows;
        RefusedRow row;
        row.device = device;
        row.refused.seq = query->columnInt(0);
        row.refused.dossier = DossierId(query->columnText(1));
        row.refused.code = errcFromName(query->columnText(2));
        row.refused.detail = query->columnText(3);
        row.receivedMs = query->columnInt(4);
        row.body = query->columnBlob(5);
        rows.push_back(std::move(row));
    }
}

} // namespace escale::server
