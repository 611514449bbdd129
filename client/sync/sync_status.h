// SPDX-License-Identifier: GPL-3.0-or-later
// Where sending stands, for screens. The three words shown are en cours, gardée, envoyée.
#pragma once

#include "shared/base/error.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace escale::client {

enum class SendState {
    inProgress, // en_cours: the person has not confirmed yet
    kept,       // gardee: confirmed, something of it still waits here
    sent,       // envoyee: confirmed, and the server has everything
};
/// "en_cours", "gardee", "envoyee".
std::string_view sendStateName(SendState state);
SendState sendStateOf(bool confirmed, std::int64_t waitingEdits, std::int64_t waitingPages);

/// Of the whole device.
struct SyncStatus {
    bool running = false; // something is being sent or fetched now
    std::int64_t waitingEdits = 0;
    std::int64_t waitingPages = 0;
    std::optional<Error> lastError; // of the last exchange; none when it succeeded
    std::int64_t lastSuccessMs = 0; // 0: never
    std::int64_t nextAttemptMs = 0; // 0: none planned
    bool operator==(const SyncStatus&) const = default;
};

/// What came of asking for what the server publishes of territories.
struct TerritoryReport {
    std::int64_t kept = 0;
    std::int64_t refused = 0;   // packs that were not believed: what was held stays
    std::optional<Error> error; // the last failure; nothing of the person depends on it
};

/// What one round of sync did.
struct SyncReport {
    std::int64_t sentEdits = 0;
    std::int64_t sentPages = 0;
    std::int64_t received = 0;  // snapshots and statuses
    std::int64_t waiting = 0;   // edits and pages that still wait
    std::optional<Error> error; // first failure of the round
    TerritoryReport territories;
};

} // namespace escale::client
