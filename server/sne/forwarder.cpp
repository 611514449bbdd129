// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sne/forwarder.h"

#include "server/sne/transmission.h"

#include <algorithm>
#include <array>

namespace escale::sne {

std::chrono::milliseconds backoff(const ForwarderConfig& config, int attempts, Random& random) {
    std::int64_t delay = config.backoffMin.count();
    const std::int64_t max = config.backoffMax.count();
    for (int i = 0; i < attempts && delay < max; ++i)
        delay *= 2;
    delay = std::min(delay, max);
    std::array<std::uint8_t, 2> bytes{};
    random.fill(bytes);
    const std::int64_t part = bytes[0] * 256 + bytes[1]; // 0 to 65,535
    return std::chrono::milliseconds(delay / 2 + delay * part / 131'072);
}

Forwarder::Forwarder(OutboxPort& outbox, SneService& sne, const Catalogue& catalogue,
                     const Clock& clock, Random& random, ForwarderConfig config, Report report)
    : m_outbox(outbox)
    , m_sne(sne)
    , m_catalogue(catalogue)
    , m_clock(clock)
    , m_random(random)
    , m_config(std::move(config))
    , m_report(std::move(report)) {}

Forwarder::~Forwarder() {
    stop();
}

void Forwarder::start() {
    m_thread = std::thread([this] { run(); });
}

void Forwarder::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Forwarder::wake() {
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_changed.notify_all();
}

void Forwarder::report(const std::string& event, const DossierId& dossier) const {
    if (m_report)
        m_report(event, dossier);
}

Result<bool> Forwarder::runOnce() {
    ESCALE_TRY_ASSIGN(row, m_outbox.next(m_clock.nowMs()));
    if (!row)
        return false;
    Transmission transmission(m_outbox, m_sne, m_catalogue, m_clock, m_config, *row);
    const auto step = transmission.run();
    if (step && !step->retry) {
        report(step->event, row->dossier);
        return true;
    }
    // Whatever went wrong, only this row waits.
    server::OutboxRow& waiting = transmission.row();
    const auto delay = backoff(m_config, waiting.attempts, m_random);
    ++waiting.attempts;
    waiting.lastError = step ? step->event : step.error().detail;
    const bool uncertain = waiting.state == server::OutboxState::uncertain;
    waiting.nextAttemptMs =
        m_clock.nowMs() + (uncertain ? std::max(delay, m_config.uncertainWait) : delay).count();
    ESCALE_TRY(m_outbox.update(waiting, {}));
    report(waiting.lastError, row->dossier);
    return true;
}

void Forwarder::run() {
    int failures = 0;
    std::unique_lock lock(m_mutex);
    while (!m_stop) {
        m_woken = false;
        lock.unlock();
        const auto worked = runOnce();
        lock.lock();
        failures = worked ? 0 : failures + 1;
        if (worked && *worked)
            continue;
        if (!worked)
            report("file d’envoi : " + worked.error().detail, {});
        const auto delay = worked ? m_config.idleWait : backoff(m_config, failures, m_random);
        m_changed.wait_for(lock, delay, [this] { return m_stop || m_woken; });
    }
}

} // namespace escale::sne
