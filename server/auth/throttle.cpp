// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/throttle.h"

#include <algorithm>

namespace escale::server {

Throttle::Throttle(const Clock& clock, int maxWrong, std::int64_t windowMs)
    : m_clock(clock)
    , m_maxWrong(maxWrong)
    , m_windowMs(windowMs) {}

void Throttle::makeRoom(std::int64_t nowMs) {
    if (m_counts.size() < kMaxAddresses)
        return;
    std::erase_if(m_counts,
                  [&](const auto& entry) { return nowMs - entry.second.sinceMs >= m_windowMs; });
    if (m_counts.size() < kMaxAddresses)
        return;
    m_counts.erase(
        std::min_element(m_counts.begin(), m_counts.end(), [](const auto& a, const auto& b) {
            return a.second.sinceMs < b.second.sinceMs;
        }));
}

bool Throttle::enter(const std::string& address) {
    const std::int64_t now = m_clock.nowMs();
    const std::lock_guard lock(m_mutex);
    auto found = m_counts.find(address);
    if (found == m_counts.end()) {
        makeRoom(now);
        found = m_counts.emplace(address, Count{0, now}).first;
    }
    Count& count = found->second;
    if (now - count.sinceMs >= m_windowMs)
        count = {0, now};
    if (count.wrong >= m_maxWrong)
        return false;
    ++count.wrong;
    return true;
}

void Throttle::forgive(const std::string& address) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_counts.find(address);
    if (found != m_counts.end() && found->second.wrong > 0)
        --found->second.wrong;
}

} // namespace escale::server
