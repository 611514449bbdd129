// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/note_view_model.h"

#include <utility>

namespace escale {

void NoteViewModel::show(Shown shown) {
    m_shown = std::move(shown);
    m_place.show(m_shown.place);
    emit changed();
}

} // namespace escale
