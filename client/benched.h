// SPDX-License-Identifier: GPL-3.0-or-later
// escale --bench PHASE: "preparer" makes the trial device in --data; "demarrage" stops at the first
// frame; "pages" goes through the pages of a demande.
#pragma once

#include "client/app_options.h"

class QGuiApplication;

namespace escale {

/// Exit code: 0 when it was measured.
int runBench(QGuiApplication& application, const AppOptions& options);

} // namespace escale
