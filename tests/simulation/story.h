// SPDX-License-Identifier: GPL-3.0-or-later
// What happened, told line by line: who reads a failing seed understands it without a debugger.
#pragma once

#include "tests/simulation/timeline.h"

#include <string>
#include <vector>

namespace escale::simulation {

class Story {
public:
    explicit Story(const Timeline& timeline)
        : m_timeline(timeline) {}

    /// "00:12:03.120  tablette-2  répond…".
    void say(const std::string& who, const std::string& what);
    /// Something that must never happen.
    void accuse(const std::string& what);

    [[nodiscard]] const std::vector<std::string>& lines() const { return m_lines; }
    [[nodiscard]] const std::vector<std::string>& faults() const { return m_faults; }
    /// Of everything told so far: two days with the same number went the same way.
    [[nodiscard]] std::uint64_t digest() const { return m_digest; }

private:
    void keep(std::string line);
    const Timeline& m_timeline;
    std::vector<std::string> m_lines;
    std::vector<std::string> m_faults;
    std::uint64_t m_digest = 14695981039346656037U;
};

} // namespace escale::simulation
