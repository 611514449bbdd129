// SPDX-License-Identifier: GPL-3.0-or-later
// Where the page is in a picture, and how sure that is.
#pragma once

#include "client/scan/geometry.h"
#include "client/scan/levels.h"
#include "client/scan/shape.h"

#include <optional>

namespace escale::scan {

struct Found {
    std::optional<Quad> coins; // in points of the photo; a guess unless `sure`
    Forme forme = Forme::autre;
    bool sure = false;
    bool cut = false; // a part is outside the picture
    bool several = false;
    double crisp = 1; // how steep the sides are: about 1 when sharp, 0 when they are smeared
};

/// `camera`: size of the photo that `levels` comes from.
Found findPage(const Levels& levels, const Camera& camera);

} // namespace escale::scan
