// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/note_view_model.h"

#include <utility>

namespace escale {

void NoteViewModel::show(Shown shown) {
    m_shown = std::move(shown);
    emit changed();
}

bool NoteViewModel::available() const {
    return m_shown.available;
}

int NoteViewModel::points() const {
    return m_shown.points;
}

int NoteViewModel::possiblePoints() const {
    return m_shown.possiblePoints;
}

QString NoteViewModel::forWhat() const {
    return m_shown.forWhat;
}

QString NoteViewModel::asOf() const {
    return m_shown.asOf;
}

int NoteViewModel::waitMonths() const {
    return m_shown.waitMonths;
}

QString NoteViewModel::waitSentence() const {
    return m_shown.waitSentence;
}

QVariantList NoteViewModel::criteria() const {
    return m_shown.criteria;
}

QVariantMap NoteViewModel::bestPiece() const {
    return m_shown.bestPiece;
}

} // namespace escale
