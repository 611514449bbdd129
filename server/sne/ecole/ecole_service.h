// SPDX-License-Identifier: GPL-3.0-or-later
// A request of one of the three services in, its answer out.
#pragma once

#include "server/http/request.h"
#include "server/sne/ecole/registry.h"
#include "server/sne/wire.h"

#include <atomic>
#include <functional>

namespace escale::sne::ecole {

/// How to misbehave, for tests of those who call.
struct Failures {
    int refuseFirst = 0; // HTTP 500 to so many requests, nothing treated
    int loseAnswers = 0; // so many registrations are carried out and never answered
    int delayMs = 0;     // before treating each request
};

/// May be used from several threads at once.
class EcoleService {
public:
    /// `cut` breaks every connection that is open, before it returns. All outlive the service.
    EcoleService(Registry& registry, const Clock& clock, Random& random, Failures failures,
                 std::function<void()> cut);

    http::Response handle(const http::Request& request);

private:
    http::Response treat(const ServiceRequest& request);
    http::Response numUnique(const ServiceRequest& request);
    http::Response doublons(const ServiceRequest& request);
    http::Response demande(const ServiceRequest& request);
    http::Response anomalies(Service service, const std::vector<NuuAnomaly>& found);
    http::Response answer(Service service, const XmlElement& content);

    Registry& m_registry;
    const Clock& m_clock;
    Random& m_random;
    std::atomic<int> m_refuse;
    std::atomic<int> m_lose;
    int m_delayMs;
    std::function<void()> m_cut;
};

} // namespace escale::sne::ecole
