// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/outbox_table.h"

#include <array>
#include <utility>

namespace escale::server {
namespace {

constexpr std::array kKinds{
    std::pair{OutboxKind::creation, std::string_view("CRE")},
    std::pair{OutboxKind::modification, std::string_view("MOD")},
    std::pair{OutboxKind::renewal, std::string_view("REN")},
};

constexpr std::array kStates{
    std::pair{OutboxState::toCheck, std::string_view("a_verifier")},
    std::pair{OutboxState::duplicates, std::string_view("doublons")},
    std::pair{OutboxState::sending, std::string_view("envoi")},
    std::pair{OutboxState::uncertain, std::string_view("envoi_incertain")},
    std::pair{OutboxState::done, std::string_view("fait")},
    std::pair{OutboxState::anomalies, std::string_view("anomalies")},
    std::pair{OutboxState::toDecide, std::string_view("a_decider")},
    std::pair{OutboxState::abandoned, std::string_view("abandon")},
};

template <class Table, class Key>
std::string_view nameIn(const Table& table, Key key) {
    for (const auto& [value, name] : table) {
        if (value == key)
            return name;
    }
    return {};
}

} // namespace

std::string_view outboxKindName(OutboxKind kind) {
    return nameIn(kKinds, kind);
}

std::string_view outboxStateName(OutboxState state) {
    return nameIn(kStates, state);
}

Result<OutboxKind> outboxKindFromName(std::string_view name) {
    for (const auto& [value, known] : kKinds) {
        if (known == name)
            return value;
    }
    return fail(Errc::malformed, "genre d’envoi inconnu");
}

Result<OutboxState> outboxStateFromName(std::string_view name) {
    for (const auto& [value, known] : kStates) {
        if (known == name)
            return value;
    }
    return fail(Errc::malformed, "état d’envoi inconnu");
}

} // namespace escale::server
