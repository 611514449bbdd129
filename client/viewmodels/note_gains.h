// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer or a document that is still missing would bring to the note.
#pragma once

#include "shared/base/date.h"
#include "shared/dossier/dossier.h"

#include <QHash>
#include <QList>
#include <QString>

namespace escale {

struct NoteGains {
    struct Piece {
        QString label, picto; // in the present language
        int points = 0;
    };

    /// Points that the answer to a question may give, by its id; only questions that some line of
    /// the bareme waits for.
    QHash<QString, int> questions;
    /// Documents that would make points count at once, the largest gain first.
    QList<Piece> pieces;
};

/// For the first town that `dossier` asks for; empty when no bareme of this program covers it.
NoteGains gainsFor(const Dossier& dossier, const Date& today);

} // namespace escale
