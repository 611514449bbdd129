// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sne_outbox.h"

#include <algorithm>

namespace escale::server {
namespace {

constexpr std::int64_t kLeaseMs = 5 * 60'000;
constexpr std::size_t kNumeroUniqueLength = 18; // arrêté du 14 février 2023 (interface 02.01)

Result<DossierRow> dossierOf(StoreSession& session, const DossierId& id) {
    ESCALE_TRY_ASSIGN(row, session.dossiers().find(id));
    if (!row)
        return fail(Errc::notFound, "dossier absent");
    return std::move(*row);
}

/// The row as the caller leaves it; what was asked for meanwhile is the store's to know.
Result<OutboxRow> merged(StoreSession& session, const OutboxRow& row) {
    ESCALE_TRY_ASSIGN(present, session.outbox().get(row.id));
    OutboxRow result = row;
    result.dossier = present.dossier;
    result.wantedRevision = std::max(present.wantedRevision, row.dossierRevision);
    return result;
}

/// Something is missing or in conflict since the file left: that stays to be done.
bool hasOwnTasks(const Dossier& dossier) {
    return std::any_of(dossier.tasks.begin(), dossier.tasks.end(), [](const Task& task) {
        return task.code == kTaskMissing || task.code == kTaskConflict;
    });
}

Result<void> openNext(StoreSession& session, const OutboxRow& sent, const Dossier& dossier,
                      std::int64_t nowMs) {
    ESCALE_TRY_ASSIGN(rows, session.outbox().rows(dossier.id));
    OutboxRow next;
    next.dossier = sent.dossier;
    next.kind = kindToTell(dossier, rows);
    next.nextAttemptMs = nowMs;
    next.dossierRevision = sent.wantedRevision;
    next.wantedRevision = sent.wantedRevision;
    ESCALE_TRY(session.outbox().add(next));
    return {};
}

} // namespace

Dossier forwardable(Dossier dossier) {
    for (const Conflict& conflict : dossier.conflicts)
        dossier.fields[conflict.path].value = conflict.baseValue;
    return dossier;
}

OutboxKind kindToTell(const Dossier& dossier, const std::vector<OutboxRow>& rows) {
    if (dossier.numeroUnique.empty())
        return OutboxKind::creation;
    const auto signature = dossier.fields.find("renouvellement.signe");
    if (signature == dossier.fields.end() || signature->second.value != Value(true))
        return OutboxKind::modification;
    const bool told = std::any_of(rows.begin(), rows.end(), [&](const OutboxRow& row) {
        return row.kind == OutboxKind::renewal && row.state == OutboxState::done &&
               row.dossierRevision >= signature->second.revision;
    });
    return told ? OutboxKind::modification : OutboxKind::renewal;
}

SneOutbox::SneOutbox(Store& store, const Clock& clock, std::string holder)
    : m_store(store)
    , m_clock(clock)
    , m_holder(std::move(holder)) {}

Result<std::optional<OutboxRow>> SneOutbox::nextOutbox(std::int64_t nowMs) {
    std::optional<OutboxRow> row;
    const auto look = [&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(found, session.outbox().nextDue(nowMs, m_holder));
        row = std::move(found);
        return {};
    };
    ESCALE_TRY(m_store.reading(look));
    if (!row || m_holder.empty())
        return row;
    ESCALE_TRY(m_store.inTransaction([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY(look(session)); // among writers: no other server can take it meanwhile
        if (!row)
            return {};
        return session.outbox().hold(row->id, m_holder, nowMs + kLeaseMs);
    }));
    return row;
}

Result<Dossier> SneOutbox::dossier(const DossierId& id) {
    Dossier dossier;
    ESCALE_TRY(m_store.reading([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(row, dossierOf(session, id));
        dossier = std::move(row.dossier);
        return {};
    }));
    return dossier;
}

Result<OutboxKind> SneOutbox::kindToTell(const Dossier& dossier) {
    OutboxKind kind = OutboxKind::creation;
    ESCALE_TRY(m_store.reading([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(rows, session.outbox().rows(dossier.id));
        kind = server::kindToTell(dossier, rows);
        return {};
    }));
    return kind;
}

Result<void> SneOutbox::updateOutbox(const OutboxRow& row, std::optional<DossierStage> stage) {
    return m_store.inTransaction([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(next, merged(session, row));
        ESCALE_TRY(session.outbox().update(next));
        if (!stage)
            return {};
        ESCALE_TRY_ASSIGN(dossier, dossierOf(session, next.dossier));
        if (dossier.dossier.stage == *stage)
            return {};
        dossier.dossier.stage = *stage;
        return session.dossiers().save(dossier);
    });
}

Result<void> SneOutbox::completeOutbox(const OutboxRow& row, const std::string& numeroUnique) {
    if (numeroUnique.size() != kNumeroUniqueLength)
        return fail(Errc::invalidArgument, "un numéro unique a 18 caractères");
    return m_store.inTransaction([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(next, merged(session, row));
        ESCALE_TRY_ASSIGN(dossier, dossierOf(session, next.dossier));
        if (!dossier.dossier.numeroUnique.empty() && dossier.dossier.numeroUnique != numeroUnique)
            return fail(Errc::conflict, "le dossier a déjà un autre numéro unique");
        next.state = OutboxState::done;
        next.lastError.clear();
        ESCALE_TRY(session.outbox().update(next));
        dossier.dossier.numeroUnique = numeroUnique;
        if (next.wantedRevision > next.dossierRevision)
            ESCALE_TRY(openNext(session, next, dossier.dossier, m_clock.nowMs()));
        if (!hasOwnTasks(dossier.dossier)) {
            dossier.dossier.stage = DossierStage::registered;
            dossier.dossier.tasks.clear();
        }
        return session.dossiers().save(dossier);
    });
}

Result<void> SneOutbox::adoptNumber(const OutboxRow& row, const std::string& numeroUnique) {
    if (numeroUnique.size() != kNumeroUniqueLength)
        return fail(Errc::invalidArgument, "un numéro unique a 18 caractères");
    return m_store.inTransaction([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(next, merged(session, row));
        ESCALE_TRY_ASSIGN(dossier, dossierOf(session, next.dossier));
        if (!dossier.dossier.numeroUnique.empty() && dossier.dossier.numeroUnique != numeroUnique)
            return fail(Errc::conflict, "le dossier a déjà un autre numéro unique");
        next.kind = OutboxKind::modification;
        next.state = OutboxState::sending;
        ESCALE_TRY(session.outbox().update(next));
        dossier.dossier.numeroUnique = numeroUnique;
        return session.dossiers().save(dossier);
    });
}

Result<void> SneOutbox::settle(const OutboxRow& row, OutboxState state, DossierStage stage,
                               const std::vector<Task>& tasks) {
    return m_store.inTransaction([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(next, merged(session, row));
        if (next.wantedRevision > next.dossierRevision) { // what was refused is not what is here
            next.state = OutboxState::toCheck;
            next.attempts = 0;
            next.nextAttemptMs = m_clock.nowMs();
            next.dossierRevision = next.wantedRevision;
            return session.outbox().update(next);
        }
        next.state = state;
        ESCALE_TRY(session.outbox().update(next));
        ESCALE_TRY_ASSIGN(dossier, dossierOf(session, next.dossier));
        dossier.dossier.stage = stage;
        dossier.dossier.tasks = tasks;
        return session.dossiers().save(dossier);
    });
}

Result<void> SneOutbox::rejectOutbox(const OutboxRow& row, const std::vector<Task>& tasks) {
    return settle(row, OutboxState::anomalies, DossierStage::toCorrect, tasks);
}

Result<void> SneOutbox::decideOutbox(const OutboxRow& row, const std::vector<Task>& tasks) {
    return settle(row, OutboxState::toDecide, DossierStage::toDecide, tasks);
}

Result<void> SneOutbox::archiveExchange(const DossierId& dossier, const std::string& service,
                                        ByteView request, ByteView response,
                                        const std::string& sha256) {
    ExchangeRow row;
    row.dossier = dossier;
    row.service = service;
    row.atMs = m_clock.nowMs();
    row.request.assign(request.begin(), request.end());
    row.response.assign(response.begin(), response.end());
    row.sha256 = sha256;
    return m_store.inTransaction(
        [&](StoreSession& session) -> Result<void> { return session.outbox().archive(row); });
}

} // namespace escale::server
