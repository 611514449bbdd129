// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/school.h"

namespace escale::simulation {
namespace {

constexpr std::string_view kName = "SNE";

} // namespace

School::School(const Timeline& timeline, Chance chance, Story& story, const std::string& folder)
    : m_chance(chance)
    , m_story(story)
    , m_registry(sne::ecole::Registry::open(folder + "/registre.sqlite", timeline).value())
    , m_service(std::make_unique<sne::ecole::EcoleService>(
          *m_registry, timeline, m_chance, sne::ecole::TroublePlan{}, 0, 0,
          sne::ecole::Cable{[] {}, [](std::size_t) {}})) {}

std::vector<std::string> School::numbers() {
    std::vector<std::string> all;
    const auto demandes = m_registry->all().value();
    for (const auto& held : demandes)
        all.push_back(held.numero);
    return all;
}

sne::Exchange School::call(const sne::ServiceRequest& request) {
    const std::int64_t draw = m_chance.below(100);
    const std::string name(kName);
    sne::Exchange exchange;
    if (draw < m_trouble / 3) {
        m_story.say(name, "injoignable");
        exchange.outcome = sne::Unreachable{"injoignable"};
        return exchange;
    }
    sne::WireMessage wire = sne::buildRequest(request, m_chance);
    exchange.request = wire.body;
    if (draw < m_trouble * 2 / 3) {
        m_story.say(name, "tombe avant d’avoir rien fait");
        exchange.outcome = sne::AnswerLost{"HTTP 500"};
        return exchange;
    }
    http::Request received;
    received.method = http::Method::post;
    received.headers = {{"Content-Type", wire.contentType}};
    received.body = std::move(wire.body);
    const http::Response response = m_service->handle(received);
    m_story.say(name, std::string(sne::serviceName(request.service)) + " " +
                          std::to_string(response.status));
    if (draw < m_trouble) {
        m_story.say(name, "sa réponse se perd");
        exchange.outcome = sne::AnswerLost{"réponse perdue"};
        return exchange;
    }
    std::string type;
    for (const http::Header& header : response.headers) {
        if (http::equalsIgnoreCase(header.name, "Content-Type"))
            type = header.value;
    }
    exchange.response = response.body;
    exchange.outcome = sne::readOutcome(request.service, response.status, type, response.body);
    return exchange;
}

sne::Exchange School::getNumUnique(const std::string& fileName, const std::string& xml) {
    return call({sne::Service::getNumUnique, fileName, xml, "CERG1226.pem", {}, {}, {}});
}

sne::Exchange School::getDoublons(const std::string& fileName, const std::string& xml) {
    return call({sne::Service::getDoublons, fileName, xml, {}, {}, {}, {}});
}

sne::Exchange School::getDemandeLogement(const std::string& numUnique) {
    return call({sne::Service::getDemandeLogement, {}, {}, "CERG1226.pem", {}, numUnique, {}});
}

} // namespace escale::simulation
