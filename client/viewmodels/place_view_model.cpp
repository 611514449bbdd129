// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/place_view_model.h"

#include <utility>

namespace escale {

void PlaceViewModel::show(Shown shown) {
    m_shown = std::move(shown);
    emit changed();
}

} // namespace escale
