// SPDX-License-Identifier: GPL-3.0-or-later
// A paper given its shape: a tagged PDF (ISO 32000-1 §14.8), or pictures of its pages. Both in
// memory only: nothing is ever written on a disk here.
#pragma once

#include "client/papers/paper.h"
#include "shared/base/bytes.h"
#include "shared/base/result.h"

#include <QImage>

#include <vector>

namespace escale::papers {

/// A4, every element tagged with its language, the pictures described, the title shown by readers.
/// Errc::internal when a library refuses. wipe() the bytes when done.
Result<Bytes> pdfOf(const Paper& paper);

/// The same pages as pictures, `width` px wide (100 to 4000). Errc::invalidArgument, internal.
Result<std::vector<QImage>> imagesOf(const Paper& paper, int width);

} // namespace escale::papers
