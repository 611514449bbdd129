// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this room: the tables on one SQLite connection.
#pragma once

#include "server/store/store.h"
#include "shared/sqlite/sqlite.h"

#include <string_view>
#include <unordered_map>
#include <utility>

namespace escale::server {

/// A prepared statement borrowed from its connection; given back clean.
class Query {
public:
    explicit Query(sqlite::Statement& statement)
        : m_statement(&statement) {}
    Query(Query&& other) noexcept
        : m_statement(std::exchange(other.m_statement, nullptr)) {}
    Query& operator=(Query&&) = delete;
    ~Query() {
        if (m_statement)
            m_statement->reset();
    }
    sqlite::Statement* operator->() const { return m_statement; }

private:
    sqlite::Statement* m_statement;
};

/// A connection that prepares each statement once. One thread at a time.
class Connection {
public:
    explicit Connection(sqlite::Database database)
        : db(std::move(database)) {}
    /// `sql` is a literal; not to be borrowed twice at once.
    Result<Query> use(std::string_view sql);

    sqlite::Database db;

private:
    std::unordered_map<std::string_view, sqlite::Statement> m_statements;
};

class SqliteDevices final : public DeviceTable {
public:
    explicit SqliteDevices(Connection& connection)
        : m_connection(connection) {}
    Result<std::optional<DeviceRow>> find(const DeviceId& id) override;
    Result<std::vector<DeviceRow>> all() override;
    Result<void> add(const DeviceRow& device) override;
    Result<void> setAcknowledged(const DeviceId& id, std::int64_t seq) override;
    Result<void> revoke(const DeviceId& id, std::int64_t nowMs) override;
    Result<void> addCode(const CodeRow& code) override;
    Result<std::optional<CodeRow>> findCode(const std::string& hash) override;
    Result<bool> useCode(const std::string& hash, const DeviceId& by, std::int64_t nowMs) override;

private:
    Connection& m_connection;
};

class SqliteDossiers final : public DossierTable {
public:
    explicit SqliteDossiers(Connection& connection)
        : m_connection(connection) {}
    Result<std::optional<DossierRow>> find(const DossierId& id) override;
    Result<void> save(DossierRow& row) override;
    Result<std::vector<DossierSummary>> all() override;
    Result<std::int64_t> lastChange(const Scope& scope) override;
    Result<std::int64_t> lastChange() override;
    Result<std::vector<DossierRow>> changedSince(const Scope& scope, std::int64_t cursor,
                                                 std::size_t limit) override;
    Result<void> addEdit(const Edit& edit, std::int64_t receivedMs) override;
    Result<std::vector<HistoryRow>> history(const DossierId& id) override;
    Result<void> addRefused(const RefusedRow& row) override;
    Result<std::vector<RefusedRow>> refused(const DeviceId& device, std::int64_t firstSeq,
                                            std::int64_t lastSeq) override;

private:
    Connection& m_connection;
};

class SqlitePages final : public PageTable {
public:
    explicit SqlitePages(Connection& connection)
        : m_connection(connection) {}
    Result<std::optional<UploadRow>> upload(const std::string& id) override;
    Result<std::optional<UploadRow>> uploadOf(const DossierId& dossier, const PieceId& piece,
                                              const std::string& sha256) override;
    Result<void> addUpload(const UploadRow& row) override;
    Result<void> removeUpload(const std::string& id) override;
    Result<void> setFiled(const std::string& id, std::int64_t nowMs) override;
    Result<std::vector<UploadRow>> uploadsBefore(std::int64_t createdMs) override;
    Result<std::optional<PageRow>> page(const DossierId& dossier, const PieceId& piece,
                                        const std::string& sha256) override;
    Result<void> removePage(const DossierId& dossier, const PieceId& piece,
                            const std::string& sha256) override;
    Result<std::int64_t> pagesOfContent(const std::string& sha256) override;
    Result<void> addPage(const PageRow& row) override;
    Result<std::set<std::string>> received(const DossierId& dossier) override;
    Result<std::vector<PageRow>> pages(const DossierId& dossier) override;
    Result<PageUse> useOf(const DossierId& dossier) override;
    Result<PageUse> openOf(const DeviceId& device) override;

private:
    Connection& m_connection;
};

class SqliteReturns final : public ReturnTable {
public:
    explicit SqliteReturns(Connection& connection)
        : m_connection(connection) {}
    Result<std::vector<DossierId>> untagged(std::size_t limit) override;
    Result<void> setTag(const DossierId& id, ByteView tag) override;
    Result<void> forgetTags() override;
    Result<std::vector<DossierId>> tagged(ByteView tag) override;
    Result<void> allow(const DossierId& id, const DeviceId& borne, std::int64_t nowMs) override;

private:
    Connection& m_connection;
};

class SqliteOutbox final : public OutboxTable {
public:
    explicit SqliteOutbox(Connection& connection)
        : m_connection(connection) {}
    Result<std::optional<OutboxRow>> open(const DossierId& dossier) override;
    Result<std::optional<OutboxRow>> nextDue(std::int64_t nowMs) override;
    Result<OutboxRow> get(std::int64_t id) override;
    Result<OutboxRow> add(OutboxRow row) override;
    Result<void> update(const OutboxRow& row) override;
    Result<std::vector<OutboxRow>> rows(const DossierId& dossier) override;
    Result<void> archive(const ExchangeRow& exchange) override;
    Result<std::vector<ExchangeRow>> exchanges(const DossierId& dossier) override;

private:
    Connection& m_connection;
};

} // namespace escale::server
