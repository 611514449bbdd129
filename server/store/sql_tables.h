// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this room: the tables, written once for both databases, on one connection.
#pragma once

#include "server/store/sql.h"
#include "server/store/store.h"

namespace escale::server {

class SqlDevices final : public DeviceTable {
public:
    explicit SqlDevices(SqlConnection& connection)
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
    SqlConnection& m_connection;
};

class SqlDossiers final : public DossierTable {
public:
    explicit SqlDossiers(SqlConnection& connection)
        : m_connection(connection) {}
    Result<std::optional<DossierRow>> find(const DossierId& id) override;
    Result<void> save(DossierRow& row) override;
    Result<std::vector<DossierSummary>> all() override;
    Result<void> forget(const DossierId& id) override;
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
    SqlConnection& m_connection;
};

class SqlPages final : public PageTable {
public:
    explicit SqlPages(SqlConnection& connection)
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
    SqlConnection& m_connection;
};

class SqlReturns final : public ReturnTable {
public:
    explicit SqlReturns(SqlConnection& connection)
        : m_connection(connection) {}
    Result<std::vector<DossierId>> untagged(std::size_t limit) override;
    Result<void> setTag(const DossierId& id, ByteView tag) override;
    Result<void> forgetTags() override;
    Result<std::vector<DossierId>> tagged(ByteView tag) override;
    Result<void> allow(const DossierId& id, const DeviceId& borne, std::int64_t nowMs) override;

private:
    SqlConnection& m_connection;
};

class SqlOutbox final : public OutboxTable {
public:
    explicit SqlOutbox(SqlConnection& connection)
        : m_connection(connection) {}
    Result<std::optional<OutboxRow>> open(const DossierId& dossier) override;
    Result<std::optional<OutboxRow>> nextDue(std::int64_t nowMs,
                                             const std::string& holder) override;
    Result<void> hold(std::int64_t id, const std::string& holder, std::int64_t untilMs) override;
    Result<OutboxRow> get(std::int64_t id) override;
    Result<OutboxRow> add(OutboxRow row) override;
    Result<void> update(const OutboxRow& row) override;
    Result<std::vector<OutboxRow>> rows(const DossierId& dossier) override;
    Result<void> archive(const ExchangeRow& exchange) override;
    Result<std::vector<ExchangeRow>> exchanges(const DossierId& dossier) override;

private:
    SqlConnection& m_connection;
};

class SqlSession final : public StoreSession {
public:
    explicit SqlSession(SqlConnection& connection)
        : m_devices(connection)
        , m_dossiers(connection)
        , m_pages(connection)
        , m_outbox(connection)
        , m_returns(connection) {}
    DeviceTable& devices() override { return m_devices; }
    DossierTable& dossiers() override { return m_dossiers; }
    PageTable& pages() override { return m_pages; }
    OutboxTable& outbox() override { return m_outbox; }
    ReturnTable& returns() override { return m_returns; }

private:
    SqlDevices m_devices;
    SqlDossiers m_dossiers;
    SqlPages m_pages;
    SqlOutbox m_outbox;
    SqlReturns m_returns;
};

} // namespace escale::server
