// SPDX-License-Identifier: GPL-3.0-or-later
// Takes what is due in the outbox to the SNE, one row at a time, and gives each dossier exactly one
// numéro unique, even when this program is killed at any moment (README, "Exactly one numéro
// unique").
#pragma once

#include "server/sne/outbox_port.h"
#include "server/sne/sne_client.h"
#include "shared/dossier/catalogue.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>

namespace escale::sne {

struct Step;

struct ForwarderConfig {
    std::string guichet; // numGuichet, 5 characters
    std::chrono::milliseconds backoffMin{1'000};
    std::chrono::milliseconds backoffMax{15 * 60'000};
    /// After a creation whose end is not known: the SNE may still be at work on it, and would not
    /// be seen by a search of doublons.
    std::chrono::milliseconds uncertainWait{2 * 60'000};
    std::chrono::milliseconds idleWait{5'000}; // between two looks when nothing is due
    /// After so many failures, a row that the SNE answers and never takes is put aside for an
    /// operator (dead_letter.h); 0: never.
    int maxAttempts = 0;
    /// After so many calls in a row without a readable answer, nobody calls for breakerPause, then
    /// one row tries, then twice as long…, up to backoffMax; 0: never.
    int breakerAfter = 0;
    std::chrono::milliseconds breakerPause{30'000};
    int perMinute = 0; // rows treated in a minute at most; 0: no limit
    /// Hours of Paris between which to call, "21:00" to "06:00"; both empty: at any hour.
    std::string from, to;
    /// Field to correct for an anomaly of the SNE, by its code, where it is known.
    std::map<std::string, std::string> anomalyPaths;
};

/// How long to wait after `attempts` failures: doubles from min to max, then between half and all
/// of that, so that many dossiers do not come back at the same instant.
std::chrono::milliseconds backoff(const ForwarderConfig& config, int attempts, Random& random);

class Forwarder {
public:
    /// What happened, for the log: French, one line, no value that a person typed.
    using Report = std::function<void(const std::string& event, const DossierId& dossier)>;

    /// All outlive the forwarder. `report` may be empty.
    Forwarder(OutboxPort& outbox, SneService& sne, const Catalogue& catalogue, const Clock& clock,
              Random& random, ForwarderConfig config, Report report = {});
    /// stop()
    ~Forwarder();
    Forwarder(const Forwarder&) = delete;
    Forwarder& operator=(const Forwarder&) = delete;

    /// Starts the thread. To be called once.
    void start();
    /// Lets the call under way end (at most SneConfig::timeout), then stops. May be called again.
    void stop();
    /// Something was put in the outbox: look now.
    void wake();

    /// Treats the earliest row that is due; false when none is. For tests and for one-shot runs;
    /// not while the thread runs. A failure of the SNE is not an error here: it is written on the
    /// row.
    Result<bool> runOnce();

    /// True while nobody may call: pause after failures, limit a minute, hours.
    [[nodiscard]] bool resting() const;

private:
    void run();
    Result<void> putBack(const Result<Step>& step, server::OutboxRow& row);
    void count(bool away);
    void report(const std::string& event, const DossierId& dossier) const;

    OutboxPort& m_outbox;
    SneService& m_sne;
    const Catalogue& m_catalogue;
    const Clock& m_clock;
    Random& m_random;
    ForwarderConfig m_config;
    Report m_report;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_stop = false;
    bool m_woken = false;
    int m_failures = 0;                 // calls in a row without a readable answer
    std::int64_t m_restUntilMs = 0;     // pause after them
    std::deque<std::int64_t> m_treated; // of the last minute
    std::thread m_thread;
};

} // namespace escale::sne
