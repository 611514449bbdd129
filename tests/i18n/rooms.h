// SPDX-License-Identifier: GPL-3.0-or-later
// The room that the components of qml/components give to each kind of text, on the reference
// screen.
#pragma once

#include "tests/i18n/words_files.h"

namespace escale::i18n {

/// One place where a text stands: how wide, how many lines, how large its letters.
struct Room {
    QString name; // "title, portrait": for the message
    qreal width = 0;
    int lines = 1;
    qreal pixels = 0;
    bool bold = false;
};

/// Rooms of a text, from its key; none for a text whose box grows with it.
QList<Room> roomsOf(const Text& text);

struct Fit {
    int lines = 0;
    qreal widest = 0;      // of the lines
    qreal longestWord = 0; // a word is never cut
};
Fit measure(const QString& words, const Room& room);

/// Why `text` does not fit in `room`; empty when it does.
QString fault(const Text& text, const Room& room);

} // namespace escale::i18n
