// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this room: pages by quarter turns.
#pragma once

#include "client/reading/text_findings.h"
#include "client/scan/geometry.h"

namespace escale::reading {

/// `page` after `turns` quarter turns clockwise (0 to 3).
scan::Plane turned(const scan::Plane& page, int turns);

/// Where a place of turned(page, turns) is on `page`.
Box turnedBack(const Box& box, const scan::Plane& page, int turns);

} // namespace escale::reading
