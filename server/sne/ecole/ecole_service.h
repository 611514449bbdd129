// SPDX-License-Identifier: GPL-3.0-or-later
// A request of one of the six services in, its answer out.
#pragma once

#include "server/http/request.h"
#include "server/sne/ecole/registry.h"
#include "server/sne/ecole/trouble.h"
#include "server/sne/wire.h"

#include <atomic>
#include <functional>

namespace escale::sne::ecole {

/// What the stand-in does to the connections on which it answers.
struct Cable {
    std::function<void()> cut;                        // breaks all that are open, before it returns
    std::function<void(std::size_t bytes)> cutWithin; // breaks after so many more bytes of answers
};

/// May be used from several threads at once.
class EcoleService {
public:
    /// `refuseFirst`: HTTP 500 to so many first requests; `loseFirst`: so many first registrations
    /// are carried out and never answered. All outlive the service.
    EcoleService(Registry& registry, const Clock& clock, Random& random, const TroublePlan& plan,
                 int refuseFirst, int loseFirst, Cable cable);

    http::Response handle(const http::Request& request);

private:
    http::Response read(const http::Request& request);
    http::Response treat(const ServiceRequest& request);
    http::Response numUnique(const ServiceRequest& request);
    Result<std::vector<NuuAnomaly>> registerFile(const XmlElement& received,
                                                 const std::string& fileName, std::string& numero);
    http::Response doublons(const ServiceRequest& request);
    http::Response demande(const ServiceRequest& request);
    http::Response feed(const ServiceRequest& request);
    http::Response dalo(const ServiceRequest& request);
    http::Response anomalies(Service service, const std::vector<NuuAnomaly>& found);
    http::Response number(Service service, const std::string& numero);
    http::Response answer(Service service, const XmlElement& content);

    Registry& m_registry;
    const Clock& m_clock;
    Random& m_random;
    TroublePlan m_plan;
    TroubleDealer m_dealer;
    std::atomic<int> m_refuse;
    std::atomic<int> m_lose;
    Cable m_cable;
};

} // namespace escale::sne::ecole
