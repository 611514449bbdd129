// SPDX-License-Identifier: GPL-3.0-or-later
// What the walks of a device behind a PIN share.
#pragma once

#include "client/selftest/walk.h"

namespace escale {

inline constexpr int kSlowMs = 60'000; // a code derived, a picture opened, by a machine at work

Result<void> waitForPlace(Walk& walk, Adviser::Place place, const QString& what);
/// Waits for the page, then stops there.
Result<void> arriveAt(Walk& walk, Adviser::Place place, const QString& step);
/// From the page of the PIN, with a wrong one first, to the list of people.
Result<void> openDevice(Walk& walk);
Result<void> lockDevice(Walk& walk);

} // namespace escale
