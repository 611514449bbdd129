// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sql_tables.h"

namespace escale::server {
namespace {

Result<std::optional<OutboxRow>> oneRow(const Query& query) {
    ESCALE_TRY_ASSIGN(found, query->step());
    if (!found)
        return std::optional<OutboxRow>();
    ESCALE_TRY_ASSIGN(kind, outboxKindFromName(query->columnText(2)));
    ESCALE_TRY_ASSIGN(state, outboxStateFromName(query->columnText(3)));
    OutboxRow row;
    row.id = query->columnInt(0);
    row.dossier = DossierId(query->columnText(1));
    row.kind = kind;
    row.state = state;
    row.attempts = static_cast<int>(query->columnInt(4));
    row.nextAttemptMs = query->columnInt(5);
    row.lastError = query->columnText(6);
    row.dossierRevision = query->columnInt(7);
    row.wantedRevision = query->columnInt(8);
    row.fileName = query->columnText(9);
    return std::optional(std::move(row));
}

/// From the second parameter on: what add() and update() both write.
void bindContent(const Query& query, const OutboxRow& row) {
    query->bind(2, outboxKindName(row.kind))
        .bind(3, outboxStateName(row.state))
        .bind(4, row.attempts)
        .bind(5, row.nextAttemptMs)
        .bind(6, row.lastError)
        .bind(7, row.dossierRevision)
        .bind(8, row.wantedRevision)
        .bind(9, row.fileName);
}

} // namespace

#define ESCALE_OUTBOX_SELECT                                                                       \
    "SELECT o.id, d.uuid, o.kind, o.state, o.attempts, o.next_attempt_ms, o.last_error, "          \
    "o.dossier_revision, o.wanted_revision, o.file_name FROM outbox o JOIN dossier d ON "          \
    "d.id = o.dossier "

Result<std::optional<OutboxRow>> SqlOutbox::open(const DossierId& dossier) {
    ESCALE_TRY_ASSIGN(query,
                      m_connection.use(ESCALE_OUTBOX_SELECT
                                       "WHERE d.uuid = ?1 AND o.state NOT IN ('fait', 'abandon')"));
    query->bind(1, dossier.str());
    return oneRow(query);
}

Result<std::optional<OutboxRow>> SqlOutbox::nextDue(std::int64_t nowMs, const std::string& holder) {
    ESCALE_TRY_ASSIGN(query, m_connection.use(ESCALE_OUTBOX_SELECT
                                              "WHERE o.state IN ('a_verifier', 'doublons', "
                                              "'envoi', 'envoi_incertain') AND o.next_attempt_ms "
                                              "<= ?1 AND (o.lease_ms <= ?1 OR o.holder = ?2) "
                                              "ORDER BY o.next_attempt_ms, o.id LIMIT 1"));
    query->bind(1, nowMs).bind(2, holder);
    return oneRow(query);
}

Result<void> SqlOutbox::hold(std::int64_t id, const std::string& holder, std::int64_t untilMs) {
    ESCALE_TRY_ASSIGN(
        query, m_connection.use("UPDATE outbox SET holder = ?2, lease_ms = ?3 WHERE id = ?1"));
    query->bind(1, id).bind(2, holder).bind(3, untilMs);
    return query->run();
}

Result<OutboxRow> SqlOutbox::get(std::int64_t id) {
    ESCALE_TRY_ASSIGN(query, m_connection.use(ESCALE_OUTBOX_SELECT "WHERE o.id = ?1"));
    query->bind(1, id);
    ESCALE_TRY_ASSIGN(row, oneRow(query));
    if (!row)
        return fail(Errc::notFound, "envoi absent");
    return std::move(*row);
}

Result<std::vector<OutboxRow>> SqlOutbox::rows(const DossierId& dossier) {
    ESCALE_TRY_ASSIGN(query,
                      m_connection.use(ESCALE_OUTBOX_SELECT "WHERE d.uuid = ?1 ORDER BY o.id"));
    query->bind(1, dossier.str());
    std::vector<OutboxRow> rows;
    for (;;) {
        ESCALE_TRY_ASSIGN(row, oneRow(query));
        if (!row)
            return rows;
        rows.push_back(std::move(*row));
    }
}

#undef ESCALE_OUTBOX_SELECT

Result<OutboxRow> SqlOutbox::add(OutboxRow row) {
    ESCALE_TRY_ASSIGN(
        query, m_connection.use("INSERT INTO outbox(dossier, kind, state, attempts, "
                                "next_attempt_ms, last_error, dossier_revision, wanted_revision, "
                                "file_name) VALUES ((SELECT id FROM dossier WHERE uuid = ?1), ?2, "
                                "?3, ?4, ?5, ?6, ?7, ?8, ?9) RETURNING id"));
    query->bind(1, row.dossier.str());
    bindContent(query, row);
    ESCALE_TRY_ASSIGN(id, oneNumber(query));
    row.id = id;
    return row;
}

Result<void> SqlOutbox::update(const OutboxRow& row) {
    ESCALE_TRY_ASSIGN(query,
                      m_connection.use("UPDATE outbox SET kind = ?2, state = ?3, attempts = ?4, "
                                       "next_attempt_ms = ?5, last_error = ?6, dossier_revision = "
                                       "?7, wanted_revision = ?8, file_name = ?9 WHERE id = ?1"));
    query->bind(1, row.id);
    bindContent(query, row);
    return query->run();
}

Result<void> SqlOutbox::archive(const ExchangeRow& exchange) {
    ESCALE_TRY_ASSIGN(query, m_connection.use("INSERT INTO exchange(dossier, service, at_ms, "
                                              "request, response, sha256) VALUES ((SELECT id FROM "
                                              "dossier WHERE uuid = ?1), ?2, ?3, ?4, ?5, ?6)"));
    query->bind(1, exchange.dossier.str())
        .bind(2, exchange.service)
        .bind(3, exchange.atMs)
        .bind(4, ByteView(exchange.request))
        .bind(5, ByteView(exchange.response))
        .bind(6, exchange.sha256);
    return query->run();
}

Result<std::vector<ExchangeRow>> SqlOutbox::exchanges(const DossierId& dossier) {
    ESCALE_TRY_ASSIGN(query, m_connection.use("SELECT service, at_ms, request, response, sha256 "
                                              "FROM exchange WHERE dossier = (SELECT id FROM "
                                              "dossier WHERE uuid = ?1) ORDER BY id"));
    query->bind(1, dossier.str());
    std::vector<ExchangeRow> rows;
    for (;;) {
        ESCALE_TRY_ASSIGN(found, query->step());
        if (!found)
            return rows;
        rows.push_back({dossier, query->columnText(0), query->columnInt(1), query->columnBlob(2),
                        query->columnBlob(3), query->columnText(4)});
    }
}

} // namespace escale::server
