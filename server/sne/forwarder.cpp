// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sne/forwarder.h"

#include "server/sne/dead_letter.h"
#include "server/sne/transmission.h"
#include "shared/nuu/wire_time.h"

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

bool Forwarder::resting() const {
    constexpr std::int64_t kMinuteMs = 60'000;
    const std::int64_t now = m_clock.nowMs();
    if (now < m_restUntilMs)
        return true;
    const auto recent = std::ranges::count_if(
        m_treated, [&](std::int64_t at) { return at > now - kMinuteMs && at <= now; });
    if (m_config.perMinute > 0 && recent >= m_config.perMinute)
        return true;
    if (m_config.from.empty() || m_config.to.empty())
        return false;
    const std::string hour = parisTimestamp(now).substr(11, 5);
    const bool overnight = m_config.to < m_config.from;
    const bool late = hour >= m_config.from;
    const bool early = hour < m_config.to;
    return overnight ? !late && !early : !late || !early;
}

/// A call ended: with an answer, or `away`.
void Forwarder::count(bool away) {
    m_treated.push_back(m_clock.nowMs());
    while (m_treated.size() > static_cast<std::size_t>(std::max(m_config.perMinute, 1)))
        m_treated.pop_front();
    m_failures = away ? m_failures + 1 : 0;
    if (m_config.breakerAfter <= 0 || m_failures < m_config.breakerAfter)
        return;
    std::int64_t pause = m_config.breakerPause.count();
    for (int i = m_config.breakerAfter; i < m_failures && pause < m_config.backoffMax.count(); ++i)
        pause *= 2;
    m_restUntilMs = m_clock.nowMs() + std::min(pause, m_config.backoffMax.count());
    report("le SNE ne répond plus : pause des envois", {});
}

/// Whatever went wrong, only this row waits, or is put aside.
Result<void> Forwarder::putBack(const Result<Step>& step, server::OutboxRow& row) {
    const auto delay = backoff(m_config, row.attempts, m_random);
    ++row.attempts;
    row.lastError = step ? step->event : step.error().detail;
    const bool uncertain = row.state == server::OutboxState::uncertain;
    row.nextAttemptMs =
        m_clock.nowMs() + (uncertain ? std::max(delay, m_config.uncertainWait) : delay).count();
    const bool paused = m_config.breakerAfter > 0 && m_failures >= m_config.breakerAfter;
    if (m_config.maxAttempts > 0 && row.attempts >= m_config.maxAttempts && !paused) {
        giveUp(row, row.lastError);
        report("lettre morte après " + std::to_string(row.attempts) + " essais", row.dossier);
    }
    return m_outbox.update(row, {});
}

Result<bool> Forwarder::runOnce() {
    if (resting())
        return false;
    ESCALE_TRY_ASSIGN(row, m_outbox.next(m_clock.nowMs()));
    if (!row)
        return false;
    Transmission transmission(m_outbox, m_sne, m_catalogue, m_clock, m_config, *row);
    const auto step = transmission.run();
    count(step && step->away);
    if (step && !step->note.empty())
        report(step->note, row->dossier);
    if (step && !step->retry) {
        report(step->event, row->dossier);
        return true;
    }
    ESCALE_TRY(putBack(step, transmission.row()));
    report(transmission.row().lastError, row->dossier);
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
