// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sne/ecole/ecole_service.h"

#include "server/sne/ecole/controls.h"
#include "server/sne/xml_gate.h"

#include <chrono>
#include <thread>

namespace escale::sne::ecole {
namespace {

http::Response wireResponse(int status, WireMessage wire) {
    return http::Response::text(status, std::move(wire.contentType), std::move(wire.body))
        .with("MIME-Version", "1.0");
}

/// The one sentence that the SNE is known to answer whatever went wrong.
http::Response fault(std::string detail) {
    http::Response response = wireResponse(
        500, buildFault({"soap:Receiver", "Une erreur inattendue est survenue lors du traitement "
                                          "de la demande."}));
    response.logDetail = std::move(detail);
    return response;
}

/// True for the first calls, as many as the counter said.
bool takeOne(std::atomic<int>& counter) {
    int left = counter.load();
    while (left > 0) {
        if (counter.compare_exchange_weak(left, left - 1))
            return true;
    }
    return false;
}

} // namespace

EcoleService::EcoleService(Registry& registry, const Clock& clock, Random& random,
                           Failures failures, std::function<void()> cut)
    : m_registry(registry)
    , m_clock(clock)
    , m_random(random)
    , m_refuse(failures.refuseFirst)
    , m_lose(failures.loseAnswers)
    , m_delayMs(failures.delayMs)
    , m_cut(std::move(cut)) {}

http::Response EcoleService::handle(const http::Request& request) {
    if (m_delayMs > 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(m_delayMs));
    if (takeOne(m_refuse))
        return http::Response::text(500, "text/plain", "panne");
    const auto parsed = parseRequest(request.header("Content-Type"), request.body);
    if (!parsed)
        return fault(parsed.error().detail);
    return treat(*parsed);
}

http::Response EcoleService::treat(const ServiceRequest& request) {
    switch (request.service) {
    case Service::getNumUnique:
        return numUnique(request);
    case Service::getDoublons:
        return doublons(request);
    case Service::getDemandeLogement:
        break;
    }
    return demande(request);
}

http::Response EcoleService::answer(Service service, const XmlElement& content) {
    return wireResponse(200, buildAnswer(service, content, m_random));
}

http::Response EcoleService::anomalies(Service service, const std::vector<NuuAnomaly>& found) {
    XmlElement root = newInterfaceNuu("RET", parisTimestamp(m_clock.nowMs()));
    addAnomalies(demandeOf(root), found);
    return answer(service, root);
}

http::Response EcoleService::numUnique(const ServiceRequest& request) {
    const auto received = parseXml(request.demandeXml);
    if (!received)
        return fault(received.error().detail);
    const auto found = controlDemande(*received, parisDate(m_clock.nowMs()));
    if (!found.empty())
        return anomalies(request.service, found);
    std::string numero = numUniqueOf(*received);
    if (typeFichierOf(*received) == "CRE") {
        auto created = m_registry.create(*received, request.fileName);
        if (!created)
            return fault(created.error().detail);
        numero = *created;
    } else {
        const auto replaced = m_registry.replace(numero, *received, request.fileName);
        if (!replaced)
            return fault(replaced.error().detail);
        if (!*replaced)
            return anomalies(request.service, {{"ECO_0050", "Ce numéro unique n’est pas connu."}});
    }
    if (takeOne(m_lose))
        m_cut();
    XmlElement root = newInterfaceNuu("RET", parisTimestamp(m_clock.nowMs()));
    demandeOf(root).add("numUnique", numero);
    return answer(request.service, root);
}

http::Response EcoleService::doublons(const ServiceRequest& request) {
    const auto received = parseXml(request.demandeXml);
    if (!received)
        return fault(received.error().detail);
    const Person person = demandeurOf(*received);
    if (person.nom.empty() || person.prenom.empty() || person.naissance.empty())
        return fault("recherche de doublons sans nom, prénom et naissance");
    const auto found = m_registry.doublons(person);
    if (!found)
        return fault(found.error().detail);
    return answer(request.service, newListeDoublons(*found));
}

http::Response EcoleService::demande(const ServiceRequest& request) {
    const auto held = m_registry.find(request.numUnique);
    if (!held)
        return fault(held.error().detail);
    if (!*held)
        return anomalies(request.service, {{"ECO_0050", "Ce numéro unique n’est pas connu."}});
    const auto tree = parseXml(**held);
    if (!tree)
        return fault(tree.error().detail);
    return answer(request.service, *tree);
}

} // namespace escale::sne::ecole
