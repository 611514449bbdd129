// SPDX-License-Identifier: GPL-3.0-or-later
// The end of a day: everything is mended, everybody sends, the oracle judges.
#include "tests/simulation/world.h"

namespace escale::simulation {
namespace {

constexpr std::int64_t kLook = 60'000;
constexpr int kMostLooks = 6 * 60;
constexpr int kLooksAfterQuiet = 12; // the longest wait of a device, and more

} // namespace

bool World::calmDown() {
    m_story.say("monde", "tout est réparé");
    m_calm = true;
    m_school.setTrouble(0);
    if (m_server.machine().disk.isOff())
        m_server.stop();
    m_server.machine().disk.mend();
    for (const auto& device : m_devices) {
        device->machine().disk.mend();
        device->machine().clock.setWrongBy(0);
        device->line().setWeather({});
        device->line().setConnected(true);
        if (device->isBorne() && device->isUp())
            device->endSession();
    }
    int quiet = 0;
    for (int looks = 0; looks < kMostLooks && quiet < kLooksAfterQuiet; ++looks) {
        m_timeline.runUntil(m_timeline.nowMs() + kLook);
        quiet = isQuiet() ? quiet + 1 : 0;
    }
    if (quiet < kLooksAfterQuiet)
        m_story.accuse("après six heures de calme, il reste à envoyer");
    return m_server.isUp();
}

bool World::isQuiet() {
    for (const auto& device : m_devices) {
        if (!device->isUp() || device->waiting() != 0)
            return false;
    }
    return m_server.hasForwardedAll();
}

void World::judge() {
    const auto held = m_server.held();
    m_oracle.judge(held, m_server.devices(), m_server.refused(), m_school.numbers());
    judgeReplicas(held);
}

void World::judgeReplicas(const std::vector<Held>& held) {
    for (const auto& device : m_devices) {
        if (!device->isUp())
            continue;
        if (device->isBorne()) {
            if (device->held() > 0)
                m_story.accuse(device->name() + " n’a pas oublié ce qu’elle a envoyé");
            continue;
        }
        for (const Held& one : held) {
            const std::string here = device->snapshot(one.row.dossier.id);
            if (here != json::serialize(protocol::toJson(one.row.dossier)))
                m_story.accuse(device->name() + " ne montre pas le dossier du serveur : " +
                               one.row.dossier.id.str());
        }
    }
}

} // namespace escale::simulation
