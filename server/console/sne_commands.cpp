// SPDX-License-Identifier: GPL-3.0-or-later
// What waits for the SNE, and what was given up: seen and started again by an operator.
#include "server/console/commands.h"

#include "server/console/data_dir.h"
#include "server/sne/dead_letter.h"

#include <algorithm>
#include <map>

namespace escale::server {
namespace {

json::object letter(const OutboxRow& row) {
    return {{"dossier", row.dossier.str()},
            {"genre", json::string(outboxKindName(row.kind))},
            {"etat", json::string(outboxStateName(row.state))},
            {"essais", row.attempts},
            {"erreur", row.lastError}};
}

/// The open row of each dossier that has one.
Result<std::vector<OutboxRow>> openRows(StoreSession& session) {
    std::vector<OutboxRow> rows;
    ESCALE_TRY_ASSIGN(dossiers, session.dossiers().all());
    for (const DossierSummary& dossier : dossiers) {
        ESCALE_TRY_ASSIGN(row, session.outbox().open(dossier.id));
        if (row)
            rows.push_back(std::move(*row));
    }
    return rows;
}

/// Not for somebody's answer.
bool waitsForTime(const OutboxRow& row) {
    return row.state != OutboxState::anomalies && row.state != OutboxState::toDecide;
}

} // namespace

Result<json::value> sneStatusCommand(const Options& options, const Clock& clock) {
    ESCALE_TRY_ASSIGN(store, openStore(DataDir(options.get("--data"))));
    std::vector<OutboxRow> rows;
    ESCALE_TRY(store->reading([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(open, openRows(session));
        rows = std::move(open);
        return {};
    }));
    std::map<std::string, std::int64_t> states;
    std::int64_t dead = 0;
    std::int64_t due = 0;
    std::int64_t next = sne::kNeverMs;
    for (const OutboxRow& row : rows) {
        if (sne::isDead(row)) {
            ++dead;
            continue;
        }
        ++states[std::string(outboxStateName(row.state))];
        if (!waitsForTime(row))
            continue;
        due += row.nextAttemptMs <= clock.nowMs() ? 1 : 0;
        next = std::min(next, row.nextAttemptMs);
    }
    json::object counted;
    for (const auto& [state, count] : states)
        counted[state] = count;
    return json::value{{"etats", std::move(counted)},
                       {"lettres_mortes", dead},
                       {"a_envoyer_maintenant", due},
                       {"prochain", next == sne::kNeverMs ? std::string() : isoInstant(next)}};
}

Result<json::value> sneDeadLettersCommand(const Options& options) {
    ESCALE_TRY_ASSIGN(store, openStore(DataDir(options.get("--data"))));
    json::array letters;
    ESCALE_TRY(store->reading([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(rows, openRows(session));
        for (const OutboxRow& row : rows)
            if (sne::isDead(row))
                letters.push_back(letter(row));
        return {};
    }));
    return json::value(std::move(letters));
}

Result<json::value> sneReplayCommand(const Options& options, const Clock& clock) {
    const std::string wanted = options.get("--dossier");
    ESCALE_TRY_ASSIGN(store, openStore(DataDir(options.get("--data"))));
    std::int64_t replayed = 0;
    ESCALE_TRY(store->inTransaction([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(rows, openRows(session));
        for (OutboxRow& row : rows) {
            if (!sne::isDead(row) || (!wanted.empty() && row.dossier.str() != wanted))
                continue;
            sne::startAgain(row, clock.nowMs());
            ESCALE_TRY(session.outbox().update(row));
            ++replayed;
        }
        return {};
    }));
    if (!wanted.empty() && replayed == 0)
        return fail(Errc::notFound, "aucune lettre morte pour ce dossier");
    return json::value{{"rejoues", replayed}};
}

} // namespace escale::server
