// SPDX-License-Identifier: GPL-3.0-or-later
// How the stand-in misbehaves on demand, for tests of those who call.
#pragma once

#include "shared/base/result.h"

#include <array>
#include <mutex>
#include <string>
#include <string_view>

namespace escale::sne::ecole {

/// What `--trouble` asks for:
/// "slow[:MS],500[:N],fault[:N],cut[:N],lost[:N],expired,order,whitespace".
struct TroublePlan {
    int slowMs = 0;          // before treating each request
    int http500 = 0;         // so many requests get HTTP 500, nothing treated
    int fault = 0;           // … a SOAP fault, nothing treated
    int cut = 0;             // … are treated, and their answer cut in its middle
    int lost = 0;            // … are treated, and their connection closed before the answer
    bool expired = false;    // the certificate shown is out of date
    bool order = false;      // a demande out of the order of the interface gets a fault
    bool whitespace = false; // so does an xop:Include that is not on its element's line
};

/// Without a number: 1 for those that count, 2,000 ms for slow. Errc::invalidArgument, naming the
/// word that is not understood.
Result<TroublePlan> parseTroubles(std::string_view list);

enum class Hit { none, http500, fault, cut, lost };

/// Deals the troubles that count among the requests, in turn, and leaves at least one request in
/// five in peace, until all were dealt. May be used from several threads at once.
class TroubleDealer {
public:
    explicit TroubleDealer(const TroublePlan& plan);
    Hit next();

private:
    std::mutex m_mutex;
    std::array<int, 4> m_left; // in the order of Hit, from http500
    std::size_t m_turn = 0;
};

} // namespace escale::sne::ecole
