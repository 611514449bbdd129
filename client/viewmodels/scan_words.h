// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a photo or a frame, as a sentence and a picture.
#pragma once

#include "client/scan/vocabulary.h"

#include <QString>

namespace escale {

/// Key of the sentence ("piece.raison.flou", "piece.conseil.reflet").
QString keyOf(scan::Raison reason);
QString keyOf(scan::Advice advice);
/// Name of a pictogram.
QString pictoOf(scan::Raison reason);

} // namespace escale
