// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/sync/sync_status.h"

namespace escale::client {

std::string_view sendStateName(SendState state) {
    switch (state) {
    case SendState::inProgress:
        return "en_cours";
    case SendState::kept:
        return "gardee";
    case SendState::sent:
        return "envoyee";
    }
    return "en_cours";
}

SendState sendStateOf(bool confirmed, std::int64_t waitingEdits, std::int64_t waitingPages) {
    if (!confirmed)
        return SendState::inProgress;
    return waitingEdits + waitingPages > 0 ? SendState::kept : SendState::sent;
}

} // namespace escale::client
