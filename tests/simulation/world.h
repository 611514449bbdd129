// SPDX-License-Identifier: GPL-3.0-or-later
// Private to day.cpp: all the machines of a day, and what befalls them.
#pragma once

#include "tests/simulation/day.h"
#include "tests/simulation/device_machine.h"
#include "tests/simulation/person.h"
#include "tests/simulation/qt_timers.h"
#include "tests/simulation/server_machine.h"

#include <memory>
#include <vector>

namespace escale::simulation {

class World {
public:
    explicit World(const DayOptions& options);

    /// People act, machines fail.
    void live();
    /// Power, network and disks are back; false when the devices never end sending.
    bool calmDown();
    void judge();
    [[nodiscard]] DayReport report() const;

private:
    void addDevices();
    void forwardNow();
    void actSoon(int left);
    void misfortuneSoon();
    void misfortune();
    void hitMachine(Machine& machine, bool isUp, const std::function<void()>& stop);
    void hitLine(DeviceMachine& device);
    void hitClock(DeviceMachine& device);
    void sendPage(const DossierId& dossier, const PieceId& piece, const std::string& sha256);
    void liftDead();
    void reviveServer();
    void revive(DeviceMachine& device);
    [[nodiscard]] bool isQuiet();
    void judgeReplicas(const std::vector<Held>& held);

    DayOptions m_options;
    Timeline m_timeline;
    QtTimers m_timers;
    Chance m_chance;
    Story m_story;
    Oracle m_oracle;
    Machine m_sne; // never fails: it is not ours
    School m_school;
    ServerMachine m_server;
    std::vector<std::unique_ptr<DeviceMachine>> m_devices;
    People m_people;
    bool m_calm = false;
    bool m_serverComing = false;
    std::set<DeviceId> m_coming; // devices that will be switched on again
};

} // namespace escale::simulation
