// SPDX-License-Identifier: GPL-3.0-or-later
// The time of a simulated day: what will happen, in order. Nothing waits for real.
#pragma once

#include "shared/base/ports.h"

#include <functional>
#include <map>

namespace escale::simulation {

class Timeline final : public Clock {
public:
    using Task = std::function<void()>;
    using Id = std::uint64_t;

    explicit Timeline(std::int64_t startMs)
        : m_start(startMs)
        , m_now(startMs) {}

    [[nodiscard]] std::int64_t nowMs() const override { return m_now; }
    [[nodiscard]] std::int64_t startMs() const { return m_start; }
    /// `task` happens in so many ms (0: after what is happening now). Ties: first asked, first
    /// done.
    Id in(std::int64_t ms, Task task);
    void cancel(Id id);
    /// `look` is called after each thing that happens.
    void setAfterEach(Task look) { m_afterEach = std::move(look); }
    /// Everything that happens up to that instant.
    void runUntil(std::int64_t ms);

private:
    std::int64_t m_start;
    std::int64_t m_now;
    Id m_last = 0;
    Task m_afterEach;
    std::map<std::pair<std::int64_t, Id>, Task> m_tasks;
    std::map<Id, std::int64_t> m_when;
};

/// The clock of one machine: it may be wrong by a year, and be set right.
class MachineClock final : public Clock {
public:
    explicit MachineClock(const Timeline& timeline)
        : m_timeline(timeline) {}
    [[nodiscard]] std::int64_t nowMs() const override { return m_timeline.nowMs() + m_wrongBy; }
    void setWrongBy(std::int64_t ms) { m_wrongBy = ms; }

private:
    const Timeline& m_timeline;
    std::int64_t m_wrongBy = 0;
};

} // namespace escale::simulation
