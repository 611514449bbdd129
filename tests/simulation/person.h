// SPDX-License-Identifier: GPL-3.0-or-later
// What people do on the devices of a simulated day: few dossiers and few fields, so that they often
// meet.
#pragma once

#include "tests/simulation/device_machine.h"

#include <functional>

namespace escale::simulation {

class People {
public:
    /// A pièce was named by a kept edit: its page is on its way.
    using PageSent =
        std::function<void(const DossierId&, const PieceId&, const std::string& sha256)>;

    People(const Timeline& timeline, Chance chance, PageSent pageSent)
        : m_timeline(timeline)
        , m_chance(chance)
        , m_pageSent(std::move(pageSent)) {}

    /// Somebody does something on that device, which is up.
    void act(DeviceMachine& device);

private:
    void begin(DeviceMachine& device);
    void answer(DeviceMachine& device, const Dossier& view);
    void addChild(DeviceMachine& device, const Dossier& view);
    void touchChild(DeviceMachine& device, const Dossier& view);
    void settle(DeviceMachine& device, const Dossier& view);
    void confirm(DeviceMachine& device, const Dossier& view);
    Change oneAnswer();
    std::string newWord();

    const Timeline& m_timeline;
    Chance m_chance;
    PageSent m_pageSent;
    int m_words = 0;
    int m_dossiers = 0;
};

} // namespace escale::simulation
