// SPDX-License-Identifier: GPL-3.0-or-later
// Fetches what the server publishes of territories: the list, then each pack that differs from the
// one held. All territories whose barème this program carries, so that nothing is told of who asks.
#pragma once

#include "client/sync/sync_status.h"
#include "client/sync/transport.h"
#include "client/territory/held_packs.h"
#include "shared/protocol/territories.h"

#include <functional>
#include <string>
#include <vector>

namespace escale::client {

class TerritoryFetch {
public:
    using Callback = std::function<void(const TerritoryReport&)>;

    /// Both outlive it.
    TerritoryFetch(HeldPacks& packs, Transport& transport);

    /// When the device has the key of its server: at first, an hour after a round that went well,
    /// ten minutes after one that did not; also when the clock of the device went back.
    [[nodiscard]] bool due(std::int64_t nowMs) const;
    /// `done` is called once, later; not at all after Transport::abort(), and then another round
    /// may begin.
    void run(std::int64_t nowMs, Callback done);

private:
    void listed(const Result<HttpAnswer>& answer);
    void next();
    void received(const protocol::TerritoryEntry& entry, const Result<HttpAnswer>& answer);
    void note(const Error& error);
    void finish();

    HeldPacks& m_packs;
    Transport& m_transport;
    std::vector<protocol::TerritoryEntry> m_list; // what the server named last
    std::string m_listMark;
    std::size_t m_at = 0;
    TerritoryReport m_report;
    Callback m_done;
    std::int64_t m_startedMs = 0;
    std::int64_t m_nextMs = 0; // 0: at once
};

} // namespace escale::client
