// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/defect.h"

#include <algorithm>
#include <array>

namespace escale::simulation {
namespace {

using namespace server;

constexpr std::array<std::pair<Defect, std::string_view>, 4> kNames{
    {{Defect::none, "aucun"},
     {Defect::acknowledgeBeforeCommit, "acquitter-avant-d-ecrire"},
     {Defect::dropLoser, "perdre-le-perdant"},
     {Defect::forgetIdempotence, "oublier-l-idempotence"}}};

class LoserDropped final : public DossierTable {
public:
    LoserDropped(DossierTable& real, bool drops, bool twice)
        : m_real(real)
        , m_drops(drops)
        , m_twice(twice) {}
    Result<std::optional<DossierRow>> find(const DossierId& id) override { return m_real.find(id); }
    Result<void> save(DossierRow& row) override {
        if (m_drops)
            row.dossier.conflicts.clear();
        return m_real.save(row);
    }
    Result<std::vector<DossierSummary>> all() override { return m_real.all(); }
    Result<void> forget(const DossierId& id) override { return m_real.forget(id); }
    Result<std::int64_t> lastChange(const Scope& scope) override {
        return m_real.lastChange(scope);
    }
    Result<std::int64_t> lastChange() override { return m_real.lastChange(); }
    Result<std::vector<DossierRow>> changedSince(const Scope& scope, std::int64_t cursor,
                                                 std::size_t limit) override {
        return m_real.changedSince(scope, cursor, limit);
    }
    Result<void> addEdit(const Edit& edit, std::int64_t receivedMs) override {
        const auto added = m_real.addEdit(edit, receivedMs);
        const bool known = !added && added.error().code == Errc::alreadyExists;
        return m_twice && known ? Result<void>() : added;
    }
    Result<std::vector<HistoryRow>> history(const DossierId& id) override {
        return m_real.history(id);
    }
    Result<void> addRefused(const RefusedRow& row) override { return m_real.addRefused(row); }
    Result<std::vector<RefusedRow>> refused(const DeviceId& device, std::int64_t first,
                                            std::int64_t last) override {
        return m_real.refused(device, first, last);
    }

private:
    DossierTable& m_real;
    bool m_drops;
    bool m_twice;
};

class MarkForgotten final : public DeviceTable {
public:
    MarkForgotten(DeviceTable& real, std::int64_t mark, int& looks)
        : m_real(real)
        , m_mark(mark)
        , m_looks(looks) {}
    Result<std::optional<DeviceRow>> find(const DeviceId& id) override {
        auto found = m_real.find(id);
        if (found && *found && m_looks > 0) {
            --m_looks;
            (*found)->acknowledged = std::min((*found)->acknowledged, m_mark);
        }
        return found;
    }
    Result<std::vector<DeviceRow>> all() override { return m_real.all(); }
    Result<void> add(const DeviceRow& device) override { return m_real.add(device); }
    Result<void> setAcknowledged(const DeviceId& id, std::int64_t seq) override {
        ESCALE_TRY_ASSIGN(row, m_real.find(id));
        return m_real.setAcknowledged(id, row ? std::max(row->acknowledged, seq) : seq);
    }
    Result<void> revoke(const DeviceId& id, std::int64_t nowMs) override {
        return m_real.revoke(id, nowMs);
    }
    Result<void> addCode(const CodeRow& code) override { return m_real.addCode(code); }
    Result<std::optional<CodeRow>> findCode(const std::string& hash) override {
        return m_real.findCode(hash);
    }
    Result<bool> useCode(const std::string& hash, const DeviceId& by, std::int64_t nowMs) override {
        return m_real.useCode(hash, by, nowMs);
    }

private:
    DeviceTable& m_real;
    std::int64_t m_mark;
    int& m_looks;
};

class DefectiveSession final : public StoreSession {
public:
    DefectiveSession(StoreSession& real, Defect defect, std::int64_t mark, int& looks)
        : m_real(real)
        , m_devices(real.devices(), mark, looks)
        , m_dossiers(real.dossiers(), defect == Defect::dropLoser,
                     defect == Defect::forgetIdempotence) {}
    DeviceTable& devices() override { return m_devices; }
    DossierTable& dossiers() override { return m_dossiers; }
    PageTable& pages() override { return m_real.pages(); }
    OutboxTable& outbox() override { return m_real.outbox(); }
    ReturnTable& returns() override { return m_real.returns(); }

private:
    StoreSession& m_real;
    MarkForgotten m_devices;
    LoserDropped m_dossiers;
};

} // namespace

std::string_view defectName(Defect defect) {
    const auto found = std::find_if(kNames.begin(), kNames.end(),
                                    [&](const auto& one) { return one.first == defect; });
    return found->second;
}

std::optional<Defect> defectFromName(std::string_view name) {
    for (const auto& [defect, itsName] : kNames) {
        if (itsName == name)
            return defect;
    }
    return std::nullopt;
}

server::Store::Work DefectiveStore::wrap(const Work& work) {
    return [this, &work](StoreSession& session) {
        DefectiveSession defective(session, m_defect, m_mark, m_looks);
        return work(defective);
    };
}

Result<void> DefectiveStore::inTransaction(const Work& work) {
    return m_real.inTransaction(wrap(work));
}

Result<void> DefectiveStore::reading(const Work& work) {
    return m_real.reading(wrap(work));
}

} // namespace escale::simulation
