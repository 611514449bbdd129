// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sne/sne_client.h"

#include "shared/nuu/schema.h"
#include "shared/nuu/wire_time.h"
#include "shared/nuu/xml_writer.h"

namespace escale::sne {
namespace {

/// An interfaceNuu that answers getNumUnique: anomalies win over a number, so that a demande is
/// never called registered while the SNE complains about it.
Outcome readInterface(Service service, const XmlElement& content) {
    auto anomalies = anomaliesOf(content);
    if (!anomalies.empty())
        return GotAnomalies{std::move(anomalies)};
    if (service == Service::getDemandeLogement)
        return GotDemande{content};
    const std::string number = numUniqueOf(content);
    if (!isNumeroUnique(number))
        return AnswerLost{"réponse du SNE sans numéro unique lisible"};
    return GotNumUnique{number};
}

Outcome readContent(Service service, const XmlElement& content) {
    if (service == Service::getDoublons) {
        if (content.name != "listeDoublons")
            return AnswerLost{"réponse du SNE sans liste de doublons"};
        return GotDoublons{doublonsOf(content)};
    }
    if (service == Service::getNouveauxDaloDepuisLe && content.name == "listeDalo")
        return GotDalos{dalosOf(content)};
    if (service == Service::getDemandesRadieesDepuisLe && content.name == "listeRadiations")
        return GotEnded{endedOf(content)};
    if (content.name != "interfaceNuu")
        return AnswerLost{"réponse du SNE sans demande"};
    return readInterface(service, content);
}

std::string firstOutOfSchema(std::string_view contentType, std::string_view body) {
    const auto answer = parseAnswer(contentType, body);
    if (!answer || !answer->content)
        return {};
    const auto faults = checkSchema(writeXml(*answer->content, "ns1", XmlCharset::utf8));
    return !faults || faults->empty() ? std::string() : faults->front().path;
}

} // namespace

Outcome readOutcome(Service service, int status, std::string_view contentType,
                    std::string_view body) {
    const auto answer = parseAnswer(contentType, body);
    if (answer && answer->fault)
        return GotFault{*answer->fault};
    if (answer && answer->content && status < 500)
        return readContent(service, *answer->content);
    if (status >= 400 && status < 500)
        return Refused{"HTTP " + std::to_string(status)};
    if (status != 200)
        return AnswerLost{"HTTP " + std::to_string(status)};
    return AnswerLost{answer ? "réponse du SNE vide" : answer.error().detail};
}

Outcome readFailure(const http::ClientFailure& failure) {
    if (failure.requestSent)
        return AnswerLost{failure.error.detail};
    if (failure.error.code == Errc::peerRefused)
        return Refused{failure.error.detail};
    return Unreachable{failure.error.detail};
}

Result<std::unique_ptr<SneClient>> SneClient::make(SneConfig config, const Clock& clock,
                                                   Random& random) {
    ESCALE_TRY_ASSIGN(client, http::HttpsClient::make(config.tls));
    return std::unique_ptr<SneClient>(
        new SneClient(std::move(config), std::move(client), clock, random));
}

SneClient::SneClient(SneConfig config, http::HttpsClient client, const Clock& clock, Random& random)
    : m_config(std::move(config))
    , m_client(std::move(client))
    , m_clock(clock)
    , m_random(random) {}

Exchange SneClient::call(const ServiceRequest& request) {
    WireMessage wire = buildRequest(request, m_random);
    Exchange exchange;
    exchange.request = wire.body;
    const auto answer =
        m_client.post(m_config.url, {{"MIME-Version", "1.0"}, {"Content-Type", wire.contentType}},
                      std::move(wire.body), m_config.timeout);
    if (!answer) {
        exchange.outcome = readFailure(answer.error());
        return exchange;
    }
    exchange.response = answer->body;
    exchange.outOfSchema = firstOutOfSchema(answer->header("Content-Type"), answer->body);
    exchange.outcome =
        readOutcome(request.service, answer->status, answer->header("Content-Type"), answer->body);
    return exchange;
}

ServiceRequest SneClient::certified(Service service) const {
    ServiceRequest request;
    request.service = service;
    request.certificateName = certificateFileName(m_config.guichet, m_clock.nowMs());
    request.certificatePem = m_config.encryptionCertificatePem;
    return request;
}

Exchange SneClient::getNumUnique(const std::string& fileName, const std::string& xml) {
    ServiceRequest request = certified(Service::getNumUnique);
    request.fileName = fileName;
    request.demandeXml = xml;
    return call(request);
}

Exchange SneClient::getDoublons(const std::string& fileName, const std::string& xml) {
    ServiceRequest request;
    request.service = Service::getDoublons;
    request.fileName = fileName;
    request.demandeXml = xml;
    return call(request);
}

Exchange SneClient::getDemandeLogement(const std::string& numUnique) {
    ServiceRequest request = certified(Service::getDemandeLogement);
    request.numUnique = numUnique;
    return call(request);
}

Exchange SneClient::getNouveauxDalo(std::int64_t sinceMs) {
    ServiceRequest request = certified(Service::getNouveauxDaloDepuisLe);
    request.since = parisTimestamp(sinceMs);
    return call(request);
}

Exchange SneClient::getDemandesRadiees(std::int64_t sinceMs) {
    ServiceRequest request = certified(Service::getDemandesRadieesDepuisLe);
    request.since = parisTimestamp(sinceMs);
    return call(request);
}

Exchange SneClient::declareDalo(const std::string& fileName, const std::string& xml) {
    ServiceRequest request = certified(Service::declarationNouveauDalo);
    request.fileName = fileName;
    request.demandeXml = xml;
    return call(request);
}

} // namespace escale::sne
