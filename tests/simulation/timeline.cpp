// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/timeline.h"

#include <algorithm>

namespace escale::simulation {
Timeline::Id Timeline::in(std::int64_t ms, Task task) {
    const std::int64_t when = m_now + std::max<std::int64_t>(ms, 0);
    const Id id = ++m_last;
    m_tasks.emplace(std::pair(when, id), std::move(task));
    m_when.emplace(id, when);
    return id;
}

void Timeline::cancel(Id id) {
    const auto known = m_when.find(id);
    if (known == m_when.end())
        return;
    m_tasks.erase({known->second, id});
    m_when.erase(known);
}

void Timeline::runUntil(std::int64_t ms) {
    while (!m_tasks.empty() && m_tasks.begin()->first.first <= ms) {
        const auto first = m_tasks.begin();
        m_now = first->first.first;
        const Task task = std::move(first->second);
        m_when.erase(first->first.second);
        m_tasks.erase(first);
        task();
        if (m_afterEach)
            m_afterEach();
    }
    m_now = ms;
}

} // namespace escale::simulation
