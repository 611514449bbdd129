// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/story.h"

#include <array>
#include <cstdio>

namespace escale::simulation {

void Story::say(const std::string& who, const std::string& what) {
    const std::int64_t ms = m_timeline.nowMs() - m_timeline.startMs();
    std::array<char, 80> when{};
    std::snprintf(when.data(), when.size(), "%02d:%02d:%02d.%03d  %-10s ",
                  static_cast<int>(ms / 3'600'000), static_cast<int>(ms / 60'000 % 60),
                  static_cast<int>(ms / 1000 % 60), static_cast<int>(ms % 1000), who.c_str());
    keep(when.data() + what);
}

void Story::accuse(const std::string& what) {
    m_faults.push_back(what);
    say("FAUTE", what);
}

void Story::keep(std::string line) {
    for (const char c : line)
        m_digest = (m_digest ^ static_cast<unsigned char>(c)) * 1099511628211U;
    m_lines.push_back(std::move(line));
}

} // namespace escale::simulation
