// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as people say them: dates with their month, telephones in pairs, codes digit by digit.
#pragma once

#include "client/speech/utterance.h"

#include <QList>
#include <QString>

#include <optional>

namespace escale::speech {

/// What a text is, when its letters do not tell.
enum class Kind {
    plain,
    code, // a reference: each sign is said, a pause after each group
};

struct SpokenStretch {
    Span shown;
    QString spoken;
};

/// The number that starts at `from` of `text`, in one stretch or several (each pair of a
/// telephone); nothing when none does. `from` is not in the middle of a number.
std::optional<QList<SpokenStretch>> spokenNumber(const QString& text, int from,
                                                 const QString& language);

/// Each group of signs of a code as one stretch: "4829 1570" is "4 8 2 9," then "1 5 7 0,".
QList<SpokenStretch> spokenCode(const QString& text);

} // namespace escale::speech
