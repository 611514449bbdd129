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
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>

namespace escale::sne {

struct ForwarderConfig {
    std::string guichet; // numGuichet, 5 characters
    std::chrono::milliseconds backoffMin{1'000};
    std::chrono::milliseconds backoffMax{15 * 60'000};
    /// After a creation whose end is not known: the SNE may still be at work on it, and would not
    /// be seen by a search of doublons.
    std::chrono::milliseconds uncertainWait{2 * 60'000};
    std::chrono::milliseconds idleWait{5'000}; // between two looks when nothing is due
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

private:
    void run();
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
    std::thread m_thread;
};

} // namespace escale::sne
