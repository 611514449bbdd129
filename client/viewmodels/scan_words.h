// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a photo, as a sentence and a picture.
#pragma once

#include "client/scan/vocabulary.h"

#include <QString>

namespace escale {

/// Key of the sentence ("piece.raison.flou").
QString keyOf(scan::Raison reason);
/// Name of a pictogram.
QString pictoOf(scan::Raison reason);

} // namespace escale
