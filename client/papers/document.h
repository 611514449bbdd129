// SPDX-License-Identifier: GPL-3.0-or-later
// A paper given its shape, with the pictograms of the pages: a tagged PDF, or pictures of its
// sheets. Both in memory only: nothing is ever written on a disk here.
#pragma once

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/papers/paper.h"

#include <QImage>

#include <vector>

namespace escale::papers {

/// As shared/papers/pdf.h. wipe() the bytes when done.
Result<Bytes> pdfOf(const Paper& paper);

/// The same pages as pictures, `width` px wide (100 to 4000). Errc::invalidArgument, internal.
Result<std::vector<QImage>> imagesOf(const Paper& paper, int width);

} // namespace escale::papers
