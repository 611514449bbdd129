// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sne/ecole/ecole_service.h"

#include "shared/nuu/controls.h"
#include "shared/nuu/schema.h"
#include "shared/nuu/wire_time.h"
#include "shared/nuu/xml_gate.h"

#include <chrono>
#include <thread>

namespace escale::sne::ecole {
namespace {

/// Well inside an answer, which is never smaller than its envelope.
constexpr std::size_t kBytesBeforeTheCut = 300;

http::Response wireResponse(int status, WireMessage wire) {
    return http::Response::text(status, std::move(wire.contentType), std::move(wire.body))
        .with("MIME-Version", "1.0");
}

http::Response faultSaying(std::string reason, std::string detail) {
    http::Response response = wireResponse(500, buildFault({"soap:Receiver", std::move(reason)}));
    response.logDetail = std::move(detail);
    return response;
}

/// The one sentence that the SNE is known to answer whatever went wrong.
http::Response fault(std::string detail) {
    return faultSaying("Une erreur inattendue est survenue lors du traitement de la demande.",
                       std::move(detail));
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

/// Each xop:Include follows its element at once: the SNE is known to mind.
bool includesOnTheirLine(std::string_view body) {
    constexpr std::string_view kInclude = ":Include ";
    for (auto at = body.find(kInclude); at != std::string_view::npos;
         at = body.find(kInclude, at + 1)) {
        const auto open = body.rfind('<', at);
        if (open == std::string_view::npos || open == 0 || body[open - 1] != '>')
            return false;
    }
    return true;
}

/// "CER" + guichet + "-" + 12 digits + ".pem".
bool isCertificateName(std::string_view name) {
    if (name.size() != 25 || !name.starts_with("CER") || name[8] != '-' || !name.ends_with(".pem"))
        return false;
    const std::string_view digits = name.substr(9, 12);
    return digits.find_first_not_of("0123456789") == std::string_view::npos;
}

} // namespace

EcoleService::EcoleService(Registry& registry, const Clock& clock, Random& random,
                           const TroublePlan& plan, int refuseFirst, int loseFirst, Cable cable)
    : m_registry(registry)
    , m_clock(clock)
    , m_random(random)
    , m_plan(plan)
    , m_dealer(plan)
    , m_refuse(refuseFirst)
    , m_lose(loseFirst)
    , m_cable(std::move(cable)) {}

http::Response EcoleService::handle(const http::Request& request) {
    if (m_plan.slowMs > 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(m_plan.slowMs));
    const Hit hit = takeOne(m_refuse) ? Hit::http500 : m_dealer.next();
    if (hit == Hit::http500)
        return http::Response::text(500, "text/plain", "panne");
    if (hit == Hit::fault)
        return fault("panne demandée");
    http::Response response = read(request);
    if (hit == Hit::lost)
        m_cable.cut();
    if (hit == Hit::cut)
        m_cable.cutWithin(kBytesBeforeTheCut);
    return response;
}

http::Response EcoleService::read(const http::Request& request) {
    if (m_plan.whitespace && !includesOnTheirLine(request.body))
        return fault("xop:Include n’est pas sur la ligne de son élément");
    const auto parsed = parseRequest(request.header("Content-Type"), request.body);
    if (!parsed)
        return fault(parsed.error().detail);
    if (m_plan.order && !parsed->demandeXml.empty()) {
        const auto faults = checkSchema(parsed->demandeXml);
        if (!faults || !faults->empty())
            return fault(faults ? faults->front().path + " : " + faults->front().message
                                : faults.error().detail);
    }
    return treat(*parsed);
}

http::Response EcoleService::treat(const ServiceRequest& request) {
    switch (request.service) {
    case Service::getNumUnique:
        return numUnique(request);
    case Service::getDoublons:
        return doublons(request);
    case Service::declarationNouveauDalo:
        return dalo(request);
    case Service::getNouveauxDaloDepuisLe:
    case Service::getDemandesRadieesDepuisLe:
        return feed(request);
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

http::Response EcoleService::number(Service service, const std::string& numero) {
    XmlElement root = newInterfaceNuu("RET", parisTimestamp(m_clock.nowMs()));
    demandeOf(root).add("numUnique", numero);
    return answer(service, root);
}

Result<std::vector<NuuAnomaly>> EcoleService::registerFile(const XmlElement& received,
                                                           const std::string& fileName,
                                                           std::string& numero) {
    const std::string type = typeFichierOf(received);
    if (type == "CRE" || type == "CRS") {
        ESCALE_TRY_ASSIGN(created, m_registry.create(received, fileName));
        numero = std::move(created);
        return std::vector<NuuAnomaly>();
    }
    ESCALE_TRY_ASSIGN(state, m_registry.stateOf(numero));
    if (!state)
        return std::vector{anomaly("ECO_0050")};
    if (state->ended && !(type == "REN" && m_registry.mayComeBack(*state)))
        return std::vector{anomaly("ECO_0051")};
    if (type == "RAD" || type == "SUP")
        ESCALE_TRY(m_registry.end(numero, received, fileName));
    else
        ESCALE_TRY(m_registry.replace(numero, received, fileName));
    return std::vector<NuuAnomaly>();
}

http::Response EcoleService::numUnique(const ServiceRequest& request) {
    const auto received = parseXml(request.demandeXml);
    if (!received)
        return fault(received.error().detail);
    const auto found = controlDemande(*received, parisDate(m_clock.nowMs()));
    if (!found.empty())
        return anomalies(request.service, found);
    std::string numero = numUniqueOf(*received);
    const auto refused = registerFile(*received, request.fileName, numero);
    if (!refused)
        return fault(refused.error().detail);
    if (!refused->empty())
        return anomalies(request.service, *refused);
    if (takeOne(m_lose))
        m_cable.cut();
    return number(request.service, numero);
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
        return anomalies(request.service, {anomaly("ECO_0050")});
    const auto tree = parseXml(**held);
    if (!tree)
        return fault(tree.error().detail);
    return answer(request.service, *tree);
}

http::Response EcoleService::feed(const ServiceRequest& request) {
    if (!isCertificateName(request.certificateName))
        return faultSaying("Le nom du certificat associé [" + request.certificateName +
                               "] n'est pas conforme.",
                           "nom de certificat");
    const auto since = instantOf(request.since);
    if (!since)
        return fault("date illisible");
    if (request.service == Service::getNouveauxDaloDepuisLe) {
        const auto rows = m_registry.dalosSince(*since);
        return rows ? answer(request.service, newListeDalo(*rows)) : fault(rows.error().detail);
    }
    const auto rows = m_registry.endedSince(*since);
    return rows ? answer(request.service, newListeRadiations(*rows)) : fault(rows.error().detail);
}

http::Response EcoleService::dalo(const ServiceRequest& request) {
    const auto received = parseXml(request.demandeXml);
    if (!received)
        return fault(received.error().detail);
    const XmlElement* demande = received->at(kDemandePath);
    const std::string numero = numUniqueOf(*received);
    const std::string statut = demande ? demande->codeAt("dalo/statutDalo") : std::string();
    if (statut.empty())
        return anomalies(request.service, {anomaly("ECO_0070")});
    const auto state = m_registry.stateOf(numero);
    if (!state)
        return fault(state.error().detail);
    if (!*state)
        return anomalies(request.service, {anomaly("ECO_0050")});
    const auto kept = m_registry.addDalo({numero, statut, demande->textAt("dalo/dateDalo")});
    return kept ? number(request.service, numero) : fault(kept.error().detail);
}

} // namespace escale::sne::ecole
