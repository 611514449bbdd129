// SPDX-License-Identifier: GPL-3.0-or-later
// What the forwarder needs of the store; the real one is StoreOutbox below.
#pragma once

#include "server/store/sne_outbox.h"

#include <optional>
#include <string>
#include <vector>

namespace escale::sne {

/// Each function is one transaction, on disk when it returns. Contracts: server/store/sne_outbox.h.
class OutboxPort {
public:
    virtual ~OutboxPort() = default;
    virtual Result<std::optional<server::OutboxRow>> next(std::int64_t nowMs) = 0;
    virtual Result<Dossier> dossier(const DossierId& id) = 0;
    virtual Result<server::OutboxKind> kindToTell(const Dossier& dossier) = 0;
    virtual Result<void> update(const server::OutboxRow& row,
                                std::optional<DossierStage> stage) = 0;
    virtual Result<void> complete(const server::OutboxRow& row, const std::string& numero) = 0;
    virtual Result<void> adopt(const server::OutboxRow& row, const std::string& numero) = 0;
    virtual Result<void> reject(const server::OutboxRow& row, const std::vector<Task>& tasks) = 0;
    virtual Result<void> decide(const server::OutboxRow& row, const std::vector<Task>& tasks) = 0;
    virtual Result<void> archive(const DossierId& dossier, const std::string& service,
                                 ByteView request, ByteView response,
                                 const std::string& sha256) = 0;
    /// What keepCreation() last kept for that dossier; "" when nothing.
    virtual Result<std::string> lastCreation(const DossierId& dossier) = 0;
    /// Keeps the XML of a creation before it leaves: if its answer is lost, that is the demande to
    /// look for, whatever the dossier has become since.
    virtual Result<void> keepCreation(const DossierId& dossier, const std::string& xml,
                                      const std::string& sha256) = 0;
};

class StoreOutbox final : public OutboxPort {
public:
    /// Both outlive this object; `outbox` works on `store`.
    StoreOutbox(server::SneOutbox& outbox, server::Store& store)
        : m_outbox(outbox)
        , m_store(store) {}

    Result<std::optional<server::OutboxRow>> next(std::int64_t nowMs) override {
        return m_outbox.nextOutbox(nowMs);
    }
    Result<Dossier> dossier(const DossierId& id) override { return m_outbox.dossier(id); }
    Result<server::OutboxKind> kindToTell(const Dossier& dossier) override {
        return m_outbox.kindToTell(dossier);
    }
    Result<void> update(const server::OutboxRow& row, std::optional<DossierStage> stage) override {
        return m_outbox.updateOutbox(row, stage);
    }
    Result<void> complete(const server::OutboxRow& row, const std::string& numero) override {
        return m_outbox.completeOutbox(row, numero);
    }
    Result<void> adopt(const server::OutboxRow& row, const std::string& numero) override {
        return m_outbox.adoptNumber(row, numero);
    }
    Result<void> reject(const server::OutboxRow& row, const std::vector<Task>& tasks) override {
        return m_outbox.rejectOutbox(row, tasks);
    }
    Result<void> decide(const server::OutboxRow& row, const std::vector<Task>& tasks) override {
        return m_outbox.decideOutbox(row, tasks);
    }
    Result<void> archive(const DossierId& dossier, const std::string& service, ByteView request,
                         ByteView response, const std::string& sha256) override {
        return m_outbox.archiveExchange(dossier, service, request, response, sha256);
    }
    Result<std::string> lastCreation(const DossierId& dossier) override;
    Result<void> keepCreation(const DossierId& dossier, const std::string& xml,
                              const std::string& sha256) override;

private:
    server::SneOutbox& m_outbox;
    server::Store& m_store;
};

} // namespace escale::sne
