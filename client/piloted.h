// SPDX-License-Identifier: GPL-3.0-or-later
// escale --pilote: the application on its real device, touched as a test says (selftest/pilot.h).
#pragma once

#include "client/app_options.h"

class QGuiApplication;

namespace escale {

/// Exit code: 0 at the end of the orders, 1 when the device does not open.
int runPiloted(QGuiApplication& application, AppOptions options);

} // namespace escale
