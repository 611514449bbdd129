// SPDX-License-Identifier: GPL-3.0-or-later
// escale --self-test: for each mode an application on a device of its own, and the walk over it.
#pragma once

#include "client/app_options.h"

class QGuiApplication;

namespace escale {

/// Exit code: 0 when every page of every mode asked for was seen without a fault.
int runSelfTest(QGuiApplication& application, const AppOptions& options);

} // namespace escale
