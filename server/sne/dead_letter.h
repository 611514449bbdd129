// SPDX-License-Identifier: GPL-3.0-or-later
// A row of the outbox that was given up: it keeps its state, and its next attempt never comes until
// an operator starts it again.
#pragma once

#include "server/store/outbox_table.h"

namespace escale::sne {

/// The year 10000.
inline constexpr std::int64_t kNeverMs = 253'402'300'800'000;

inline bool isDead(const server::OutboxRow& row) {
    return row.nextAttemptMs >= kNeverMs;
}

inline void giveUp(server::OutboxRow& row, std::string why) {
    row.lastError = std::move(why);
    row.nextAttemptMs = kNeverMs;
}

/// A creation that may have arrived is looked for first, since the state is still the one it had.
inline void startAgain(server::OutboxRow& row, std::int64_t nowMs) {
    row.attempts = 0;
    row.nextAttemptMs = nowMs;
}

} // namespace escale::sne
