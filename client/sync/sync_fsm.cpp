// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/sync/sync_fsm.h"

#include <algorithm>
#include <array>

namespace escale::client {
namespace {

constexpr int kCutsBeforeTheLineWaits = 3;
constexpr int kGapsBeforeAWait = 2;

} // namespace

SyncFsm::SyncFsm(SyncPolicy policy, Random& random)
    : m_policy(policy)
    , m_random(random)
    , m_batch(policy.maxEdits) {}

SyncAction SyncFsm::next(const SyncView& view, std::int64_t nowMs) {
    if (nowMs < m_lastSeenMs)
        wake(); // the device's clock went back: waits counted with it mean nothing any more
    m_lastSeenMs = nowMs;
    std::erase_if(m_page, [&view](const auto& entry) {
        return std::find(view.pages.begin(), view.pages.end(), entry.first) == view.pages.end();
    });
    SyncAction action;
    if (m_line.untilMs <= nowMs) {
        const std::string* page = readyPage(view, nowMs);
        if (exchangeDue(view, page != nullptr, nowMs)) {
            action.kind = SyncAction::Kind::exchange;
            action.maxEdits = m_relearn ? 0 : m_batch;
            m_sent = std::min(action.maxEdits, static_cast<std::size_t>(view.edits));
            return action;
        }
        if (page != nullptr) {
            action.kind = SyncAction::Kind::upload;
            action.page = *page;
            return action;
        }
    }
    action.waitMs = std::max<std::int64_t>(nextWake(view, nowMs) - nowMs, 1);
    return action;
}

bool SyncFsm::exchangeDue(const SyncView& view, bool pageReady, std::int64_t nowMs) const {
    if (m_exchange.untilMs > nowMs)
        return false;
    return view.edits > 0 || m_more || m_relearn || m_nextPollMs <= nowMs ||
           (m_pageSent && !pageReady);
}

const std::string* SyncFsm::readyPage(const SyncView& view, std::int64_t nowMs) const {
    for (const std::string& page : view.pages) {
        const auto wait = m_page.find(page);
        if (wait == m_page.end() || wait->second.untilMs <= nowMs)
            return &page;
    }
    return nullptr;
}

std::int64_t SyncFsm::nextWake(const SyncView& view, std::int64_t nowMs) const {
    const bool exchangeWanted = view.edits > 0 || m_more || m_relearn || m_pageSent;
    std::int64_t wake =
        exchangeWanted ? m_exchange.untilMs : std::max(m_nextPollMs, m_exchange.untilMs);
    for (const auto& [page, wait] : m_page)
        wake = std::min(wake, wait.untilMs);
    return std::max({wake, m_line.untilMs, nowMs});
}

void SyncFsm::exchangeDone(bool more, std::int64_t nowMs) {
    if (!m_relearn) {
        m_gaps = 0;
        m_batch = std::min(m_policy.maxEdits, m_batch * 2);
    }
    m_line = {};
    m_exchange = {};
    m_relearn = false;
    m_pageSent = false;
    m_more = more;
    m_nextPollMs = nowMs + m_policy.pollMs;
}

void SyncFsm::exchangeFailed(SyncFailure failure, std::int64_t nowMs) {
    const std::size_t half = std::max<std::size_t>(m_sent / 2, 1);
    switch (failure) {
    case SyncFailure::cut:
        if (m_sent > 0)
            m_batch = half;
        grow(m_line, nowMs);
        return;
    case SyncFailure::refused:
        if (m_sent > 1) {
            m_batch = half;
            return;
        }
        break;
    case SyncFailure::server:
    case SyncFailure::local:
        break;
    }
    grow(m_exchange, nowMs);
}

void SyncFsm::gapFound(std::int64_t nowMs) {
    m_relearn = true;
    if (++m_gaps >= kGapsBeforeAWait)
        grow(m_exchange, nowMs);
}

void SyncFsm::uploadDone(const std::string& page) {
    m_page.erase(page);
    m_cutInARow = 0;
    m_line = {};
    m_pageSent = true;
}

void SyncFsm::uploadFailed(const std::string& page, SyncFailure failure, std::int64_t nowMs) {
    grow(m_page[page], nowMs);
    m_cutInARow = failure == SyncFailure::cut ? m_cutInARow + 1 : 0;
    if (m_cutInARow >= kCutsBeforeTheLineWaits) {
        m_cutInARow = 0;
        grow(m_line, nowMs);
    }
}

void SyncFsm::wake() {
    m_line = {};
    m_exchange = {};
    m_page.clear();
    m_nextPollMs = 0;
}

/// Doubles, with a random half: a hundred tablets that lost the same network come back apart.
void SyncFsm::grow(Wait& wait, std::int64_t nowMs) {
    const int doublings = std::min(wait.failures, 20);
    ++wait.failures;
    const std::int64_t longest =
        std::min(m_policy.firstWaitMs << doublings, m_policy.longestWaitMs);
    std::array<std::uint8_t, 4> bytes{};
    m_random.fill(bytes);
    std::int64_t draw = 0;
    for (const std::uint8_t byte : bytes)
        draw = draw * 256 + byte;
    wait.untilMs = nowMs + longest / 2 + draw % (longest / 2 + 1);
}

} // namespace escale::client
