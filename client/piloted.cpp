// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/piloted.h"

#include "client/application.h"
#include "client/movable_clock.h"
#include "client/selftest/pilot.h"

#include <QGuiApplication>

#include <iostream>
#include <memory>

namespace escale {

int runPiloted(QGuiApplication& application, AppOptions options) {
    const auto clock = std::make_shared<MovableClock>();
    options.idleNow = [clock] { return clock->now(); };
    Application escale;
    if (const auto opened = escale.open(options); !opened) {
        std::cerr << "escale : " << userMessage(opened.error().code) << std::endl;
        return 1;
    }
    const WarningWatch warnings; // from the first page on
    if (!escale.show())
        return 1;
    Onlooker onlooker(*escale.window(), *escale.parcours().preferences(), {Look()}, {});
    onlooker.setChecking(false);
    Walker walker(*escale.window(), onlooker, warnings);
    const Pilot pilot(walker, escale.parcours(), *escale.window(),
                      [clock](qint64 ms) { clock->pass(ms); });
    return application.exec();
}

} // namespace escale
