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

double milliseconds(std::int64_t nanoseconds) {
    return static_cast<double>(nanoseconds / 1000) / 1000;
}

} // namespace

Result<Outcome> benchCommunes(const Arguments& /*arguments*/, Machine& /*machine*/) {
    const auto cold = nanosecondsOf("sarc");
    std::vector<std::int64_t> times;
    for (int round = 0; round < kRounds; ++round)
        for (const auto typed : kTyped)
            times.push_back(nanosecondsOf(typed));
    std::sort(times.begin(), times.end());
    return Outcome{{{"communes", CommuneTable::builtin().size()},
                    {"recherches", times.size()},
                    {"premiere_ms", milliseconds(cold)},
                    {"p50_ms", milliseconds(times[times.size() / 2])},
                    {"p95_ms", milliseconds(times[times.size() * 95 / 100])},
                    {"max_ms", milliseconds(times.back())}},
                   {}};
}

} // namespace escale::client::ctl
