// SPDX-License-Identifier: GPL-3.0-or-later
// What the sync engine does next: a pure state machine. Time and randomness are given, nothing is
// read or sent here.
//
//   outcome of the exchange          then
//   ------------------------------   ---------------------------------------------------------
//   done                             wait forgotten; again at once while there is more
//   gap in the numbers (409)         ask with nothing, to learn the mark, then send from it
//   answer lost, cut, no network     same edits again after a wait that doubles, with a jitter;
//                                    the batch is halved: a thin network gets smaller ones
//   batch refused (4xx)              half of the batch at once, down to one edit, then a wait
//   failure of the server or here    the exchange waits, pages go on
//   failure of a page                only that page waits; three in a row cut: the line waits
//   last page sent                   asks for news at once
#pragma once

#include "shared/base/ports.h"
#include "shared/base/result.h"

#include <map>
#include <string>
#include <vector>

namespace escale::client {

struct SyncPolicy {
    std::int64_t firstWaitMs = 2'000;
    std::int64_t longestWaitMs = 10 * 60'000;
    std::int64_t pollMs = 60'000; // news, when nothing waits
    std::size_t maxEdits = 500;
};

/// What waits, as the store sees it.
struct SyncView {
    std::int64_t edits = 0;
    std::vector<std::string> pages; // SHA-256 of pages whose edit the server has, oldest first
};

struct SyncAction {
    enum class Kind {
        exchange, // POST /v1/sync with at most `maxEdits` edits (0: none, to learn the mark)
        upload,   // the page `page`
        wait,     // nothing before `waitMs`
    };
    Kind kind = Kind::wait;
    std::size_t maxEdits = 0;
    std::string page;
    std::int64_t waitMs = 0;
};

/// How a request failed: decides who waits.
enum class SyncFailure {
    cut,     // no answer: no network, TLS refused, answer lost
    refused, // answered no to what was sent (4xx)
    server,  // the server failed (5xx)
    local,   // our own disk, or the key is not there
};

class SyncFsm {
public:
    SyncFsm(SyncPolicy policy, Random& random);

    SyncAction next(const SyncView& view, std::int64_t nowMs);

    /// The exchange was acknowledged and stored; `more`: the server has more to say.
    void exchangeDone(bool more, std::int64_t nowMs);
    void exchangeFailed(SyncFailure failure, std::int64_t nowMs);
    /// The server does not have what comes before our first edit.
    void gapFound(std::int64_t nowMs);

    void uploadDone(const std::string& page);
    void uploadFailed(const std::string& page, SyncFailure failure, std::int64_t nowMs);

    /// Forgets every wait.
    void wake();

private:
    struct Wait {
        int failures = 0;
        std::int64_t untilMs = 0;
    };

    void grow(Wait& wait, std::int64_t nowMs);
    [[nodiscard]] bool exchangeDue(const SyncView& view, bool pageReady, std::int64_t nowMs) const;
    [[nodiscard]] const std::string* readyPage(const SyncView& view, std::int64_t nowMs) const;
    [[nodiscard]] std::int64_t nextWake(const SyncView& view, std::int64_t nowMs) const;

    SyncPolicy m_policy;
    Random& m_random;
    Wait m_line;                        // the network is away: everything waits
    Wait m_exchange;                    // only exchanges wait
    std::map<std::string, Wait> m_page; // pages that failed
    std::int64_t m_nextPollMs = 0;
    std::int64_t m_lastSeenMs = 0;
    std::size_t m_batch;
    std::size_t m_sent = 0; // edits of the last exchange
    int m_cutInARow = 0;
    int m_gaps = 0;
    bool m_more = false;
    bool m_relearn = false;
    bool m_pageSent = false;
};

} // namespace escale::client
