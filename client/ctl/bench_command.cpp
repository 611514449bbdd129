// SPDX-License-Identifier: GPL-3.0-or-later
// bench communes: how long a search among the communes takes on this machine.
#include "client/ctl/commands.h"
#include "shared/dossier/commune_table.h"
#include "shared/dossier/communes.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace escale::client::ctl {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t kOnScreen = 6;
constexpr int kRounds = 20;
/// What people type, from the first letter on; the last ones find nothing, or nearly everything.
constexpr std::array<std::string_view, 16> kTyped{
    "s",     "sa",          "sar",      "sarc",  "9",     "95",    "952",   "95200",
    "75012", "02190 ville", "st denis", "l'haÿ", "12ème", "roses", "saint", "zzz"};

std::int64_t nanosecondsOf(std::string_view typed) {
    const auto start = Steady::now();
    const auto found = searchCommunes(typed, kOnScreen);
    const auto spent = Steady::now() - start;
    // The size is used, so that nothing of the search can be left out.
    return std::chrono::nanoseconds(spent).count() + (found.size() > kOnScreen ? 1 : 0);
}

std::int64_t microseconds(std::int64_t nanoseconds) {
    return nanoseconds / 1000;
}

} // namespace

Result<Outcome> benchCommunes(const Arguments& /*arguments*/, Machine& /*machine*/) {
    const auto cold = nanosecondsOf("sarc");
    // The best of the rounds: what other programs took from the machine is not the search.
    std::vector<std::int64_t> times;
    for (const auto typed : kTyped) {
        std::int64_t best = nanosecondsOf(typed);
        for (int round = 1; round < kRounds; ++round)
            best = std::min(best, nanosecondsOf(typed));
        times.push_back(best);
    }
    std::sort(times.begin(), times.end());
    return Outcome{{{"communes", CommuneTable::builtin().communes()},
                    {"recherches", times.size()},
                    {"premiere_us", microseconds(cold)},
                    {"p50_us", microseconds(times[times.size() / 2])},
                    {"p95_us", microseconds(times[times.size() * 95 / 100])},
                    {"max_us", microseconds(times.back())}},
                   {}};
}

} // namespace escale::client::ctl
