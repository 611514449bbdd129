// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sql_tables.h"

namespace escale::server {
namespace {

const std::string kUpload = "SELECT u.uuid, d.uuid, u.piece, u.sha256, u.length, u.created_ms, "
                            "u.device, u.filed_ms FROM upload u JOIN dossier d ON d.id = "
                            "u.dossier WHERE ";
// They live as long as the program: SqlConnection::use() keeps the views.
const std::string kUploadById = kUpload + "u.uuid = ?1";
const std::string kUploadOfPage = kUpload + "d.uuid = ?1 AND u.piece = ?2 AND u.sha256 = ?3";
const std::string kUploadsBefore = kUpload + "u.created_ms < ?1";

Result<std::optional<UploadRow>> oneUpload(const Query& query) {
    ESCALE_TRY_ASSIGN(found, query->step());
    if (!found)
        return std::optional<UploadRow>();
    UploadRow row;
    row.id = query->columnText(0);
    row.dossier = DossierId(query->columnText(1));
    row.piece = PieceId(query->columnText(2));
    row.sha256 = query->columnText(3);
    row.length = query->columnInt(4);
    row.createdMs = query->columnInt(5);
    row.device = DeviceId(query->columnText(6));
    row.filedMs = query->columnInt(7);
    return std::optional(std::move(row));
}

Result<PageUse> oneUse(const Query& query) {
    ESCALE_TRY_ASSIGN(found, query->step());
    return found ? PageUse{query->columnInt(0), query->columnInt(1)} : PageUse();
}

PageRow readPage(const Query& query, const DossierId& dossier) {
    PageRow row;
    row.dossier = dossier;
    row.piece = PieceId(query->columnText(0));
    row.sha256 = query->columnText(1);
    row.contentType = query->columnText(2);
    row.bytes = query->columnInt(3);
    row.receivedMs = query->columnInt(4);
    return row;
}

} // namespace

Result<std::optional<UploadRow>> SqlPages::upload(const std::string& id) {
    ESCALE_TRY_ASSIGN(query, m_connection.use(kUploadById));
    query->bind(1, id);
    return oneUpload(query);
}

Result<std::optional<UploadRow>> SqlPages::uploadOf(const DossierId& dossier, const PieceId& piece,
                                                    const std::string& sha256) {
    ESCALE_TRY_ASSIGN(query, m_connection.use(kUploadOfPage));
    query->bind(1, dossier.str()).bind(2, piece.str()).bind(3, sha256);
    return oneUpload(query);
}

Result<void> SqlPages::addUpload(const UploadRow& row) {
    ESCALE_TRY_ASSIGN(query, m_connection.use("INSERT INTO upload(uuid, dossier, piece, sha256, "
                                              "length, created_ms, device, filed_ms) VALUES (?1, "
                                              "(SELECT id FROM dossier WHERE uuid = ?2), ?3, ?4, "
                                              "?5, ?6, ?7, ?8)"));
    query->bind(1, row.id)
        .bind(2, row.dossier.str())
        .bind(3, row.piece.str())
        .bind(4, row.sha256)
        .bind(5, row.length)
        .bind(6, row.createdMs)
        .bind(7, row.device.str())
        .bind(8, row.filedMs);
    return query->run();
}

Result<void> SqlPages::removeUpload(const std::string& id) {
    ESCALE_TRY_ASSIGN(query, m_connection.use("DELETE FROM upload WHERE uuid = ?1"));
    query->bind(1, id);
    return query->run();
}

Result<void> SqlPages::setFiled(const std::string& id, std::int64_t nowMs) {
    ESCALE_TRY_ASSIGN(query, m_connection.use("UPDATE upload SET filed_ms = ?2 WHERE uuid = ?1"));
    query->bind(1, id).bind(2, nowMs);
    return query->run();
}

Result<std::vector<UploadRow>> SqlPages::uploadsBefore(std::int64_t createdMs) {
    ESCALE_TRY_ASSIGN(query, m_connection.use(kUploadsBefore));
    query->bind(1, createdMs);
    std::vector<UploadRow> rows;
    for (;;) {
        ESCALE_TRY_ASSIGN(row, oneUpload(query));
        if (!row)
            return rows;
        rows.push_back(std::move(*row));
    }
}

Result<std::optional<PageRow>> SqlPages::page(const DossierId& dossier, const PieceId& piece,
                                              const std::string& sha256) {
    ESCALE_TRY_ASSIGN(query,
                      m_connection.use("SELECT piece, sha256, content_type, bytes, received_ms "
                                       "FROM page WHERE dossier = (SELECT id FROM dossier WHERE "
                                       "uuid = ?1) AND piece = ?2 AND sha256 = ?3"));
    query->bind(1, dossier.str()).bind(2, piece.str()).bind(3, sha256);
    ESCALE_TRY_ASSIGN(found, query->step());
    if (!found)
        return std::optional<PageRow>();
    return std::optional(readPage(query, dossier));
}

Result<void> SqlPages::removePage(const DossierId& dossier, const PieceId& piece,
                                  const std::string& sha256) {
    ESCALE_TRY_ASSIGN(query, m_connection.use("DELETE FROM page WHERE dossier = (SELECT id FROM "
                                              "dossier WHERE uuid = ?1) AND piece = ?2 AND sha256 "
                                              "= ?3"));
    query->bind(1, dossier.str()).bind(2, piece.str()).bind(3, sha256);
    return query->run();
}

Result<std::int64_t> SqlPages::pagesOfContent(const std::string& sha256) {
    ESCALE_TRY_ASSIGN(query, m_connection.use("SELECT count(*) FROM page WHERE sha256 = ?1"));
    query->bind(1, sha256);
    ESCALE_TRY_ASSIGN(found, query->step());
    return found ? query->columnInt(0) : 0;
}

Result<void> SqlPages::addPage(const PageRow& row) {
    ESCALE_TRY_ASSIGN(
        query, m_connection.use("INSERT INTO page(dossier, piece, sha256, content_type, bytes, "
                                "received_ms) VALUES ((SELECT id FROM dossier WHERE uuid = ?1), "
                                "?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING"));
    query->bind(1, row.dossier.str())
        .bind(2, row.piece.str())
        .bind(3, row.sha256)
        .bind(4, row.contentType)
        .bind(5, row.bytes)
        .bind(6, row.receivedMs);
    return query->run();
}

Result<std::set<std::string>> SqlPages::received(const DossierId& dossier) {
    ESCALE_TRY_ASSIGN(rows, pages(dossier));
    std::set<std::string> names;
    for (const PageRow& row : rows)
        names.insert(row.sha256);
    return names;
}

Result<std::vector<PageRow>> SqlPages::pages(const DossierId& dossier) {
    ESCALE_TRY_ASSIGN(query,
                      m_connection.use("SELECT piece, sha256, content_type, bytes, received_ms "
                                       "FROM page WHERE dossier = (SELECT id FROM dossier WHERE "
                                       "uuid = ?1) ORDER BY rowid"));
    query->bind(1, dossier.str());
    std::vector<PageRow> rows;
    for (;;) {
        ESCALE_TRY_ASSIGN(found, query->step());
        if (!found)
            return rows;
        rows.push_back(readPage(query, dossier));
    }
}

Result<PageUse> SqlPages::useOf(const DossierId& dossier) {
    ESCALE_TRY_ASSIGN(
        query, m_connection.use(
                   "SELECT count(*), CAST(coalesce(sum(size), 0) AS BIGINT) FROM (SELECT p.bytes "
                   "AS size FROM page "
                   "p JOIN dossier d ON d.id = p.dossier WHERE d.uuid = ?1 UNION ALL SELECT "
                   "u.length FROM upload u JOIN dossier d ON d.id = u.dossier WHERE d.uuid = ?1 "
                   "AND u.filed_ms = 0) AS sizes"));
    query->bind(1, dossier.str());
    return oneUse(query);
}

Result<PageUse> SqlPages::openOf(const DeviceId& device) {
    ESCALE_TRY_ASSIGN(
        query, m_connection.use("SELECT count(*), CAST(coalesce(sum(length), 0) AS BIGINT) FROM "
                                "upload WHERE device = ?1 AND filed_ms = 0"));
    query->bind(1, device.str());
    return oneUse(query);
}

} // namespace escale::server
