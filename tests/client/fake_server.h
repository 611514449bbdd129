// SPDX-License-Identifier: GPL-3.0-or-later
// A server in memory, behind the engine's Transport: keeps what it is given, and fails on demand.
#pragma once

#include "client/sync/sync_engine.h"
#include "client/sync/transport.h"
#include "shared/protocol/messages.h"
#include "shared/protocol/territories.h"

#include <QObject>

#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace escale::tests {

class FakeServer final : public QObject, public client::Transport {
    Q_OBJECT
public:
    void send(client::HttpRequest request, Callback done) override;
    void abort() override { ++m_generation; }

    // What it holds.
    std::map<std::int64_t, std::string> edits; // seq → JSON, or CMS
    std::int64_t mark = 0;
    std::int64_t cursor = 0;
    std::map<std::string, Bytes> pages; // by upload path
    std::set<std::string> complete;     // SHA-256 of complete pages
    std::vector<Dossier> snapshots;     // sent once, with the next answer
    std::vector<protocol::DossierStatus> statuses;
    std::map<std::string, Dossier> byCode; // what a code de reprise opens

    std::vector<protocol::TerritoryEntry> territories;
    std::map<std::string, Bytes> packs; // by SIREN

    // How it fails.
    bool away = false;         // nobody answers
    int loseAnswers = 0;       // takes the request, the answer never comes
    int cutAfterParts = -1;    // PATCH number after which the line is cut, once
    std::string neverTakes;    // SHA-256 of a page whose upload is always cut
    int failingStatus = 0;     // every exchange answers this status
    bool refusesPages = false; // 422 at the last byte
    int damagedParts = 0;      // PATCH whose bytes change on their way
    bool tiredOfCodes = false; // 429 to a code de reprise

    // What it has seen.
    int exchanges = 0;
    int lists = 0;          // of territories
    int listsUnchanged = 0; // answered 304
    int packsSent = 0;
    int patches = 0;
    int ended = 0; // DELETE
    std::vector<std::size_t> batches;

private:
    Result<client::HttpAnswer> answer(const client::HttpRequest& request);
    Result<client::HttpAnswer> sync(const client::HttpRequest& request);
    Result<client::HttpAnswer> resume(const client::HttpRequest& request);
    Result<client::HttpAnswer> territory(const client::HttpRequest& request);
    Result<client::HttpAnswer> createUpload(const client::HttpRequest& request);
    Result<client::HttpAnswer> patch(const client::HttpRequest& request);

    int m_generation = 0;
    std::map<std::string, std::string> m_names; // upload path → SHA-256
    std::map<std::string, std::size_t> m_lengths;
};

/// One exchange of `engine`, to its end; Errc::timeout in the report when it has none.
client::SyncReport syncRound(client::SyncEngine& engine);

} // namespace escale::tests
