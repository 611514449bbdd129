// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world.h"

#include "shared/crypto/pki.h"
#include "shared/crypto/random.h"

#include <utility>

namespace escale::simulation {
namespace {

constexpr std::int64_t kStart = 1'795'305'600'000; // 2026-11-22T00:00:00Z
constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kForwarderMs = 20'000;
const Weather kBadWeather{12, 12, 6, 12, 8, 4'000};

Keys makeKeys() {
    crypto::SystemRandom random;
    const Timeline now(kStart);
    Keys made;
    const auto authority = crypto::makeAuthority("Simulation", 10, now, random).value();
    made.authorityCertPem = authority.certPem;
    made.authorityKeyPem = authority.keyPem;
    made.sealingKeyPem = crypto::newP256KeyPem().value();
    crypto::LeafRequest leaf;
    leaf.keyPem = made.sealingKeyPem;
    leaf.commonName = "scellement";
    leaf.usage = crypto::CertUsage::sealing;
    made.sealingCertPem = crypto::issue(authority, leaf, now, random).value();
    return made;
}

std::string folderOf(const DayOptions& options, const std::string& machine) {
    return options.folder + "/" + machine;
}

} // namespace

const Keys& keys() {
    static const Keys made = makeKeys();
    return made;
}

World::World(const DayOptions& options)
    : m_options(options)
    , m_timeline(kStart)
    , m_timers(m_timeline)
    , m_chance(options.seed)
    , m_story(m_timeline)
    , m_oracle(m_story)
    , m_sne(m_timeline, m_chance.child(), "SNE", folderOf(options, "SNE"))
    , m_school(m_timeline, m_chance.child(), m_story, m_sne.folder)
    , m_server(m_timeline, m_chance.child(), m_story, m_oracle, m_school,
               folderOf(options, "serveur"), options.defect)
    , m_people(m_timeline, m_chance.child(),
               [this](const auto& dossier, const auto& piece, const auto& sha256) {
                   sendPage(dossier, piece, sha256);
               }) {
    m_school.setTrouble(30);
    m_server.start();
    addDevices();
    m_timeline.setAfterEach([this] { liftDead(); });
    forwardNow();
}

void World::addDevices() {
    for (int i = 0; i < m_options.devices; ++i) {
        const bool borne = i % 4 == 0;
        const std::string name = (borne ? "borne-" : "tablette-") + std::to_string(i + 1);
        auto self = std::make_shared<DeviceMachine*>(nullptr);
        auto device = std::make_unique<DeviceMachine>(
            m_timeline, m_chance.child(), m_story, m_oracle, name, folderOf(m_options, name),
            borne ? protocol::Role::borne : protocol::Role::mediateur,
            [this, self](const client::HttpRequest& request) {
                return m_server.serve((*self)->id(), request);
            });
        *self = device.get();
        m_server.addDevice({device->id(), device->role(), "EPN", "00", kStart, 0, false});
        device->line().setWeather(kBadWeather);
        device->start();
        m_devices.push_back(std::move(device));
    }
}

void World::forwardNow() {
    m_server.forward();
    m_timeline.in(kForwarderMs, [this] { forwardNow(); });
}

void World::live() {
    actSoon(m_options.actions);
    misfortuneSoon();
    m_timeline.runUntil(kStart + m_options.actions * kMinute / 2 + kMinute);
}

void World::actSoon(int left) {
    if (left == 0)
        return;
    m_timeline.in(m_chance.between(500, kMinute), [this, left] {
        if (m_calm) // a session begun in the evening would have nobody to end it
            return;
        DeviceMachine& device = *m_chance.oneOf(m_devices);
        if (device.isUp())
            m_people.act(device);
        actSoon(left - 1);
    });
}

void World::misfortuneSoon() {
    m_timeline.in(m_chance.between(1'000, 2 * kMinute), [this] {
        if (m_calm)
            return;
        misfortune();
        misfortuneSoon();
    });
}

void World::misfortune() {
    DeviceMachine& device = *m_chance.oneOf(m_devices);
    switch (m_chance.below(8)) {
    case 0:
    case 1:
    case 2:
        return hitMachine(m_server.machine(), m_server.isUp(), [this] { m_server.stop(); });
    case 3:
    case 4:
        return hitMachine(device.machine(), device.isUp(), [&] { device.stop(); });
    case 5:
        return hitClock(device);
    default:
        return hitLine(device);
    }
}

void World::hitMachine(Machine& machine, bool isUp, const std::function<void()>& stop) {
    if (!isUp)
        return;
    switch (m_chance.below(5)) {
    case 0:
        m_story.say(machine.name, "tué");
        machine.disk.cutPower(); // nothing is closed properly
        stop();
        machine.disk.forgetPrograms();
        return;
    case 1: {
        m_story.say(machine.name, "disque plein");
        machine.disk.setFull(true);
        Disk& disk = machine.disk;
        m_timeline.in(m_chance.between(1'000, kMinute), [&disk] { disk.setFull(false); });
        return;
    }
    case 2:
        m_story.say(machine.name, "des écritures vont échouer");
        return machine.disk.failWrites(m_chance.between(1, 4));
    default:
        m_story.say(machine.name, "le courant va manquer");
        return machine.disk.cutPowerAfter(m_chance.below(60));
    }
}

void World::hitLine(DeviceMachine& device) {
    const bool connected = !device.line().isConnected();
    m_story.say(device.name(), connected ? "retrouve le réseau" : "n’a plus de réseau");
    device.line().setConnected(connected);
}

void World::hitClock(DeviceMachine& device) {
    constexpr std::int64_t kYear = std::int64_t{365} * 24 * 60 * kMinute;
    const std::int64_t wrong = m_chance.oneOf(std::vector<std::int64_t>{0, -kYear, kYear, kMinute});
    m_story.say(device.name(), "son horloge se trompe de " + std::to_string(wrong) + " ms");
    device.machine().clock.setWrongBy(wrong);
}

void World::sendPage(const DossierId& dossier, const PieceId& piece, const std::string& sha256) {
    m_timeline.in(m_chance.between(1'000, 3 * kMinute), [this, dossier, piece, sha256] {
        if (!m_server.pageArrived(dossier, piece, sha256))
            sendPage(dossier, piece, sha256); // the edit that names it is not there yet
    });
}

/// After each event: whose power went is stopped, and will be switched on again.
void World::liftDead() {
    for (const auto& device : m_devices) {
        if (device->isUp() && device->machine().disk.isOff()) {
            m_story.say(device->name(), "s’éteint");
            device->stop();
        }
        if (!device->isUp() && m_coming.insert(device->id()).second)
            m_timeline.in(m_chance.between(1'000, kMinute),
                          [this, it = device.get()] { revive(*it); });
    }
    if (m_server.isUp() && m_server.machine().disk.isOff()) {
        m_story.say("serveur", "s’éteint");
        m_server.stop();
    }
    if (!m_server.isUp() && !std::exchange(m_serverComing, true))
        m_timeline.in(m_chance.between(1'000, kMinute), [this] { reviveServer(); });
}

void World::revive(DeviceMachine& device) {
    m_coming.erase(device.id());
    if (device.machine().disk.isOff())
        device.machine().disk.powerOn();
    if (!m_calm && m_chance.percent(15)) // again, while it starts
        device.machine().disk.cutPowerAfter(m_chance.below(20));
    if (!device.start())
        device.stop();
}

void World::reviveServer() {
    m_serverComing = false;
    Disk& disk = m_server.machine().disk;
    if (disk.isOff())
        disk.powerOn();
    if (!m_calm && m_chance.percent(15))
        disk.cutPowerAfter(m_chance.below(20));
    m_server.start();
}

DayReport World::report() const {
    return {m_story.faults(), m_story.lines(), m_story.digest(), m_oracle.edits()};
}

} // namespace escale::simulation
