// SPDX-License-Identifier: GPL-3.0-or-later
// A paper as a tagged PDF (ISO 32000-1 §14.8), in memory: nothing is ever written on a disk here.
#pragma once

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/papers/paper.h"
#include "shared/papers/sheet.h"

namespace escale::papers {

/// A paper of more sheets than that is a mistake of ours.
inline constexpr int kMostSheets = 200;

/// A4, every element tagged with its language, the pictures described, the title shown by readers.
/// Errc::internal when a library refuses. wipe() the bytes when done.
Result<Bytes> pdfOf(const Paper& paper, const Pictures& pictures);

/// Drawn for nobody, to know how many there are.
int countSheets(const Paper& paper);

} // namespace escale::papers
