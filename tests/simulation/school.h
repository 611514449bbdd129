// SPDX-License-Identifier: GPL-3.0-or-later
// The stand-in of the SNE (server/sne/ecole), in the same process: real messages in both
// directions, answers that get lost after a number was given.
#pragma once

#include "server/sne/ecole/ecole_service.h"
#include "server/sne/sne_client.h"
#include "tests/simulation/chance.h"
#include "tests/simulation/story.h"

#include <memory>
#include <vector>

namespace escale::simulation {

class School final : public sne::SneService {
public:
    School(const Timeline& timeline, Chance chance, Story& story, const std::string& folder);

    /// In percent of the calls: never reached, failed before anything is done, done and not heard.
    void setTrouble(int percent) { m_trouble = percent; }
    [[nodiscard]] std::vector<std::string> numbers();

    sne::Exchange getNumUnique(const std::string& fileName, const std::string& xml) override;
    sne::Exchange getDoublons(const std::string& fileName, const std::string& xml) override;
    sne::Exchange getDemandeLogement(const std::string& numUnique) override;

private:
    sne::Exchange call(const sne::ServiceRequest& request);

    Chance m_chance;
    Story& m_story;
    std::unique_ptr<sne::ecole::Registry> m_registry;
    std::unique_ptr<sne::ecole::EcoleService> m_service;
    int m_trouble = 0;
};

} // namespace escale::simulation
