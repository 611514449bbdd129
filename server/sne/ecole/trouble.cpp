// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sne/ecole/trouble.h"

#include <charconv>

namespace escale::sne::ecole {
namespace {

constexpr int kSlowMs = 2'000;
constexpr int kMost = 1'000'000;

struct Word {
    std::string_view name;
    int TroublePlan::*number; // nullptr: a flag
    bool TroublePlan::*flag;
    int otherwise;
};
constexpr Word kWords[] = {
    {"slow", &TroublePlan::slowMs, nullptr, kSlowMs},
    {"500", &TroublePlan::http500, nullptr, 1},
    {"fault", &TroublePlan::fault, nullptr, 1},
    {"cut", &TroublePlan::cut, nullptr, 1},
    {"lost", &TroublePlan::lost, nullptr, 1},
    {"expired", nullptr, &TroublePlan::expired, 0},
    {"order", nullptr, &TroublePlan::order, 0},
    {"whitespace", nullptr, &TroublePlan::whitespace, 0},
};

Result<void> take(std::string_view word, TroublePlan& plan) {
    const auto colon = word.find(':');
    const std::string_view name = word.substr(0, colon);
    for (const Word& known : kWords) {
        if (known.name != name || (known.flag && colon != std::string_view::npos))
            continue;
        if (known.flag) {
            plan.*known.flag = true;
            return {};
        }
        int number = known.otherwise;
        if (colon != std::string_view::npos) {
            const std::string_view digits = word.substr(colon + 1);
            const auto [end, error] =
                std::from_chars(digits.data(), digits.data() + digits.size(), number);
            if (error != std::errc() || end != digits.data() + digits.size() || number < 0 ||
                number > kMost)
                break;
        }
        plan.*known.number = number;
        return {};
    }
    return fail(Errc::invalidArgument, "--trouble : « " + std::string(word) + " » n’est pas connu");
}

} // namespace

Result<TroublePlan> parseTroubles(std::string_view list) {
    TroublePlan plan;
    while (!list.empty()) {
        const auto comma = list.find(',');
        ESCALE_TRY(take(list.substr(0, comma), plan));
        list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
    }
    return plan;
}

TroubleDealer::TroubleDealer(const TroublePlan& plan)
    : m_left{plan.http500, plan.fault, plan.cut, plan.lost} {}

Hit TroubleDealer::next() {
    const std::lock_guard lock(m_mutex);
    for (std::size_t tried = 0; tried <= m_left.size(); ++tried) {
        const std::size_t turn = m_turn++ % (m_left.size() + 1);
        if (turn == 0)
            return Hit::none;
        if (m_left[turn - 1] > 0) {
            --m_left[turn - 1];
            return static_cast<Hit>(turn);
        }
    }
    return Hit::none;
}

} // namespace escale::sne::ecole
